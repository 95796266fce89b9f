// The file's objects and where they stand: streams go out at once, all else is gathered into compressed object
// streams (ISO 32000-1, 7.5.7), and the end is a cross-reference stream (7.5.8). What stays in memory is eight bytes an object.

import { deflateSync } from 'node:zlib';
import { newByteSink } from './byte-sink.ts';
import { newCrossReferences } from './cross-references.ts';
import { objectText, pdfBytes } from './object-text.ts';
import { fillRange, type SignatureGap, signatureText } from './signature-gap.ts';

export type ObjectStore = {
  /** A number for an object that is written later; one never written stays free. */
  readonly newId: () => number;
  /** Writes an object; it shares a compressed stream with its neighbours. */
  readonly put: (id: number, text: string) => void;
  /** Writes an object to stand by itself, where it is found without unpacking anything. */
  readonly putPlain: (id: number, text: string) => void;
  /** Writes a signature dictionary with `reserve` bytes of zeros for its contents; `finish` fills in what it covers: all the rest. */
  readonly putSignature: (id: number, data: object, reserve: number) => void;
  /** Writes a stream. `raw` goes out as it is, by the filter that `data` names or none. */
  readonly putStream: (id: number, data: object, bytes: Uint8Array, raw?: boolean) => void;
  /** The whole file, ended by a trailer with these entries. */
  readonly finish: (trailer: object) => Uint8Array;
};

/** Content: a third faster than level 6, and 7 % larger. */
const LEVEL = 3;
/** Object streams, which are a small part of the work: 10 % smaller than by level 3, and 1 % larger than by 6. */
const PACKED_LEVEL = 5;
/** Objects that share one stream: enough to be alike, few enough to be unpacked for one of them. */
const PACKED = 200;
/** The second line says that the file is not text. */
const HEADER = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';

type Packed = { readonly id: number; readonly text: string };

export function newObjectStore(): ObjectStore {
  const sink = newByteSink();
  const places = newCrossReferences();
  let waiting: Packed[] = [];
  let gap: SignatureGap | null = null;
  sink.text(HEADER);

  const write = (id: number, data: object, bytes: Uint8Array, raw = false, level = LEVEL) => {
    const body = raw ? bytes : deflateSync(bytes, { level });
    const filter = raw ? {} : { Filter: 'FlateDecode' };
    sink.text(`${id} 0 obj\n${objectText({ ...data, ...filter, Length: body.length })}stream\n`);
    sink.bytes(body);
    sink.text('\nendstream\nendobj\n');
  };
  const putStream: ObjectStore['putStream'] = (id, data, bytes, raw) => {
    places.plain(id, sink.length());
    write(id, data, bytes, raw);
  };
  const pack = () => {
    const objects = waiting;
    waiting = [];
    if (objects.length === 0) return;
    const id = places.newId();
    for (const [index, object] of objects.entries()) places.packed(object.id, id, index);
    const { first, text } = packedText(objects);
    places.plain(id, sink.length());
    const data = { Type: 'ObjStm', N: objects.length, First: first };
    write(id, data, Buffer.from(text, 'latin1'), false, PACKED_LEVEL);
  };
  return {
    newId: places.newId,
    put: (id, text) => {
      if (waiting.push({ id, text }) === PACKED) pack();
    },
    putPlain: (id, text) => {
      places.plain(id, sink.length());
      sink.text(`${id} 0 obj\n${text}\nendobj\n`);
    },
    putSignature: (id, data, reserve) => {
      places.plain(id, sink.length());
      sink.text(`${id} 0 obj\n`);
      const signature = signatureText(data, reserve, sink.length());
      gap = signature.gap;
      sink.text(`${signature.text}\nendobj\n`);
    },
    putStream,
    finish: (trailer) => {
      pack();
      const id = places.newId();
      const start = sink.length();
      places.plain(id, start);
      const mark = pdfBytes(Buffer.from(sink.digest().slice(0, 32), 'hex').toString('latin1'));
      const { widths, columns, rows } = places.table();
      const data = { Type: 'XRef', Size: places.size(), W: widths, ...trailer, ID: [mark, mark] };
      write(id, { ...data, DecodeParms: { Predictor: 12, Columns: columns } }, rows);
      sink.text(`startxref\n${start}\n%%EOF\n`);
      const whole = sink.take();
      if (gap !== null) fillRange(whole, gap);
      return whole;
    },
  };
}

/** Numbers and offsets of the objects first, then the objects. */
function packedText(objects: readonly Packed[]): { readonly first: number; readonly text: string } {
  let at = 0;
  let head = '';
  for (const { id, text } of objects) {
    head += `${id} ${at} `;
    at += text.length + 1;
  }
  return { first: head.length, text: head + objects.map(({ text }) => text).join('\n') };
}
