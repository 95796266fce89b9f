// Strings of a PDF, literal and hexadecimal (ISO 32000-1, 7.3.4), with the four escapes that our writer uses.
import { unreadable } from './pdf-refused.ts';
import type { PdfString } from './pdf-values.ts';

type StringCursor = { readonly bytes: Uint8Array; at: number; readonly end: number };

/** Bytes of one string; the longest of ours is a signature. */
const LONGEST = 4 * 1024 * 1024;

const [OPEN, CLOSE, BACKSLASH, LETTER_R, RETURN, CLOSE_HEX] = [0x28, 0x29, 0x5c, 0x72, 0x0d, 0x3e];

export const readLiteral = (cursor: StringCursor): PdfString => {
  const { bytes, at: from, end } = cursor;
  const found: number[] = [];
  let at = from + 1;
  for (; at < end && bytes[at] !== CLOSE; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === OPEN || byte === RETURN) throw unreadable(`has a broken string at byte ${at}`);
    if (byte === BACKSLASH) at += 1;
    found.push(byte === BACKSLASH ? escaped(at < end ? bytes[at] : undefined, at) : byte);
    if (found.length > LONGEST) throw unreadable('has a string that is too long');
  }
  if (at >= end) throw unreadable('has a string without an end');
  cursor.at = at + 1;
  return { kind: 'string', hex: false, bytes: Uint8Array.from(found), from, to: at + 1 };
};

const escaped = (byte: number | undefined, at: number): number => {
  if (byte === LETTER_R) return RETURN;
  if (byte === OPEN || byte === CLOSE || byte === BACKSLASH) return byte;
  throw unreadable(`has a strange escape at byte ${at}`);
};

export const readHex = (cursor: StringCursor): PdfString => {
  const { bytes, at: from, end } = cursor;
  let at = from + 1;
  while (at < end && digitOf(bytes[at]) >= 0) at += 1;
  const digits = at - from - 1;
  if (at >= end || bytes[at] !== CLOSE_HEX || digits % 2 !== 0 || digits > 2 * LONGEST)
    throw unreadable(`has a broken hexadecimal string at byte ${from}`);
  const found = new Uint8Array(digits / 2);
  for (let index = 0; index < found.length; index += 1)
    found[index] = digitOf(bytes[from + 1 + 2 * index]) * 16 + digitOf(bytes[from + 2 + 2 * index]);
  cursor.at = at + 1;
  return { kind: 'string', hex: true, bytes: found, from, to: at + 1 };
};

/** The value of a hexadecimal digit, else -1. */
const digitOf = (byte = 0): number => {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
};
