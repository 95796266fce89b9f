// Sizes of images and drawings: what the style asks for, kept inside room and page, with the ratio they have.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocumentNode, ImageNode, Style } from '../../../src/model/document.ts';
import { layOut } from '../../../src/write/pdf/layout.ts';
import { outline, withRole } from './outline.ts';
import { doc, drawing, edges, el, line, style } from './tree.ts';

const image = (width: number, height: number, over: Partial<Style> = {}, alt = 'a picture'): ImageNode => ({
  kind: 'image',
  style: style({ display: 'inline', ...over }),
  width,
  height,
  alt,
  source: { name: 'picture.png', format: 'png', data: new Uint8Array() },
  at: null,
});

type Placed = { readonly x: number; readonly top: number; readonly width: number; readonly height: number };

/** The pictures of the first page, in lines and by themselves, from the page's content, 240 wide and 340 high. */
function pictures(...nodes: readonly (DocumentNode | string)[]): readonly Placed[] {
  const content = layOut(doc(nodes)).pages[0]?.content ?? [];
  return content.flatMap((placed): readonly Placed[] => {
    if (placed.kind !== 'line')
      return [{ x: placed.x - 30, top: placed.top - 30, width: placed.width, height: placed.height }];
    return placed.line.parts.flatMap(({ piece, x, width, rise }) =>
      piece.kind === 'drawing'
        ? [
            {
              x: placed.x + x - 30,
              top: placed.top + placed.line.baseline - rise - 30,
              width,
              height: piece.height,
            },
          ]
        : [],
    );
  });
}
const sizes = (...nodes: readonly DocumentNode[]) =>
  pictures(...nodes).map(({ width, height }) => [
    Math.round(width * 1000) / 1000,
    Math.round(height * 1000) / 1000,
  ]);

test.each<Style['display']>(['block', 'inline'])(
  'sizes keep the ratio unless both are given (%s)',
  (display) => {
    const sized = (over: Partial<Style>) => sizes(image(40, 20, { display, ...over }))[0];
    expect(sized({})).toEqual([40, 20]);
    expect(sized({ width: 100 })).toEqual([100, 50]);
    expect(sized({ height: 50 })).toEqual([100, 50]);
    expect(sized({ width: 30, height: 30 })).toEqual([30, 30]);
    expect(sized({ width: { percent: 50 } })).toEqual([120, 60]);
    expect(sized({ maxWidth: 20 })).toEqual([20, 10]);
    expect(sized({ width: 100, maxWidth: { percent: 25 } })).toEqual([60, 30]);
    expect(sized({ height: { percent: 50 } })).toEqual([40, 20]);
  },
);

test('nothing is wider than its room or taller than a page', () => {
  for (const display of ['block', 'inline'] as const) {
    expect(sizes(image(480, 100, { display }))).toEqual([[240, 50]]);
    const [[width, height] = []] = sizes(image(100, 1000, { display }));
    expect(Number(height) / Number(width)).toBeCloseTo(10, 3);
    expect(height).toBe(display === 'block' ? 340 : 340 - 14);
  }
  expect(sizes(drawing(480, 100, [], 'wide', { display: 'block' }))).toEqual([[240, 50]]);
});

test('a picture stands where its margins put it, inside its border and padding', () => {
  const over = { display: 'block', width: 100, padding: edges(2, 3), border: edges(line(1)) } as const;
  const center = { ...edges<Style['width']>(0), left: 'auto', right: 'auto' } as const;
  const [placed] = pictures(image(40, 20, { ...over, margin: center }));
  expect(placed).toEqual({ x: (240 - 108) / 2 + 4, top: 3, width: 100, height: 50 });
  const layout = layOut(doc([image(40, 20, over)]));
  expect(layout.pages[0]?.decorations.map(({ width, height }) => [width, height])).toEqual([[108, 56]]);
  const [moved] = pictures('x', image(10, 10, { margin: edges(0, 0, 0, 20) }));
  const [still] = pictures('x', image(10, 10));
  expect((moved?.x ?? 0) - (still?.x ?? 0)).toBe(20);
});

test('in a block from right to left a picture stands right', () => {
  const made = el('div', { direction: 'rtl' }, [image(40, 20, { display: 'block' })]);
  expect(pictures(made)[0]?.x).toBe(200);
});

test('a picture with words is a figure, one without is decoration', () => {
  const layout = layOut(doc([el('p', {}, ['text ', image(10, 10, {}, 'seen'), image(10, 10, {}, '')])]));
  expect(outline(layout)).toBe('P(Figure)');
  expect(withRole(layout, 'Figure')[0]?.alt).toBe('seen');
  const shown = layOut(doc([image(10, 10, { display: 'none' })]));
  expect(shown.pages[0]?.content).toEqual([]);
});

test('a percentage in a column gives way to the other columns', () => {
  const cell = (inside: DocumentNode | string) => el('td', {}, [inside]);
  const row = el('tr', {}, [cell(image(400, 400, { width: { percent: 100 } })), cell('words beside it')]);
  const layout = layOut(doc([el('table', {}, [el('tbody', {}, [row])])]));
  const texts = layout.pages[0]?.content.flatMap((placed) =>
    placed.kind === 'line'
      ? placed.line.parts.flatMap(({ piece }) => (piece.kind === 'word' ? [piece.word.text] : []))
      : [],
  );
  expect(texts).toEqual(['words', 'beside', 'it']);
});

const side: fc.Arbitrary<Style['width']> = fc.oneof(
  fc.constant('auto' as const),
  fc.integer({ min: 1, max: 900 }),
  fc.integer({ min: 1, max: 200 }).map((percent) => ({ percent })),
);

test('whatever is asked for, pictures stay on the page, by themselves and in cells', () => {
  const made = fc.record({
    width: fc.integer({ min: 1, max: 900 }),
    height: fc.integer({ min: 1, max: 900 }),
    asked: fc.record({ width: side, height: side, maxWidth: side }),
    display: fc.constantFrom<Style['display']>('block', 'inline'),
    padding: fc.nat(5),
    where: fc.constantFrom('body', 'cell', 'grid', 'item'),
  });
  const holders: Readonly<Record<string, (inside: ImageNode) => DocumentNode>> = {
    body: (inside) => inside,
    cell: (inside) => el('table', {}, [el('tr', {}, [el('td', {}, [inside]), el('td', {}, ['text'])])]),
    grid: (inside) =>
      el('div', { display: 'grid', gridColumns: [{ kind: 'auto' }, { kind: 'fraction', fraction: 1 }] }, [
        inside,
      ]),
    item: (inside) =>
      el('ul', { padding: edges(0, 0, 0, 20) }, [el('li', { listStyleType: 'disc' }, [inside])]),
  };
  fc.assert(
    fc.property(made, ({ width, height, asked, display, padding, where }) => {
      const picture = image(width, height, { display, padding: edges(padding), ...asked });
      const layout = layOut(doc(['before', holders[where]?.(picture) ?? picture]));
      const placed = layout.pages.flatMap((page) => page.content);
      const found = placed.flatMap((one): readonly (readonly [number, number])[] => {
        if (one.kind !== 'line') return [[one.x + one.width, one.top + one.height]];
        return one.line.parts.flatMap(({ piece, x, width: across }) =>
          piece.kind === 'drawing' ? [[one.x + x + across, one.top + one.line.height] as const] : [],
        );
      });
      expect(found).toHaveLength(1);
      for (const [right, bottom] of found) {
        expect(right).toBeLessThanOrEqual(270.02);
        expect(bottom).toBeLessThanOrEqual(370.02);
      }
    }),
    { numRuns: 300 },
  );
});
