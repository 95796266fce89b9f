// Grids: widths of their columns, rows over pages, what stands in which place.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ElementNode, Style, Track } from '../../../src/model/document.ts';
import { layOut } from '../../../src/write/pdf/layout.ts';
import { doc, drawing, edges, el, line, p, pageOf } from './tree.ts';
import { lineTexts, readingText, wordsOf } from './words.ts';

const fr = (fraction: number): Track => ({ kind: 'fraction', fraction });
const size = (points: Extract<Track, { kind: 'size' }>['size']): Track => ({ kind: 'size', size: points });
const auto: Track = { kind: 'auto' };
const grid = (columns: readonly Track[], inside: readonly ElementNode[], over: Partial<Style> = {}) =>
  el('div', { display: 'grid', gridColumns: columns, ...over }, inside);
const cell = (text: string, over: Partial<Style> = {}) => el('div', over, [text]);

/** Left edges of single words, from the left of the page's content, which is 240 wide. */
const lefts = (made: ElementNode) => wordsOf(layOut(doc([made]))).map((word) => word.left - 30);
const near = (found: readonly number[], wanted: readonly number[]) => {
  expect(found).toHaveLength(wanted.length);
  for (const [index, one] of wanted.entries()) expect(found[index]).toBeCloseTo(one, 2);
};

test('fractions share what sizes, percentages and gaps leave', () => {
  const cells = ['a', 'b', 'c', 'd'].map((text) => cell(text));
  near(lefts(grid([size(40), fr(1), fr(3), size({ percent: 25 })], cells, { columnGap: 10 })), [
    0,
    50,
    50 + 27.5 + 10,
    50 + 110 + 20,
  ]);
});

test('a fraction is never narrower than a word of its content', () => {
  const words = wordsOf(layOut(doc([grid([fr(1), fr(9)], [cell('unbreakable'), cell('b')])])));
  const [first, second] = words;
  expect(words).toHaveLength(2);
  expect(second?.left).toBeCloseTo(first?.right ?? 0, 2);
});

test('automatic columns are as wide as their content, or share the rest when nothing else does', () => {
  const [first] = wordsOf(layOut(doc([grid([auto, fr(1)], [cell('key'), cell('value')])])));
  near(lefts(grid([auto, fr(1)], [cell('key'), cell('value')])), [0, (first?.right ?? 0) - 30]);
  near(lefts(grid([auto, auto], [cell('key'), cell('key')])), [0, 120]);
  near(lefts(grid([auto, fr(1)], [cell('', {}), cell('b')])), [0]);
});

test('children fill row after row; a span that has no room left goes to the next, 0 is a whole row', () => {
  const cells = [cell('a'), cell('b', { gridSpan: 2 }), cell('c', { gridSpan: 0 }), cell('d'), cell('e')];
  const words = wordsOf(layOut(doc([grid([size(80), size(80)], cells, { rowGap: 6 })])));
  expect(words.map((word) => [word.text, word.left - 30, word.top - 30])).toEqual([
    ['a', 0, 0],
    ['b', 0, 20],
    ['c', 0, 40],
    ['d', 0, 60],
    ['e', 80, 60],
  ]);
});

test('a cell fills its place: its background is as high as the row, its margins keep their room', () => {
  const tinted = { backgroundColor: '#eeeeee' };
  const tall = el('div', { whiteSpace: 'pre', ...tinted }, ['a\nb\nc']);
  const inset = cell('x', { margin: edges(5), ...tinted });
  const made = grid([fr(1), fr(1), fr(1)], [tall, cell('d', tinted), inset]);
  const painted = layOut(doc([made])).pages[0]?.decorations ?? [];
  expect(painted.map(({ x, top, width, height }) => [x - 30, top - 30, width, height])).toEqual([
    [0, 0, 80, 42],
    [80, 0, 80, 42],
    [165, 5, 70, 14],
  ]);
});

const small = pageOf(200, 100, 8);
const onSmall = { pages: { '': { first: small, other: small } } };

test('rows go on on the next page, without the gap; a tall cell is cut beside its neighbours', () => {
  const rows = Array.from({ length: 5 }, (_, index) => [cell(`k${index}`), cell(`v${index}`)]).flat();
  const layout = layOut(doc([grid([size(60), fr(1)], rows, { rowGap: 10 })], onSmall));
  expect(lineTexts(layout)).toEqual([
    ['k0', 'v0', 'k1', 'v1', 'k2', 'v2'],
    ['k3', 'v3', 'k4', 'v4'],
  ]);
  expect(wordsOf(layout).find((word) => word.text === 'k3')?.top).toBe(8);
  const long = Array.from({ length: 9 }, (_, index) => `n${index}`).join('\n');
  const cut = layOut(
    doc([grid([fr(1), fr(1)], [el('div', { whiteSpace: 'pre' }, [long]), cell('side')])], onSmall),
  );
  expect(lineTexts(cut)).toEqual([
    ['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'side'],
    ['n6', 'n7', 'n8'],
  ]);
});

test('what asks not to be cut takes its row to the next page', () => {
  const whole = el('div', { breakInside: 'avoid', whiteSpace: 'pre' }, ['a\nb\nc']);
  const fill = el('p', { whiteSpace: 'pre' }, ['1\n2\n3\n4']);
  const layout = layOut(doc([fill, grid([fr(1), fr(1)], [whole, cell('side')])], onSmall));
  expect(lineTexts(layout)[1]).toEqual(['a', 'b', 'c', 'side']);
});

test('from right to left the first column is the right one', () => {
  const direction = 'rtl';
  const made = grid(
    [size(60), fr(1)],
    [cell('a', { direction, textAlign: 'start' }), cell('b', { direction, textAlign: 'start' })],
    { direction },
  );
  const [a, b] = wordsOf(layOut(doc([made])));
  expect(a?.right).toBeCloseTo(270, 2);
  expect(b?.right).toBeCloseTo(210, 2);
});

test('text, drawings and lists by themselves are cells too', () => {
  const made = el('div', { display: 'grid', gridColumns: [fr(1), fr(1)] }, [
    'loose text',
    drawing(10, 10, [], 'alt'),
    el('ul', {}, [el('li', { listStyleType: 'disc' }, ['item'])]),
    el('span', {}, ['span']),
  ]);
  const layout = layOut(doc([made]));
  const at = (text: string) => wordsOf(layout).find((word) => word.text === text);
  expect(layout.pages[0]?.content.find((placed) => placed.kind === 'drawing')?.x).toBe(150);
  expect(at('item')?.top).toBe(at('span')?.top);
  expect(at('span')?.left).toBe(150);
});

const track: fc.Arbitrary<Track> = fc.oneof(
  fc.constant(auto),
  fc.integer({ min: 0, max: 4 }).map(fr),
  fc.integer({ min: 0, max: 300 }).map(size),
  fc.integer({ min: 0, max: 120 }).map((percent) => size({ percent })),
);
const item = fc.record({
  words: fc.nat(40),
  gridSpan: fc.nat(4),
  margin: fc.nat(4),
  padding: fc.nat(4),
  whole: fc.boolean(),
});

test('whatever the columns, every word is read once and in order, inside the page', () => {
  const made = fc.record({
    columns: fc.array(track, { maxLength: 4 }),
    items: fc.array(item, { maxLength: 8 }),
    columnGap: fc.nat(12),
    rowGap: fc.nat(12),
    direction: fc.constantFrom<Style['direction']>('ltr', 'rtl'),
  });
  fc.assert(
    fc.property(made, ({ columns, items, direction, ...gaps }) => {
      let next = 0;
      const cells = items.map(({ words, gridSpan, margin, padding, whole }) => {
        const text = Array.from({ length: words }, () => {
          next += 1;
          return `w${next}`;
        }).join(' ');
        const box = { margin: edges(margin), padding: edges(padding), border: edges(line(0.5)) };
        return el('div', { ...box, gridSpan, direction, breakInside: whole ? 'avoid' : 'auto' }, [text]);
      });
      const layout = layOut(doc([p('before'), grid(columns, cells, { ...gaps, direction })]));
      const wanted = ['before', ...Array.from({ length: next }, (_, index) => `w${index + 1}`)];
      expect(readingText(layout)).toBe(wanted.join(' '));
      for (const word of wordsOf(layout)) {
        expect(word.left).toBeGreaterThanOrEqual(29.9);
        expect(word.bottom).toBeLessThanOrEqual(400.1);
      }
    }),
    { numRuns: 100 },
  );
});
