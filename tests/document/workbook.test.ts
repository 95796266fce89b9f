// Worksheets from tables: typed cells, styles from the theme, and what a worksheet cannot hold.
import { describe, expect, test } from 'vitest';
import type { Cell, Sheet } from '../../src/model/workbook.ts';
import { page, places, refused, workbookOf } from './tiny.ts';

const sheetText = (cells: string, attributes = ''): string =>
  page(`<table data-sheet="S"${attributes}><tbody><tr>${cells}</tr></tbody></table>`);
const sheet = (body: string, css = '', more: object = {}): Sheet => {
  const [found] = workbookOf({ 'workbook.hbs': page(body), 'theme.css': css }, more).sheets;
  if (found === undefined) throw new Error('There is no sheet.');
  return found;
};
const cell = (cells: string, css = '', more: object = {}): Cell => {
  const found = workbookOf({ 'workbook.hbs': sheetText(cells), 'theme.css': css }, more).sheets[0]?.rows[0]
    ?.cells[0];
  if (found === undefined) throw new Error('There is no cell.');
  return found;
};
const faults = (body: string, more: object = {}): readonly string[] =>
  places(
    refused(() =>
      workbookOf(
        { 'workbook.hbs': `<html lang="en"><head><title>T</title></head><body>\n${body}</body></html>` },
        more,
      ),
    ),
  );

describe('a cell', () => {
  test.each([
    ['text', '<td>a  b\n c</td>', { kind: 'text', text: 'a b c' }],
    ['text that looks like a formula', '<td>=1+1</td>', { kind: 'text', text: '=1+1' }],
    ['text that looks like a number', '<td>007</td>', { kind: 'text', text: '007' }],
    ['nothing', '<td> </td>', { kind: 'empty' }],
    ['a day', '<td> <time datetime="2026-10-09">9 October</time> </td>', { kind: 'date', day: '2026-10-09' }],
    [
      'a number',
      '<td><data value="-1.5" data-format="0.00">x</data></td>',
      { kind: 'number', number: -1.5, format: '0.00' },
    ],
    [
      'a day among text',
      '<td>on <time datetime="2026-10-09">9 October</time></td>',
      { kind: 'text', text: 'on 9 October' },
    ],
    [
      'an address',
      '<td><a href="mailto:a@example.com">mail</a></td>',
      { kind: 'link', text: 'mail', target: { kind: 'url', url: 'mailto:a@example.com' } },
    ],
    [
      'lines',
      '<td><p>a</p> <p>b<br>c</p><ul><li>d</li>\n<li><b>e</b> f</li></ul></td>',
      { kind: 'text', text: 'a\nb\nc\nd\ne f' },
    ],
  ])('of %s', (_, cells, expected) => {
    expect(cell(cells).value).toEqual(expected);
  });

  test('takes its style from the theme, a background from its row', () => {
    const css =
      'td { color: #111111; font-size: 9pt; text-align: right; vertical-align: middle; white-space: nowrap; border-bottom: 1pt solid #cccccc } tr { background-color: #eeeeee } .b { font-weight: 600; font-style: italic }';
    expect(cell('<td class="b">a</td>', css).style).toEqual({
      bold: true,
      italic: true,
      fontSize: 9,
      color: '#111111',
      fill: '#eeeeee',
      align: 'right',
      valign: 'middle',
      wrap: false,
      border: { color: '#cccccc' },
    });
    expect(cell('<td>a</td>').style).toMatchObject({
      bold: false,
      fill: null,
      align: null,
      valign: 'top',
      wrap: true,
      border: null,
    });
  });
});

test.each([
  ['text-align: left', 'left'],
  ['text-align: end', 'right'],
  ['text-align: end; direction: rtl', 'left'],
  ['text-align: start', null],
])('a cell with %s leans to %s, whatever it holds', (css, align) => {
  expect(cell('<td><data value="1">1</data></td>', `td { ${css} }`).style.align).toBe(align);
});

describe('a sheet', () => {
  test('has columns, header rows, and what its attributes say', () => {
    const found = sheet(
      '<table data-sheet="Duties" data-freeze-columns="2" data-filter data-landscape="true" data-tab-color="#112233"><colgroup><col data-width="8.5" span="2"><col></colgroup><thead><tr><th>a</th><th>b</th><th>c</th><th>d</th></tr></thead><tbody><tr><td colspan="3">e</td><td>f</td></tr></tbody></table>',
    );
    expect(found).toMatchObject({
      name: 'Duties',
      headerRows: 1,
      frozenColumns: 2,
      filter: true,
      landscape: true,
      tabColor: '#112233',
    });
    expect(found.columns.map(({ width }) => width)).toEqual([8.5, 8.5, 14, 14]);
    expect(found.rows[1]?.cells.map(({ columnSpan }) => columnSpan)).toEqual([3, 1]);
  });

  test('is found by links, past what spans cover', () => {
    const body =
      '<table data-sheet="A"><tbody><tr><td rowspan="2">1</td><td colspan="25">2</td><td><a href="#x">x</a></td></tr><tr id="row"><td><a href="#row">r</a></td><td id="x">3</td></tr></tbody></table>';
    const found = sheet(
      `${body}<table data-sheet="B" id="b"><tbody><tr><td><a href="#b">b</a></td></tr></tbody></table>`,
    );
    const target = (row: number, column: number): unknown => {
      const value = found.rows[row]?.cells[column]?.value;
      return value?.kind === 'link' ? value.target : value;
    };
    expect(target(0, 2)).toEqual({ kind: 'sheet', sheet: 'A', cell: 'C2' });
    expect(target(1, 0)).toEqual({ kind: 'sheet', sheet: 'A', cell: 'A2' });
  });

  test('names columns beyond Z', () => {
    const cells = Array.from({ length: 29 }, (_, index) =>
      index === 27 ? '<td id="x">x</td>' : '<td><a href="#x">y</a></td>',
    ).join('');
    expect(cell(cells).value).toEqual({
      kind: 'link',
      text: 'y',
      target: { kind: 'sheet', sheet: 'S', cell: 'AB1' },
    });
  });
});

test('a workbook carries its title, footer and properties', () => {
  expect(workbookOf({})).toMatchObject({
    title: 'Payments',
    date: '2026-10-09',
    producer: 'Countersign 1.2.3',
    footer: { left: 'left', center: '' },
    properties: { 'Pack id': `sha256:${'ab'.repeat(32)}` },
    sheets: [{ name: 'Items', filter: true, frozenColumns: 1, headerRows: 1 }],
  });
});

describe('a workbook refuses', () => {
  const rows = '<tbody><tr><td>a</td></tr></tbody>';
  test.each([
    ['a paragraph', '<p>a</p>', ['workbook.hbs:2:2 markup-structure', 'workbook.hbs:1:47 markup-structure']],
    [
      'a table without a name',
      `<table>${rows}</table>`,
      ['workbook.hbs:2:2 markup-structure', 'workbook.hbs:1:47 markup-structure'],
    ],
    ['a name with a slash', `<table data-sheet="a/b">${rows}</table>`, ['workbook.hbs:2:8 markup-attribute']],
    [
      'a name too long',
      `<table data-sheet="${'x'.repeat(32)}">${rows}</table>`,
      ['workbook.hbs:2:8 markup-attribute'],
    ],
    ['a name that is empty', `<table data-sheet="">${rows}</table>`, ['workbook.hbs:2:8 markup-attribute']],
    [
      'a name between quotes',
      `<table data-sheet="'a">${rows}</table>`,
      ['workbook.hbs:2:8 markup-attribute'],
    ],
    [
      'two names that differ in case',
      `<table data-sheet="A">${rows}</table>\n<table data-sheet="a">${rows}</table>`,
      ['workbook.hbs:3:8 markup-attribute'],
    ],
    [
      'an unknown attribute',
      `<table data-sheet="A" data-freeze="1">${rows}</table>`,
      ['workbook.hbs:2:23 markup-attribute'],
    ],
    [
      'a link among text',
      '<table data-sheet="A"><tbody><tr><td>a <a href="https://example.com">b</a></td></tr></tbody></table>',
      ['workbook.hbs:2:41 markup-structure'],
    ],
    [
      'a link to nowhere',
      '<table data-sheet="A"><tbody><tr><td><a href="#nope">b</a></td></tr></tbody></table>',
      ['workbook.hbs:2:41 link-target-missing'],
    ],
    [
      'a drawing',
      '<table data-sheet="A"><tbody><tr><td>{{mark \'supported\'}} a</td></tr></tbody></table>',
      ['workbook.hbs:2:38 markup-element'],
    ],
    [
      'a header below the body',
      `<table data-sheet="A">${rows}<thead><tr><th>a</th></tr></thead></table>`,
      ['workbook.hbs:2:58 markup-structure'],
    ],
    ['a sheet without rows', '<table data-sheet="A"></table>', ['workbook.hbs:2:2 markup-structure']],
    ['text outside', `<table data-sheet="A">${rows}</table> oops`, ['workbook.hbs:2:65 markup-structure']],
  ])('%s', (_, body, expected) => {
    expect(faults(body)).toEqual(expected);
  });

  test('a text that no cell can hold, and keeps the longest that one can', () => {
    const body = '<table data-sheet="A"><tbody><tr><td>{{text}}</td></tr></tbody></table>';
    expect(faults(body, { text: 'x'.repeat(32_768) })).toEqual(['workbook.hbs:2:35 value-invalid']);
    expect(sheet(body, '', { text: 'x'.repeat(32_767) }).rows[0]?.cells[0]?.value).toMatchObject({
      text: 'x'.repeat(32_767),
    });
  });
});

test('a sheet of more cells than a call takes arguments is laid out', () => {
  const rows = `<tr>${'<td>x</td>'.repeat(10)}</tr>`.repeat(15_000);
  const { rows: laid, columns } = sheet(`<table data-sheet="S"><tbody>${rows}</tbody></table>`);
  expect([laid.length, columns.length]).toEqual([15_000, 10]);
});
