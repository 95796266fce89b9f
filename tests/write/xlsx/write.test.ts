// What a written workbook holds, as the library reads it and as its XML says.
import { describe, expect, test } from 'vitest';
import type { CellValue } from '../../../src/model/workbook.ts';
import { writeXlsx } from '../../../src/write/xlsx/index.ts';
import {
  cellOf,
  columnsOf,
  PLAIN,
  partOf,
  partsOf,
  readBack,
  rowOf,
  sheetOf,
  textCell,
  unescapeXml,
  workbookOf,
} from './sample.ts';

const header = rowOf(textCell('Id'), textCell('Text'), textCell('Day'));
const body = rowOf(
  textCell('IOM-01-C1'),
  textCell('a statement'),
  cellOf({ kind: 'date', day: '2026-10-09' }),
);
const table = sheetOf([header, body, body], {
  name: "It's & duties",
  columns: columnsOf(14, 9, 60.5),
  headerRows: 1,
  frozenColumns: 1,
  filter: true,
  landscape: true,
  tabColor: '#1f3a5f',
});
const first = async (value: CellValue) =>
  (await readBack(await writeXlsx(workbookOf([sheetOf([rowOf(cellOf(value))])]))))
    .getWorksheet(1)
    ?.getCell('A1');

describe('values', () => {
  test.each(['2026-10-09', '1900-03-01', '2024-02-29', '9999-12-31'])(
    'the day %s is a real date',
    async (day) => {
      const cell = await first({ kind: 'date', day });
      expect(cell?.value).toEqual(new Date(`${day}T00:00:00Z`));
      expect(cell?.numFmt).toBe('yyyy-mm-dd');
    },
  );

  test('a day is counted as spreadsheets count it', async () => {
    const bytes = await writeXlsx(
      workbookOf([sheetOf([rowOf(cellOf({ kind: 'date', day: '2026-10-09' }))])]),
    );
    // 2026-10-09 lies 46,304 days after 1899-12-30, by `date -d`.
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/<c r="A1" s="\d+"><v>46304<\/v><\/c>/);
  });

  test('a day that spreadsheets cannot count stays readable as text', async () => {
    expect((await first({ kind: 'date', day: '1899-12-31' }))?.value).toBe('1899-12-31');
  });

  test.each([
    [0.5, '0%'],
    [17, null],
    [-3.25, '0.00'],
    [1e21, null],
  ])('the number %d with format %j is a number', async (number, format) => {
    const cell = await first({ kind: 'number', number, format });
    expect(cell?.value).toBe(number);
    expect(cell?.numFmt).toBe(format ?? undefined);
  });

  test('an empty text and an empty cell have no value', async () => {
    expect((await first({ kind: 'text', text: '' }))?.value).toBeNull();
    expect((await first({ kind: 'empty' }))?.value).toBeNull();
  });
});

describe('links', () => {
  const link = (text: string, url: string) => cellOf({ kind: 'link', text, target: { kind: 'url', url } });
  const inner = cellOf({
    kind: 'link',
    text: 'see',
    target: { kind: 'sheet', sheet: "It's & duties", cell: 'B3' },
  });

  test('lead out by relationship, spelled as a URI', async () => {
    const bytes = await writeXlsx(
      workbookOf([
        sheetOf([
          rowOf(
            link('web', 'https://example.com/a b?x=ü&y=%20'),
            link('member', 'evidence/EV-01-a.json'),
            link('mail', 'mailto:a@example.com'),
          ),
        ]),
      ]),
    );
    const sheet = (await readBack(bytes)).getWorksheet(1);
    expect(sheet?.getCell('A1').value).toEqual({
      text: 'web',
      hyperlink: 'https://example.com/a%20b?x=%C3%BC&y=%20',
    });
    expect(sheet?.getCell('B1').value).toEqual({ text: 'member', hyperlink: 'evidence/EV-01-a.json' });
    expect(sheet?.getCell('C1').value).toEqual({ text: 'mail', hyperlink: 'mailto:a@example.com' });
  });

  test('look like links unless a style says otherwise', async () => {
    const colored = { ...link('x', 'https://example.com'), style: { ...PLAIN, color: '#112233' } };
    const bytes = await writeXlsx(workbookOf([sheetOf([rowOf(inner, colored, textCell('text'))]), table]));
    const sheet = (await readBack(bytes)).getWorksheet(1);
    expect(sheet?.getCell('A1').font).toMatchObject({ underline: true, color: { argb: 'FF0563C1' } });
    expect(sheet?.getCell('B1').font).toMatchObject({ underline: true, color: { argb: 'FF112233' } });
    expect(sheet?.getCell('C1').font.underline).toBeUndefined();
  });

  test.each([
    ['alone', rowOf(inner)],
    ['beside one that leads out', rowOf(inner, link('web', 'https://example.com'))],
  ])('lead to a cell without formula and without relationship, %s', async (_, row) => {
    const bytes = await writeXlsx(workbookOf([sheetOf([row]), table]));
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
    const [, location = ''] = /<hyperlink ref="A1" location="([^"]*)"\/>/.exec(xml) ?? [];
    expect(unescapeXml(location)).toBe("'It''s & duties'!B3");
    expect(xml.match(/<hyperlinks>/g)).toHaveLength(1);
    expect(xml).not.toContain('<f>');
    expect(partsOf(bytes)['xl/worksheets/_rels/sheet1.xml.rels'] ?? '').not.toContain('duties');
  });
});

describe('a sheet', () => {
  test('freezes, filters, repeats its header and prints one page wide', async () => {
    const bytes = await writeXlsx(
      workbookOf([sheetOf([]), table], { footer: { left: 'R&D\u0001', center: 'Confidential' } }),
    );
    const sheet = (await readBack(bytes)).getWorksheet("It's & duties");
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 1 });
    expect(sheet?.autoFilter).toBe('A1:C3');
    expect(sheet?.pageSetup).toMatchObject({
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      paperSize: 9,
    });
    expect(sheet?.headerFooter.oddFooter).toBe('&LR&&D\ufffd&CConfidential&R&P / &N');
    expect(sheet?.properties.tabColor).toEqual({ argb: 'FF1F3A5F' });
    const names = [...partOf(bytes, 'xl/workbook.xml').matchAll(/<definedName ([^>]*)>([^<]*)</g)];
    expect(names.map(([, attributes, range = '']) => [attributes, unescapeXml(range)])).toEqual([
      ['name="_xlnm._FilterDatabase" hidden="1" localSheetId="1"', "'It''s & duties'!$A$1:$C$3"],
      ['name="_xlnm.Print_Titles" localSheetId="1"', "'It''s & duties'!$1:$1"],
    ]);
  });

  test('that is wide is printed over pages side by side, its frozen columns on each', async () => {
    // 300 characters at 60 percent need 180 of the 150 that a page on its side takes.
    const wide = { ...table, name: 'Wide', columns: columnsOf(...Array.from({ length: 10 }, () => 30)) };
    const bytes = await writeXlsx(workbookOf([wide]));
    expect((await readBack(bytes)).getWorksheet(1)?.pageSetup.fitToWidth).toBe(2);
    expect(partOf(bytes, 'xl/workbook.xml')).toContain(">'Wide'!$A:$A,'Wide'!$1:$1</definedName>");
  });

  test.each([
    [true, 240, 1],
    [true, 260, 2],
    [false, 160, 1],
    [false, 240, 2],
  ])(
    'is printed by the width of its page: landscape %s, %d characters, %d pages',
    async (landscape, width, pages) => {
      const columns = columnsOf(width / 2, width / 2);
      const sheet = sheetOf([header], { columns, landscape });
      expect(
        (await readBack(await writeXlsx(workbookOf([sheet])))).getWorksheet(1)?.pageSetup.fitToWidth,
      ).toBe(pages);
    },
  );

  test('keeps every column width, the usual one too', async () => {
    const xml = partOf(await writeXlsx(workbookOf([table])), 'xl/worksheets/sheet1.xml');
    const widths = [...xml.matchAll(/<col min="(\d)" max="\1" width="([\d.]+)" customWidth="1"\/>/g)];
    expect(widths.map(([, , width]) => Math.round(Number(width) * 10) / 10)).toEqual([14, 9, 60.5]);
  });

  test('filters by its last header row', async () => {
    const sheet = (
      await readBack(await writeXlsx(workbookOf([{ ...table, headerRows: 2, frozenColumns: 0 }])))
    ).getWorksheet(1);
    expect(sheet?.autoFilter).toBe('A2:C3');
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
  });

  test('merges spans and puts what follows beside and below them', async () => {
    const rows = [
      rowOf(textCell('wide and tall', { columnSpan: 2, rowSpan: 2 }), textCell('right')),
      rowOf(textCell('below right')),
      rowOf(textCell('left'), textCell('middle'), textCell('last')),
    ];
    const sheet = (await readBack(await writeXlsx(workbookOf([sheetOf(rows)])))).getWorksheet(1);
    expect(sheet?.model.merges).toEqual(['A1:B2']);
    const texts = ['A1', 'C1', 'C2', 'A3', 'B3', 'C3'].map((name) => sheet?.getCell(name).text);
    expect(texts).toEqual(['wide and tall', 'right', 'below right', 'left', 'middle', 'last']);
  });

  test('draws cells as asked', async () => {
    const style = {
      ...PLAIN,
      bold: true,
      italic: true,
      fontSize: 12.5,
      color: '#ffffff',
      fill: '#1f3a5f',
      align: 'right',
      valign: 'middle',
      border: { color: '#cccccc' },
    } as const;
    const row = { ...rowOf(textCell('x', { style })), height: 33 };
    const bytes = await writeXlsx(workbookOf([sheetOf([row])]));
    const sheet = (await readBack(bytes)).getWorksheet(1);
    const cell = sheet?.getCell('A1');
    // exceljs writes half points and reads whole ones.
    expect(partOf(bytes, 'xl/styles.xml')).toContain('<sz val="12.5"/>');
    expect(cell?.font).toMatchObject({ bold: true, italic: true, color: { argb: 'FFFFFFFF' } });
    expect(cell?.fill).toMatchObject({ pattern: 'solid', fgColor: { argb: 'FF1F3A5F' } });
    expect(cell?.alignment).toMatchObject({ horizontal: 'right', vertical: 'middle', wrapText: true });
    expect(cell?.border.left).toEqual({ style: 'thin', color: { argb: 'FFCCCCCC' } });
    expect(sheet?.getRow(1).height).toBe(33);
  });
});

describe('document properties', () => {
  test('say what the file is, who made it and with what', async () => {
    const bytes = await writeXlsx(
      workbookOf([table], {
        title: 'A & <B> \u0001',
        subject: 'S',
        author: 'Org',
        keywords: ['one', 'two'],
        properties: { 'Pack id': 'sha256:00', 'x & "y"': '<z>' },
      }),
    );
    const book = await readBack(bytes);
    expect(book).toMatchObject({
      title: 'A & <B> \ufffd',
      subject: 'S',
      creator: 'Org',
      keywords: 'one, two',
    });
    expect(book.created).toEqual(new Date('2026-10-09T00:00:00Z'));
    expect(partOf(bytes, 'docProps/app.xml')).toContain('<Application>Countersign 0.1.0</Application>');
    const custom = [
      ...partOf(bytes, 'docProps/custom.xml').matchAll(/pid="(\d)" name="([^"]*)"><vt:lpwstr>([^<]*)</g),
    ];
    expect(custom.map(([, pid, ...texts]) => [pid, ...texts.map(unescapeXml)])).toEqual([
      ['2', 'Pack id', 'sha256:00'],
      ['3', 'x & "y"', '<z>'],
    ]);
    expect(partOf(bytes, '[Content_Types].xml')).toContain('PartName="/docProps/custom.xml"');
    expect(partOf(bytes, '_rels/.rels')).toContain('Target="docProps/custom.xml"');
  });
});

describe('what exceljs writes amiss', () => {
  test('is mended: the children of a font stand in the order of the schema', async () => {
    const xml = partOf(
      await writeXlsx(
        workbookOf([sheetOf([rowOf(textCell('x', { style: { ...PLAIN, bold: true, color: '#000000' } }))])]),
      ),
      'xl/styles.xml',
    );
    const fonts = [...xml.matchAll(/<font>(.*?)<\/font>/g)].map(([, inner = '']) =>
      [...inner.matchAll(/<(\w+)/g)].map(([, tag]) => tag),
    );
    expect(fonts).toContainEqual(['b', 'sz', 'color', 'name', 'family']);
  });

  test('is mended: no sheet says that its lines hang 55 pixels below themselves', async () => {
    const xml = partOf(await writeXlsx(workbookOf([table])), 'xl/worksheets/sheet1.xml');
    expect(xml).toMatch(/<sheetFormatPr [^>]*x14ac:dyDescent="0.25"/);
  });

  test('is announced honestly: no entry claims Microsoft Excel', async () => {
    expect(JSON.stringify(partsOf(await writeXlsx(workbookOf([table]))))).not.toContain('Microsoft Excel');
  });
});
