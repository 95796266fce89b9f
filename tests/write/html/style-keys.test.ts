// Every field of a style has its say in CSS: a field nobody mapped fails here, and does not compile in the writer.
import { expect, test } from 'vitest';
import type { Size, Style } from '../../../src/model/document.ts';
import { writeHtml } from '../../../src/write/html/index.ts';
import { doc, edges, el, line, style } from '../pdf/tree.ts';
import { first, lookOf } from './read-html.ts';

type Case<K extends keyof Style> = readonly (readonly [value: Style[K], css: string])[];
type Cases = { readonly [K in keyof Style]: Case<K> };

const CASES: Cases = {
  display: [
    ['list-item', 'display:list-item'],
    ['grid', 'display:grid'],
    ['table-cell', 'display:table-cell'],
  ],
  fontFamily: [[['Two "Words"', 'serif'], 'font-family:"Two \\22 Words\\22 ",var(--more),serif']],
  fontSize: [[7.25, 'font-size:7.25pt']],
  fontWeight: [[600, 'font-weight:600']],
  fontStyle: [['italic', 'font-style:italic']],
  color: [['#123456', 'color:#123456']],
  backgroundColor: [['#abcdef', 'background-color:#abcdef']],
  lineHeight: [[1 / 3, 'line-height:0.333pt']],
  textAlign: [
    ['justify', 'text-align:justify'],
    ['end', 'text-align:end'],
    ['decimal', 'text-align:right'],
  ],
  direction: [['rtl', 'direction:rtl']],
  textDecoration: [['line-through', 'text-decoration:line-through']],
  textTransform: [['uppercase', 'text-transform:uppercase']],
  textIndent: [[-8, 'text-indent:-8pt']],
  letterSpacing: [[0.5, 'letter-spacing:0.5pt']],
  wordSpacing: [
    [1e-9, ''],
    [2, 'word-spacing:2pt'],
  ],
  whiteSpace: [['pre-wrap', 'white-space:pre-wrap']],
  overflowWrap: [['anywhere', 'overflow-wrap:anywhere']],
  verticalAlign: [['super', 'vertical-align:super']],
  margin: [[edges<Size>(1, 'auto', { percent: 5 }, -4), 'margin:1pt auto 5% -4pt']],
  padding: [[edges(3), 'padding:3pt']],
  border: [
    [edges(line(1)), 'border:1pt solid #333333'],
    [
      { ...edges(line(0)), top: { width: 0.5, style: 'dashed', color: '#ff0000' } },
      'border-top:0.5pt dashed #ff0000;border-right:none',
    ],
  ],
  borderRadius: [[4, 'border-radius:4pt']],
  width: [[{ percent: 50 }, 'width:50%']],
  maxWidth: [[200, 'max-width:200pt']],
  minHeight: [[20, 'min-height:20pt']],
  height: [[30, 'height:30pt']],
  breakBefore: [['avoid', 'break-before:avoid']],
  breakAfter: [['page', 'break-after:page']],
  breakInside: [['avoid', 'break-inside:avoid']],
  orphans: [[3, 'orphans:3']],
  widows: [[4, 'widows:4']],
  // The page of the body's children is that of their sheet; one within a sheet is tested with the sheets.
  page: [],
  listStyleType: [['upper-roman', 'list-style-type:upper-roman']],
  gridColumns: [
    [
      [
        { kind: 'size', size: 40 },
        { kind: 'fraction', fraction: 1.5 },
        { kind: 'auto' },
        { kind: 'size', size: { percent: 10 } },
      ],
      'grid-template-columns:40pt minmax(0,1.5fr) auto 10%',
    ],
  ],
  columnGap: [[6, 'column-gap:6pt']],
  rowGap: [[5, 'row-gap:5pt']],
  gridSpan: [
    [0, 'grid-column:1/-1'],
    [3, 'grid-column:span 3'],
  ],
  // A browser has no outline and no running strings.
  bookmarkLevel: [],
  stringSet: [],
};

const KEYS = Object.keys(style()).filter((key): key is keyof Style => key in CASES);

test('the cases speak of every field there is', () => {
  expect(Object.keys(CASES).sort()).toEqual(Object.keys(style()).sort());
});

test.each(KEYS.flatMap((key) => CASES[key].map(([value, css]) => ({ key, value, css }))))(
  '$key: $css',
  ({ key, value, css }) => {
    const declared = declarationsOf({ [key]: value });
    if (css === '') expect(declared).toBe(declarationsOf({}));
    else expect(declared).toContain(`${css};`);
  },
);

const declarationsOf = (over: Partial<Style>): string => {
  const html = writeHtml(doc([el('section', over, [])]));
  return lookOf(html, first(html, 'section')).replace('}', ';');
};
