// What the attributes of a workbook's template make of its sheets, and what is refused.
import { describe, expect, test } from 'vitest';
import type { Sheet, Workbook } from '../../src/model/workbook.ts';
import { page, places, refused, workbookOf } from './tiny.ts';

const CSS =
  '.late { color: #aa0000; font-weight: 700 } .done { background-color: #00aa00 } .plain { margin: 0 }';
const book = (body: string, more: object = {}): Workbook =>
  workbookOf({ 'workbook.hbs': page(body), 'theme.css': CSS }, more);
const sheet = (body: string, more: object = {}): Sheet => {
  const [found] = book(body, more).sheets;
  if (found === undefined) throw new Error('There is no sheet.');
  return found;
};
const wrong = (body: string, more: object = {}) =>
  refused(() =>
    workbookOf(
      {
        'workbook.hbs': `<html lang="en"><head><title>T</title></head><body>\n${body}</body></html>`,
        'theme.css': CSS,
      },
      more,
    ),
  );
const faults = (body: string, more: object = {}): readonly string[] => places(wrong(body, more));

const LISTS =
  '<table data-sheet="Lists" data-hidden="true"><colgroup><col data-name="list_status"></colgroup><thead><tr><th>Status</th></tr></thead><tbody><tr><td>open</td></tr><tr><td>done</td></tr></tbody></table>';
const DUTIES = `<table data-sheet="Duties" data-table="duties" data-protect="true" data-blank-rows="2">
<colgroup><col data-key="id"><col data-key="status" data-hidden="true" data-input="list" data-list="list_status" data-prompt="Which?" data-prompt-title="Status" data-refusal="None of the words." data-when-late='[status]="open"' data-when-done='[status]="done"'></colgroup>
<thead><tr><th>Id</th><th>Status</th></tr></thead>
<tbody><tr><td>a</td><td>open</td></tr><tr><td>b</td><td data-input="text">done</td></tr><tr><td>c</td></tr></tbody></table>`;
const S = (cells: string, attributes = ''): string =>
  `<table data-sheet="S"${attributes}><tbody><tr>${cells}</tr></tbody></table>`;

describe('a sheet', () => {
  test('takes input where its columns say so, in one rule for all that is alike', () => {
    const found = sheet(DUTIES + LISTS);
    expect(found).toMatchObject({ table: { name: 'duties' }, filter: true, protected: true, hidden: false });
    expect(found.columns).toEqual([
      { width: 14, hidden: false },
      { width: 14, hidden: true },
    ]);
    expect(found.validations).toEqual([
      {
        ranges: [
          { top: 2, bottom: 2, left: 2, right: 2 },
          { top: 4, bottom: 6, left: 2, right: 2 },
        ],
        allowed: { kind: 'list', list: 'list_status' },
        prompt: { title: 'Status', text: 'Which?' },
        refusal: { title: '', text: 'None of the words.' },
      },
      {
        ranges: [{ top: 3, bottom: 3, left: 2, right: 2 }],
        allowed: { kind: 'text', longest: 32_767 },
        prompt: null,
        refusal: null,
      },
    ]);
    expect(found.rows.map(({ cells }) => cells.map(({ unlocked }) => unlocked))).toEqual([
      [false, false],
      ...Array.from({ length: 5 }, () => [false, true]),
    ]);
  });

  test('has looks in their order, written for the first cell of their ranges', () => {
    const ranges = [{ top: 2, bottom: 6, left: 2, right: 2 }];
    expect(sheet(DUTIES + LISTS).looks).toEqual([
      { ranges, formula: '$B2="open"', look: { bold: true, italic: false, color: '#aa0000', fill: null } },
      { ranges, formula: '$B2="done"', look: { bold: false, italic: false, color: null, fill: '#00aa00' } },
    ]);
  });

  test('lets the looks of a cell stand for those of its column', () => {
    const { looks } = sheet(
      '<table data-sheet="S"><colgroup><col data-key="a" data-when-late="[a]=1" data-when-done="[a]=2"></colgroup><tbody><tr><td>x</td></tr><tr><td data-when-done="[a]=3">y</td></tr></tbody></table>',
    );
    expect(looks.map(({ ranges, formula }) => [ranges[0]?.top, formula])).toEqual([
      [1, '$A1=1'],
      [1, '$A1=2'],
      [2, '$A2=3'],
      [2, '$A2=1'],
    ]);
  });

  test('keeps a row for a table of nothing', () => {
    const body =
      '<table data-sheet="S" data-table="t"><colgroup><col data-key="a" data-input="date"></colgroup><thead><tr><th>A</th></tr></thead><tbody>{{#each none as |one|}}<tr><td>{{one}}</td></tr>{{/each}}</tbody></table>';
    const found = sheet(body, { none: [] });
    expect(found.rows.map(({ cells }) => cells.map(({ value }) => value.kind))).toEqual([
      ['text'],
      ['empty'],
    ]);
    expect(found.validations).toMatchObject([{ ranges: [{ top: 2, bottom: 2 }], allowed: { kind: 'date' } }]);
  });

  test('computes the formula of a column in every cell that has none of its own, blank ones too', () => {
    const body =
      '<table data-sheet="S" data-blank-rows="1"><colgroup><col data-key="n"><col data-formula="[n]*2"></colgroup><thead><tr><th>N</th><th>Twice</th></tr></thead><tbody><tr><td><data value="1">1</data></td><td><data value="2">2</data></td></tr><tr><td></td><td data-formula="0"><data value="0">0</data></td></tr></tbody></table>';
    const formulas = sheet(body).rows.map(({ cells }) => cells[1]?.formula);
    expect(formulas).toEqual([null, '$A2*2', '0', '$A4*2']);
  });

  test('names a column up to its last filled cell', () => {
    const body = S('', '').replace(
      '<tbody><tr></tr></tbody>',
      '<colgroup><col data-name="words"></colgroup><thead><tr><th>W</th></tr></thead><tbody><tr><td>a</td></tr><tr><td></td></tr><tr><td>b</td></tr><tr><td></td></tr></tbody>',
    );
    expect(book(body).names).toEqual([{ name: 'words', refersTo: "'S'!$A$2:$A$4" }]);
  });

  test('draws blank rows as the theme draws cells of its columns', () => {
    const css = 'td { color: #111111 } .x { color: #222222 } tr:last-child td { font-weight: 700 }';
    const body =
      '<table data-sheet="S" data-blank-rows="2"><colgroup><col class="x"><col></colgroup><tbody><tr><td>a</td><td>b</td></tr></tbody></table>';
    const { rows } = workbookOf({ 'workbook.hbs': page(body), 'theme.css': css }).sheets[0] ?? { rows: [] };
    expect(
      rows.slice(1).map(({ cells }) => cells.map(({ style: { color, bold } }) => [color, bold])),
    ).toEqual([
      [
        ['#222222', false],
        ['#111111', false],
      ],
      [
        ['#222222', true],
        ['#111111', true],
      ],
    ]);
  });
});

test('a workbook has names for cells and columns, and a header', () => {
  const found = workbookOf({
    'workbook.hbs': `<html lang="en"><head><title>T</title><meta name="header-left" content="l"><meta name="header-center" content="c"><meta name="header-right" content="r"></head><body>${S('<td>a</td><td data-name="total">b</td>')}${LISTS}</body></html>`,
  });
  expect(found.header).toEqual({ left: 'l', center: 'c', right: 'r' });
  expect(found.names).toEqual([
    { name: 'total', refersTo: "'S'!$B$1" },
    { name: 'list_status', refersTo: "'Lists'!$A$2:$A$3" },
  ]);
});

test('a cell is true or false', () => {
  const cells = sheet(S('<td><data value="true">yes</data></td><td><data value="false">no</data></td>'))
    .rows[0]?.cells;
  expect(cells?.map(({ value }) => value)).toEqual([
    { kind: 'boolean', boolean: true },
    { kind: 'boolean', boolean: false },
  ]);
});

describe('a workbook refuses', () => {
  const head = (cells: string, more = '<tbody><tr><td>a</td></tr></tbody>', cols = ''): string =>
    `<table data-sheet="S" data-table="t">${cols}<thead><tr>${cells}</tr></thead>${more}</table>`;
  test.each([
    ['a table named like a cell', S('<td>a</td>', ' data-table="ab12"'), 2, 23],
    ['a table named r1c1', S('<td>a</td>', ' data-table="r1c1"'), 2, 23],
    ['a table named in capitals', S('<td>a</td>', ' data-table="Duties"'), 2, 23],
    ['a name like a row', S('<td data-name="r">a</td>'), 2, 38],
    ['blank rows beyond number', S('<td>a</td>', ' data-blank-rows="10000"'), 2, 23],
    ['protection that is not on', S('<td>a</td>', ' data-protect="false"'), 2, 23],
    ['an input of no kind', S('<td data-input="time">a</td>'), 2, 38],
    ['an input of a list without one', S('<td data-input="list">a</td>'), 2, 38],
    ['a list without input', S('<td data-list="words">a</td>'), 2, 38],
    ['a list for another input', S('<td data-input="text" data-list="w_s">a</td>'), 2, 56],
    ['a list that is nowhere', S('<td data-input="list" data-list="words">a</td>'), 2, 56],
    ['a prompt without input', S('<td data-prompt="a">a</td>'), 2, 38],
    ['a title without a prompt', S('<td data-input="text" data-prompt-title="a">a</td>'), 2, 56],
    [
      'a title too long',
      S(`<td data-input="text" data-prompt="a" data-prompt-title="${'x'.repeat(33)}">a</td>`),
      2,
      72,
    ],
    ['a refusal too long', S(`<td data-input="text" data-refusal="${'x'.repeat(256)}">a</td>`), 2, 56],
    ['a look for a class without one', S('<td data-when-plain="TRUE">a</td>'), 2, 38],
    ['a look without a class', S('<td data-when-="TRUE">a</td>'), 2, 38],
    ['a key on a cell', S('<td data-key="a">a</td>'), 2, 38],
    [
      'a key for two columns',
      '<table data-sheet="S"><colgroup><col span="2" data-key="k"></colgroup><tbody><tr><td>a</td></tr></tbody></table>',
      2,
      47,
    ],
    ['a link with a formula', S('<td data-formula="1"><a href="https://example.com">a</a></td>'), 2, 38],
    ['a format of a truth', S('<td><data value="true" data-format="0">a</data></td>'), 2, 57],
    ['a table without a header', S('<td>a</td>', ' data-table="t_t"'), 2, 2],
    ['a header that is empty', head('<th></th>'), 2, 50],
    ['a header of a number', head('<th><data value="1">1</data></th>'), 2, 50],
    ['a header of two lines', head('<th>a<br>b</th>'), 2, 50],
    ['a header that comes twice', head('<th>A</th><th>a</th>'), 2, 60],
    ['a header over two columns', head('<th colspan="2">A</th>'), 2, 50],
    [
      'a span in a table',
      head('<th>A</th><th>B</th>', '<tbody><tr><td colspan="2">a</td></tr></tbody>'),
      2,
      94,
    ],
    [
      'a row longer than the header',
      head('<th>A</th>', '<tbody><tr><td>a</td><td>b</td></tr></tbody>'),
      2,
      50,
    ],
    [
      'a column name without cells',
      '<table data-sheet="S"><colgroup><col data-name="w_s"></colgroup><thead><tr><th>a</th></tr></thead></table>',
      2,
      38,
    ],
    ['all sheets hidden', S('<td>a</td>', ' data-hidden'), 2, 23],
    ['more text without a sheet for it', S('<td>a</td>', ' data-more-text="a"'), 2, 23],
  ])('%s', (_, body, line, column) => {
    const found = faults(body);
    expect(found[0]).toMatch(new RegExp(`^workbook\\.hbs:${line}:${column} markup-`));
  });

  test('names that clash, whatever they name', () => {
    const body = `<table data-sheet="S" data-table="total"><thead><tr><th>A</th></tr></thead></table>\n${S('<td data-name="total">a</td><td data-name="total">b</td>').replace('"S"', '"B"')}`;
    expect(faults(body)).toEqual([
      'workbook.hbs:3:38 markup-attribute',
      'workbook.hbs:3:66 markup-attribute',
    ]);
  });
});
