// The template's own counters, against numbers worked out by hand from CSS Lists 3.
import { expect, test } from 'vitest';
import type { Body, DocumentNode } from '../../src/model/document.ts';
import { documentOf, first, page } from './tiny.ts';

/** All text in document order, generated text too. */
const said = (node: DocumentNode | Body): string => {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'generated')
    return node.content.map((part) => (part.kind === 'text' ? part.text : `{${part.kind}}`)).join('');
  return node.kind === 'element' ? [...node.children].map(said).join('') : '';
};
const counted = (css: string, body: string): string =>
  said(documentOf({ 'report.hbs': page(body), 'theme.css': css }).body);

test.each([
  ['h2::before { counter-increment: s; content: counter(s) " " }', '<h2>a</h2><h2>b</h2>', '1 a1 b'],
  [
    'h1 { counter-increment: c; counter-reset: s } h2 { counter-increment: s } h2::before { content: counter(c) "." counter(s) " " }',
    '<h1>A</h1><h2>a</h2><h2>b</h2><h1>B</h1><section><h2>c</h2></section><h2>d</h2>',
    'A1.1 a1.2 bB2.1 c2.2 d',
  ],
  [
    'ol { counter-reset: i } li { counter-increment: i } li::before { content: counters(i, ".") ":" }',
    '<ol><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ol><ol><li>e</li></ol>',
    '1:a1.1:b1.2:c2:d1:e',
  ],
  [
    ':root { counter-reset: n 3 } p { counter-increment: n 24 } p::after { content: counter(n, upper-roman) "/" counter(n, lower-alpha) }',
    '<p></p><p></p>',
    'XXVII/aaLI/ay',
  ],
  [
    'p { counter-increment: n } .no { display: none } p::after { content: counter(n) }',
    '<p>a</p><div class="no"><p>b</p></div><p>c</p>',
    'a1b0c2',
  ],
  [
    'p { counter-reset: n 5; counter-increment: n -7 } p::after { content: counter(n) counter(n, lower-roman) }',
    '<p></p>',
    '-2-2',
  ],
  [
    'section { counter-reset: n 1 } p::after { counter-increment: n; content: counters(n, "-") }',
    '<section><p></p><section><p></p></section><p></p></section><p></p>',
    '22-22-33',
  ],
])('%s', (css, body, expected) => {
  expect(counted(css, body)).toBe(expected);
});

test('numbers of pages keep their style for whoever knows the pages', () => {
  const css =
    'a::after { content: target-counter(attr(href), page, lower-roman) counter(page) counter(pages, upper-alpha) }';
  const document = documentOf({
    'report.hbs': page('<p id="x"><a href="#x">t</a></p>'),
    'theme.css': css,
  });
  expect(first(document, 'a').children[1]).toMatchObject({
    content: [
      { kind: 'target-page', id: 'x', style: 'lower-roman' },
      { kind: 'counter', counter: 'page', style: 'decimal' },
      { kind: 'counter', counter: 'pages', style: 'upper-alpha' },
    ],
  });
});
