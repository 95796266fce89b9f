// One object that stands by itself in the file, between `N 0 obj` and `endobj`, byte by byte as our writer puts it there.
import { unreadable } from './pdf-refused.ts';
import { type Cursor, expectText, hasText, readDigits, readValue } from './pdf-tokens.ts';
import { asCount, asDict, type PdfDict, type PdfValue } from './pdf-values.ts';

export type IndirectObject = {
  readonly id: number;
  readonly value: PdfValue;
  /** The bytes of a stream as they stand in the file, and then `value` is its dictionary; null for any other object. */
  readonly packed: Uint8Array | null;
};

/** Reads the object at the cursor and moves on behind it. */
export const readIndirect = (cursor: Cursor): IndirectObject => {
  const id = readDigits(cursor);
  expectText(cursor, ' 0 obj\n');
  const value = readValue(cursor);
  const packed = hasText(cursor, 'stream\n') ? readStream(cursor, value) : null;
  expectText(cursor, '\nendobj\n');
  return { id, value, packed };
};

/** A stream in another file would be one that nobody can hold against anything. */
const ELSEWHERE = ['F', 'FFilter', 'FDecodeParms'];

const readStream = (cursor: Cursor, value: PdfValue): Uint8Array => {
  const dict = asDict(value);
  if (dict === null) throw unreadable(`has a stream without a dictionary before byte ${cursor.at}`);
  const length = lengthOf(dict, cursor.at);
  expectText(cursor, 'stream\n');
  if (length > cursor.end - cursor.at) throw unreadable('has a stream that is longer than the file');
  const packed = cursor.bytes.subarray(cursor.at, cursor.at + length);
  cursor.at += length;
  expectText(cursor, '\nendstream');
  return packed;
};

const lengthOf = ({ entries }: PdfDict, at: number): number => {
  const length = asCount(entries.get('Length'));
  if (length === null) throw unreadable(`has a stream without its length before byte ${at}`);
  if (ELSEWHERE.some((key) => entries.has(key))) throw unreadable('has a stream that lies in another file');
  return length;
};
