// The cross-reference stream (ISO 32000-1, 7.5.8): where every object stands. Our writer knows one shape of it.

import { readIndirect } from './indirect-object.ts';
import { inflateStream } from './inflate-stream.ts';
import type { PdfLimits } from './pdf-limits.ts';
import { PdfRefused, unreadable } from './pdf-refused.ts';
import type { Cursor } from './pdf-tokens.ts';
import { asCount, asDict, asItems, asName, asRef, type PdfDict, strangeKeys } from './pdf-values.ts';

export type CrossReferences = {
  /** The number of the stream itself. */
  readonly id: number;
  readonly root: number;
  /** The highest number and one. */
  readonly size: number;
  /** By object number: `FREE`, `PLAIN` or `PACKED`. */
  readonly kinds: Uint8Array;
  /** The offset of a plain object; the number of the stream that a packed one is in. */
  readonly places: Uint32Array;
  /** Which of its stream's objects a packed one is. */
  readonly indexes: Uint16Array;
};
const FREE = 0;
export const PLAIN = 1;
export const PACKED = 2;

const COLUMNS = 7;
const ROW = COLUMNS + 1;
const UP = 2;
const KEYS: ReadonlySet<string> = new Set([
  'Type',
  'Size',
  'W',
  'Root',
  'Info',
  'ID',
  'Filter',
  'DecodeParms',
  'Length',
]);

/** Reads the stream at the cursor, which is then behind it. */
export const readCrossReferences = (cursor: Cursor, limits: PdfLimits): CrossReferences => {
  const { id, value, packed } = readIndirect(cursor);
  const dict = asDict(value);
  if (dict === null || packed === null || asName(dict.entries.get('Type')) !== 'XRef')
    throw unreadable('has no cross-reference stream where it says');
  checkKeys(dict);
  const { entries } = dict;
  const [size, root] = [asCount(entries.get('Size')), asRef(entries.get('Root'))];
  if (size === null || root === null || !hasOurShape(dict)) throw strange();
  if (size > limits.objects) throw new PdfRefused('pdf-too-large', `has more than ${limits.objects} objects`);
  const rows = inflateStream(packed, size * ROW);
  if (rows.length !== size * ROW) throw unreadable('has cross-references for another number of objects');
  return { id, root, size, ...columnsOf(rows, size) };
};

const checkKeys = (dict: PdfDict): void => {
  const { entries } = dict;
  if (entries.has('Encrypt')) throw new PdfRefused('pdf-encrypted', 'is encrypted');
  if (entries.has('Prev') || entries.has('XRefStm'))
    throw new PdfRefused('pdf-updated', 'refers to an earlier revision of itself');
  if (strangeKeys(dict, KEYS).length > 0) throw strange();
};

const strange = () => unreadable('has cross-references that this program does not write');

const hasOurShape = ({ entries }: PdfDict): boolean => {
  const parameters = asDict(entries.get('DecodeParms'));
  return (
    asItems(entries.get('W'))?.join() === '1,4,2' &&
    asRef(entries.get('Info')) !== null &&
    asName(entries.get('Filter')) === 'FlateDecode' &&
    parameters?.entries.size === 2 &&
    parameters.entries.get('Predictor') === 12 &&
    parameters.entries.get('Columns') === COLUMNS
  );
};

/** Undoes the predictor: each row is the difference from the one above. */
const columnsOf = (rows: Uint8Array, size: number): Pick<CrossReferences, 'kinds' | 'places' | 'indexes'> => {
  const [kinds, places, indexes] = [new Uint8Array(size), new Uint32Array(size), new Uint16Array(size)];
  const row = new Uint8Array(COLUMNS);
  const view = new DataView(row.buffer);
  for (let id = 0; id < size; id += 1) {
    if (rows[id * ROW] !== UP) throw strange();
    for (let column = 0; column < COLUMNS; column += 1)
      row[column] = (row[column] ?? 0) + (rows[id * ROW + 1 + column] ?? 0);
    const kind = view.getUint8(0);
    if (kind > PACKED) throw strange();
    kinds[id] = kind;
    places[id] = view.getUint32(1);
    indexes[id] = view.getUint16(5);
  }
  if (kinds[0] !== FREE) throw strange();
  return { kinds, places, indexes };
};
