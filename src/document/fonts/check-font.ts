// Whether bytes are a font that can be drawn with: its directory of tables is gone through (OpenType 1.9, "Organization of an
// OpenType Font"), so that a file that is cut off is told where the theme names it and not somewhere in the middle of drawing.

export type FontFault = { readonly sentence: string; readonly hint: string };

const RESTORE = 'Restore the file, or give another TrueType or OpenType font.';
const broken = (why: string): FontFault => ({ sentence: `The font is broken: ${why}.`, hint: RESTORE });

const TRUETYPE = ['\u0000\u0001\u0000\u0000', 'true', 'OTTO'];
const OTHERS: Readonly<Record<string, string>> = {
  ttcf: 'It is a collection of several fonts.',
  wOFF: 'It is a font packed for the web (WOFF).',
  wOF2: 'It is a font packed for the web (WOFF2).',
};
const NEEDED = ['cmap', 'head', 'hhea', 'hmtx', 'maxp'];
const OUTLINES = ['glyf', 'CFF '];

const tagAt = (data: Uint8Array, at: number): string => String.fromCharCode(...data.subarray(at, at + 4));

/** What is wrong with a font file; null when it has all of what it says it has. */
export const fontFault = (data: Uint8Array): FontFault | null => {
  const kind = tagAt(data, 0);
  const other = Object.hasOwn(OTHERS, kind) ? OTHERS[kind] : undefined;
  if (other !== undefined) return { sentence: other, hint: 'Give a single TrueType or OpenType font.' };
  if (!TRUETYPE.includes(kind)) return { sentence: 'The file is no font.', hint: RESTORE };
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const count = data.length < 12 ? 0 : view.getUint16(4);
  if (12 + count * 16 > data.length) return broken('it ends within its directory');
  const tables = Array.from({ length: count }, (_, index) => 12 + index * 16);
  const cut = tables.find((at) => view.getUint32(at + 8) + view.getUint32(at + 12) > data.length);
  if (cut !== undefined) return broken(`it ends before its table \`${tagAt(data, cut)}\` does`);
  const tags = tables.map((at) => tagAt(data, at));
  const missing = NEEDED.find((tag) => !tags.includes(tag));
  if (missing !== undefined) return broken(`it has no table \`${missing}\``);
  return OUTLINES.some((tag) => tags.includes(tag)) ? null : broken('it has no outlines');
};
