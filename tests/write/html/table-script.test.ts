// The script of interactive tables: the constant is its text, and its order, search and counts are what the documentation says.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compare,
  countText,
  folded,
  isWanted,
  type Key,
  keyOf,
  nextOrder,
  squeezed,
} from '../../../browser/interactive-tables.mjs';
import { TABLE_SCRIPT } from '../../../src/write/html/table-script.ts';

test('the constant is the script, letter by letter, and fits into a page', () => {
  const script = readFileSync(new URL('../../../browser/interactive-tables.mjs', import.meta.url), 'utf8');
  expect(TABLE_SCRIPT, 'stale: npm run browser-script').toBe(`\n${script}`);
  expect(script).not.toMatch(/<\/script|<!--|[^\n -~]/i);
});

const text = (one: string): Key => keyOf(null, null, one);
const sorted = (keys: readonly Key[], direction: 1 | -1): readonly (number | string)[] =>
  keys.toSorted((a, b) => compare(a, b, direction)).map(({ value }) => value);

describe('order', () => {
  test.each([
    ['numbers by value, not by digits', ['10', '9', '-1', '2.5'].map(text), [-1, 2.5, 9, 10]],
    ['values of data before the text', [keyOf('1000', null, '1,000'), text('2')], [2, 1000]],
    ['false before true', [keyOf('true', null, 'yes'), keyOf('false', null, 'no')], [0, 1]],
    [
      'days by date',
      [keyOf(null, '2026-10-01', '1 October'), keyOf(null, '2026-09-30', '30 September')],
      ['2026-09-30', '2026-10-01'],
    ],
    [
      'words whatever the case, by code unit',
      ['b', 'Ä', 'A', 'ß', 'z'].map(text),
      ['a', 'b', 'ss', 'z', 'ä'],
    ],
    [
      'numbers, days, words, nothing',
      [text(' '), text('x'), keyOf(null, '2026-01-01', 'x'), text('7')],
      [7, '2026-01-01', 'x', ''],
    ],
    ['grouped digits are a word', [text('1,000'), text('7')], [7, '1,000']],
  ])('%s', (_, keys, expected) => {
    expect(sorted(keys, 1)).toEqual(expected);
  });

  test('downwards turns all round but keeps nothing last', () => {
    expect(sorted([text(''), text('a'), text('1'), text('b')], -1)).toEqual(['b', 'a', 1, '']);
  });

  test('is an order: antisymmetric and transitive in both directions', () => {
    const key = fc.oneof(
      fc.string().map(text),
      fc.integer().map((one) => keyOf(String(one), null, '')),
      fc.constantFrom(text(''), keyOf(null, '2026-01-01', '')),
    );
    fc.assert(
      fc.property(key, key, key, fc.constantFrom<1 | -1>(1, -1), (a, b, c, direction) => {
        const sign = (one: Key, other: Key): number => Math.sign(compare(one, other, direction));
        expect(sign(a, b) + sign(b, a)).toBe(0);
        if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('upwards, downwards, back; another column begins anew', () => {
    const up = nextOrder(null, 2);
    expect(up).toEqual({ column: 2, direction: 1 });
    const down = nextOrder(up, 2);
    expect(down).toEqual({ column: 2, direction: -1 });
    expect(nextOrder(down, 2)).toBeNull();
    expect(nextOrder(down, 0)).toEqual({ column: 0, direction: 1 });
  });
});

describe('filter', () => {
  const row = (...texts: string[]) => ({ texts: texts.map(squeezed), folds: texts.map(folded) });

  test.each([
    ['nothing searched', '', true],
    ['a part of a cell', 'pay', true],
    ['words of two cells, whatever the case', 'CHECKOUT straße', true],
    ['a word that is not there', 'payments x', false],
    ['no text over the border of two cells', 'checkoutstrasse', false],
    ['a pattern is a text', '.*', false],
  ])('%s', (_, search, wanted) => {
    expect(isWanted(row('Payments  checkout', 'STRASSE'), search, [])).toBe(wanted);
  });

  test('a choice is the whole cell of its column', () => {
    const choice = (words: string | null) => isWanted(row('a', 'Not supported'), '', [{ column: 1, words }]);
    expect([choice(null), choice('Not supported'), choice('supported'), choice('a')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('counts stand where the label has them', () => {
    expect(countText('{shown} of {all} ($&)', 12, 60)).toBe('12 of 60 ($&)');
    expect(countText('{all}: {shown}, {shown}', 0, 1)).toBe('1: 0, 0');
  });
});
