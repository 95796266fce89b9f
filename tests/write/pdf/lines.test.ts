// Text in lines: where it breaks, what it is aligned by, and how compactly it is painted.

import fc from 'fast-check';
import LineBreaker from 'linebreak';
import { expect, test } from 'vitest';
import type { Style } from '../../../src/model/document.ts';
import { glyphsOf } from '../../../src/write/pdf/fonts/word.ts';
import { layOut } from '../../../src/write/pdf/layout.ts';
import { breakOpportunities } from '../../../src/write/pdf/lines/break-opportunities.ts';
import { paintedOperators, paintedText } from './painted.ts';
import { doc, el, p, pageOf } from './tree.ts';
import { linesOf, lineTexts, wordsOf } from './words.ts';

function breaksByRule(text: string): readonly number[] {
  const found: number[] = [];
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak())
    if (next.position < text.length) found.push(next.position);
  return found;
}
const breaksOf = (text: string): readonly number[] =>
  [...breakOpportunities(text)].flatMap((value, position) => (value === 1 ? [position] : []));

const PLAIN = [
  ...'abZ09 (){}[]"\'!?,.:;/$+\\%-|#&*<=>@^_`~',
  ...'\u00a0\u00e9\u2013\u2014\u2018\u2019\u201c\u201d\u20ac\u00a3',
];

test('plain text breaks where UAX #14 says', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...PLAIN), maxLength: 40 }), (text) => {
      expect(breaksOf(text)).toEqual(breaksByRule(text));
    }),
    { numRuns: 20_000 },
  );
});

test('every Latin character and every sign breaks beside every plain one as UAX #14 says', () => {
  for (let code = 1; code < 0x2100; code += code === 0x24f ? 0x1db1 : 1) {
    const character = String.fromCharCode(code);
    for (const other of PLAIN) {
      const text = `${character}${other} ${character} ${other}${character}`;
      expect(breaksOf(text), `U+${code.toString(16)} and ${other}`).toEqual(breaksByRule(text));
    }
  }
});

test('any text breaks where UAX #14 says', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 30 }));
  fc.assert(
    fc.property(text, (made) => {
      expect(breaksOf(made)).toEqual(breaksByRule(made));
    }),
    { numRuns: 2_000 },
  );
});

const paragraph = (over: Partial<Style>, text: string, width = 300) => {
  const rule = pageOf(width, 400, 30);
  return layOut(doc([el('p', over, [text])], { pages: { '': { first: rule, other: rule } } }));
};

test('tabs go to stops eight spaces apart, whatever stands before them', () => {
  const [a, b, c, d] = wordsOf(paragraph({ whiteSpace: 'pre' }, 'a\tb\nccc\td'));
  const [space] = wordsOf(paragraph({ whiteSpace: 'pre' }, ' \u00a0')).slice(-1);
  const stop = 8 * ((space?.right ?? 0) - (space?.left ?? 0));
  expect([a?.left, c?.left]).toEqual([30, 30]);
  expect(b?.left).toBeCloseTo(30 + stop, 3);
  expect(d?.left).toBeCloseTo(30 + stop, 3);
});

test('a soft hyphen shows only where the line is broken, and is never read', () => {
  const layout = paragraph({}, 'an extra\u00adordinary word', 100);
  expect(lineTexts(layout)[0]).toEqual(['an', 'extra\u00ad', 'ordinary', 'word']);
  expect(paintedText(layout)).toBe('an extraordinary word');
  expect(lineTexts(paragraph({}, 'extra\u00adordinary'))[0]).toEqual(['extraordinary']);
});

test('a hyphen never leaves its line', () => {
  const word = fc.array(fc.constantFrom('a', 'mm', 'ill', 'ss'), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 90, max: 160 }),
      (words, width) => {
        const layout = paragraph({}, words.map((parts) => parts.join('\u00ad')).join(' '), width);
        for (const { right } of wordsOf(layout)) expect(right).toBeLessThan(width - 30 + 0.02);
        expect(paintedText(layout).trim().split(' ')).toEqual(words.map((parts) => parts.join('')));
      },
    ),
    { numRuns: 300 },
  );
});

test('word spacing widens every space, those that do not break too', () => {
  const left = (over: Partial<Style>) => wordsOf(paragraph(over, 'a b\u00a0c')).at(-1)?.left ?? 0;
  expect(left({ wordSpacing: 5 })).toBeCloseTo(left({}) + 10, 3);
});

test('start and end follow the direction', () => {
  const left = (over: Partial<Style>) => wordsOf(paragraph(over, 'abc'))[0]?.left ?? 0;
  const width = (wordsOf(paragraph({}, 'abc'))[0]?.right ?? 0) - 30;
  expect(left({ textAlign: 'start' })).toBe(30);
  expect(left({ textAlign: 'end' })).toBeCloseTo(270 - width, 3);
  expect(left({ textAlign: 'start', direction: 'rtl' })).toBeCloseTo(270 - width, 3);
  expect(left({ textAlign: 'end', direction: 'rtl' })).toBe(30);
});

const never = (): never => {
  throw new Error('there is no page');
};

test('letters stand apart without ligatures', () => {
  const glyphs = (over: Partial<Style>) =>
    linesOf(paragraph(over, 'fi').pages[0] ?? never()).flatMap(({ line }) =>
      line.parts.map(({ piece }) => (piece.kind === 'word' ? glyphsOf(piece.word).length : 0)),
    );
  expect(glyphs({})).toEqual([1]);
  expect(glyphs({ letterSpacing: 1 })).toEqual([2]);
});

test('the lines of a paragraph are one text object, and nothing is set twice', () => {
  const operators = paintedOperators(paragraph({}, 'some words '.repeat(40)));
  const count = (pattern: RegExp) => operators.filter((operator) => pattern.test(operator)).length;
  expect(count(/ Td$/)).toBeGreaterThan(5);
  expect([count(/^BT/), count(/^ET/), count(/ Tf$/), count(/ Tc$/), count(/ rg$/)]).toEqual([1, 1, 1, 1, 1]);
});

test('a line in two inks is painted whole', () => {
  const layout = layOut(doc([p('one ', el('b', {}, ['two']), ' three ', el('b', {}, ['four']), '.')]));
  expect(paintedText(layout)).toBe('one two three four.');
});
