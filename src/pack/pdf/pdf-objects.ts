// All objects of the file. They tile it: each begins where the one before has ended, and the cross-references know every one
// of them and no other. So there is no place for anything that is not looked at.
import { type CrossReferences, PACKED, PLAIN, readCrossReferences } from './cross-reference-stream.ts';
import { HEADER, readEnd } from './file-end.ts';
import { type IndirectObject, readIndirect } from './indirect-object.ts';
import { type KnownNames, newNames } from './known-names.ts';
import { type Notable, newNotable, noteObject } from './notable.ts';
import { type ObjectStream, openObjectStream, packedObject, readPackedObjects } from './object-streams.ts';
import type { PdfLimits } from './pdf-limits.ts';
import { PdfRefused, unreadable } from './pdf-refused.ts';
import { type Cursor, hasText } from './pdf-tokens.ts';
import { asDict, asName, asRef, type PdfDict, type PdfValue } from './pdf-values.ts';

export type PdfObjects = {
  readonly bytes: Uint8Array;
  readonly references: CrossReferences;
  readonly names: KnownNames;
  readonly notable: Notable;
  /** Object streams by number. */
  readonly streams: ReadonlyMap<number, ObjectStream>;
  /** What was looked up before, so that a large object is not read again and again. */
  readonly known: Map<number, IndirectObject>;
};

/** Reads every object once; contents of pages stay packed. Throws `PdfRefused`. */
export const readObjects = (bytes: Uint8Array, limits: PdfLimits): PdfObjects => {
  const { start, objectsEnd } = readEnd(bytes);
  const names = newNames();
  const last = { bytes, at: start, end: objectsEnd, names };
  refuseRevision(last);
  const references = readCrossReferences(last, limits);
  refuseRevision(last);
  if (last.at !== objectsEnd) throw unreadable('has something behind its cross-references');
  checkListed(references, references.id, start);
  const streams = new Map<number, ObjectStream>();
  const objects = { bytes, references, names, notable: newNotable(), streams, known: new Map() };
  let room = limits.unpacked;
  const walked = walk(objects, start, (object) => {
    room -= takeObject(object, objects, streams, { limits, room });
  });
  if (walked + 1 !== countOf(references, PLAIN)) throw unreadable('lists objects that it does not have');
  const packed = [...streams.values()].reduce((sum, stream) => sum + stream.objects.length, 0);
  if (packed !== countOf(references, PACKED)) throw unreadable('lists packed objects that it does not have');
  return objects;
};

/** From the header to the cross-references; gives the number of objects. */
const walk = (
  { bytes, references, names }: PdfObjects,
  start: number,
  take: (object: IndirectObject) => void,
): number => {
  const cursor = { bytes, at: HEADER.length, end: start, names };
  let count = 0;
  for (; cursor.at < start; count += 1) {
    refuseRevision(cursor);
    const { at } = cursor;
    const object = readIndirect(cursor);
    checkListed(references, object.id, at);
    take(object);
  }
  return count;
};

const REVISION = ['startxref', 'xref', 'trailer', '%%EOF', '%PDF'];

const refuseRevision = (cursor: Cursor): void => {
  if (REVISION.some((word) => hasText(cursor, word)))
    throw new PdfRefused('pdf-updated', 'has more than one revision');
};

const checkListed = ({ kinds, places }: CrossReferences, id: number, at: number): void => {
  if (kinds[id] !== PLAIN || places[id] !== at)
    throw unreadable(`has an object that its cross-references do not know, ${id} at byte ${at}`);
};

/** Notes an object, and opens it when it is a stream of others. Gives the bytes that it unpacked. */
const takeObject = (
  { id, value, packed }: IndirectObject,
  { references, names, notable }: PdfObjects,
  streams: Map<number, ObjectStream>,
  bounds: { readonly limits: PdfLimits; readonly room: number },
): number => {
  noteObject(notable, id, value, packed === null ? 'plain' : 'stream');
  const dict = asDict(value);
  if (dict === null || packed === null) return 0;
  const type = asName(dict.entries.get('Type'));
  if (type === 'XRef') throw new PdfRefused('pdf-updated', 'has more than one table of cross-references');
  if (type !== 'ObjStm') return 0;
  const stream = openObjectStream({ id, dict, packed }, names, bounds);
  streams.set(id, stream);
  readPackedObjects(stream, references, names, (inner, found) => noteObject(notable, inner, found, 'packed'));
  return stream.bytes.length;
};

const countOf = ({ kinds }: CrossReferences, kind: number): number => {
  let count = 0;
  for (const one of kinds) if (one === kind) count += 1;
  return count;
};

/** The object of this number, with its bytes where it is a stream; null where there is none. */
export const objectOf = (objects: PdfObjects, id: number | null): IndirectObject | null => {
  if (id === null) return null;
  const object = objects.known.get(id) ?? readAgain(objects, id);
  if (object !== null) objects.known.set(id, object);
  return object;
};

const readAgain = ({ bytes, references, names, streams }: PdfObjects, id: number): IndirectObject | null => {
  const [kind, place = 0] = [references.kinds[id], references.places[id]];
  if (kind === PLAIN) return readIndirect({ bytes, at: place, end: bytes.length, names });
  const stream = kind === PACKED ? streams.get(place) : undefined;
  if (stream === undefined) return null;
  return { id, value: packedObject(stream, references.indexes[id] ?? 0, names), packed: null };
};

/** The dictionary that a reference leads to; null for a stream and for anything else. */
export const dictOf = (objects: PdfObjects, value: PdfValue | undefined): PdfDict | null => {
  const object = objectOf(objects, asRef(value));
  return object === null || object.packed !== null ? null : asDict(object.value);
};
