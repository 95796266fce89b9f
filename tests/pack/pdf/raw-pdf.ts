// PDFs put together piece by piece, for what our writer would never write but someone else might.

import { deflateSync } from 'node:zlib';
import { HEADER } from '../../../src/pack/pdf/file-end.ts';
import { type PdfCode, readPdf } from '../../../src/pack/pdf/index.ts';

/** A piece with an id is listed in the cross-references where it stands; one without stands there unlisted. */
export type Piece = { readonly id: number | null; readonly text: string };
export type Row = readonly [kind: number, place: number, index: number];

export const plain = (id: number, value: string): Piece => ({ id, text: `${id} 0 obj\n${value}\nendobj\n` });
/** `entries` without the angle brackets; `length` may lie. */
export const stream = (id: number, entries: string, body: Uint8Array, length = body.length): Piece => {
  const bytes = Buffer.from(body).toString('latin1');
  return plain(id, `<<${entries}/Length ${length}>>stream\n${bytes}\nendstream`);
};
export const unlisted = (text: string): Piece => ({ id: null, text });
/** An object stream of these values. */
export const packed = (
  id: number,
  values: ReadonlyMap<number, string>,
  over: { readonly n?: number } = {},
): Piece => {
  let at = 0;
  let head = '';
  for (const [inner, value] of values) {
    head += `${inner} ${at} `;
    at += value.length + 1;
  }
  const text = Buffer.from(head + [...values.values()].join('\n'), 'latin1');
  const entries = `/Type/ObjStm/N ${over.n ?? values.size}/First ${head.length}/Filter/FlateDecode`;
  return stream(id, entries, deflateSync(text));
};

export const CATALOG = plain(1, '<</Type/Catalog/Pages 2 0 R>>');
export const PAGES = plain(2, '<</Type/Pages/Count 0/Kids[]>>');

export type Over = {
  /** Rows by object number that are not what the pieces say. */
  readonly rows?: ReadonlyMap<number, Row>;
  readonly trailer?: string;
  readonly end?: (start: number) => string;
};

/** A file of these pieces, its last object the cross-reference stream. */
export function rawPdf(pieces: readonly Piece[], over: Over = {}): Uint8Array {
  const rows = new Map<number, Row>();
  let text = HEADER;
  for (const piece of pieces) {
    if (piece.id !== null) rows.set(piece.id, [1, text.length, 0]);
    text += piece.text;
  }
  for (const [id, row] of over.rows ?? []) rows.set(id, row);
  const own = Math.max(...rows.keys()) + 1;
  const start = text.length;
  rows.set(own, [1, start, 0]);
  const entries = `/Type/XRef/Size ${own + 1}/W[1 4 2]/Root 1 0 R/Info 2 0 R${over.trailer ?? ''}/ID[()()]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>`;
  text += stream(own, entries, deflateSync(predicted(rows, own + 1))).text;
  text += over.end?.(start) ?? `startxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

function predicted(rows: ReadonlyMap<number, Row>, size: number): Uint8Array {
  const bytes = Buffer.alloc(size * 8);
  const above = Buffer.alloc(7);
  for (let id = 0; id < size; id += 1) {
    const [kind, place, index] = rows.get(id) ?? [0, 0, id === 0 ? 0xffff : 0];
    const row = Buffer.alloc(7);
    row.writeUInt8(kind, 0);
    row.writeUInt32BE(place, 1);
    row.writeUInt16BE(index, 5);
    bytes[id * 8] = 2;
    for (let column = 0; column < 7; column += 1)
      bytes[id * 8 + 1 + column] = (row.readUInt8(column) - above.readUInt8(column)) & 255;
    above.set(row);
  }
  return bytes;
}

/** `ok`, or the code of the refusal. */
export function verdict(bytes: Uint8Array): PdfCode | 'ok' {
  const read = readPdf(bytes);
  return read.kind === 'ok' ? 'ok' : read.code;
}

/** The sentence of the refusal; empty when there is none. */
export function sentence(bytes: Uint8Array): string {
  const read = readPdf(bytes);
  return read.kind === 'ok' ? '' : read.sentence;
}
