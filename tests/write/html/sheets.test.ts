// How a document is cut into sheets for the screen, and what browsers are told of its pages for paper.
import { expect, test } from 'vitest';
import { writeHtml } from '../../../src/write/html/index.ts';
import { doc, el, p, pageOf, style } from '../pdf/tree.ts';
import { elementsOf, first, lookOf, styleSheet, textOf } from './read-html.ts';

test('a sheet begins where paper must, and has the size of its pages', () => {
  const pages = {
    '': { first: pageOf(300, 400, 30), other: pageOf(300, 400, 30) },
    wide: { first: pageOf(400, 300, 20), other: pageOf(400, 300, 20) },
  };
  const html = writeHtml(
    doc(
      [
        p('1'),
        '\n',
        p('1'),
        el('p', { breakBefore: 'page' }, ['2']),
        '\n',
        el('p', { page: 'wide' }, ['3']),
        '\n',
      ],
      { pages },
    ),
  );
  const sheets = elementsOf(first(html, 'main')).filter(({ attributes }) =>
    attributes.class?.startsWith('sheet'),
  );
  expect(sheets.map((sheet) => textOf(sheet).trim().replace(/\s+/g, ' '))).toEqual(['1 1', '2', '3']);
  expect(sheets.map(({ attributes }) => attributes.class)).toEqual(['sheet p1', 'sheet p1', 'sheet p2']);
  expect(styleSheet(html)).toContain('@page p2{size:400pt 300pt;margin:20pt}');
  expect(styleSheet(html)).toContain('.p2{page:p2}');
  expect(styleSheet(html)).toContain('.sheet.p2{width:400pt;min-height:300pt;padding:20pt}');
});

test('an element that asks for other pages within a sheet has them', () => {
  const rule = (width: number) => ({ first: pageOf(width, 400, 30), other: pageOf(width, 400, 30) });
  const html = writeHtml(
    doc([el('div', {}, [el('table', { page: 'wide' }, []), el('p', { page: 'narrow' }, [])])], {
      pages: { '': rule(300), wide: rule(600), narrow: rule(200) },
    }),
  );
  expect(lookOf(html, first(html, 'table'))).toContain('{page:p1}');
  expect(styleSheet(html)).toContain('@page p1{size:600pt 400pt');
});

test('margin boxes say what stands on their sheet: the first value set there, else the last one before', () => {
  const box = {
    style: style({ textAlign: 'start' }),
    content: [
      { kind: 'string', name: 'chapter' },
      { kind: 'text', text: ' · ' },
      { kind: 'counter', counter: 'page', style: 'lower-roman' },
      { kind: 'leader', fill: '.' },
    ] as const,
  };
  const rule = pageOf(300, 400, 30, { 'bottom-right': box });
  const chapter = (text: string) => el('h1', { stringSet: ['chapter'] }, [text, el('b', {}, ['!'])]);
  const next = el('p', { breakBefore: 'page' }, ['x']);
  const html = writeHtml(
    doc([chapter('One'), chapter('Two'), next, next, chapter('Three')], {
      pages: { '': { first: rule, other: rule } },
    }),
  );
  const contents = [...styleSheet(html).matchAll(/@bottom-right\{content:([^;]*);/g)].map(
    ([, content]) => content,
  );
  expect(contents).toEqual(
    ['One', 'Two', 'Three'].map((name) => `"${name}!" " · " counter(page,lower-roman)`),
  );
  // A browser's own place for the text of a box is left alone.
  expect(styleSheet(html)).not.toMatch(/@bottom-right\{[^}]*text-align/);
});
