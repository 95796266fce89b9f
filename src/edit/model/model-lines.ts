// A model's YAML, line by line. Texts that are more than words are left to whoever is handed in.
import type { Model } from '../../model/model.ts';
import { flowText, plainText } from './plain-text.ts';

/** `key: value` with all its lines, the first from column `indent` on; a value is a text that takes more to write, or holds one. */
export type Hard = (key: string, value: unknown, indent: number) => readonly string[];

/** Mappings that fit on one line. */
export const SHORT: ReadonlySet<string> = new Set(['provider', 'raci']);

/** Characters that they surely fit on a line with. */
const SURE = 80;

/** Lists that may be missing are left out when they are empty. */
const isLeftOut = (key: string, value: unknown): boolean =>
  value === undefined || (key !== 'areas' && Array.isArray(value) && value.length === 0);

/** `schema` is what an editor checks the file against; null leaves the line out. The same model gives the same text, whoever writes it and when. */
export const modelText = (model: Model, schema: string | null, hard: Hard): string => {
  const lines = schema === null ? [] : [`# yaml-language-server: $schema=${schema}`];
  addMapping(lines, model, 0, hard);
  return [...lines, ''].join('\n');
};

const addMapping = (lines: string[], mapping: object, indent: number, hard: Hard): void => {
  for (const [key, value] of Object.entries(mapping))
    if (!isLeftOut(key, value)) addPair(lines, key, value, indent, hard);
};

const addPair = (lines: string[], key: string, value: unknown, indent: number, hard: Hard): void => {
  if (Array.isArray(value)) addList(lines, key, value, indent, hard);
  else if (isMapping(value) && !SHORT.has(key)) {
    lines.push(`${' '.repeat(indent)}${key}:`);
    addMapping(lines, value, indent + 2, hard);
  } else {
    const short = isMapping(value) ? braced(value) : scalar(key, value, indent);
    if (short === null) lines.push(...hard(key, value, indent));
    else lines.push(`${' '.repeat(indent)}${key}: ${short}`);
  }
};

const addList = (
  lines: string[],
  key: string,
  items: readonly unknown[],
  indent: number,
  hard: Hard,
): void => {
  lines.push(`${' '.repeat(indent)}${key}:${items.length === 0 ? ' []' : ''}`);
  for (const item of items) {
    const first = lines.length;
    if (isMapping(item)) addMapping(lines, item, indent + 4, hard);
    lines[first] = `${' '.repeat(indent + 2)}- ${(lines[first] ?? '').slice(indent + 4)}`;
    // One text takes a fraction of what its lines and their pieces take; a large page has a million of them.
    if (indent === 0) lines.push(lines.splice(first).join('\n'));
  }
};

const isMapping = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Days are quoted for readers that would make a point in time of them. */
const scalar = (key: string, value: unknown, indent: number): string | null => {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : null;
  if (typeof value !== 'string') return null;
  if (key === 'revision') return /^[\d-]+$/.test(value) ? `"${value}"` : null;
  return plainText(value, { indent: indent + 2, start: key.length + 2 });
};

const braced = (mapping: object): string | null => {
  const parts = Object.entries(mapping).map(([key, value]) => {
    const text = typeof value === 'string' ? flowText(value) : null;
    return text === null ? null : `${key}: ${text}`;
  });
  const line = `{ ${parts.join(', ')} }`;
  return parts.includes(null) || parts.length === 0 || line.length > SURE ? null : line;
};
