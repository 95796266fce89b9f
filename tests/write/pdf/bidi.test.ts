// Writing directions: what stands where, and that everything is read in order whatever the direction.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import bidiFactory from 'bidi-js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FontFace, Style } from '../../../src/model/document.ts';
import type { Glyph } from '../../../src/write/pdf/fonts/face.ts';
import { glyphsOf } from '../../../src/write/pdf/fonts/word.ts';
import { layOut } from '../../../src/write/pdf/layout.ts';
import { levelsOf, visualOrder } from '../../../src/write/pdf/lines/bidi.ts';
import type { Layout } from '../../../src/write/pdf/pages/placed.ts';
import { paintedText } from './painted.ts';
import { doc, el, generated, pageOf } from './tree.ts';
import { wordsOf } from './words.ts';

const resolve = createRequire(import.meta.url).resolve;
const noto = (script: string, family: string): FontFace => ({
  family,
  weight: 400,
  style: 'normal',
  data: readFileSync(
    resolve(
      `@expo-google-fonts/noto-sans-${script.toLowerCase()}/400Regular/NotoSans${script}_400Regular.ttf`,
    ),
  ),
});
const fonts = [...doc([]).fonts, noto('Hebrew', 'Hebrew'), noto('Arabic', 'Arabic')];

type Direction = Style['direction'];
const lay = (text: string, direction: Direction, width = 300): Layout => {
  const rule = pageOf(width, 800, 30);
  const paragraph = el('p', { direction, textAlign: 'start' }, [text]);
  return layOut(doc([paragraph], { fonts, pages: { '': { first: rule, other: rule } } }));
};

const wordPieces = (layout: Layout) =>
  layout.pages.flatMap((page) =>
    page.content.flatMap((placed) =>
      placed.kind === 'line'
        ? placed.line.parts.flatMap(({ piece }) => (piece.kind === 'word' ? [piece] : []))
        : [],
    ),
  );

/** The first glyph of the word with this text. */
const glyphOf = (layout: Layout, text: string): Glyph | undefined =>
  wordPieces(layout).flatMap(({ word }) => (word.text === text ? glyphsOf(word) : []))[0];

/** Words from left to right, as they stand. */
const seen = (layout: Layout): readonly string[] =>
  [...wordsOf(layout)].sort((a, b) => a.top - b.top || a.left - b.left).map((word) => word.text);

test('Hebrew inside English runs from right to left, its brackets and number with it', () => {
  const found = seen(lay('see \u05d0\u05d1 (\u05d2\u05d3) 12 end', 'ltr'));
  expect(found).toEqual(['see', '12', ')', '\u05d2\u05d3', '(', '\u05d0\u05d1', 'end']);
});

test('a bracket that runs from right to left is drawn turned round, and read as it was written', () => {
  const bracket = (text: string, direction: Direction) => glyphOf(lay(text, direction), '(');
  const turned = bracket('\u05d0 (\u05d1) \u05d2', 'rtl');
  const plain = glyphOf(lay('a ( b', 'ltr'), '(');
  const other = glyphOf(lay('a ) b', 'ltr'), ')');
  expect(turned?.text).toBe('(');
  expect(turned?.id).toBe(other?.id);
  expect(turned?.id).not.toBe(plain?.id);
});

test('a paragraph from right to left begins at the right and ends with its full stop at the left', () => {
  const layout = lay('\u05d0\u05d1 English words \u05d2\u05d3.', 'rtl');
  expect(seen(layout)).toEqual(['.', '\u05d2\u05d3', 'English', 'words', '\u05d0\u05d1']);
  expect(Math.max(...wordsOf(layout).map((word) => word.right))).toBeCloseTo(270, 3);
});

test('an element turned the other way stands apart from what is around it', () => {
  const rule = pageOf(300, 400, 30);
  const inner = el('span', { display: 'inline', direction: 'rtl' }, ['\u05d0\u05d1 12']);
  const layout = layOut(
    doc([el('p', {}, [inner, ' 34'])], { fonts, pages: { '': { first: rule, other: rule } } }),
  );
  expect(seen(layout)).toEqual(['12', '\u05d0\u05d1', '34']);
});

test('a leader runs from the text at the right to the number at the left', () => {
  const rule = pageOf(300, 400, 30);
  const leader = generated([{ kind: 'leader', fill: '.' }], { direction: 'rtl' });
  const line = el('p', { direction: 'rtl', textAlign: 'start' }, ['\u05d0\u05d1', leader, '7']);
  const layout = layOut(doc([line], { fonts, pages: { '': { first: rule, other: rule } } }));
  const [text, number] = wordsOf(layout);
  expect(number?.left).toBeCloseTo(30, 3);
  expect(text?.right).toBeCloseTo(270, 3);
});

test('Arabic letters join: a letter has another glyph in a word than alone', () => {
  const glyphs = (text: string) =>
    wordPieces(lay(text, 'rtl')).flatMap(({ word }) => glyphsOf(word).map((glyph) => glyph.id));
  expect(glyphs('\u0633\u0633\u0633').slice(0, 1)).not.toEqual(glyphs('\u0633'));
});

test('a character of another font does not move the lines', () => {
  const heights = (text: string) =>
    lay(text, 'ltr').pages.flatMap((page) =>
      page.content.flatMap((placed) => (placed.kind === 'line' ? [placed.line.height] : [])),
    );
  expect(heights('plain')).toEqual([14]);
  expect(heights('plain \u0628 \u05d0')).toEqual([14]);
});

test('lines are put in order as the bidirectional algorithm has it', () => {
  const bidi = bidiFactory() as unknown as {
    getEmbeddingLevels: (text: string, direction: Direction) => { levels: Uint8Array };
    getReorderedIndices: (text: string, levels: object) => readonly number[];
  };
  const letters = [...'abc12 ,.-()\u05d0\u05d1\u0627\u0628\u0661\u0662'];
  const text = fc.string({ unit: fc.constantFrom(...letters), maxLength: 20 }).map((made) => `${made}z`);
  fc.assert(
    fc.property(text, fc.constantFrom<Direction>('ltr', 'rtl'), (made, direction) => {
      const levels = levelsOf(made, direction);
      const own = visualOrder([...(levels ?? new Uint8Array(made.length))]);
      expect(own).toEqual(bidi.getReorderedIndices(made, bidi.getEmbeddingLevels(made, direction)));
    }),
    { numRuns: 500 },
  );
});

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abcfi\u00e9'), minLength: 1, maxLength: 6 }),
  fc.string({
    unit: fc.constantFrom(...'\u05d0\u05d1\u05d2\u05e9', '\u05e9\u05c1\u05b8'),
    minLength: 1,
    maxLength: 6,
  }),
  fc.string({
    unit: fc.constantFrom(...'\u0627\u0644\u0628\u0633\u0645', '\u0628\u064c'),
    minLength: 1,
    maxLength: 6,
  }),
  fc.integer({ min: 0, max: 99_999 }).map((number) => (number / 10).toFixed(1)),
  fc.constantFrom(
    '(',
    ')',
    '[\u05d0]',
    '(\u0628)',
    '12%',
    '\u2013',
    '\u0661\u0662',
    'a/b',
    '\u05d0-\u05d1',
    '"\u05d0"',
  ),
);

test('whatever is mixed, every word is painted once and in the order it is read', () => {
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 25 }),
      fc.constantFrom<Direction>('ltr', 'rtl'),
      fc.integer({ min: 100, max: 500 }),
      (words, direction, width) => {
        const layout = lay(words.join(' '), direction, width);
        expect(paintedText(layout).trim().split(/ +/)).toEqual(words);
      },
    ),
    { numRuns: 200 },
  );
});

test('whatever is mixed, no two words of a line stand on each other, and none leaves its line', () => {
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 25 }),
      fc.constantFrom<Direction>('ltr', 'rtl'),
      (words, direction) => {
        const found = [...wordsOf(lay(words.join(' '), direction))].sort(
          (a, b) => a.top - b.top || a.left - b.left,
        );
        for (const [index, one] of found.entries()) {
          expect(one.left).toBeGreaterThan(29.9);
          expect(one.right).toBeLessThan(270.1);
          const next = found[index + 1];
          if (next?.top === one.top) expect(next.left).toBeGreaterThan(one.right - 0.01);
        }
      },
    ),
    { numRuns: 100 },
  );
});
