// Reads a written file back: as text, and object by object through its cross-reference stream.

import { inflateSync } from 'node:zlib';

/** All of the file as text, with what is packed unpacked where it is told to be and can be. */
export function plainText(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  return text.replace(/stream\n([\s\S]*?)\nendstream/g, (whole, body: string) => {
    const data = Buffer.from(body, 'latin1');
    return data[0] === 0x78 ? `stream\n${inflateSync(data).toString('latin1')}\nendstream` : whole;
  });
}

export type ReadFile = {
  /** Bodies by object number; those of streams end before the word `stream`. */
  readonly objects: ReadonlyMap<number, string>;
  /** Unpacked streams by object number. */
  readonly streams: ReadonlyMap<number, string>;
  /** The dictionary of the cross-reference stream. */
  readonly trailer: string;
};

/** Goes the way a viewer goes: the end, the cross-reference stream, then every object where that says it stands. */
export function readFile(bytes: Uint8Array): ReadFile {
  const text = Buffer.from(bytes).toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const { head, body } = objectAt(text, start);
  const objects = new Map<number, string>();
  const streams = new Map<number, string>();
  const entries = entriesOf(head, body ?? '');
  for (const [id, [kind, place]] of entries.entries()) {
    if (kind !== 1) continue;
    const found = objectAt(text, place, id);
    objects.set(id, found.head);
    if (found.body !== null) streams.set(id, found.body);
  }
  for (const [id, [kind, place, index]] of entries.entries())
    if (kind === 2) objects.set(id, packedAt(objects.get(place) ?? '', streams.get(place) ?? '', index, id));
  return { objects, streams, trailer: head };
}

type Found = { readonly head: string; readonly body: string | null };

function objectAt(text: string, offset: number, id?: number): Found {
  const opening = /^(\d+) 0 obj\n/.exec(text.slice(offset, offset + 20));
  if (opening === null || (id !== undefined && Number(opening[1]) !== id))
    throw new Error(`no object ${id ?? ''} at ${offset}`);
  const from = offset + opening[0].length;
  const stream = text.indexOf('>>stream\n', from);
  const end = text.indexOf('\nendobj\n', from);
  if (stream < 0 || stream > end) return { head: text.slice(from, end), body: null };
  const head = text.slice(from, stream + 2);
  const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
  const body = text.slice(stream + 9, stream + 9 + length);
  if (!text.startsWith('\nendstream\nendobj\n', stream + 9 + length)) throw new Error('a wrong length');
  return { head, body: head.includes('/FlateDecode') ? unpacked(body) : body };
}

const unpacked = (body: string): string => inflateSync(Buffer.from(body, 'latin1')).toString('latin1');

type Entry = readonly [kind: number, place: number, index: number];

/** Rows of 1, 4 and 2 bytes, each the difference from the row above behind a byte that says so. */
function entriesOf(head: string, body: string): readonly Entry[] {
  if (!head.includes('/W[1 4 2]') || !head.includes('/DecodeParms<</Predictor 12/Columns 7>>'))
    throw new Error('no cross-reference stream');
  const rows = Buffer.from(body, 'latin1');
  const above = Buffer.alloc(7);
  return Array.from({ length: rows.length / 8 }, (_, row) => {
    for (let column = 0; column < 7; column += 1)
      above[column] = ((above[column] ?? 0) + (rows[row * 8 + 1 + column] ?? 0)) & 255;
    return [above.readUInt8(0), above.readUInt32BE(1), above.readUInt16BE(5)];
  });
}

function packedAt(head: string, body: string, index: number, id: number): string {
  const first = Number(/\/First (\d+)/.exec(head)?.[1]);
  const numbers = body.slice(0, first).trim().split(' ').map(Number);
  if (numbers[index * 2] !== id) throw new Error(`object ${id} is not where it should be`);
  const next = numbers[index * 2 + 3];
  return body.slice(first + (numbers[index * 2 + 1] ?? 0), next === undefined ? undefined : first + next - 1);
}

/** The objects whose dictionary has this text. */
export const having = ({ objects }: ReadFile, text: string): readonly string[] =>
  [...objects.values()].filter((object) => object.includes(text));
