// Whatever the tree: every word of it comes out, once and in order, in the elements it stands in, and nothing becomes markup.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocumentNode, ElementNode } from '../../../src/model/document.ts';
import { writeHtml } from '../../../src/write/html/index.ts';
import { doc, el, generated } from '../pdf/tree.ts';
import { elementsOf, first, textOf } from './read-html.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    '<b>',
    '</div>',
    '&amp;',
    '"',
    "'",
    ' -->',
    ']]>',
    '\n',
    '\u0007',
    '<!--',
    '</main></body>',
  ),
);
const look = fc.record(
  {
    color: fc.constantFrom('#000000', '#ff0000'),
    breakBefore: fc.constantFrom('auto', 'page'),
    breakAfter: fc.constantFrom('auto', 'page'),
    page: fc.constantFrom('auto', 'wide'),
    direction: fc.constantFrom('ltr', 'rtl'),
  },
  { requiredKeys: [] },
);

const { node } = fc.letrec<{ node: DocumentNode | string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    text.map((one) =>
      generated([
        { kind: 'text', text: one },
        { kind: 'leader', fill: '.' },
      ]),
    ),
    fc
      .tuple(
        fc.constantFrom('div', 'section', 'span', 'em', 'unknown'),
        look,
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(([tag, over, children]) => el(tag, over, children)),
  ),
}));

const wordsOf = (one: DocumentNode | string): string => {
  if (typeof one === 'string') return one;
  if (one.kind === 'text') return one.text;
  if (one.kind === 'generated')
    return one.content.map((part) => (part.kind === 'text' ? part.text : '')).join('');
  return one.kind === 'element' ? one.children.map(wordsOf).join('') : '';
};
const countOf = (one: DocumentNode | string): number =>
  typeof one === 'string' || one.kind === 'text'
    ? 0
    : 1 + (one.kind === 'element' ? one.children.reduce((sum, child) => sum + countOf(child), 0) : 0);
const shown = (words: string): string => words.replace(/(?![\t\n\r])\p{Cc}/gu, '�').replace(/\s+/g, '');

test('every word, once and in order', () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 6 }), (children) => {
      const html = writeHtml(doc(children));
      const main = first(html, 'main');
      expect(textOf(main).replace(/\s+/g, '')).toBe(shown(children.map(wordsOf).join('')));
      const sheets = elementsOf(main).filter(({ attributes }) => attributes.class?.startsWith('sheet'));
      const written = elementsOf(main).length - sheets.length;
      expect(written).toBe(children.reduce<number>((sum, child) => sum + countOf(child), 0));
    }),
    { numRuns: 300 },
  );
});

test('every element of the body stands on one sheet', () => {
  const children: ElementNode[] = ['a', 'b', 'c'].map((name) => el('p', { breakAfter: 'page' }, [name]));
  const sheets = first(writeHtml(doc(children)), 'main').children.filter(
    (child) => typeof child !== 'string',
  );
  expect(sheets.map((sheet) => textOf(sheet))).toEqual(['a', 'b', 'c']);
});
