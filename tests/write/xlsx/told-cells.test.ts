// What exceljs is told of the cells is enough for it to make the table of styles and the part of texts that the rows speak of.
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/problem.ts';
import { writeXlsx } from '../../../src/write/xlsx/index.ts';
import { checkLooks } from '../../../src/write/xlsx/told-cells.ts';
import { cellOf, PLAIN, partOf, partsOf, readBack, rowOf, sheetOf, textCell, workbookOf } from './sample.ts';

const number = (format: string | null) => cellOf({ kind: 'number', number: 1, format });

describe('looks', () => {
  test('are those of their cells, over several sheets and under spans', async () => {
    const bold = { style: { ...PLAIN, bold: true }, columnSpan: 2 };
    const italic = { style: { ...PLAIN, italic: true }, rowSpan: 2 };
    const first = sheetOf([rowOf(textCell('a', italic), textCell('b', bold)), rowOf(textCell('c'))]);
    const second = sheetOf([rowOf(textCell('d', { style: { ...PLAIN, italic: true } }))], { name: 'Next' });
    const book = await readBack(await writeXlsx(workbookOf([first, second])));
    const font = (sheet: string, cell: string) => book.getWorksheet(sheet)?.getCell(cell).font;
    expect(font('Duties', 'A2')).toMatchObject({ italic: true });
    expect(font('Duties', 'C1')).toMatchObject({ bold: true });
    expect(font('Duties', 'B2')?.bold).toBeUndefined();
    expect(font('Next', 'A1')).toMatchObject({ italic: true });
  });

  test('no format and the format "General" are one look', async () => {
    const bytes = await writeXlsx(
      workbookOf([sheetOf([rowOf(number(null), number('General'), number('0'))])]),
    );
    const looks = [...partOf(bytes, 'xl/worksheets/sheet1.xml').matchAll(/ s="(\d+)"/g)].map(([, s]) => s);
    expect(looks).toEqual(['1', '1', '2']);
  });

  test('that exceljs numbers otherwise stop the program', () => {
    const cell = { address: 'A1', type: 0, style: {}, styleId: 2, look: 1 };
    expect(() => checkLooks([{ number: 1, cells: [cell] }])).toThrow(Failure);
  });
});

describe('texts', () => {
  test('have a part when the first one comes behind a number of its look', async () => {
    const bytes = await writeXlsx(workbookOf([sheetOf([rowOf(number(null), textCell('x'), textCell('x'))])]));
    expect(partOf(bytes, 'xl/sharedStrings.xml')).toContain('count="2" uniqueCount="1"');
    expect(partOf(bytes, 'xl/_rels/workbook.xml.rels')).toContain('sharedStrings.xml');
    expect(partOf(bytes, '[Content_Types].xml')).toContain('sharedStrings.xml');
  });

  test('have none where there are none', async () => {
    const parts = partsOf(await writeXlsx(workbookOf([sheetOf([rowOf(number(null))])])));
    expect(parts['xl/sharedStrings.xml']).toBeUndefined();
    expect(parts['[Content_Types].xml']).not.toContain('sharedStrings.xml');
  });
});
