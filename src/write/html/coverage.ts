// Which characters a font has, read from its own table: as much of `cmap` as says so, formats 4 and 12.

/** True for the code points of characters that the font has. A font whose table cannot be read has none. */
export type Coverage = (codePoint: number) => boolean;

const known = new WeakMap<Uint8Array, Coverage>();

export const coverageOf = (font: Uint8Array): Coverage => {
  const coverage = known.get(font) ?? readCoverage(font);
  known.set(font, coverage);
  return coverage;
};

type Range = readonly [first: number, last: number];

const readCoverage = (font: Uint8Array): Coverage => {
  const ranges = rangesOf(new DataView(font.buffer, font.byteOffset, font.byteLength));
  return (codePoint) => ranges.some(([first, last]) => first <= codePoint && codePoint <= last);
};

const rangesOf = (view: DataView): readonly Range[] => {
  try {
    const table = tableAt(view, 'cmap');
    return table === null ? [] : subtables(view, table).flatMap((at) => subtableRanges(view, at));
  } catch (error) {
    // A table that ends too early. The browser will have its own say on such a font.
    if (error instanceof RangeError) return [];
    throw error;
  }
};

const tableAt = (view: DataView, name: string): number | null => {
  const count = view.getUint16(4);
  for (let at = 12; at < 12 + count * 16; at += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));
    if (tag === name) return view.getUint32(at + 8);
  }
  return null;
};

/** Those in Unicode: of the platform of that name, or of Windows with one of its two encodings for it. */
const subtables = (view: DataView, table: number): readonly number[] =>
  Array.from({ length: view.getUint16(table + 2) }, (_, index) => table + 4 + index * 8)
    .filter((at) => {
      const [platform, encoding] = [view.getUint16(at), view.getUint16(at + 2)];
      return platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
    })
    .map((at) => table + view.getUint32(at + 4));

const subtableRanges = (view: DataView, at: number): readonly Range[] => {
  const format = view.getUint16(at);
  if (format === 12) return groups(view, at);
  return format === 4 ? segments(view, at) : [];
};

const groups = (view: DataView, at: number): readonly Range[] =>
  Array.from({ length: view.getUint32(at + 12) }, (_, index) => {
    const group = at + 16 + index * 12;
    return [view.getUint32(group), view.getUint32(group + 4)] as const;
  });

/** A segment may have holes, which only its glyph numbers tell; the last one stands for the end of the table. */
const segments = (view: DataView, at: number): readonly Range[] => {
  const double = view.getUint16(at + 6);
  const ranges: Range[] = [];
  for (let index = 0; index < double; index += 2) {
    const last = view.getUint16(at + 14 + index);
    const first = view.getUint16(at + 16 + double + index);
    const offsetAt = at + 16 + 3 * double + index;
    const offset = view.getUint16(offsetAt);
    if (first === 0xffff) continue;
    if (offset === 0) ranges.push([first, last]);
    else
      for (let one = first; one <= last; one += 1)
        if (view.getUint16(offsetAt + offset + 2 * (one - first)) !== 0) ranges.push([one, one]);
  }
  return ranges;
};
