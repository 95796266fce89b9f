// The workbook around its cells: sheets, names, tables, and both spellings of the format.
import { expect, test } from 'vitest';
import { readXlsx } from '../../../src/codec/xlsx/index.ts';
import { bookPart, cellsOf, handmade, readParts, relationsPart, sheetPart } from './handmade.ts';

const SHEETS =
  '<sheets><sheet name="S" sheetId="1" r:id="r1"/><sheet name="Graph" sheetId="2" r:id="c1"/><sheet name="H" sheetId="3" state="veryHidden" r:id="r9"/></sheets>';

test('chart sheets are left out, hidden ones said to be so, names kept but for the ones of Excel', () => {
  const book = readParts({
    'xl/workbook.xml': bookPart(
      `${SHEETS}<definedNames><definedName name="words">H!$A$1:$A$4</definedName><definedName name="own" localSheetId="2">H!$B$1</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">S!$1:$1</definedName></definedNames>`,
    ),
    'xl/_rels/workbook.xml.rels': relationsPart(
      ['r1', 'worksheet', '/xl/worksheets/sheet1.xml'],
      ['c1', 'chartsheet', 'chartsheets/sheet1.xml'],
      ['r9', 'worksheet', '../XL/Worksheets/sheet2.xml'],
      ['v', 'vbaProject', 'vbaProject.bin'],
      ['x', 'externalLink', 'externalLinks/externalLink1.xml'],
    ),
    'xl/worksheets/sheet2.xml': sheetPart(
      '<row><c><v>1</v></c></row>',
      '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
    ),
  });
  expect(book.sheets.map(({ name, state, merges }) => [name, state, merges.length])).toEqual([
    ['S', 'visible', 0],
    ['H', 'hidden', 1],
  ]);
  expect([...book.names]).toEqual([
    ['words', 'H!$A$1:$A$4'],
    ['H!own', 'H!$B$1'],
  ]);
  expect([book.macros, book.externalLinks]).toEqual([true, 1]);
});

test('tables with their columns', () => {
  const [sheet] = readParts({
    'xl/worksheets/sheet1.xml': sheetPart('', '<tableParts count="1"><tablePart r:id="t"/></tableParts>'),
    'xl/worksheets/_rels/sheet1.xml.rels': relationsPart(['t', 'table', '../tables/table1.xml']),
    'xl/tables/table1.xml':
      '<table xmlns="m" id="1" name="d" displayName="duties" ref="A3:B9" totalsRowCount="1"><tableColumns count="2"><tableColumn id="1" name="Duty"/><tableColumn id="2" name="My_x000a_result"/></tableColumns></table>',
  }).sheets;
  expect(sheet?.tables).toEqual([
    {
      name: 'duties',
      range: { top: 3, left: 1, bottom: 9, right: 2 },
      headerRows: 1,
      totalsRows: 1,
      columns: ['Duty', 'My\nresult'],
    },
  ]);
});

test('the strict spelling, with prefixes', () => {
  const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
  const cells = cellsOf('', {
    'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${strict}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
  });
  expect(cells.map(({ value }) => value)).toEqual([{ kind: 'number', number: 5 }]);
});

test('what stands in another namespace or an extension is no cell', () => {
  const cells = cellsOf(
    '<row r="1"><z:c xmlns:z="urn:z" r="A1"><v>1</v></z:c><c xmlns="urn:z" r="A1"><v>2</v></c><c r="A1"><v>3</v><extLst><v>4</v></extLst></c></row>',
  );
  expect(cells.map(({ value }) => value)).toEqual([{ kind: 'number', number: 3 }]);
});

test('UTF-16 is read by its mark', () => {
  const text = `\ufeff<?xml version="1.0" encoding="UTF-16"?>${sheetPart('<row><c t="str"><v>Prüfung 証拠</v></c></row>')}`;
  const bytes = new Uint8Array(Buffer.from(text, 'utf16le'));
  const book = readXlsx(handmade({ 'xl/worksheets/sheet1.xml': bytes }), 'copy.xlsx');
  expect(book.sheets[0]?.rows.get(1)?.[0]?.value).toEqual({ kind: 'text', text: 'Prüfung 証拠' });
});
