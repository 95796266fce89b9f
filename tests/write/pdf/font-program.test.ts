// TrueType programs of some glyphs are, byte for byte, what the font reader's own subset makes of them.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import * as fontkit from 'fontkit';
import { describe, expect, test } from 'vitest';
import { tablesOf } from '../../../src/write/pdf/fonts/sfnt.ts';
import { fontProgram, type Glyphs } from '../../../src/write/pdf/paint/font-program.ts';

const resolve = createRequire(import.meta.url).resolve;
const read = (path: string): Buffer => readFileSync(resolve(`@expo-google-fonts/${path}.ttf`));
const FONTS = [
  'ibm-plex-sans/400Regular/IBMPlexSans_400Regular',
  'ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold',
  'ibm-plex-mono/400Regular/IBMPlexMono_400Regular',
  'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular',
  'noto-sans-math/400Regular/NotoSansMath_400Regular',
  'noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular',
];

/** A new subset of the font, and its own way to be written. */
function subsetOf(data: Buffer, glyphs: readonly number[]): Glyphs & { readonly encode: () => Uint8Array } {
  // The font reader looks a few bytes behind the last glyph.
  const font = fontkit.create(Buffer.concat([data, Buffer.alloc(16)]));
  if ('fonts' in font) throw new Error('a collection');
  const subset: object = font.createSubset();
  if (!isSubset(subset)) throw new Error('the font reader has changed');
  for (const glyph of glyphs) subset.includeGlyph(glyph);
  return subset;
}
const isSubset = (subset: object): subset is Glyphs & { readonly encode: () => Uint8Array } =>
  'glyphs' in subset && 'includeGlyph' in subset && 'encode' in subset;

describe.each(FONTS)('%s', (path) => {
  const data = read(path);
  const count = tablesOf(data).get('maxp')?.readUInt16BE(4) ?? 0;

  test('any glyphs give the same program', () => {
    const glyphs = fc.array(fc.nat(count - 1), { maxLength: 40 });
    fc.assert(
      fc.property(glyphs, (ids) => {
        const program = fontProgram(data, subsetOf(data, ids));
        expect(program.equals(subsetOf(data, ids).encode())).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

const plex = read('ibm-plex-sans/400Regular/IBMPlexSans_400Regular');

test('parts of composite glyphs join the subset', () => {
  const font = fontkit.create(plex);
  const id = 'glyphForCodePoint' in font ? font.glyphForCodePoint(0xe4).id : 0;
  const subset = subsetOf(plex, [id]);
  fontProgram(plex, subset);
  expect(subset.glyphs.length).toBeGreaterThan(2);
});

test('a glyph that lies outside of its table is an error', () => {
  const broken = Buffer.from(plex);
  tablesOf(broken).get('loca')?.fill(0xff, 8);
  expect(() => fontProgram(broken, { glyphs: [0, 5], includeGlyph: () => 0 })).toThrow(RangeError);
});
