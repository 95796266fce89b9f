// Objects packed into a stream (ISO 32000-1, 7.5.7): numbers and offsets first, then one object after the other, a line feed between.
import { type CrossReferences, PACKED } from './cross-reference-stream.ts';
import { inflateStream } from './inflate-stream.ts';
import type { KnownNames } from './known-names.ts';
import { MEGABYTE, type PdfLimits } from './pdf-limits.ts';
import { PdfRefused, unreadable } from './pdf-refused.ts';
import { type Cursor, expectText, readDigits, readValue } from './pdf-tokens.ts';
import { asCount, asName, type PdfDict, type PdfValue, strangeKeys } from './pdf-values.ts';

export type ObjectStream = {
  readonly id: number;
  /** What the stream unpacks to. */
  readonly bytes: Uint8Array;
  /** Where its head ends and its first object begins. */
  readonly first: number;
  /** The packed objects in their order: number and offset among the bytes. */
  readonly objects: readonly { readonly id: number; readonly at: number }[];
};

const KEYS: ReadonlySet<string> = new Set(['Type', 'N', 'First', 'Filter', 'Length']);
/** What an object stream unpacks to at most, however well it was packed. */
const LARGEST = 64 * MEGABYTE;

/** Unpacks a stream and reads its head. `room` is how many bytes may still be unpacked. */
export const openObjectStream = (
  { id, dict, packed }: { readonly id: number; readonly dict: PdfDict; readonly packed: Uint8Array },
  names: KnownNames,
  { limits, room }: { readonly limits: PdfLimits; readonly room: number },
): ObjectStream => {
  const [count, first] = [asCount(dict.entries.get('N')), asCount(dict.entries.get('First'))];
  const ours = strangeKeys(dict, KEYS).length === 0 && asName(dict.entries.get('Filter')) === 'FlateDecode';
  if (count === null || first === null || !ours) throw unreadable(`has a strange object stream, ${id}`);
  if (room <= 0)
    throw new PdfRefused('pdf-too-large', `has object streams of more than ${limits.unpacked} bytes`);
  const most = Math.min(LARGEST, room, Math.max(MEGABYTE, limits.ratio * packed.length));
  const bytes = inflateStream(packed, most);
  if (first > bytes.length) throw unreadable(`has a strange object stream, ${id}`);
  const cursor = { bytes, at: 0, end: first, names };
  const objects: { id: number; at: number }[] = [];
  while (cursor.at < cursor.end) objects.push(readHead(cursor, first));
  if (objects.length !== count)
    throw unreadable(`has an object stream with another number of objects, ${id}`);
  return { id, bytes, first, objects };
};

const readHead = (cursor: Cursor, first: number): { readonly id: number; readonly at: number } => {
  const id = readDigits(cursor);
  expectText(cursor, ' ');
  const at = first + readDigits(cursor);
  expectText(cursor, ' ');
  return { id, at };
};

/** Reads every object and hands it on. They fill the stream, and the cross-references know each of them where it is. */
export const readPackedObjects = (
  { id: stream, bytes, first, objects }: ObjectStream,
  references: CrossReferences,
  names: KnownNames,
  take: (id: number, value: PdfValue) => void,
): void => {
  const cursor = { bytes, at: first, end: bytes.length, names };
  for (const [index, { id, at }] of objects.entries()) {
    checkListed(references, id, stream, index);
    if (index > 0) expectText(cursor, '\n');
    if (cursor.at !== at) throw unreadable(`has packed objects that overlap or leave gaps, in ${stream}`);
    take(id, readValue(cursor));
  }
  if (cursor.at !== bytes.length) throw unreadable(`has something behind its packed objects, in ${stream}`);
};

const checkListed = (
  { kinds, places, indexes }: CrossReferences,
  id: number,
  stream: number,
  index: number,
): void => {
  if (kinds[id] !== PACKED || places[id] !== stream || indexes[id] !== index)
    throw unreadable(`has a packed object that its cross-references do not know, ${id}`);
};

/** Reads one packed object once more. */
export const packedObject = (
  { bytes, objects }: ObjectStream,
  index: number,
  names: KnownNames,
): PdfValue => {
  const at = objects[index]?.at;
  return at === undefined ? null : readValue({ bytes, at, end: bytes.length, names });
};
