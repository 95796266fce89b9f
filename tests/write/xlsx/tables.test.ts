// Spreadsheet tables: what their part says is what the cells hold, and nothing else of the sheet claims their filter.
import { describe, expect, test } from 'vitest';
import type { Sheet } from '../../../src/model/workbook.ts';
import { checkWorkbook } from '../../../src/write/xlsx/check.ts';
import { writeXlsx } from '../../../src/write/xlsx/index.ts';
import {
  cellOf,
  decodeXstring,
  partOf,
  partsOf,
  rawTexts,
  rowOf,
  sheetOf,
  textCell,
  unescapeXml,
  workbookOf,
} from './sample.ts';

const HEADS = ['Id', `Odd '[#] & "head"\nline\t_x0041_`];
const tableOf = (name: string, more: Partial<Sheet> = {}): Sheet =>
  sheetOf(
    [
      rowOf(textCell('Title over all', { columnSpan: 2 })),
      rowOf(...HEADS.map((text) => textCell(text))),
      rowOf(textCell('a'), textCell('b')),
    ],
    { name, headerRows: 2, filter: true, table: { name: name.toLowerCase() }, ...more },
  );
const out = cellOf({ kind: 'link', text: 'x', target: { kind: 'url', url: 'https://example.com' } });

describe('a table', () => {
  test('names its columns exactly as its header cells do', async () => {
    const bytes = await writeXlsx(workbookOf([tableOf('Duties')]));
    const names = [
      ...partOf(bytes, 'xl/tables/table1.xml').matchAll(/<tableColumn id="\d+" name="([^"]*)"/g),
    ];
    expect(names.map(([, name = '']) => decodeXstring(unescapeXml(name)))).toEqual(HEADS);
    const texts = rawTexts(bytes, 1);
    expect([texts.A2, texts.B2]).toEqual(HEADS);
    expect(names[1]?.[1]).toContain('_x000a_line_x0009_');
  });

  test('filters from its last header row, instead of the sheet', async () => {
    const bytes = await writeXlsx(workbookOf([tableOf('Duties')]));
    const part = partOf(bytes, 'xl/tables/table1.xml');
    expect(part).toContain('name="duties" displayName="duties" ref="A2:B3"');
    expect(part).toContain('<autoFilter ref="A2:B3"/>');
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<autoFilter');
    expect(partOf(bytes, 'xl/workbook.xml')).not.toContain('_FilterDatabase');
  });

  test('is tied to its sheet, with links that lead out and without', async () => {
    const linked = tableOf('Linked');
    const bytes = await writeXlsx(
      workbookOf([
        tableOf('Plain'),
        { ...linked, rows: [...linked.rows, rowOf(out, textCell('c'))] },
        sheetOf([rowOf(textCell('x'))], { name: 'Other' }),
      ]),
    );
    const parts = partsOf(bytes);
    for (const number of [1, 2]) {
      expect(parts[`xl/worksheets/sheet${number}.xml`]).toMatch(
        /<tableParts count="1"><tablePart r:id="rIdTable"\/><\/tableParts><\/worksheet>$/,
      );
      expect(parts[`xl/worksheets/_rels/sheet${number}.xml.rels`]).toContain(
        `Target="../tables/table${number}.xml"`,
      );
      expect(parts['[Content_Types].xml']).toContain(`PartName="/xl/tables/table${number}.xml"`);
    }
    expect(parts['xl/worksheets/_rels/sheet2.xml.rels']).toContain('https://example.com');
    expect(Object.keys(parts)).not.toContain('xl/worksheets/_rels/sheet3.xml.rels');
  });
});

describe('no table is made', () => {
  const codes = (...sheets: readonly Sheet[]) => checkWorkbook(workbookOf(sheets)).map(({ code }) => code);
  const withHeads = (...texts: readonly string[]) => {
    const sheet = tableOf('Duties');
    return {
      ...sheet,
      headerRows: 1,
      rows: [rowOf(...texts.map((text) => textCell(text))), ...sheet.rows.slice(2)],
    };
  };

  test('of what is well, nothing is said', () => {
    expect(codes(tableOf('Duties'), tableOf('Evidence'))).toEqual([]);
  });

  test.each([
    ['without a header', { ...tableOf('Duties'), headerRows: 0 }],
    ['without a row below the header', { ...tableOf('Duties'), headerRows: 3 }],
    ['with an empty header', withHeads('Id', ' ')],
    ['with two headers alike', withHeads('Id', 'ID')],
    ['with a header too long', withHeads('Id', 'x'.repeat(256))],
    ['with a column that has no header', withHeads('Id')],
  ])('%s', (_, sheet) => {
    expect(codes(sheet)).toContain('markup-structure');
  });

  test('of cells that span, or of a computed header', () => {
    const sheet = tableOf('Duties');
    const spanned = { ...sheet, rows: [...sheet.rows, rowOf(textCell('x', { columnSpan: 2 }))] };
    const computed = {
      ...withHeads('Id', 'x'),
      rows: [rowOf(textCell('Id'), textCell('x', { formula: '"x"' })), rowOf(textCell('a'), textCell('b'))],
    };
    expect(codes(spanned)).toEqual(['markup-structure']);
    expect(codes(computed)).toEqual(['markup-structure']);
  });

  test.each(['', '1a', 'a b', 'ab12', 'r1c1', 'R', 'c', 'true', '_xlnm.x', 'a'.repeat(256)])(
    'by the name %j',
    (name) => {
      expect(codes({ ...tableOf('Duties'), table: { name } })).toEqual(['value-invalid']);
    },
  );

  test('by a name that another table or cell has', () => {
    expect(codes(tableOf('Duties'), { ...tableOf('Other'), table: { name: 'DUTIES' } })).toEqual([
      'value-invalid',
    ]);
    const names = [{ name: 'Duties', refersTo: 'Duties!$A$1' }];
    expect(checkWorkbook(workbookOf([tableOf('Duties')], { names }))).toHaveLength(1);
  });
});
