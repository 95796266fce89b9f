// Margin boxes: where each of the sixteen stands, and how three of them share an edge.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MARGIN_BOXES, type MarginBox, type MarginBoxName, type Style } from '../../../src/model/document.ts';
import { layOut } from '../../../src/write/pdf/layout.ts';
import { shareEdge, type Wish } from '../../../src/write/pdf/pages/share-edge.ts';
import { doc, edges, line, p, pageOf, style } from './tree.ts';

const box = (text: string, over: Partial<Style> = {}): MarginBox => ({
  style: style({ textAlign: 'start', ...over }),
  content: [{ kind: 'text', text }],
});

type Boxes = Partial<Record<MarginBoxName, MarginBox>>;
function furnitureOf(boxes: Boxes) {
  const rule = pageOf(400, 300, 40, boxes);
  return layOut(doc([p('text')], { pages: { '': { first: rule, other: rule } } })).pages[0]?.furniture;
}

/** The text of each line, with its left and right edge and its middle, in whole points. */
const texts = (boxes: Boxes) =>
  (furnitureOf(boxes)?.lines ?? []).map(({ x, top, line: { parts, height } }) => {
    const words = parts.filter(({ piece }) => piece.kind === 'word');
    const text = parts.map(({ piece }) => ('word' in piece ? piece.word.text : '')).join('');
    const left = Math.min(...words.map((word) => word.x));
    const right = Math.max(...words.map((word) => word.x + word.width));
    return {
      text: text.trim(),
      left: Math.round(x + left),
      right: Math.round(x + right),
      middle: Math.round(top + height / 2),
    };
  });
const only = (boxes: Boxes) => texts(boxes).map(({ text, ...where }) => where)[0];

test('each of the sixteen stands in its part of the margin', () => {
  const all = Object.fromEntries(MARGIN_BOXES.map((name, index) => [name, box(`${index}`)]));
  const found = new Map(texts(all).map((one) => [MARGIN_BOXES[Number(one.text)], one]));
  expect(found.size).toBe(16);
  const at = (name: MarginBoxName) => {
    const one = found.get(name);
    return one === undefined ? [] : [Math.round((one.left + one.right) / 2), one.middle];
  };
  expect([at('top-left'), at('top-center'), at('top-right')].map(([, y]) => y)).toEqual([20, 20, 20]);
  expect([at('bottom-left'), at('bottom-center'), at('bottom-right')].map(([, y]) => y)).toEqual([
    280, 280, 280,
  ]);
  expect([at('left-middle'), at('right-middle'), at('top-center'), at('bottom-center')]).toEqual([
    [20, 150],
    [380, 150],
    [200, 20],
    [200, 280],
  ]);
  expect(found.get('top-left')?.left).toBe(40);
  expect(found.get('top-right')?.right).toBe(360);
  expect([at('left-top')[1], at('left-bottom')[1]]).toEqual([47, 253]);
  expect(found.get('top-left-corner')?.right).toBe(40);
  expect(found.get('bottom-right-corner')?.left).toBe(360);
});

test('a box by itself has the whole edge; text goes where the theme says', () => {
  expect(only({ 'top-left': box('one') })?.left).toBe(40);
  expect(only({ 'top-left': box('one', { textAlign: 'right' }) })?.right).toBe(360);
  expect(only({ 'bottom-center': box('one', { verticalAlign: 'top' }) })?.middle).toBe(267);
});

test('margins, padding and a given height set the box by the page content', () => {
  const painted = { backgroundColor: '#eeeeee', border: edges(line(1)), padding: edges(2), height: 16 };
  const boxes = {
    'top-center': box('x', { ...painted, margin: edges(3, 10) }),
    'bottom-center': box('y', { ...painted, margin: edges(3, 10) }),
  };
  const found = furnitureOf(boxes)?.decorations.map(({ x, top, width, height }) => [x, top, width, height]);
  expect(found).toEqual([
    [50, 40 - 3 - 22, 300, 22],
    [50, 260 + 3, 300, 22],
  ]);
});

test('a percentage is of the edge, and a maximum holds', () => {
  const painted = { backgroundColor: '#eeeeee' };
  const widths = (left: Partial<Style>, right: Partial<Style>) =>
    furnitureOf({
      'top-left': box('a', { ...painted, ...left }),
      'top-right': box('b', { ...painted, ...right }),
    })?.decorations.map(({ x, width }) => [Math.round(x), Math.round(width)]);
  expect(widths({ width: { percent: 25 } }, {})).toEqual([
    [40, 80],
    [120, 240],
  ]);
  expect(widths({ maxWidth: 50 }, {})).toEqual([
    [40, 50],
    [90, 270],
  ]);
});

const wish: fc.Arbitrary<Wish> = fc
  .record({ given: fc.option(fc.nat(200)), min: fc.nat(100), more: fc.nat(200) })
  .map(({ given, min, more }) => ({ given, min, max: min + more, most: Number.POSITIVE_INFINITY }));
const AUTO = (min: number, max: number): Wish => ({ given: null, min, max, most: Number.POSITIVE_INFINITY });

test('edges are shared as CSS Paged Media 3, 5.3.2.4 has it', () => {
  const sizes = (wishes: Parameters<typeof shareEdge>[0]) =>
    shareEdge(wishes, 300).map(({ size }) => Math.round(size * 1e6) / 1e6);
  // Room for all: in proportion to what each would like.
  expect(sizes([AUTO(10, 100), null, AUTO(10, 50)])).toEqual([200, 0, 100]);
  // Not room for all: each has its least, the rest by what each still would like.
  expect(sizes([AUTO(100, 200), null, AUTO(100, 400)])).toEqual([125, 0, 175]);
  // Not even room for the least: in proportion to it.
  expect(sizes([AUTO(400, 500), null, AUTO(200, 900)])).toEqual([200, 0, 100]);
  // A middle one shares with twice the wider of its neighbours.
  expect(sizes([AUTO(10, 40), AUTO(10, 70), AUTO(10, 20)])).toEqual([80, 140, 80]);
  expect(sizes([{ ...AUTO(0, 0), given: 30 }, { ...AUTO(0, 0), given: 100 }, AUTO(5, 5)])).toEqual([
    30, 100, 100,
  ]);
});

test('however an edge is shared, its middle stays in the middle and boxes without a size fill it', () => {
  fc.assert(
    fc.property(
      fc.option(wish),
      fc.option(wish),
      fc.option(wish),
      fc.integer({ min: 100, max: 600 }),
      (a, b, c, room) => {
        const [first, middle, last] = shareEdge([a, b, c], room);
        expect(middle.at + (b === null ? 0 : middle.size / 2)).toBeCloseTo(
          b === null ? first.size : room / 2,
        );
        expect(last.at + last.size).toBeCloseTo(room);
        if (a?.given === null && b?.given === null && c?.given === null)
          expect(first.size + middle.size + last.size).toBeCloseTo(room);
      },
    ),
  );
});
