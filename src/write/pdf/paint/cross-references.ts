// Where every object stands: at an offset of the file, or within an object stream.

import { Failure } from '../../../problem.ts';

export type CrossReferences = {
  readonly newId: () => number;
  /** The highest number and one. */
  readonly size: () => number;
  readonly plain: (id: number, offset: number) => void;
  readonly packed: (id: number, stream: number, index: number) => void;
  /** The rows of a cross-reference stream, made ready for the PNG predictor "up": rows that go on evenly pack to nothing. */
  readonly table: () => {
    readonly widths: readonly number[];
    readonly columns: number;
    readonly rows: Uint8Array;
  };
};

const FREE = 0;
const PLAIN = 1;
const PACKED = 2;

export function newCrossReferences(): CrossReferences {
  let size = 1;
  let kinds = new Uint8Array(1024);
  let places = new Uint32Array(1024);
  let indexes = new Uint16Array(1024);
  const set = (id: number, kind: number, place: number, index: number) => {
    if (kinds[id] !== FREE)
      throw new Failure('bug', `Object ${id} of the PDF was written twice.`, 'Please report this.');
    kinds[id] = kind;
    places[id] = place;
    indexes[id] = index;
  };
  return {
    newId: () => {
      if (size === kinds.length) {
        kinds = grown(kinds, new Uint8Array(size * 2));
        places = grown(places, new Uint32Array(size * 2));
        indexes = grown(indexes, new Uint16Array(size * 2));
      }
      size += 1;
      return size - 1;
    },
    size: () => size,
    plain: (id, offset) => set(id, PLAIN, offset, 0),
    packed: (id, stream, index) => set(id, PACKED, stream, index),
    table: () => tableOf(size, kinds, places, indexes),
  };
}

function grown<T extends Uint8Array | Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function tableOf(
  size: number,
  kinds: Uint8Array,
  places: Uint32Array,
  indexes: Uint16Array,
): ReturnType<CrossReferences['table']> {
  const columns = 7;
  const row = columns + 1;
  const rows = Buffer.alloc(size * row);
  for (let id = 0; id < size; id += 1) {
    const at = id * row;
    rows.writeUInt8(kinds[id] ?? FREE, at + 1);
    rows.writeUInt32BE(places[id] ?? 0, at + 2);
    rows.writeUInt16BE(id === 0 ? 0xffff : (indexes[id] ?? 0), at + 6);
  }
  for (let at = (size - 1) * row; at >= 0; at -= row) predictUp(rows, at, row);
  return { widths: [1, 4, 2], columns, rows };
}

/** Puts the differences from the row above in place of a row; its first byte names the predictor. */
function predictUp(rows: Buffer, at: number, row: number): void {
  rows[at] = 2;
  if (at === 0) return;
  for (let column = 1; column < row; column += 1)
    rows[at + column] = ((rows[at + column] ?? 0) - (rows[at + column - row] ?? 0)) & 255;
}
