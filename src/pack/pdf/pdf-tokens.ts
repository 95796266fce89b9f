// Reads one value after another out of bytes, in the few spellings that our writer uses: no comments, no white space but
// spaces and line feeds, no octal escapes, no key twice. Every other reader sees the same values, or none.
import { type KnownNames, nameOf } from './known-names.ts';
import { unreadable } from './pdf-refused.ts';
import type { PdfArray, PdfDict, PdfName, PdfRef, PdfValue } from './pdf-values.ts';
import { readHex, readLiteral } from './string-tokens.ts';

/** A place among bytes, moved on by reading. */
export type Cursor = {
  readonly bytes: Uint8Array;
  at: number;
  /** Nothing is read from here on. */
  readonly end: number;
  /** Names met so far, over all of the file. */
  readonly names: KnownNames;
};

const DEEPEST = 40;
const LONGEST_NAME = 200;
const LONGEST_NUMBER = 24;
/** Of a whole number: an offset or the number of an object. */
const MOST_DIGITS = 10;

const [SPACE, LINE_FEED, SLASH, LESS, MORE] = [0x20, 0x0a, 0x2f, 0x3c, 0x3e];
const [BRACKET, BRACKET_END, PARENTHESIS, ZERO] = [0x5b, 0x5d, 0x28, 0x30];

/** 1 for what may stand in a name or a number: all that is visible but delimiters. */
const REGULAR = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte > 0x20 && byte < 0x7f && !'()<>[]{}/%'.includes(String.fromCharCode(byte)) ? 1 : 0,
);

/** Throws `pdf-unreadable` on anything that our writer would not write. */
export const readValue = (cursor: Cursor, depth = 0): PdfValue => {
  if (depth > DEEPEST) throw unreadable(`has values more than ${DEEPEST} deep`);
  skipSpace(cursor);
  const { bytes, at } = cursor;
  const byte = at < cursor.end ? bytes[at] : undefined;
  if (byte === SLASH) return readName(cursor);
  if (byte === LESS) return bytes[at + 1] === LESS ? readDict(cursor, depth) : readHex(cursor);
  if (byte === BRACKET) return readArray(cursor, depth);
  if (byte === PARENTHESIS) return readLiteral(cursor);
  return readWord(cursor);
};

const skipSpace = (cursor: Cursor): void => {
  const { bytes, end } = cursor;
  while (cursor.at < end && (bytes[cursor.at] === SPACE || bytes[cursor.at] === LINE_FEED)) cursor.at += 1;
};

/** Moves on behind `text`, or throws. */
export const expectText = (cursor: Cursor, text: string): void => {
  if (!hasText(cursor, text)) throw unreadable(`has no ${JSON.stringify(text)} at byte ${cursor.at}`);
  cursor.at += text.length;
};

export const hasText = ({ bytes, at, end }: Cursor, text: string): boolean => {
  if (at + text.length > end) return false;
  for (let index = 0; index < text.length; index += 1)
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
};

/** A whole number up to the next byte that is no digit: no sign, no zero in front. */
export const readDigits = (cursor: Cursor): number => {
  const { bytes, at: from, end } = cursor;
  let number = 0;
  let at = from;
  for (; at < end && isDigit(bytes[at]); at += 1) number = number * 10 + (bytes[at] ?? 0) - ZERO;
  if (at === from || at - from > MOST_DIGITS || (bytes[from] === ZERO && at - from > 1))
    throw unreadable(`has no number at byte ${from}`);
  cursor.at = at;
  return number;
};

const isDigit = (byte = 0): boolean => byte >= ZERO && byte <= ZERO + 9;

/** Behind the last of the regular characters from here on. */
const regularEnd = ({ bytes, at, end }: Cursor): number => {
  let to = at;
  while (to < end && REGULAR[bytes[to] ?? 0] === 1) to += 1;
  return to;
};

const readName = (cursor: Cursor): PdfName => {
  cursor.at += 1;
  const from = cursor.at;
  const to = regularEnd(cursor);
  if (to === from || to - from > LONGEST_NAME) throw unreadable(`has no proper name at byte ${from}`);
  cursor.at = to;
  return nameOf(cursor.names, cursor.bytes, from, to);
};

const readArray = (cursor: Cursor, depth: number): PdfArray => {
  cursor.at += 1;
  const items: PdfValue[] = [];
  for (skipSpace(cursor); cursor.bytes[cursor.at] !== BRACKET_END; skipSpace(cursor))
    items.push(readValue(cursor, depth + 1));
  cursor.at += 1;
  return { kind: 'array', items };
};

const readDict = (cursor: Cursor, depth: number): PdfDict => {
  cursor.at += 2;
  const entries = new Map<string, PdfValue>();
  for (skipSpace(cursor); cursor.bytes[cursor.at] !== MORE; skipSpace(cursor)) {
    if (cursor.bytes[cursor.at] !== SLASH) throw unreadable(`has no key at byte ${cursor.at}`);
    const { name } = readName(cursor);
    if (entries.has(name)) throw unreadable(`has a dictionary with ${name} twice`);
    entries.set(name, readValue(cursor, depth + 1));
  }
  expectText(cursor, '>>');
  return { kind: 'dict', entries };
};

const WORDS: ReadonlyMap<string, PdfValue> = new Map<string, PdfValue>([
  ['null', null],
  ['true', true],
  ['false', false],
]);

/** A number, a reference or one of three words. */
const readWord = (cursor: Cursor): PdfValue => {
  const { bytes, at: from } = cursor;
  const to = regularEnd(cursor);
  if (isPlainDigits(cursor, to)) return referenceOr(cursor, readDigits(cursor));
  if (to - from > LONGEST_NUMBER) throw unreadable(`has something unknown at byte ${from}`);
  const word = Buffer.from(bytes.subarray(from, to)).toString('latin1');
  const value = /^-?\d+(?:\.\d+)?$/.test(word) ? Number(word) : WORDS.get(word);
  if (value === undefined) throw unreadable(`has something unknown at byte ${from}`);
  cursor.at = to;
  return value;
};

const isPlainDigits = ({ bytes, at }: Cursor, to: number): boolean => {
  if (to === at || to - at > MOST_DIGITS || (bytes[at] === ZERO && to - at > 1)) return false;
  for (let index = at; index < to; index += 1) if (!isDigit(bytes[index])) return false;
  return true;
};

/** Only the first generation: nothing was ever replaced in a file of one revision. */
const referenceOr = (cursor: Cursor, number: number): number | PdfRef => {
  const { bytes, at } = cursor;
  if (number === 0 || !hasText(cursor, ' 0 R') || REGULAR[bytes[at + 4] ?? 0] === 1) return number;
  cursor.at += 4;
  return { kind: 'ref', id: number };
};
