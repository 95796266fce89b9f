// Fonts for what a style's own families lack: which characters a font has, and which fonts a document carries for it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as fontkit from 'fontkit';
import { expect, test } from 'vitest';
import type { FontFace } from '../../../src/model/document.ts';
import { coverageOf } from '../../../src/write/html/coverage.ts';
import { writeHtml } from '../../../src/write/html/index.ts';
import { doc, el, p, pageOf, style } from '../pdf/tree.ts';
import { elementsOf, lookOf, readHtml, styleSheet } from './read-html.ts';

const read = (family: string, file: string): Uint8Array => {
  const home = dirname(createRequire(import.meta.url).resolve(`@expo-google-fonts/${family}/package.json`));
  return readFileSync(join(home, file));
};
const face = (family: string, weight: number, data: Uint8Array): FontFace => ({
  family,
  weight,
  style: 'normal',
  data,
});

const PLEX = read('ibm-plex-sans', '400Regular/IBMPlexSans_400Regular.ttf');
const BOLD = read('ibm-plex-sans', '700Bold/IBMPlexSans_700Bold.ttf');
const HEBREW = read('noto-sans-hebrew', '400Regular/NotoSansHebrew_400Regular.ttf');
const HEBREW_BOLD = read('noto-sans-hebrew', '700Bold/NotoSansHebrew_700Bold.ttf');
const MATH = read('noto-sans-math', '400Regular/NotoSansMath_400Regular.ttf');
const FONTS = [
  face('Plex', 400, PLEX),
  face('Plex', 700, BOLD),
  face('Hebrew', 400, HEBREW),
  face('Hebrew', 700, HEBREW_BOLD),
  face('Math', 400, MATH),
];

test.each([
  ['Plex', PLEX],
  ['Hebrew', HEBREW],
  ['Math, beyond the first plane', MATH],
])('says of every character what fontkit says: %s', (_name, data) => {
  const font = fontkit.create(Buffer.from(data));
  if (!('hasGlyphForCodePoint' in font)) throw new Error('a collection');
  const covers = coverageOf(data);
  const points = Array.from({ length: 0x20000 }, (_, point) => point);
  const different = points.filter((point) => covers(point) !== font.hasGlyphForCodePoint(point));
  expect(different).toEqual([]);
});

test.each([
  [new Uint8Array()],
  [PLEX.subarray(0, 300)],
  [new TextEncoder().encode('no font at all, but long enough')],
])('a font that cannot be read has nothing', (data) => {
  expect(coverageOf(data)(65)).toBe(false);
});

const carried = (html: string): readonly string[] =>
  [...styleSheet(html).matchAll(/@font-face\{font-family:"(\w+)";font-weight:(\d+)/g)].map(
    ([, family, weight]) => `${family} ${weight}`,
  );
const moreOf = (html: string): string | undefined => /--more:([^}]*)\}/.exec(styleSheet(html))?.[1];

test('a document whose own font has all is alone with it', () => {
  const html = writeHtml(doc([p('Ωμέγα, Ж, €')], { fonts: FONTS }));
  expect([carried(html), moreOf(html)]).toEqual([['Plex 400'], 'sans-serif']);
  const [paragraph] = elementsOf(readHtml(html)).filter(({ tag }) => tag === 'p');
  expect(lookOf(html, paragraph ?? readHtml(html))).toContain('font-family:"Plex",var(--more)');
});

test('what it lacks comes from the first that has it, in the weight of the text, and from no other', () => {
  const html = writeHtml(
    doc([p('שלום'), p('x', el('b', {}, ['∮ and \u200b soft'])), 'plain'], { fonts: FONTS }),
  );
  expect([carried(html), moreOf(html)]).toEqual([
    ['Plex 400', 'Plex 700', 'Hebrew 400', 'Math 400'],
    '"Hebrew","Math"',
  ]);
  const bold = writeHtml(doc([el('b', {}, ['שלום'])], { fonts: FONTS }));
  expect(carried(bold)).toEqual(['Plex 700', 'Hebrew 700']);
});

test('a style that names no family of the document has the first that can', () => {
  const html = writeHtml(doc([el('p', { fontFamily: ['sans-serif'] }, ['x'])], { fonts: FONTS }));
  expect([carried(html), moreOf(html)]).toEqual([['Plex 400'], '"Plex"']);
});

test('margin boxes and what stands before list items ask for fonts too', () => {
  const box = {
    style: style({ fontWeight: 700 }),
    content: [{ kind: 'counter', counter: 'page', style: 'decimal' }] as const,
  };
  const rule = pageOf(300, 400, 30, { 'top-left': box });
  const html = writeHtml(doc([drawn()], { fonts: FONTS, pages: { '': { first: rule, other: rule } } }));
  expect(carried(html)).toEqual(['Plex 400', 'Plex 700']);
});

const drawn = () => el('ol', {}, [el('li', { listStyleType: 'decimal' }, [])]);
