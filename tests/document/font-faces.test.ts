// Fonts of a theme: where each is named, and how a file that is no whole font is told there.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { loadTemplate } from '../../src/document/index.ts';
import { font } from './fonts.ts';
import { places, refused, tiny } from './tiny.ts';

const PLEX = readFileSync(
  createRequire(import.meta.url).resolve(
    '@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf',
  ),
);
const CSS = '\n@font-face {\n  font-family: "A"; src: url("a.ttf") }';
const loaded = (data: Uint8Array) => {
  const { id, files } = tiny({ 'theme.css': CSS });
  return loadTemplate({ id, files: { ...files, 'a.ttf': data } }, 'en');
};

test.each([
  ['TrueType', font()],
  ['OpenType', font('OTTO', 'CFF cmap head hhea hmtx maxp')],
  ['a real font', PLEX],
])('%s is taken, with its place in the theme', (_, data) => {
  expect(loaded(data).styles.fonts).toEqual([
    { family: 'A', weight: 400, style: 'normal', data, at: { template: 'theme.css', line: 3, column: 26 } },
  ]);
});

test('weight and style are those that the rule names', () => {
  const css = '@font-face { font-family: "A B"; font-weight: bold; font-style: italic; src: url("a.ttf") }';
  const { id, files } = tiny({ 'theme.css': css });
  const { styles } = loadTemplate({ id, files: { ...files, 'a.ttf': PLEX } }, 'en');
  expect(styles.fonts).toMatchObject([{ family: 'A B', weight: 700, style: 'italic', data: PLEX }]);
});

test.each([
  ['no font', new TextEncoder().encode('hello'), /no font/],
  ['nothing', new Uint8Array(), /no font/],
  ['a collection', font('ttcf'), /several fonts/],
  ['a font packed for the web', font('wOF2'), /WOFF2/],
  ['a font cut off in its directory', font().subarray(0, 40), /within its directory/],
  ['a font cut off at once', font().subarray(0, 5), /within its directory/],
  ['a font cut off by one byte', font().subarray(0, -1), /before its table `maxp` does/],
  ['half of a real font', PLEX.subarray(0, PLEX.length / 2), /before its table/],
  ['a font without characters', font(undefined, 'glyf head hhea hmtx maxp'), /no table `cmap`/],
  ['a font without outlines', font(undefined, 'cmap head hhea hmtx maxp'), /no outlines/],
])('%s is refused where the theme names it', (_, data, sentence) => {
  const faults = refused(() => loaded(data));
  expect(places(faults)).toEqual(['theme.css:3:26 font-invalid']);
  expect(faults[0]?.sentence).toMatch(sentence);
});
