// What our writer and another library write comes back; and whatever happens to such a file, the reader reads it or says why not.
import exceljs from 'exceljs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ReadValue, readXlsx } from '../../../src/codec/xlsx/index.ts';
import { writeXlsx } from '../../../src/write/xlsx/index.ts';
import { cellOf, rowOf, sheetOf, textCell, workbookOf } from '../../write/xlsx/sample.ts';
import { handmade, refusalOf, sheetPart } from './handmade.ts';

const awkward = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '_x0041_',
        '_x',
        '_x005F_',
        '_',
        '\u0000',
        '\r',
        '\r\n',
        '\n',
        '\ud800',
        '\uffff',
        '😀',
        '&amp;',
        ']]>',
        ' ',
        '=1',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { minLength: 1, maxLength: 10 },
  )
  .map((pieces) => pieces.join(''))
  .filter((text) => text !== '');

describe('what our writer writes', () => {
  test('any text comes back exactly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(awkward, { minLength: 1, maxLength: 8 }), async (texts) => {
        const bytes = await writeXlsx(workbookOf([sheetOf(texts.map((text) => rowOf(textCell(text))))]));
        const rows = [...(readXlsx(bytes, 'x').sheets[0]?.rows.values() ?? [])];
        expect(rows.flat().map(({ value }) => value)).toEqual(texts.map((text) => ({ kind: 'text', text })));
      }),
      { numRuns: 60 },
    );
  });

  test('numbers, days and truth come back', async () => {
    const values: readonly ReadValue[] = [
      { kind: 'number', number: 0.1 },
      { kind: 'boolean', boolean: true },
      { kind: 'date', day: '2026-10-09' },
    ];
    const row = rowOf(
      cellOf({ kind: 'number', number: 0.1, format: null }),
      cellOf({ kind: 'boolean', boolean: true }),
      cellOf({ kind: 'date', day: '2026-10-09' }),
    );
    const book = readXlsx(await writeXlsx(workbookOf([sheetOf([row])])), 'x');
    expect(book.sheets[0]?.rows.get(1)?.map(({ value }) => value)).toEqual(values);
  });
});

test('what exceljs writes: formulas, tables, names, protection, a hidden sheet', async () => {
  const source = new exceljs.Workbook();
  const sheet = source.addWorksheet('Duties');
  sheet.addTable({
    name: 'duties',
    ref: 'A1',
    headerRow: true,
    columns: [{ name: 'Duty' }, { name: 'Result' }],
    rows: [
      ['D-1', 'supported'],
      ['D-2', 'open'],
    ],
  });
  sheet.getCell('D1').value = { formula: 'COUNTIFS(duties[Result],"supported")', result: 1 };
  sheet.getCell('E1').protection = { locked: false };
  sheet.getCell('E2').value = { richText: [{ text: 'a' }, { text: ' b', font: { bold: true } }] };
  source.addWorksheet('Words', { state: 'hidden' });
  source.definedNames.add('Duties!$A$2:$A$3', 'ids');
  const book = readXlsx(new Uint8Array(await source.xlsx.writeBuffer()), 'x');
  const [duties, words] = book.sheets;
  expect(duties?.tables).toMatchObject([
    { name: 'duties', range: { top: 1, left: 1, bottom: 3, right: 2 }, columns: ['Duty', 'Result'] },
  ]);
  expect(duties?.rows.get(1)?.at(-1)).toMatchObject({
    formula: 'COUNTIFS(duties[Result],"supported")',
    value: { kind: 'number', number: 1 },
  });
  expect(duties?.rows.get(2)?.at(-1)?.value).toEqual({ kind: 'text', text: 'a b' });
  expect(duties?.unlocked).toEqual([{ top: 1, bottom: 1, runs: [{ left: 5, right: 5 }] }]);
  expect(words?.state).toBe('hidden');
  expect(book.names.get('ids')).toBe('Duties!$A$2:$A$3');
});

describe('damaged files', () => {
  let whole = new Uint8Array();
  beforeAll(async () => {
    whole = new Uint8Array(await writeXlsx(workbookOf([sheetOf([rowOf(textCell('a'), textCell('b'))])])));
  });

  test('cut, with bytes changed, or nothing but noise: a failure or a workbook, never anything else', () => {
    const damaged = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.nat().map((at) => whole.slice(0, at % whole.length)),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }).map((flips) => {
        const bytes = whole.slice();
        for (const [at, value] of flips) bytes[at % bytes.length] = value;
        return bytes;
      }),
    );
    fc.assert(
      fc.property(damaged, (bytes) => {
        expect(refusalOf(bytes)).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });

  test('characters of a sheet changed at random', () => {
    const xml = sheetPart(
      '<row r="1" s="2"><c r="A1" t="str"><f t="shared" si="0">A1</f><v>x</v></c><c s="1"><v>1</v></c></row>',
      '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
    );
    const change = fc.tuple(
      fc.nat(xml.length),
      fc.constantFrom('<', '>', '/', '"', '&', 'A', '9', ' ', 'r', '=', ''),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const changed = changes.reduce((text, [at, by]) => text.slice(0, at) + by + text.slice(at + 1), xml);
        expect(refusalOf(handmade({ 'xl/worksheets/sheet1.xml': changed }))).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});

test('a million blank formatted rows leave nothing behind', () => {
  const rows = Array.from(
    { length: 1_000_000 },
    (_, index) => `<row r="${index + 1}" s="1" ht="15"><c s="0"/></row>`,
  );
  const bytes = handmade({ 'xl/worksheets/sheet1.xml': sheetPart(rows.join('')) }, true);
  expect(readXlsx(bytes, 'x').sheets[0]?.rows.size).toBe(0);
});
