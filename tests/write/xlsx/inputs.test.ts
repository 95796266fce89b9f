// Sheets that people fill in: what is locked, what may be typed where, how cells look then, and what is out of sight.
import { describe, expect, test } from 'vitest';
import type { Allowed, CellRange, Sheet, Validation, Workbook } from '../../../src/model/workbook.ts';
import { checkWorkbook } from '../../../src/write/xlsx/check.ts';
import { writeXlsx } from '../../../src/write/xlsx/index.ts';
import {
  cellOf,
  columnsOf,
  decodeXstring,
  partOf,
  readBack,
  rowOf,
  sheetOf,
  textCell,
  unescapeXml,
  workbookOf,
} from './sample.ts';

const ALLOWED: readonly Allowed[] = [
  { kind: 'text', longest: 32_767 },
  { kind: 'list', list: 'Duties!$A$1:$A$1' },
  { kind: 'date' },
  { kind: 'whole-number' },
];
const column = (left: number, bottom = 1): CellRange => ({ top: 1, left, bottom, right: left });
const inputOf = (allowed: Allowed, more: Partial<Validation> = {}): Validation => ({
  ranges: [column(1)],
  allowed,
  prompt: null,
  refusal: null,
  ...more,
});
const empty = cellOf({ kind: 'empty' }, { unlocked: true });
const withSheet = (more: Partial<Sheet>): Workbook => workbookOf([sheetOf([rowOf(textCell('x'))], more)]);
const sheetXml = async (workbook: Workbook): Promise<string> =>
  partOf(await writeXlsx(workbook), 'xl/worksheets/sheet1.xml');
const complaints = (more: Partial<Sheet>): number => checkWorkbook(withSheet(more)).length;

describe('a protected sheet', () => {
  test('has no password, nothing random, and leaves widths, filters, order and comments to people', async () => {
    expect(await sheetXml(withSheet({ protected: true }))).toContain(
      '</sheetData><sheetProtection sheet="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>',
    );
    expect(await sheetXml(withSheet({}))).not.toContain('sheetProtection');
  });

  test('takes input where a cell is unlocked', async () => {
    const bytes = await writeXlsx(workbookOf([sheetOf([rowOf(empty, textCell('x'))], { protected: true })]));
    const sheet = (await readBack(bytes)).getWorksheet(1);
    expect(sheet?.getCell('A1').protection).toEqual({ locked: false, hidden: false });
    expect(sheet?.getCell('B1').protection).toBeUndefined();
  });
});

describe('an input', () => {
  test('has the format of what is typed into it, and no quote prefix while it is empty', async () => {
    const text = (words: string) => textCell(words, { unlocked: true });
    const rows = [rowOf(empty, empty, empty, empty, empty, textCell('x')), rowOf(text('001'), text('=x'))];
    const validations = ALLOWED.map((allowed, index) => inputOf(allowed, { ranges: [column(index + 1, 2)] }));
    const bytes = await writeXlsx(workbookOf([sheetOf(rows, { validations })]));
    const sheet = (await readBack(bytes)).getWorksheet(1);
    const formats = ['A1', 'B1', 'C1', 'D1', 'E1', 'F1', 'A2', 'B2'].map(
      (name) => sheet?.getCell(name).numFmt,
    );
    expect(formats).toEqual(['@', '@', 'yyyy-mm-dd', '0', undefined, undefined, '@', '@']);
    expect(partOf(bytes, 'xl/styles.xml').match(/quotePrefix/g)).toHaveLength(1);
    expect(partOf(bytes, 'xl/styles.xml')).not.toContain('quoted');
  });

  test('says what it takes, one element for all its ranges', async () => {
    const validations = ALLOWED.map((allowed) => inputOf(allowed, { ranges: [column(1, 3), column(4)] }));
    const xml = await sheetXml(withSheet({ validations }));
    expect([...xml.matchAll(/<dataValidation (.*?)>/g)].map(([, attributes]) => attributes)).toEqual(
      [
        'type="textLength" operator="lessThanOrEqual"',
        'type="list"',
        'type="date" operator="greaterThanOrEqual"',
        'type="whole" operator="greaterThanOrEqual"',
      ].map((rule) => `${rule} errorStyle="stop" allowBlank="1" showErrorMessage="1" sqref="A1:A3 D1"`),
    );
    const formulas = [...xml.matchAll(/<formula1>(.*?)<\/formula1>/g)].map(([, formula]) => formula);
    expect(formulas).toEqual(['32767', 'Duties!$A$1:$A$1', '61', '0']);
  });

  test('tells people exactly what it was told to', async () => {
    const said = { title: 'A & "b"', text: 'one\ntwo\t<_x0041_> \u0001_x0042\n' };
    const xml = await sheetXml(
      withSheet({ validations: [inputOf({ kind: 'date' }, { prompt: said, refusal: said })] }),
    );
    const read = (name: string) =>
      decodeXstring(unescapeXml(new RegExp(` ${name}="([^"]*)"`).exec(xml)?.[1] ?? ''));
    expect(['promptTitle', 'prompt', 'errorTitle', 'error'].map(read)).toEqual([
      said.title,
      said.text,
      said.title,
      said.text,
    ]);
    expect(xml).not.toMatch(/"[^"<>]*[\t\n][^"<>]*"/);
  });

  test('stands before links, which stand before the page', async () => {
    const link = cellOf({ kind: 'link', text: 'x', target: { kind: 'url', url: 'https://example.com' } });
    const inner = cellOf({ kind: 'link', text: 'x', target: { kind: 'sheet', sheet: 'Duties', cell: 'A1' } });
    const look = { bold: true, italic: false, color: null, fill: null };
    const sheet = sheetOf([rowOf(link, inner)], {
      validations: [inputOf({ kind: 'date' })],
      looks: [{ ranges: [column(1)], formula: 'A1=1', look }],
      protected: true,
    });
    expect(await sheetXml(workbookOf([sheet]))).toMatch(
      /<\/sheetData><sheetProtection.*<conditionalFormatting.*<dataValidations.*<hyperlinks>.*<pageMargins/,
    );
  });

  const said = (title: number, text: number) => ({ title: 'x'.repeat(title), text: 'x'.repeat(text) });
  test.each<[string, Partial<Validation>, number]>([
    ['at its longest', { prompt: said(32, 255), refusal: said(32, 255) }, 0],
    ['with a title too long', { prompt: said(33, 1), refusal: said(33, 1) }, 2],
    ['with a text too long', { prompt: said(1, 256), refusal: said(1, 256) }, 2],
    ['for no cell', { ranges: [] }, 1],
    ['beyond the last row', { ranges: [column(1, 1_048_577)] }, 1],
    ['beyond the last column', { ranges: [column(16_385)] }, 1],
    ['upside down', { ranges: [{ ...column(1), top: 2 }] }, 1],
    ['of a list on a sheet that is not there', { allowed: { kind: 'list', list: 'Missing!A1' } }, 1],
    ['of more text than a cell holds', { allowed: { kind: 'text', longest: 32_768 } }, 1],
  ])('%s', (_, more, count) => {
    expect(complaints({ validations: [inputOf({ kind: 'date' }, more)] })).toBe(count);
  });
});

describe('a conditional look', () => {
  const plain = { bold: false, italic: false, color: null, fill: null };
  const looks = [
    {
      ranges: [column(1, 9), column(3)],
      formula: '$A1<"&"',
      look: { ...plain, bold: true, color: '#112233' },
    },
    { ranges: [column(1)], formula: 'TRUE', look: { ...plain, fill: '#ffeedd' } },
  ];

  test('holds in the order given and is drawn as asked', async () => {
    const bytes = await writeXlsx(withSheet({ looks }));
    const rules = partOf(bytes, 'xl/worksheets/sheet1.xml').match(
      /<conditionalFormatting.*<\/conditionalFormatting>/,
    );
    expect(rules?.[0]).toBe(
      '<conditionalFormatting sqref="A1:A9 C1"><cfRule type="expression" dxfId="0" priority="1"><formula>$A1&lt;&quot;&amp;&quot;</formula></cfRule></conditionalFormatting>' +
        '<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="1" priority="2"><formula>TRUE</formula></cfRule></conditionalFormatting>',
    );
    expect(partOf(bytes, 'xl/styles.xml')).toContain(
      '<dxf><font><b/><color rgb="FF112233"/></font></dxf><dxf><fill><patternFill patternType="solid"><bgColor rgb="FFFFEEDD"/></patternFill></fill></dxf>',
    );
  });

  test('is about cells of the sheet, by a formula', () => {
    expect(complaints({ looks })).toBe(0);
    expect(complaints({ looks: [{ ranges: [], formula: '', look: plain }] })).toBe(2);
  });
});

describe('out of sight', () => {
  test('is a hidden sheet, and the first that is not comes to the front', async () => {
    const [hidden, seen] = [true, false].map((one) =>
      sheetOf([rowOf(textCell('x'))], { name: one ? 'Lists' : 'Duties', hidden: one }),
    );
    if (hidden === undefined || seen === undefined) throw new Error('two sheets');
    const xml = partOf(await writeXlsx(workbookOf([hidden, seen])), 'xl/workbook.xml');
    expect(xml).toMatch(/name="Lists" state="hidden".*name="Duties" state="visible"/);
    expect(xml).toContain('activeTab="1"');
    expect(checkWorkbook(workbookOf([hidden])).map(({ code }) => code)).toEqual(['markup-structure']);
  });

  test('is a hidden column, which takes no room on paper either', async () => {
    const [first, second] = columnsOf(100, 250);
    if (first === undefined || second === undefined) throw new Error('two columns');
    const xml = await sheetXml(withSheet({ columns: [first, { ...second, hidden: true }] }));
    expect(xml).toContain('<col min="2" max="2" width="250" hidden="1" customWidth="1"/>');
    expect(xml).toContain('fitToWidth="1"');
  });
});

test('the page has a head and a foot', async () => {
  const header = { left: 'R&D', center: '', right: '=2026\u0001' };
  const xml = await sheetXml({ ...withSheet({}), header });
  expect(xml).toContain('<oddHeader>&amp;LR&amp;&amp;D&amp;R=2026\ufffd</oddHeader><oddFooter>');
  expect(await sheetXml(withSheet({}))).not.toContain('oddHeader');
  const long = { ...withSheet({}), header: { ...header, left: 'x'.repeat(256) } };
  expect(checkWorkbook(long)).toHaveLength(1);
});
