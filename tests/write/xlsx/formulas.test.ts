// Computed cells: the formula as it was given, what it came to typed as it is, and names for formulas to use.
import { describe, expect, test } from 'vitest';
import type { Cell, CellValue, DefinedName, Workbook } from '../../../src/model/workbook.ts';
import { checkWorkbook } from '../../../src/write/xlsx/check.ts';
import { writeXlsx } from '../../../src/write/xlsx/index.ts';
import { cellOf, partOf, rowOf, sheetOf, textCell, unescapeXml, workbookOf } from './sample.ts';

const computed = (formula: string, value: CellValue): Cell => cellOf(value, { formula });
const withCell = (cell: Cell): Workbook => workbookOf([sheetOf([rowOf(cell)])]);
const cellXml = async (cell: Cell): Promise<string> =>
  /<c r="A1".*?<\/c>/.exec(partOf(await writeXlsx(withCell(cell)), 'xl/worksheets/sheet1.xml'))?.[0] ?? '';

describe('a computed cell', () => {
  test.each<[CellValue, string]>([
    [{ kind: 'number', number: 0, format: null }, '<c r="A1" s="1"><f>1+1</f><v>0</v></c>'],
    [{ kind: 'boolean', boolean: false }, '<c r="A1" s="1" t="b"><f>1+1</f><v>0</v></c>'],
    [{ kind: 'text', text: '=<x>' }, '<c r="A1" s="1" t="str"><f>1+1</f><v>=&lt;x&gt;</v></c>'],
    [{ kind: 'text', text: '' }, '<c r="A1" s="1" t="str"><f>1+1</f><v></v></c>'],
    [{ kind: 'date', day: '2026-10-09' }, '<c r="A1" s="1"><f>1+1</f><v>46304</v></c>'],
    [{ kind: 'empty' }, '<c r="A1" s="1"><f>1+1</f></c>'],
  ])('that comes to %j', async (value, xml) => {
    expect(await cellXml(computed('1+1', value))).toBe(xml);
  });

  test('is spelled as it was given', async () => {
    const formula = `IF(A2<>"<&'>",COUNTIFS('It''s'!A1:A9,"x")&"",LEN("\n"))`;
    const workbook = workbookOf([
      sheetOf([rowOf(computed(formula, { kind: 'empty' }))]),
      sheetOf([rowOf(textCell('x'))], { name: "It's" }),
    ]);
    const xml = partOf(await writeXlsx(workbook), 'xl/worksheets/sheet1.xml');
    expect(unescapeXml(/<f>([^<]*)<\/f>/.exec(xml)?.[1] ?? '')).toBe(formula);
  });

  test('is never marked as a text, and never formatted as one', async () => {
    const cell = { ...computed('"="', { kind: 'text', text: '=1' }), unlocked: true };
    const styles = partOf(await writeXlsx(withCell(cell)), 'xl/styles.xml');
    expect(styles).not.toMatch(/quotePrefix|numFmtId="49"|quoted/);
  });

  test('is computed anew when the file is opened, and nothing is where nothing is computed', async () => {
    const [some, none] = [computed('1', { kind: 'empty' }), textCell('x')];
    expect(partOf(await writeXlsx(withCell(some)), 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
    expect(partOf(await writeXlsx(withCell(none)), 'xl/workbook.xml')).not.toContain('fullCalcOnLoad');
  });

  test.each([
    ['', 'value-invalid'],
    ['=1', 'value-invalid'],
    [`1${'+1'.repeat(4_096)}`, 'value-invalid'],
    ['SUM(1', 'value-invalid'],
    ['1)+(1', 'value-invalid'],
    ['"x', 'value-invalid'],
    ['"_x0041_"', 'value-invalid'],
    ['"\u0001"', 'value-invalid'],
    ['[1]Duties!A1', 'value-invalid'],
    ['Missing!A1', 'link-target-missing'],
    ["'Mis''sing'!A1", 'link-target-missing'],
    ['SUM(missing[Size])', 'link-target-missing'],
  ])('by %j is refused', (formula, code) => {
    expect(checkWorkbook(withCell(computed(formula, { kind: 'empty' }))).map((one) => one.code)).toContain(
      code,
    );
  });

  test.each(['DUTIES!A1', `"Missing!A1"&"(""["`, '1'.repeat(8_192)])('by %j is not', (formula) => {
    expect(checkWorkbook(withCell(computed(formula, { kind: 'empty' })))).toEqual([]);
  });

  test('cannot be a link', () => {
    const link = { kind: 'link', text: 'x', target: { kind: 'url', url: 'https://example.com' } } as const;
    expect(checkWorkbook(withCell(computed('1', link))).map(({ code }) => code)).toEqual([
      'markup-structure',
    ]);
  });
});

describe('names', () => {
  const filtered = sheetOf([rowOf(textCell('A')), rowOf(textCell('b'))], { headerRows: 1, filter: true });
  const withNames = (...names: readonly DefinedName[]): Workbook => workbookOf([filtered], { names });

  test('stand among those of filters and titles, in the order of spreadsheets', async () => {
    const names = ['zeta', 'Quiet', 'alpha'].map((name) => ({ name, refersTo: `Duties!$A$1&"<${name}>"` }));
    const xml = partOf(await writeXlsx(withNames(...names)), 'xl/workbook.xml');
    const found = [...xml.matchAll(/<definedName name="([^"]*)"[^>]*>([^<]*)</g)];
    expect(found.map(([, name]) => name)).toEqual([
      '_xlnm._FilterDatabase',
      'alpha',
      '_xlnm.Print_Titles',
      'Quiet',
      'zeta',
    ]);
    expect(unescapeXml(found[1]?.[2] ?? '')).toBe('Duties!$A$1&"<alpha>"');
  });

  test.each<[string, readonly DefinedName[], number]>([
    ['well', [{ name: 'customer_supported', refersTo: 'Duties!$A$1' }], 0],
    ['twice', ['a_b', 'A_B'].map((name) => ({ name, refersTo: 'Duties!$A$1' })), 1],
    ['like a cell', [{ name: 'xfd1', refersTo: 'Duties!$A$1' }], 1],
    ['of nothing', [{ name: 'a_b', refersTo: '' }], 1],
    ['of a sheet that is not there', [{ name: 'a_b', refersTo: 'Missing!$A$1' }], 1],
  ])('%s', (_, names, complaints) => {
    expect(checkWorkbook(withNames(...names))).toHaveLength(complaints);
  });
});
