// One pass over the body's children gives what repeated passes over the whole document give.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ContentPart, Document, ElementNode, Style } from '../../../src/model/document.ts';
import { layOut } from '../../../src/write/pdf/layout.ts';
import { layOutRepeatedly } from './repeated-passes.ts';
import { inOrder, shown } from './shown.ts';
import { doc, edges, el, generated, line, pageOf } from './tree.ts';

const look: fc.Arbitrary<Partial<Style>> = fc.record({
  breakBefore: fc.constantFrom<Style['breakBefore']>('auto', 'auto', 'auto', 'page', 'avoid'),
  breakAfter: fc.constantFrom<Style['breakAfter']>('auto', 'auto', 'avoid', 'page'),
  breakInside: fc.constantFrom<Style['breakInside']>('auto', 'avoid'),
  margin: fc
    .tuple(fc.integer({ min: -4, max: 14 }), fc.nat(9))
    .map(([top, bottom]) => edges(top, 0, bottom, 0)),
  padding: fc.constantFrom(0, 0, 4).map((all) => edges(all)),
  backgroundColor: fc.constantFrom(null, null, '#eeeeee'),
  page: fc.constantFrom('auto', 'auto', 'auto', 'auto', 'wide'),
});

/** An element in the making; `id` tells it its own number and how many there are. */
type Made = (id: { next: number; readonly of: number }) => ElementNode;
const named = (id: { next: number }): string => {
  id.next += 1;
  return `id${id.next - 1}`;
};

type Mention = (of: number) => ContentPart;
const mention: fc.Arbitrary<Mention> = fc.oneof(
  fc.nat(60).map(
    (at): Mention =>
      (of) => ({ kind: 'target-page', id: `id${at % of}`, style: 'decimal' }),
  ),
  fc.constantFrom<Mention>(
    () => ({ kind: 'counter', counter: 'page', style: 'decimal' }),
    () => ({ kind: 'counter', counter: 'pages', style: 'decimal' }),
    () => ({ kind: 'string', name: 'chapter' }),
  ),
);
const mentions = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(mention, { minLength: 1, maxLength: 3 }) },
);

const text = fc.tuple(look, fc.nat(40), mentions).map(
  ([style, many, said]): Made =>
    (id) =>
      el(
        'p',
        style,
        [
          'word '.repeat(many),
          ...said.map((one) => generated([{ kind: 'text', text: ' see ' }, one(id.of)])),
        ],
        {
          id: named(id),
        },
      ),
);
// Titles are as wide as each other, so that only one outcome is true.
const title = look.map(
  (style): Made =>
    (id) =>
      el('h1', { ...style, breakAfter: 'avoid', stringSet: ['chapter'] }, [`T${id.next % 10}`], {
        id: named(id),
      }),
);
const table = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 }).map(
  (rows): Made =>
    (id) =>
      el('table', {}, [
        el(
          'tbody',
          {},
          rows.map((cells) =>
            el(
              'tr',
              {},
              cells.map((cell) => el('td', { padding: edges(1), border: edges(line(1)) }, [cell(id)])),
            ),
          ),
        ),
      ]),
);
const block = fc.tuple(look, fc.array(fc.oneof(text, table), { maxLength: 4 })).map(
  ([style, inside]): Made =>
    (id) =>
      el(
        'div',
        style,
        inside.map((one) => one(id)),
        { id: named(id) },
      ),
);
const parts = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: text },
    { weight: 2, arbitrary: block },
    { weight: 2, arbitrary: table },
    { weight: 1, arbitrary: title },
  ),
  { maxLength: 9 },
);

const frame: fc.Arbitrary<Partial<Style>> = fc.record({
  margin: fc.nat(20).map((top) => edges(top, 5, 0, 3)),
  padding: fc.constantFrom(0, 0, 6).map((all) => edges(all)),
  backgroundColor: fc.constantFrom(null, '#dddddd'),
  minHeight: fc.constantFrom(0, 700),
});

function documentOf(made: readonly Made[], body: Partial<Style>, height: number): Document {
  const counted = { next: 0, of: 1 };
  for (const one of made) one(counted);
  const id = { next: 0, of: Math.max(counted.next, 1) };
  const [small, wide] = [pageOf(200, height, 10), pageOf(320, height + 40, 20)];
  const pages = {
    '': { first: { ...small, height: height + 30 }, other: small },
    wide: { first: wide, other: wide },
  };
  const document = doc(
    made.map((one) => one(id)),
    { pages },
  );
  return { ...document, body: { ...document.body, style: { ...document.body.style, ...body } } };
}

test('one pass gives what repeated passes give', () => {
  fc.assert(
    fc.property(parts, frame, fc.integer({ min: 90, max: 260 }), (made, body, height) => {
      const document = documentOf(made, body, height);
      const expected = layOutRepeatedly(document);
      // Ten pages and more may have more than one true outcome: a longer number makes its own target move. Where nine pages are one and
      // ten another, the ten must be what repeated passes stay at.
      fc.pre(expected !== null && expected.length < 10);
      const { pages } = layOut(document);
      const held = pages.length < 10 ? expected : layOutRepeatedly(document, pages);
      expect(pages.map(shown)).toEqual(held?.map(inOrder).map(shown));
    }),
    { numRuns: 120, endOnFailure: true },
  );
});

// Without anything that is kept with the next: in one piece, a chapter's last child is never kept with what follows the chapter.
const loose = look.map(
  (style): Partial<Style> => ({
    ...style,
    breakBefore: style.breakBefore === 'page' ? 'page' : 'auto',
    breakAfter: 'auto',
  }),
);
const grown = fc.tuple(loose, fc.integer({ min: 1, max: 30 })).map(
  ([style, many]): Made =>
    (id) =>
      el('p', style, ['word '.repeat(many)], { id: named(id) }),
);
const chapters = fc.array(fc.tuple(loose, fc.array(grown, { minLength: 1, maxLength: 5 })), {
  minLength: 1,
  maxLength: 4,
});

test('a chapter laid slice by slice looks as it does in one piece', () => {
  const made = (tag: string, found: readonly [Partial<Style>, readonly Made[]][]): Made[] =>
    found.map(([style, inside]) => (id) => {
      const bare = {
        breakInside: 'auto',
        backgroundColor: null,
        padding: edges(0, 7, 0, 5),
      } as const;
      const outer = el(
        tag,
        { ...style, ...bare, margin: style.margin ?? edges(0) },
        inside.map((one) => one(id)),
        { id: named(id) },
      );
      return el('main', {}, [outer]);
    });
  fc.assert(
    fc.property(chapters, frame, fc.integer({ min: 90, max: 260 }), (found, body, height) => {
      const sliced = layOut(documentOf(made('section', found), body, height));
      expect(sliced.pages.map(shown)).toEqual(
        layOut(documentOf(made('blockquote', found), body, height)).pages.map(shown),
      );
    }),
    { numRuns: 80, endOnFailure: true },
  );
});
