// Fonts: which are taken, which are refused, and which font each character comes from.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FontFace } from '../../../src/model/document.ts';
import { Failure } from '../../../src/problem.ts';
import { missingIn } from '../../../src/write/pdf/fonts/coverage.ts';
import { openFace } from '../../../src/write/pdf/fonts/open-face.ts';
import { shapeText, typefacesOf } from '../../../src/write/pdf/fonts/typeface.ts';
import { glyphsOf, shapeWord } from '../../../src/write/pdf/fonts/word.ts';
import { doc } from './tree.ts';

const resolve = createRequire(import.meta.url).resolve;
const noto = (script: string, weight = 400): FontFace => {
  const name = weight === 700 ? '700Bold' : '400Regular';
  const path = `@expo-google-fonts/noto-sans-${script.toLowerCase()}/${name}/NotoSans${script}_${name}.ttf`;
  return { family: script, weight, style: 'normal', data: readFileSync(resolve(path)) };
};
const fonts = [...doc([]).fonts, noto('Hebrew'), noto('Hebrew', 700), noto('Arabic')];
const wanted = { fontFamily: ['Plex'], fontWeight: 400, fontStyle: 'normal' } as const;

const facesIn = (text: string, fontWeight = 400): readonly (readonly [string, string])[] =>
  (shapeText(typefacesOf(fonts).choose({ ...wanted, fontWeight }), text) ?? []).map((word) => [
    `${word.face.source.family} ${word.face.source.weight}`,
    word.text,
  ]);

test('each cluster comes from the first font that has it, in the nearest weight', () => {
  expect(facesIn('ab\u05d0\u05d1c')).toEqual([
    ['Plex 400', 'ab'],
    ['Hebrew 400', '\u05d0\u05d1'],
    ['Plex 400', 'c'],
  ]);
  expect(facesIn('\u05d0', 700)).toEqual([['Hebrew 700', '\u05d0']]);
  expect(facesIn('\u0628', 700)).toEqual([['Arabic 400', '\u0628']]);
});

test('a mark stays with its letter, composed where only the composed letter is there', () => {
  expect(facesIn('\u05e9\u05c1\u05b8')).toEqual([['Hebrew 400', '\u05e9\u05c1\u05b8']]);
  expect(facesIn('e\u0301')).toHaveLength(1);
});

test('characters that never show need no glyph and take no room', () => {
  const typeface = typefacesOf(fonts).choose(wanted);
  const width = (text: string) =>
    (shapeText(typeface, text) ?? []).reduce((sum, word) => sum + word.width, 0);
  for (const hidden of [
    '\u200d',
    '\u200c',
    '\ufe0f',
    '\u00ad',
    '\u200f',
    '\u2067',
    '\ufeff',
    '\u2060',
    '\u200b',
  ])
    expect(width(`a${hidden}b`), hidden.codePointAt(0)?.toString(16)).toBeCloseTo(width('a') + width('b'), 1);
  expect(missingIn(typeface.faces, 'a\u200db\ufe0f\u6f22\u6f22')).toEqual(['\u6f22']);
});

test('what was shaped before does not change what a glyph stands for', () => {
  const face = openFace({ ...noto('Arabic'), family: 'fresh' });
  const said = (text: string) =>
    glyphsOf(shapeWord(face, text, { rtl: true, apart: false })).map((glyph) => glyph.text);
  const before = said('\u0628');
  said('\u0628\u0628\u0628');
  shapeWord(face, '\u00a0');
  expect(glyphsOf(shapeWord(face, ' ')).map((glyph) => glyph.text)).toEqual([' ']);
  expect(said('\u0628')).toEqual(before);
});

test('the glyphs of any word say its characters, each once and in order', () => {
  const face = openFace(noto('Arabic'));
  const letters = [...'\u0627\u0623\u0644\u0628\u062c\u0633\u0645\u0647\u064a\u064c\u0650\u0651'];
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 8 }), (text) => {
      const word = shapeWord(face, text, { rtl: true, apart: false });
      expect(
        glyphsOf(word)
          .map((glyph) => glyph.text)
          .join(''),
      ).toBe(text);
    }),
    { numRuns: 300 },
  );
});

const plex = doc([]).fonts[0]?.data ?? new Uint8Array();
const refusal = (data: Uint8Array): string => {
  try {
    shapeWord(openFace({ family: 'X', weight: 400, style: 'normal', data }), 'Hello');
  } catch (error) {
    if (error instanceof Failure && error.code === 'template-invalid') return error.message;
    throw error;
  }
  return 'none';
};

test('what is no font, or one of a kind that cannot be embedded, is refused by name', () => {
  expect(refusal(new Uint8Array(3))).toContain('The font X 400 normal cannot be used. It is neither');
  expect(refusal(Buffer.from('wOF2 and so on, long enough'))).toContain('neither');
  const noOutlines = Buffer.from(plex);
  const at = noOutlines.indexOf('glyf');
  noOutlines.write('xxxx', at);
  expect(refusal(noOutlines)).toContain('no outlines');
  expect(refusal(plex)).toBe('none');
});

test('a font that is cut off is refused, never an error of another kind', () => {
  for (let part = 1; part < 24; part += 1)
    expect(refusal(plex.subarray(0, Math.floor((plex.length * part) / 24))), `${part}/24`).toContain(
      'cannot be used',
    );
});
