// Mending stops the program as soon as the library writes something else than the mends were made for.
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/problem.ts';
import { mendPart } from '../../../src/write/xlsx/mend.ts';
import { rowOf, sheetOf, textCell, workbookOf } from './sample.ts';

const workbook = workbookOf([sheetOf([rowOf(textCell('x'))])]);

describe('a mend', () => {
  test.each([
    'xl/styles.xml',
    'xl/worksheets/_rels/sheet1.xml.rels',
    'xl/workbook.xml',
    'docProps/app.xml',
    '[Content_Types].xml',
    '_rels/.rels',
  ])('does not let an unknown %s pass', (part) => {
    const mending = () => mendPart(part, '<unknown/>', workbook, []);
    expect(mending).toThrow(Failure);
    expect(mending).toThrow(/The spreadsheet library changed/);
  });

  test('leaves every other part alone', () => {
    expect(mendPart('xl/theme/theme1.xml', '<unknown/>', workbook, [])).toBe('<unknown/>');
  });

  test('puts text in without reading it as a pattern', () => {
    const xml = '<Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion>';
    expect(mendPart('docProps/app.xml', xml, { ...workbook, producer: "$& $' <1>" }, [])).toBe(
      "<Application>$&#38; $' &#60;1&#62;</Application>",
    );
  });
});
