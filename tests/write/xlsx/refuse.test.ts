// What a spreadsheet cannot hold is refused before anything is written, all of it at once, with its place in the template.
import { describe, expect, test } from 'vitest';
import type { Cell, LinkTarget, Sheet, Workbook } from '../../../src/model/workbook.ts';
import { Failure } from '../../../src/problem.ts';
import { checkWorkbook } from '../../../src/write/xlsx/check.ts';
import { writeXlsx } from '../../../src/write/xlsx/index.ts';
import { cellOf, columnsOf, rawTexts, rowOf, sheetOf, textCell, workbookOf } from './sample.ts';

const at = { template: 'workbook.hbs', line: 7, column: 3 };
const codes = (workbook: Workbook): readonly string[] => checkWorkbook(workbook).map(({ code }) => code);
const withCell = (cell: Cell): Workbook => workbookOf([sheetOf([rowOf(cell)])]);
const withSheet = (more: Partial<Sheet>): Workbook => workbookOf([sheetOf([rowOf(textCell('x'))], more)]);
const withLink = (target: LinkTarget): Workbook => withCell(cellOf({ kind: 'link', text: 'x', target }));
const row = rowOf(textCell('x'));

describe('size', () => {
  test('a text of 32,767 characters is written whole, one more is refused', async () => {
    const longest = `${'x'.repeat(32_765)}😀`;
    expect(rawTexts(await writeXlsx(withCell(textCell(longest))), 1)).toEqual({ A1: longest });
    const [diagnostic] = checkWorkbook(withCell(textCell(`${longest}y`, { at })));
    expect(diagnostic).toMatchObject({
      code: 'value-invalid',
      file: 'workbook.hbs',
      place: { line: 7, column: 3 },
    });
    expect(diagnostic?.sentence).toContain('cell A1: the text has 32768 characters');
  });

  test('escapes do not count', () => {
    expect(codes(withCell(textCell('\u0001'.repeat(32_767))))).toEqual([]);
  });

  test('1,048,576 rows fit, one more does not', () => {
    const rows = Array.from({ length: 1_048_577 }, () => ({ cells: [], height: null }));
    expect(codes(workbookOf([sheetOf(rows.slice(1))]))).toEqual([]);
    expect(codes(workbookOf([sheetOf(rows)]))).toEqual(['markup-structure']);
  });

  test('16,384 columns fit, one more does not', () => {
    expect(codes(withCell(textCell('x', { columnSpan: 16_384 })))).toEqual([]);
    expect(codes(withCell(textCell('x', { columnSpan: 16_385 })))).toEqual(['markup-structure']);
  });

  test('65,530 links fit, one more does not', () => {
    const cell = cellOf({ kind: 'link', text: 'x', target: { kind: 'url', url: 'https://example.com' } });
    const rows = Array.from({ length: 65_531 }, () => rowOf(cell));
    expect(codes(workbookOf([sheetOf(rows.slice(1))]))).toEqual([]);
    expect(codes(workbookOf([sheetOf(rows)]))).toEqual(['markup-structure']);
  });

  test.each([0, -1, 256, Number.NaN])('a column cannot be %d wide', (width) => {
    expect(codes(withSheet({ columns: columnsOf(width) }))).toEqual(['value-invalid']);
  });

  test('a footer longer than 255 characters, codes included', () => {
    const footer = (length: number) =>
      workbookOf([sheetOf([row])], { footer: { left: 'x'.repeat(length), center: '' } });
    expect(codes(footer(255 - '&L&C&R&P / &N'.length))).toEqual([]);
    expect(codes(footer(256 - '&L&C&R&P / &N'.length))).toEqual(['value-invalid']);
  });
});

describe('names', () => {
  test.each([
    '',
    ' ',
    'a:b',
    'a/b',
    'a\\b',
    'a?b',
    'a*b',
    '[a]',
    "'a",
    "a'",
    'History',
    'x'.repeat(32),
    'a\u0001',
    'a\ud800',
  ])('%j names no sheet', (name) => {
    expect(codes(withSheet({ name }))).toEqual(['value-invalid']);
  });

  test.each(["It's", 'Été & co <1>', 'x'.repeat(31), '表', '😀'])('%j names a sheet', (name) => {
    expect(codes(withSheet({ name }))).toEqual([]);
  });

  test('two sheets that differ in capitals only', () => {
    expect(
      codes(workbookOf([sheetOf([row], { name: 'Duties' }), sheetOf([row], { name: 'DUTIES' })])),
    ).toEqual(['value-invalid']);
  });

  test('a workbook without a sheet', () => {
    expect(codes(workbookOf([]))).toEqual(['markup-structure']);
  });

  test('two properties that differ in capitals only', () => {
    expect(codes(workbookOf([sheetOf([row])], { properties: { a: '1', A: '2', '': '3' } }))).toEqual([
      'value-invalid',
      'value-invalid',
    ]);
  });
});

describe('cells', () => {
  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%d is no number', (number) => {
    expect(codes(withCell(cellOf({ kind: 'number', number, format: null })))).toEqual(['value-invalid']);
  });

  test.each([
    ['over the last row', [rowOf(textCell('x', { rowSpan: 2 }))]],
    [
      'over another span',
      [rowOf(textCell('a'), textCell('b', { rowSpan: 2 })), rowOf(textCell('c', { columnSpan: 2 }))],
    ],
    ['of nothing', [rowOf(textCell('x', { columnSpan: 0 }))]],
  ])('a span %s', (_, rows) => {
    expect(codes(workbookOf([sheetOf(rows)]))).toEqual(['markup-structure']);
  });
});

describe('links', () => {
  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    '\\\\host\\share',
    '//host/share',
    '/etc/passwd',
    '..//outside',
    'a/../../b',
    '%2e%2e/a',
    'evidence/%2E%2e/x',
    'data:text/html,x',
    ' javascript:x',
    'java\tscript:x',
    '',
    '#Duties!A1',
    'https://',
    `https://example.com/${'x'.repeat(2_080)}`,
  ])('%j leads nowhere a workbook may lead', (url) => {
    expect(codes(withLink({ kind: 'url', url }))).toEqual(['value-invalid']);
  });

  test.each([
    { sheet: 'Other', cell: 'A1' },
    { sheet: 'Duties', cell: 'A0' },
    { sheet: 'Duties', cell: '' },
    { sheet: 'Duties', cell: 'A1"/><x' },
  ])('to a cell that is not there: %j', (target) => {
    expect(codes(withLink({ kind: 'sheet', ...target }))).toEqual(['link-target-missing']);
  });
});

test('everything is said at once, and nothing is written', async () => {
  const writing = writeXlsx(
    workbookOf([
      sheetOf([rowOf(textCell('x'.repeat(40_000)), textCell('y'.repeat(40_000)))], { name: 'a:b' }),
    ]),
  );
  await expect(writing).rejects.toBeInstanceOf(Failure);
  await expect(writing).rejects.toMatchObject({ code: 'template-invalid', diagnostics: [{}, {}, {}] });
});
