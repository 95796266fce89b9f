// What cells say, in every spelling that programs use.
import { describe, expect, test } from 'vitest';
import type { ReadValue } from '../../../src/codec/xlsx/index.ts';
import { bookPart, cellsOf, readParts, sheetPart, stylesPart, textsPart } from './handmade.ts';

const TEXTS = textsPart(
  '<si><t>plain</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">two </t></r><r><t>runs</t></r><rPh sb="0" eb="1"><t>FURIGANA</t></rPh></si><si><t> a_x000D_b_x005F_x0041_ &amp; <![CDATA[<c>]]></t></si><si/>',
);
const STYLES = stylesPart(
  `<numFmts count="4"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0.0 &quot;days&quot;"/><numFmt numFmtId="166" formatCode="[Red]0"/><numFmt numFmtId="167" formatCode="[$-409]d mmm yyyy h:mm;@"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"><protection locked="0"/></xf></cellStyleXfs>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="46"/><xf numFmtId="0"><protection locked="0"/></xf><xf numFmtId="0" applyProtection="1"><protection locked="1"/></xf></cellXfs>`,
);
const valuesOf = (cells: string): readonly ReadValue[] =>
  cellsOf(`<row r="1">${cells}</row>`, { 'xl/sharedStrings.xml': TEXTS, 'xl/styles.xml': STYLES }).map(
    ({ value }) => value,
  );

describe('values', () => {
  test.each<[string, ReadValue]>([
    ['<c t="s"><v>0</v></c>', { kind: 'text', text: 'plain' }],
    ['<c t="s"><v>1</v></c>', { kind: 'text', text: 'two runs' }],
    ['<c t="s"><v>2</v></c>', { kind: 'text', text: ' a\rb_x0041_ & <c>' }],
    ['<c t="inlineStr"><is><r><t>in</t></r><r><t> line</t></r></is></c>', { kind: 'text', text: 'in line' }],
    ['<c t="str"><f>A1</f><v>of_x0020_a formula</v></c>', { kind: 'text', text: 'of a formula' }],
    ['<c t="b"><v>1</v></c>', { kind: 'boolean', boolean: true }],
    ['<c t="b"><v>0</v></c>', { kind: 'boolean', boolean: false }],
    ['<c t="e"><v>#DIV/0!</v></c>', { kind: 'error', error: '#DIV/0!' }],
    ['<c><v>-1.5E-3</v></c>', { kind: 'number', number: -0.0015 }],
    ['<c t="n"><v> 7 </v></c>', { kind: 'number', number: 7 }],
    ['<c t="d"><v>2026-10-09T00:00:00</v></c>', { kind: 'date', day: '2026-10-09' }],
    ['<c s="1"><v>46304</v></c>', { kind: 'date', day: '2026-10-09' }],
    ['<c s="2"><v>46304.75</v></c>', { kind: 'date', day: '2026-10-09T18:00:00' }],
    ['<c s="1"><v>1</v></c>', { kind: 'date', day: '1900-01-01' }],
    ['<c s="1"><v>59</v></c>', { kind: 'date', day: '1900-02-28' }],
    ['<c s="1"><v>60</v></c>', { kind: 'number', number: 60 }],
    ['<c s="1"><v>61</v></c>', { kind: 'date', day: '1900-03-01' }],
    ['<c s="1"><v>2958466</v></c>', { kind: 'number', number: 2_958_466 }],
    ['<c s="1"><v>0.5</v></c>', { kind: 'number', number: 0.5 }],
    ['<c s="3"><v>46304</v></c>', { kind: 'number', number: 46_304 }],
    ['<c s="4"><v>46304</v></c>', { kind: 'number', number: 46_304 }],
    ['<c s="5"><v>46304</v></c>', { kind: 'date', day: '2026-10-09' }],
    ['<c s="6"><v>46304</v></c>', { kind: 'date', day: '2026-10-09' }],
    ['<c><f>NOW()</f></c>', { kind: 'empty' }],
  ])('%s', (xml, value) => {
    expect(valuesOf(xml)).toEqual([value]);
  });

  test('an empty text, a blank and an unlocked blank leave no cell', () => {
    expect(valuesOf('<c t="s"><v>3</v></c><c s="1"/><c s="7"/><c><v/></c>')).toEqual([]);
  });

  test('days counted from 1904', () => {
    const book = bookPart(
      '<workbookPr date1904="1"/><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets>',
    );
    const rows = '<row><c s="1"><v>44842</v></c></row>';
    const [cell] = cellsOf(rows, { 'xl/workbook.xml': book, 'xl/styles.xml': STYLES });
    expect(cell?.value).toEqual({ kind: 'date', day: '2026-10-09' });
  });
});

describe('places', () => {
  test('rows and cells without r follow those before', () => {
    const cells = cellsOf(
      '<row><c><v>1</v></c></row><row r="5"><c r="C5"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>',
    );
    expect(cells.map(({ row, column }) => [row, column])).toEqual([
      [1, 1],
      [5, 3],
      [5, 4],
      [6, 1],
    ]);
  });

  test('unlocked cells are bands of rows, whether they hold something or not', () => {
    const [sheet] = readParts({
      'xl/styles.xml': STYLES,
      'xl/worksheets/sheet1.xml': sheetPart(
        '<row r="1"><c s="8"/><c s="7"/><c s="7"/></row><row r="2"><c r="B2" s="7"><v>1</v></c><c r="C2" s="7"/><c s="8"/><c s="7"/></row><row r="3"><c r="B3" s="7"/><c s="7"/><c r="E3" s="7"/></row><row r="5"><c r="B5" s="7"/></row><row r="7"><c r="B7" s="7"/></row>',
      ),
    }).sheets;
    expect(sheet?.unlocked).toEqual([
      { top: 1, bottom: 1, runs: [{ left: 2, right: 3 }] },
      {
        top: 2,
        bottom: 3,
        runs: [
          { left: 2, right: 3 },
          { left: 5, right: 5 },
        ],
      },
      { top: 5, bottom: 5, runs: [{ left: 2, right: 2 }] },
      { top: 7, bottom: 7, runs: [{ left: 2, right: 2 }] },
    ]);
    expect(sheet?.rows.get(2)?.[0]?.unlocked).toBe(true);
  });
});

describe('formulas', () => {
  test('shared ones are written out for each cell, arrays stand in their first', () => {
    const cells = cellsOf(
      `<row r="1"><c r="B1"><f t="shared" ref="B1:C2" si="0">A1*$A$1+SUM(A:A,$1:1)&amp;"A1"&amp;'It''s A1'!A$1&amp;T[A1]&amp;LOG10(2)</f><v>1</v></c><c r="C1"><f t="shared" si="0"/><v>2</v></c></row>
       <row r="2"><c r="B2"><f t="shared" si="0"/></c><c r="D2"><f t="array" ref="D2:D3">A1:A2</f><v>5</v></c></row>`,
    );
    expect(cells.map(({ formula }) => formula)).toEqual([
      `A1*$A$1+SUM(A:A,$1:1)&"A1"&'It''s A1'!A$1&T[A1]&LOG10(2)`,
      `B1*$A$1+SUM(B:B,$1:1)&"A1"&'It''s A1'!B$1&T[A1]&LOG10(2)`,
      `A2*$A$1+SUM(A:A,$1:2)&"A1"&'It''s A1'!A$1&T[A1]&LOG10(2)`,
      'A1:A2',
    ]);
  });
});
