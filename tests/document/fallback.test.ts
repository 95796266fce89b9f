// Fonts of the program behind those of the theme: which there are, in which order, and what the theme keeps to itself.
import { expect, test } from 'vitest';
import { fallbackFaces } from '../../src/document/fonts/fallback.ts';
import type { FontFace } from '../../src/model/document.ts';

const data = new Uint8Array(1);
const files = Object.fromEntries(
  [
    'installed/noto-sans-sc/400.ttf',
    'installed/noto-sans-jp/400.ttf',
    'installed/noto-sans-jp/700.ttf',
    'bundled/ibm-plex-sans/400-italic.ttf',
    'bundled/noto-sans-hebrew/400.ttf',
    'bundled/noto-sans-arabic/700.ttf',
    'bundled/noto-sans-arabic/readme.txt',
    'fonts/own.ttf',
  ].map((path) => [path, data]),
);
const named = (faces: readonly FontFace[]): readonly string[] =>
  faces.map(({ family, weight, style }) => `${family} ${weight} ${style}`);

test('come by script, whatever order their files have', () => {
  expect(named(fallbackFaces(files, [], 'en'))).toEqual([
    'IBM Plex Sans 400 italic',
    'Noto Sans Arabic 700 normal',
    'Noto Sans Hebrew 400 normal',
    'Noto Sans JP 400 normal',
    'Noto Sans JP 700 normal',
    'Noto Sans SC 400 normal',
  ]);
});

test.each([
  ['zh', 'Noto Sans SC 400 normal'],
  ['zh-Hans', 'Noto Sans SC 400 normal'],
  ['ja-JP', 'Noto Sans JP 400 normal'],
  ['zh-TW', 'IBM Plex Sans 400 italic'],
])('in %s begin with %s', (language, first) => {
  expect(named(fallbackFaces(files, [], language))[0]).toBe(first);
});

test('leave a family alone that the theme has, in any weight', () => {
  const own: FontFace = { family: 'ibm plex sans', weight: 700, style: 'normal', data };
  expect(named(fallbackFaces(files, [own], 'en'))).not.toContain('IBM Plex Sans 400 italic');
});
