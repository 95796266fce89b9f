// Words put together from letters are exactly what the font reader's own layout makes of them.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import * as fontkit from 'fontkit';
import { describe, expect, test } from 'vitest';
import { plainGlyphs, plainText } from '../../../src/write/pdf/fonts/plain-words.ts';
import { shapeGlyphs } from '../../../src/write/pdf/fonts/shaper.ts';

const resolve = createRequire(import.meta.url).resolve;
const open = (path: string): fontkit.Font => {
  const font = fontkit.create(readFileSync(resolve(`@expo-google-fonts/${path}.ttf`)));
  if ('fonts' in font) throw new Error(`${path} is a collection`);
  return font;
};
const FONTS = [
  'ibm-plex-sans/400Regular/IBMPlexSans_400Regular',
  'ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold',
  'ibm-plex-sans/400Regular_Italic/IBMPlexSans_400Regular_Italic',
  'ibm-plex-mono/400Regular/IBMPlexMono_400Regular',
  'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular',
  'noto-sans-math/400Regular/NotoSansMath_400Regular',
  'noto-sans-symbols/400Regular/NotoSansSymbols_400Regular',
  'noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular',
];

const between = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index));
const latin = between(0x21, 0x7e);
const others = [
  ...between(0xa0, 0x24f),
  ...between(0x370, 0x3ff),
  ...between(0x400, 0x4ff),
  ...between(0x2010, 0x205e),
];
const marks = ['\u0301', '\u0308', '\u0327', '\u200d', '\u00ad', '\u05d0', '\u0628', '\ufb01', '\u1e9e'];
const telling = [...'fiflfftTAVToWa1/2\u2044jJ.,-\u0130i\u0131'];
const letter = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...latin) },
  { weight: 3, arbitrary: fc.constantFrom(...telling) },
  { weight: 2, arbitrary: fc.constantFrom(...others) },
  { weight: 1, arbitrary: fc.constantFrom(...marks) },
);

describe.each(FONTS)('%s', (path) => {
  const font = open(path);

  test('random words are as if shaped whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: letter, minLength: 1, maxLength: 10 }), (text) => {
        const plain = plainText(font, text);
        if (plain === null) return;
        const whole = shapeGlyphs(font, text, 'ltr', {});
        expect(plainGlyphs(plain)).toEqual(whole);
        const steps = whole.glyphs.filter((glyph) => glyph.advance > 0).length;
        expect(plain).toMatchObject({ width: whole.width, steps });
      }),
      { numRuns: 1_500 },
    );
  });
});

const lettersOf = (word: string): readonly string[] | undefined =>
  plainText(plex, word)?.letters.map((own) => own.text);
const plex = open(FONTS[0] ?? '');

test('nearly all words of a text are put together, those with marks are not', () => {
  for (const word of [
    'Responsibility',
    '2026-Q3',
    'AVAToWa.',
    'IOM-01-C2',
    '\u0395\u03bb\u03bb\u03ac\u03c2',
    'Кириллица',
  ])
    expect(lettersOf(word), word).toEqual([...word]);
  for (const word of ['e\u0301', '1\u20442', '\u05d0']) expect(lettersOf(word), word).toBeUndefined();
});

test('ligatures are letters of their own, and moved by their neighbours as such', () => {
  expect(lettersOf('office')).toEqual(['o', 'f', 'fi', 'c', 'e']);
  expect(lettersOf('fifi')).toEqual(['fi', 'fi']);
  const words = fc.string({ unit: fc.constantFrom(...'filTVo.'), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(words, (text) => {
      const plain = plainText(plex, text);
      expect(plain && plainGlyphs(plain)).toEqual(shapeGlyphs(plex, text, 'ltr', {}));
    }),
  );
});

test('a character that the font has no glyph for is not plain', () => {
  expect(plainText(open(FONTS[4] ?? ''), 'Ж')).toBeNull();
});
