// A TrueType program of the glyphs that a file uses (OpenType 1.9; ISO 32000-1, 9.9 names the tables): outlines and widths
// are copied as they stand in the font, and only the numbers of composite glyphs' parts are changed.

import { tablesOf } from '../fonts/sfnt.ts';

/** The font's glyph for each of the subset's, which grows by the parts of composite glyphs. */
export type Glyphs = { readonly glyphs: readonly number[]; includeGlyph(id: number): number };

/** In the order they stand in the program; a font need not have the programs of its hints. */
const TABLES = ['head', 'hhea', 'loca', 'maxp', 'cvt ', 'prep', 'glyf', 'hmtx', 'fpgm'] as const;
const [HEADER, RECORD] = [12, 16];

/** Places within tables. */
const [LOCA_FORMAT, GLYPH_COUNT, METRIC_COUNT] = [50, 4, 34];

/** Throws RangeError where the font speaks of bytes that it does not have. */
export function fontProgram(data: Uint8Array, subset: Glyphs): Buffer {
  const own = tablesOf(data);
  const table = (tag: string): Buffer => own.get(tag) ?? Buffer.alloc(0);
  const [head, hhea, maxp] = [table('head'), Buffer.from(table('hhea')), Buffer.from(table('maxp'))];
  const long = head.readInt16BE(LOCA_FORMAT) !== 0;
  const glyf = subsetOutlines(table('glyf'), table('loca'), long, subset);
  const hmtx = subsetMetrics(table('hmtx'), hhea.readUInt16BE(METRIC_COUNT), subset.glyphs);
  maxp.writeUInt16BE(glyf.length, GLYPH_COUNT);
  hhea.writeUInt16BE(glyf.length, METRIC_COUNT);
  const changed = { head, hhea, maxp, loca: locations(glyf, long), glyf: Buffer.concat(glyf), hmtx };
  const tables = new Map([...own, ...Object.entries(changed)]);
  return packed(TABLES.map((tag) => [tag, tables.get(tag) ?? Buffer.alloc(0)]));
}

function subsetOutlines(glyf: Buffer, loca: Buffer, long: boolean, subset: Glyphs): readonly Buffer[] {
  const place = (id: number): number => (long ? loca.readUInt32BE(id * 4) : loca.readUInt16BE(id * 2) * 2);
  const outlines: Buffer[] = [];
  // Parts of composite glyphs join the subset on the way, and are come to in their turn.
  for (const id of subset.glyphs) {
    const [start, end] = [place(id), place(id + 1)];
    if (start > end || end > glyf.length) throw new RangeError(`glyph ${id} lies outside of its table`);
    const outline = glyf.subarray(start, end);
    outlines.push(isComposite(outline) ? withParts(outline, subset) : outline);
  }
  return outlines;
}

const isComposite = (outline: Buffer): boolean => outline.length > 0 && outline.readInt16BE(0) < 0;

/** Flags of a part: the size of its arguments, the kind of its scale, and whether another part follows. */
const [WORDS, SCALE, MORE, TWO_SCALES, MATRIX] = [0x01, 0x08, 0x20, 0x40, 0x80];
/** The first part stands behind the number of contours and the bounding box. */
const FIRST_PART = 10;

/** A copy that names its parts by their numbers in the subset. */
function withParts(outline: Buffer, subset: Glyphs): Buffer {
  const copy = Buffer.from(outline);
  for (let [at, flags] = [FIRST_PART, MORE]; (flags & MORE) !== 0; ) {
    flags = copy.readUInt16BE(at);
    copy.writeUInt16BE(subset.includeGlyph(copy.readUInt16BE(at + 2)), at + 2);
    at += 4 + (flags & WORDS ? 4 : 2) + scaleSize(flags);
  }
  return copy;
}

const scaleSize = (flags: number): number =>
  flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0;

/** Where each glyph begins, and the last one ends. */
function locations(outlines: readonly Buffer[], long: boolean): Buffer {
  const size = long ? 4 : 2;
  const loca = Buffer.alloc((outlines.length + 1) * size);
  let place = 0;
  for (const [index, outline] of outlines.entries()) {
    place += outline.length;
    if (long) loca.writeUInt32BE(place, (index + 1) * size);
    else loca.writeUInt16BE(place / 2, (index + 1) * size);
  }
  return loca;
}

/** Advance and bearing of each glyph. Those behind the last `count` have its advance, and a bearing of their own. */
function subsetMetrics(hmtx: Buffer, count: number, glyphs: readonly number[]): Buffer {
  const metrics = Buffer.alloc(glyphs.length * 4);
  for (const [index, id] of glyphs.entries()) {
    const bearing = id < count ? id * 4 + 2 : count * 4 + (id - count) * 2;
    metrics.writeUInt16BE(hmtx.readUInt16BE(Math.min(id, count - 1) * 4), index * 4);
    metrics.writeInt16BE(bearing + 2 <= hmtx.length ? hmtx.readInt16BE(bearing) : 0, index * 4 + 2);
  }
  return metrics;
}

/** The tables behind their directory. Nobody checks the sums of a program inside a PDF: they stay 0. */
function packed(all: readonly (readonly [string, Buffer])[]): Buffer {
  const tables = all.filter(([, table]) => table.length > 0);
  const power = Math.floor(Math.log2(tables.length));
  const directory = Buffer.alloc(HEADER + tables.length * RECORD);
  directory.write('true', 'latin1');
  directory.writeUInt16BE(tables.length, 4);
  directory.writeUInt16BE(2 ** power * RECORD, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE((tables.length - 2 ** power) * RECORD, 10);
  let place = directory.length;
  for (const [index, [tag, table]] of tables.entries()) {
    const at = HEADER + index * RECORD;
    directory.write(tag, at, 'latin1');
    directory.writeUInt32BE(place, at + 8);
    directory.writeUInt32BE(table.length, at + 12);
    place += table.length;
  }
  return Buffer.concat([directory, ...tables.map(([, table]) => table)]);
}
