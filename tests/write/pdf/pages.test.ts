// Page breaking, tables over pages, generated content: what stands on which page, by hand.

import { expect, test } from 'vitest';
import type { MarginBox, Style } from '../../../src/model/document.ts';
import { layOut } from '../../../src/write/pdf/layout.ts';
import { doc, edges, el, generated, line, p, pageOf, style } from './tree.ts';
import { linesOf, lineTexts, wordsOf } from './words.ts';

// Lines are 14 points high: a page of 100 points with margins of 8 holds six of them.
const small = pageOf(200, 100, 8);
const onSmall = { pages: { '': { first: small, other: small } } };
const six = (first: number) => Array.from({ length: 6 }, (_, index) => el('p', {}, [`line${first + index}`]));

test('a heading goes to the next page with the text it belongs to', () => {
  const heading = el('h1', { breakAfter: 'avoid' }, ['Heading']);
  const layout = layOut(doc([...six(1).slice(0, 5), heading, el('p', {}, ['text'])], onSmall));
  expect(lineTexts(layout)).toEqual([
    ['line1', 'line2', 'line3', 'line4', 'line5'],
    ['Heading', 'text'],
  ]);
});

test('orphans and widows: two lines at least on either side', () => {
  const text = el('p', { whiteSpace: 'pre' }, ['a\nb\nc']);
  expect(lineTexts(layOut(doc([...six(1).slice(0, 4), text], onSmall)))[1]).toEqual(['a', 'b', 'c']);
  const longer = el('p', { whiteSpace: 'pre' }, ['a\nb\nc\nd']);
  expect(lineTexts(layOut(doc([...six(1).slice(0, 3), longer], onSmall)))[1]).toEqual(['c', 'd']);
});

test('break-inside: avoid keeps a block whole, unless no page is tall enough', () => {
  const whole = el('div', { breakInside: 'avoid' }, six(7).slice(0, 3));
  expect(lineTexts(layOut(doc([...six(1).slice(0, 4), whole], onSmall)))[1]).toEqual([
    'line7',
    'line8',
    'line9',
  ]);
  const tall = el('div', { breakInside: 'avoid' }, [...six(7), ...six(13)]);
  expect(lineTexts(layOut(doc([...six(1).slice(0, 4), tall], onSmall)))).toHaveLength(3);
});

test('a table begins with as many rows as belong together, never with its header alone', () => {
  const row = (text: string, breaks: Partial<Style> = {}) =>
    el('tr', { display: 'table-row', ...breaks }, [el('td', { display: 'table-cell' }, [text])]);
  const group = (display: Style['display'], rows: readonly ReturnType<typeof row>[]) =>
    el('tbody', { display }, rows);
  const table = (first: Partial<Style>) =>
    el('table', { display: 'table' }, [
      group('table-header-group', [row('head')]),
      group('table-row-group', [row('a', first), row('b'), row('c')]),
    ]);
  const pages = (lines: number, first: Partial<Style>) =>
    lineTexts(layOut(doc([...six(1).slice(0, lines), table(first)], onSmall))).map((texts) => texts.at(-1));
  expect(pages(4, {})).toEqual(['a', 'c']);
  expect(pages(5, {})).toEqual(['line5', 'c']);
  expect(pages(4, { breakAfter: 'avoid' })).toEqual(['line4', 'c']);
});

test('margins of siblings collapse, and so do those of a parent and its first child', () => {
  const inner = el('p', { margin: edges(12, 0, 12, 0) }, ['b']);
  const layout = layOut(
    doc([
      el('p', { margin: edges(0, 0, 8, 0) }, ['a']),
      el('div', { margin: edges(5, 0) }, [inner]),
      el('p', {}, ['c']),
    ]),
  );
  expect(wordsOf(layout).map((word) => word.top)).toEqual([30, 30 + 14 + 12, 30 + 14 + 12 + 14 + 12]);
});

test('named pages have their own size, and text before and after goes on pages of its own', () => {
  const wide = pageOf(400, 100, 8);
  const rules = { ...onSmall.pages, wide: { first: wide, other: wide } };
  const layout = layOut(
    doc([p('before'), el('section', { page: 'wide' }, [p('x '.repeat(60))]), p('after')], { pages: rules }),
  );
  expect(layout.pages.map((page) => [page.name, page.rule.width])).toEqual([
    ['', 200],
    ['wide', 400],
    ['', 200],
  ]);
  expect(Math.max(...wordsOf(layout).map((word) => word.right))).toBeGreaterThan(300);
});

const cell = (text: string, over: Partial<Style> = {}, attributes: Record<string, string> = {}) =>
  el('td', { padding: edges(2), border: edges(line(1)), ...over }, [text], { attributes });

test('a cell of 3,000 words comes out whole, under a repeated header that is read once', () => {
  const many = Array.from({ length: 3000 }, (_, index) => `w${index}`);
  const head = el('thead', {}, [el('tr', {}, [el('th', {}, ['Head'])])]);
  const layout = layOut(
    doc([el('table', {}, [head, el('tbody', {}, [el('tr', {}, [cell('left'), cell(many.join(' '))])])])]),
  );
  const words = wordsOf(layout).map((word) => word.text);
  expect(words.filter((word) => word.startsWith('w'))).toEqual(many);
  expect(words.filter((word) => word === 'Head')).toHaveLength(1);
  for (const page of layout.pages.slice(1)) {
    const first = page.content[0];
    expect(first?.kind === 'line' && first.repeated).toBe(true);
  }
});

test('an unbroken word of 400 letters stays inside its box, in text, cell and nowrap alike', () => {
  const long = 'x'.repeat(400);
  const table = el('table', {}, [el('tbody', {}, [el('tr', {}, [cell('short'), cell(long), cell('also')])])]);
  const layout = layOut(doc([p(long), el('p', { whiteSpace: 'nowrap' }, [long]), table]));
  const words = wordsOf(layout);
  expect(
    words
      .map((word) => word.text)
      .join('')
      .replace(/[^x]/g, ''),
  ).toHaveLength(1200);
  expect(Math.max(...words.map((word) => word.right))).toBeLessThanOrEqual(270.02);
});

test('spans: a cell over two rows stands beside both, one over two columns below both', () => {
  const rows = [
    el('tr', {}, [cell('tall', {}, { rowspan: '2' }), cell('b')]),
    el('tr', {}, [cell('c')]),
    el('tr', {}, [cell('wide words that need the room of both columns', {}, { colspan: '2' })]),
  ];
  const layout = layOut(doc([el('table', {}, [el('tbody', {}, rows)])]));
  const at = (text: string) => wordsOf(layout).find((word) => word.text === text);
  expect(at('b')?.left).toBe(at('c')?.left);
  expect(at('c')?.top).toBe((at('b')?.top ?? 0) + 14 + 6);
  expect(at('wide')?.left).toBe(at('tall')?.left);
});

test('contents get the page numbers that the finished layout has', () => {
  const entry = (id: string) =>
    p(
      generated([
        { kind: 'text', text: `${id} ` },
        { kind: 'leader', fill: '.' },
        { kind: 'target-page', id, style: 'decimal' },
      ]),
    );
  const chapter = (id: string) => el('h1', { breakBefore: 'page' }, [`chapter ${id}`], { id });
  const layout = layOut(doc([...['a', 'b', 'c'].map(entry), ...['a', 'b', 'c'].map(chapter)], onSmall));
  expect(lineTexts(layout)[0]).toEqual(['a 2', 'b 3', 'c 4']);
  expect(lineTexts(layout)[3]).toEqual(['chapter c']);
});

test('margin boxes know page, pages and the running string', () => {
  const box: MarginBox = {
    style: style({}),
    content: [
      { kind: 'string', name: 'chapter' },
      { kind: 'text', text: ' ' },
      { kind: 'counter', counter: 'page', style: 'decimal' },
      { kind: 'text', text: '/' },
      { kind: 'counter', counter: 'pages', style: 'decimal' },
    ],
  };
  const rule = pageOf(200, 140, 28, { 'top-center': box });
  const chapter = (name: string) => el('h1', { breakBefore: 'page', stringSet: ['chapter'] }, [name]);
  const layout = layOut(
    doc([chapter('one'), ...six(1), chapter('two')], { pages: { '': { first: rule, other: rule } } }),
  );
  const furniture = layout.pages.map((page) => page.furniture.lines.flatMap((placed) => placed.line.parts));
  const texts = furniture.map((parts) =>
    parts.map(({ piece }) => ('word' in piece ? piece.word.text : '')).join(''),
  );
  expect(texts).toEqual(['one 1/3', 'one 2/3', 'two 3/3']);
});

test('list markers hang to the left of their text', () => {
  const items = ['one', 'two'].map((text) => el('li', { listStyleType: 'decimal' }, [text]));
  const layout = layOut(doc([el('ol', { padding: edges(0, 0, 0, 20) }, items)]));
  const words = wordsOf(layout);
  expect(words.map((word) => word.text)).toEqual(['1.', 'one', '2.', 'two']);
  expect(words[0]?.right).toBeLessThan(50);
  expect(words[1]?.left).toBe(50);
  expect(words[0]?.top).toBe(words[1]?.top);
});

test('justified lines reach the right edge, the last one does not', () => {
  const layout = layOut(doc([el('p', { textAlign: 'justify' }, ['some words '.repeat(30)])]));
  const lines = layout.pages.flatMap(linesOf);
  const ends = lines.map((one) =>
    Math.max(
      ...one.line.parts.filter(({ piece }) => piece.kind === 'word').map(({ x, width }) => one.x + x + width),
    ),
  );
  for (const end of ends.slice(0, -1)) expect(end).toBeCloseTo(270, 3);
  expect(ends.at(-1)).toBeLessThan(269);
});

test('what stands in a cell or a grid goes on on the pages around it', () => {
  const wide = el('p', { page: 'wide' }, ['x '.repeat(60)]);
  const table = el('table', { display: 'table', width: { percent: 100 } }, [
    el('tbody', { display: 'table-row-group' }, [
      el('tr', { display: 'table-row' }, [el('td', { display: 'table-cell' }, [wide])]),
    ]),
  ]);
  const grid = el('div', { display: 'grid' }, [wide]);
  const rules = {
    '': { first: pageOf(200, 200, 20), other: pageOf(200, 200, 20) },
    wide: { first: pageOf(400, 200, 20), other: pageOf(400, 200, 20) },
  };
  const layout = layOut(doc([table, grid], { pages: rules }));
  expect(layout.pages.map(({ name }) => name)).toEqual(['']);
  for (const word of wordsOf(layout)) expect(word.right).toBeLessThanOrEqual(180.1);
});
