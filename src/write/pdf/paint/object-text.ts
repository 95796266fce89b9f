// Values as PDF spells them (ISO 32000-1, 7.3), with no byte that need not be there.

import { num } from './operators.ts';

/** An indirect object by its number. */
export type PdfRef = { readonly id: number; readonly gen: 0 };
/** Text, told apart from a plain string, which is a name. */
export type PdfText = { readonly text: string };
/** Bytes of a string that is no text, each a character up to U+00FF. */
export type PdfBytes = { readonly bytes: string };

export const refTo = (id: number): PdfRef => ({ id, gen: 0 });
export const pdfText = (text: string): PdfText => ({ text });
export const pdfBytes = (bytes: string): PdfBytes => ({ bytes });

/**
 * A value as it stands in the file: strings are names, records dictionaries whose undefined entries are left out.
 * Objects of pdfkit are understood too: its references, its dates and its texts, which are String objects.
 */
export function objectText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `/${value.replace(UNSAFE_IN_NAME, hexOf)}`;
    case 'number':
      return num(value);
    case 'boolean':
      return String(value);
    case 'object':
      return value === null ? 'null' : compoundText(value);
    default:
      return 'null';
  }
}

function compoundText(value: object): string {
  if (Array.isArray(value)) return `[${joined(Array.from(value, objectText))}]`;
  if ('gen' in value && 'id' in value) return `${String(value.id)} 0 R`;
  if ('text' in value) return textString(String(value.text));
  if ('bytes' in value) return literal(String(value.bytes));
  if (value instanceof String) return textString(value.valueOf());
  if (value instanceof Uint8Array) return literal(Buffer.from(value).toString('latin1'));
  if (value instanceof Date) return `(D:${value.toISOString().replace(/[-:T]|\.\d+/g, '')})`;
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return `<<${entries.map(([key, entry]) => after(objectText(key), objectText(entry))).join('')}>>`;
}

/** Numbers and names end where a delimiter begins; between others there must be a space. */
const after = (before: string, next: string): string =>
  STARTS_ITSELF.test(next) ? before + next : `${before} ${next}`;
const STARTS_ITSELF = /^[/[(<]/;

function joined(parts: readonly string[]): string {
  let text = '';
  for (const part of parts) text = text === '' || /[\])>]$/.test(text) ? text + part : after(text, part);
  return text;
}

/** ASCII as it is, anything else as UTF-16 with its mark: the two that every reader knows. */
function textString(text: string): string {
  return literal(ASCII.test(text) ? text : utf16(text.toWellFormed()));
}

const ASCII = /^[\n -~]*$/;

function utf16(text: string): string {
  let bytes = '\u00fe\u00ff';
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes += String.fromCharCode(unit >> 8, unit & 255);
  }
  return bytes;
}

const literal = (bytes: string): string =>
  `(${bytes.replace(/[\\()\r]/g, (character) => (character === '\r' ? '\\r' : `\\${character}`))})`;

const UNSAFE_IN_NAME = /[^!-~]|[#%()/<>[\]{}]/g;
const hexOf = (character: string): string =>
  [...Buffer.from(character)].map((byte) => `#${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
