// The structure a screen reader walks: which role everything has, and that no place holds what PDF/UA-1 refuses there.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ElementNode, Style } from '../../../src/model/document.ts';
import { Failure } from '../../../src/problem.ts';
import type { Structure } from '../../../src/write/pdf/boxes/structure.ts';
import { layOut } from '../../../src/write/pdf/layout.ts';
import { outline, withRole } from './outline.ts';
import { doc, drawing, el, generated, p } from './tree.ts';

const item = (...inside: Parameters<typeof el>[2]) => el('li', { listStyleType: 'none' }, inside);
const link = (text: string, href = '#top') => el('a', {}, [text], { attributes: { href } });
const top = el('p', {}, ['top'], { id: 'top' });

test('a table of contents: its lists and items, each link a reference', () => {
  const contents = el(
    'nav',
    {},
    [
      el('h1', {}, ['Contents']),
      el('ol', {}, [item(link('one')), item(link('two'), el('ol', {}, [item(link('inner'))]))]),
    ],
    { attributes: { role: 'doc-toc' } },
  );
  const entry = 'TOCI(Reference(Link))';
  expect(outline(layOut(doc([contents, top])))).toBe(
    `Sect(H1 TOC(${entry} TOCI(Reference(Link) TOC(${entry})))) P`,
  );
});

test('other navigation has plain lists', () => {
  const nav = el('nav', {}, [el('ul', {}, [item(link('one'))])]);
  expect(outline(layOut(doc([nav, top])))).toBe('Sect(L(LI(LBody(Link)))) P');
});

test.each<Style['display']>(['block', 'grid'])('terms and meanings are labels and bodies (%s)', (display) => {
  const list = el('dl', { display }, [
    el('dt', {}, ['a']),
    el('dt', {}, ['b']),
    el('dd', {}, ['one']),
    el('dd', {}, [p('two'), p('more')]),
    el('dt', {}, ['c']),
    el('dd', {}, ['three']),
  ]);
  expect(outline(layOut(doc([list])))).toBe('L(LI(Lbl Lbl LBody LBody(P P)) LI(Lbl LBody))');
});

test('a figure stands beside its caption; a drawing without words is no figure', () => {
  const shape = (alt: string) => drawing(20, 20, [], alt, { display: 'block' });
  const figure = el('figure', {}, [shape('a chart'), shape(''), el('figcaption', {}, ['Caption'])]);
  const layout = layOut(doc([figure]));
  expect(outline(layout)).toBe('Div(Figure Caption)');
  expect(withRole(layout, 'Figure').map((part) => part.alt)).toEqual(['a chart']);
});

test('languages and abbreviations are said where they are', () => {
  const layout = layOut(
    doc([
      el(
        'blockquote',
        {},
        [el('abbr', {}, ['DR'], { attributes: { title: 'disaster recovery', lang: 'en' } })],
        { attributes: { lang: 'de' } },
      ),
      el('div', {}, ['grec'], { attributes: { lang: 'fr' } }),
      el('b', {}, ['plain']),
    ]),
  );
  expect(outline(layout)).toBe('BlockQuote(P(Span)) Div(P) P');
  const [span] = withRole(layout, 'Span');
  expect([span?.language, span?.expansion]).toEqual(['en', 'disaster recovery']);
  expect([withRole(layout, 'BlockQuote')[0]?.language, withRole(layout, 'Div')[0]?.language]).toEqual([
    'de',
    'fr',
  ]);
});

function headingTroubles(...levels: readonly number[]): readonly string[] {
  const headings = levels.map((level) => el(`h${level}`, {}, level === 6 ? [] : [`Level ${level}`]));
  try {
    layOut(doc(headings));
    return [];
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    return failure.diagnostics.map((one) => `${one.code}: ${one.sentence} ${one.hint}`);
  }
}

test('a heading may not leave a level out, for PDF/UA-1 refuses it', () => {
  expect(headingTroubles(1, 2, 3, 2, 3, 1)).toEqual([]);
  expect(headingTroubles(1, 6, 2)).toEqual([]);
  expect(headingTroubles(2)).toEqual([
    'heading-level: The heading “Level 2” has level 2, but no heading stands before it. Make it h1; how large it is shown is up to the theme.',
  ]);
  expect(headingTroubles(1, 3, 4)).toEqual([
    'heading-level: The heading “Level 3” has level 3, but the one before it has level 1. Make it h2; how large it is shown is up to the theme.',
  ]);
});

/** What may stand in what, as veraPDF asks of PDF/UA-1, 7.2. */
const HOLDS: Readonly<Record<string, readonly string[]>> = {
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOC', 'TOCI', 'Caption'],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
};
const STANDS_IN: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  LBody: ['LI'],
  TOCI: ['TOC'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
};

function misplaced(part: Structure): readonly string[] {
  return part.children.flatMap((child) => {
    if (child.kind === 'leaf') return [];
    const wrong =
      HOLDS[part.role]?.includes(child.role) === false ||
      STANDS_IN[child.role]?.includes(part.role) === false;
    return [...(wrong ? [`${child.role} in ${part.role}`] : []), ...misplaced(child)];
  });
}

const DISPLAYS: readonly Style['display'][] = [
  'block',
  'inline',
  'list-item',
  'grid',
  'table',
  'table-row-group',
  'table-header-group',
  'table-row',
  'table-cell',
  'table-caption',
];
const TAGS = [
  'div',
  'section',
  'nav',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'thead',
  'tfoot',
  'tr',
  'th',
  'td',
  'p',
  'figure',
];

type Spec = {
  readonly tag: string;
  readonly display: Style['display'] | undefined;
  readonly inside: readonly (Spec | string)[];
  readonly before: boolean;
  readonly attributes: Record<string, string>;
};

const specs = fc.letrec<{ node: Spec }>((tie) => ({
  node: fc.record({
    tag: fc.constantFrom(...TAGS),
    display: fc.option(fc.constantFrom(...DISPLAYS), { nil: undefined }),
    inside: fc.array(fc.oneof({ maxDepth: 5, depthSize: 'medium' }, fc.constant('text'), tie('node')), {
      maxLength: 3,
    }),
    before: fc.boolean(),
    attributes: fc.constantFrom<Record<string, string>>(
      {},
      { role: 'doc-toc' },
      { colspan: '2' },
      { rowspan: '3' },
      { lang: 'fr' },
      { href: '#top' },
    ),
  }),
})).node;

function elementOf({ tag, display, inside, before, attributes }: Spec): ElementNode {
  const content = inside.map((one) => (typeof one === 'string' ? one : elementOf(one)));
  const first = before ? [generated([{ kind: 'text', text: 'x' }], { display: 'block' })] : [];
  return el(tag, display === undefined ? {} : { display }, [...first, ...content], { attributes });
}

test('whatever elements stand in each other, and however they are shown, every role is where it may be', () => {
  fc.assert(
    fc.property(fc.array(specs, { minLength: 1, maxLength: 3 }), (nodes) => {
      const { structure } = layOut(doc([top, ...nodes.map(elementOf)]));
      expect(misplaced(structure)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('texts of blocks side by side stay apart where they share a list item', () => {
  const gridColumns = [1, 2].map((fraction) => ({ kind: 'fraction' as const, fraction }));
  const beside = el('div', { display: 'grid', gridColumns }, [
    el('div', {}, ['left '.repeat(300).trim()]),
    el('div', {}, ['right']),
  ]);
  expect(outline(layOut(doc([el('ul', {}, [item(beside)])])))).toBe('L(LI(LBody(P P)))');
});
