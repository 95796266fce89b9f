// Whatever the tree and the page size: no word is lost, doubled or out of its box, and rows do not overlap.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ElementNode, Style } from '../../../src/model/document.ts';
import { layOut } from '../../../src/write/pdf/layout.ts';
import type { Layout } from '../../../src/write/pdf/pages/placed.ts';
import { doc, edges, el, line, pageOf } from './tree.ts';
import { type PlacedWord, readingText, wordsOf } from './words.ts';

type Made = (count: { next: number }) => ElementNode;
const words = (count: { next: number }, many: number): string =>
  Array.from({ length: many }, () => {
    count.next += 1;
    return `w${count.next}`;
  }).join(' ');

const box: fc.Arbitrary<Partial<Style>> = fc.record({
  margin: fc.tuple(fc.nat(12), fc.nat(8)).map(([vertical, horizontal]) => edges(vertical, horizontal)),
  padding: fc.nat(6).map((all) => edges(all)),
  border: fc.nat(2).map((width) => edges(line(width))),
  breakInside: fc.constantFrom<Style['breakInside']>('auto', 'avoid'),
  breakBefore: fc.constantFrom<Style['breakBefore']>('auto', 'auto', 'auto', 'page', 'avoid'),
  breakAfter: fc.constantFrom<Style['breakAfter']>('auto', 'auto', 'avoid'),
  orphans: fc.integer({ min: 1, max: 4 }),
  widows: fc.integer({ min: 1, max: 4 }),
  textAlign: fc.constantFrom<Style['textAlign']>('left', 'right', 'center', 'justify'),
});

const paragraph: fc.Arbitrary<Made> = fc.tuple(box, fc.integer({ min: 1, max: 90 })).map(
  ([style, many]) =>
    (count) =>
      el('p', style, [words(count, many)]),
);

const made = fc.letrec<{ block: Made; list: Made; table: Made; any: Made; cell: Made }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'tree', depthSize: 'small' },
    paragraph,
    tie('block'),
    tie('list'),
    tie('table'),
  ),
  cell: fc.oneof({ weight: 9, arbitrary: paragraph }, { weight: 1, arbitrary: tie('any') }),
  block: fc.tuple(box, fc.array(tie('any'), { maxLength: 4 })).map(
    ([style, inside]) =>
      (count) =>
        el(
          'div',
          style,
          inside.map((one) => one(count)),
        ),
  ),
  list: fc.tuple(box, fc.array(tie('any'), { minLength: 1, maxLength: 3 })).map(
    ([style, inside]) =>
      (count) =>
        el(
          'ul',
          { ...style, padding: edges(0, 0, 0, 14) },
          inside.map((one) => el('li', {}, [one(count)])),
        ),
  ),
  table: fc
    .tuple(
      fc.array(
        fc.array(fc.tuple(tie('cell'), fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })), {
          minLength: 1,
          maxLength: 3,
        }),
        {
          minLength: 1,
          maxLength: 5,
        },
      ),
      box,
    )
    .map(
      ([rows, style]) =>
        (count) =>
          el('table', { ...style, padding: edges(0) }, [
            el('thead', {}, [
              el('tr', {}, [el('th', {}, [words(count, 1)]), el('th', {}, [words(count, 2)])]),
            ]),
            el(
              'tbody',
              {},
              rows.map((cells) =>
                el(
                  'tr',
                  { breakInside: style.breakInside ?? 'auto' },
                  cells.map(([content, across, down]) =>
                    el('td', { padding: edges(2) }, [content(count)], {
                      attributes: { colspan: `${across}`, rowspan: `${down}` },
                    }),
                  ),
                ),
              ),
            ),
          ]),
    ),
}));

const size = fc.record({
  width: fc.integer({ min: 200, max: 700 }),
  height: fc.integer({ min: 260, max: 900 }),
  margin: fc.nat(40),
});

function layOutMade(
  parts: readonly Made[],
  page: { width: number; height: number; margin: number },
): { layout: Layout; expected: string[] } {
  const count = { next: 0 };
  const body = parts.map((part) => part(count));
  const rule = pageOf(page.width, page.height, page.margin);
  const layout = layOut(doc(body, { pages: { '': { first: rule, other: rule } } }));
  return { layout, expected: Array.from({ length: count.next }, (_, index) => `w${index + 1}`) };
}

test('every word is read exactly once and in order, and stands on a page', () => {
  fc.assert(
    fc.property(fc.array(made.any, { minLength: 1, maxLength: 4 }), size, (parts, page) => {
      const { layout, expected } = layOutMade(parts, page);
      expect(readingText(layout)).toBe(expected.join(' '));
    }),
    { numRuns: 120, endOnFailure: true },
  );
});

test('blocks and lists are painted in the order of the document', () => {
  const flowing = fc.oneof(
    paragraph,
    paragraph,
    fc.array(paragraph, { minLength: 1, maxLength: 3 }).map(
      (inside): Made =>
        (count) =>
          el(
            'div',
            {},
            inside.map((one) => el('li', {}, [one(count)])),
          ),
    ),
  );
  fc.assert(
    fc.property(fc.array(flowing, { minLength: 1, maxLength: 8 }), size, (parts, page) => {
      const { layout, expected } = layOutMade(parts, page);
      const painted = wordsOf(layout)
        .map((word) => word.text)
        .join('');
      expect(painted).toBe(expected.join(''));
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

/** Pairs of words that stand on each other. */
function overlaps(found: readonly PlacedWord[]): readonly string[] {
  const sorted = [...found].sort((a, b) => a.page - b.page || a.top - b.top);
  return sorted.flatMap((word, index) => {
    const pairs: string[] = [];
    for (let other = index + 1; other < sorted.length; other += 1) {
      const next = sorted[other];
      if (next === undefined || next.page !== word.page || next.top > word.bottom - 0.1) break;
      if (next.left < word.right - 0.1 && word.left < next.right - 0.1)
        pairs.push(`${word.text} and ${next.text}`);
    }
    return pairs;
  });
}

/** So wide that a letter finds room even in the columns of a table in a table. */
const roomy = size.map((page) => ({ ...page, width: page.width + 500 }));

test('nothing leaves its page, and no two words lie on each other', () => {
  fc.assert(
    fc.property(fc.array(made.any, { minLength: 1, maxLength: 4 }), roomy, (parts, page) => {
      const { layout } = layOutMade(parts, page);
      const found = wordsOf(layout);
      const outside = found.filter(
        ({ left, top, bottom }) =>
          left < page.margin - 0.1 || top < page.margin - 0.1 || bottom > page.height + 0.1,
      );
      expect(outside).toEqual([]);
      expect(overlaps(found)).toEqual([]);
    }),
    { numRuns: 100, endOnFailure: true },
  );
});
