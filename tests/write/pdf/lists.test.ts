// List items: numbers and bullets, where their markers stand, and what is read of them.

import { expect, test } from 'vitest';
import { counterText } from '../../../src/model/counter-text.ts';
import type { DocumentNode, Style } from '../../../src/model/document.ts';
import { layOut } from '../../../src/write/pdf/layout.ts';
import { outline, withRole } from './outline.ts';
import { doc, edges, el, line, p } from './tree.ts';
import { wordsOf } from './words.ts';

type Type = Style['listStyleType'];
const li = (
  type: Type,
  inside: readonly (DocumentNode | string)[],
  attributes: Record<string, string> = {},
) => el('li', { listStyleType: type }, inside, { attributes });
const list = (items: readonly DocumentNode[], attributes: Record<string, string> = {}) =>
  el('ol', { padding: edges(0, 0, 0, 30) }, items, { attributes });

/** The words of the markers, which stand left of the text. */
const markers = (made: DocumentNode) =>
  wordsOf(layOut(doc([made])))
    .filter((word) => word.right < 60)
    .map((word) => word.text);

test.each<[Type, string, string]>([
  ['decimal', '4.', 'Decimal'],
  ['lower-alpha', 'd.', 'LowerAlpha'],
  ['upper-alpha', 'D.', 'UpperAlpha'],
  ['lower-roman', 'iv.', 'LowerRoman'],
  ['upper-roman', 'IV.', 'UpperRoman'],
  ['disc', '\u2022', 'Disc'],
])('%s counts as its name says, and the structure says so too', (type, shown, numbering) => {
  const made = list([li(type, ['item'])], { start: '4' });
  expect(markers(made)).toEqual([shown]);
  expect(withRole(layOut(doc([made])), 'L')[0]?.attributes).toEqual({ O: 'List', ListNumbering: numbering });
});

test('numbers begin at start, and value sets one for good', () => {
  const items = [li('decimal', ['a']), li('decimal', ['b'], { value: '9' }), li('decimal', ['c'])];
  expect(markers(list(items, { start: '-1' }))).toEqual(['-1.', '9.', '10.']);
  const nested = list([li('decimal', ['a', list([li('decimal', ['x'])])]), li('decimal', ['b'])]);
  expect(markers(nested).filter((text) => text !== 'x')).toEqual(['1.', '2.']);
});

test('letters go on with two, numbers without a letter or a Roman sign stay numbers', () => {
  expect([1, 26, 27, 52, 53, 702, 703].map((number) => counterText(number, 'lower-alpha'))).toEqual([
    'a',
    'z',
    'aa',
    'az',
    'ba',
    'zz',
    'aaa',
  ]);
  expect([4, 9, 14, 40, 90, 400, 1994, 3999].map((number) => counterText(number, 'upper-roman'))).toEqual([
    'IV',
    'IX',
    'XIV',
    'XL',
    'XC',
    'CD',
    'MCMXCIV',
    'MMMCMXCIX',
  ]);
  expect([
    counterText(0, 'lower-alpha'),
    counterText(-3, 'upper-roman'),
    counterText(4000, 'lower-roman'),
  ]).toEqual(['0', '-3', '4000']);
});

test('a bullet that no font has is drawn, and is not read', () => {
  const layout = layOut(doc([list([li('disc', ['full']), li('square', ['box'])])]));
  const parts = layout.pages[0]?.content.flatMap((placed) =>
    placed.kind === 'line' ? placed.line.parts : [],
  );
  expect(parts?.map(({ piece }) => (piece.kind === 'word' ? piece.word.text : piece.kind))).toEqual([
    '\u2022',
    'full',
    'drawing',
    'box',
  ]);
  expect(outline(layout)).toBe('L(LI(Lbl LBody) LI(LBody))');
});

test('a marker stands on the baseline of the first line, however deep that is', () => {
  const large = el('p', { fontSize: 20, lineHeight: 30, margin: edges(10, 0), padding: edges(4) }, ['large']);
  const boxed = el('div', { padding: edges(6), border: edges(line(2)) }, [large]);
  const table = el('table', {}, [
    el('tbody', {}, [el('tr', {}, [el('td', { padding: edges(9) }, ['cell'])])]),
  ]);
  for (const first of [large, boxed, table, p('plain')]) {
    const layout = layOut(doc([list([li('decimal', [first, p('after')])])]));
    const baselines = layout.pages[0]?.content.flatMap((placed) =>
      placed.kind === 'line' ? [placed.top + placed.line.baseline] : [],
    );
    expect(baselines?.[0]).toBeCloseTo(baselines?.[1] ?? 0, 6);
  }
});

test('the markers of nested lists stand beside each other, each left of its own text', () => {
  const inner = list([li('lower-alpha', ['text'])]);
  const words = wordsOf(layOut(doc([list([li('decimal', [inner])])])));
  expect(words.map((word) => word.text)).toEqual(['1.', 'a.', 'text']);
  expect(new Set(words.map((word) => word.top)).size).toBe(1);
  const [outer, middle, text] = words;
  expect(outer?.right).toBeLessThan(middle?.left ?? 0);
  expect(middle?.right).toBeLessThan(text?.left ?? 0);
});

test('an empty item has the height of its marker', () => {
  const words = wordsOf(layOut(doc([list([li('decimal', []), li('decimal', ['b'])])])));
  expect(words.map((word) => [word.text, word.top])).toEqual([
    ['1.', 30],
    ['2.', 44],
    ['b', 44],
  ]);
});

test('from right to left the marker is right of the text', () => {
  const direction = 'rtl';
  const item = el('li', { listStyleType: 'decimal', direction, textAlign: 'start' }, ['text']);
  const made = el('ol', { direction, padding: edges(0, 30, 0, 0) }, [item]);
  const words = wordsOf(layOut(doc([made])));
  const text = words.find((word) => word.text === 'text');
  expect(text?.right).toBeCloseTo(240, 3);
  for (const word of words.filter((one) => one !== text)) expect(word.left).toBeGreaterThan(240);
});

test('items without a marker have no label', () => {
  const layout = layOut(doc([list([li('none', ['a']), li('none', ['b'])])]));
  expect(outline(layout)).toBe('L(LI(LBody) LI(LBody))');
  expect(withRole(layout, 'L')[0]?.attributes).toBeNull();
});
