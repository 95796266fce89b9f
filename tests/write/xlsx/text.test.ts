// Every text comes back exactly, whatever it is made of, and none becomes a formula.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnLetters } from '../../../src/model/sheet-address.ts';
import { writeXlsx } from '../../../src/write/xlsx/index.ts';
import { escapeCellText, showUnholdable } from '../../../src/write/xlsx/text.ts';
import { decodeXstring, partOf, rawTexts, readBack, rowOf, sheetOf, textCell, workbookOf } from './sample.ts';

/** Texts with what goes wrong mixed in often enough to meet. */
const awkward = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '_x0041_',
        '_x',
        '_x004',
        '1_',
        '_x005F_',
        '_',
        '\u0000',
        '\u0001',
        '\u007f',
        '\r',
        '\r\n',
        '\t',
        '\n',
        '\ud800',
        '\udc00',
        '\ufffe',
        '\uffff',
        '😀',
        '&amp;',
        '<t>',
        ']]>',
        ' ',
        '=1+1',
        '__proto__',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { maxLength: 10 },
  )
  .map((pieces) => pieces.join(''));

describe('the escape', () => {
  test.each([
    ['_x0041_', '_x005F_x0041_'],
    ['_x0041_x0042_', '_x005F_x0041_x005F_x0042_'],
    ['a\u0001b', 'a_x0001_b'],
    ['_x0041\u0001', '_x005F_x0041_x0001_'],
    ['line\r\nline', 'line_x000D_\nline'],
    ['\ud800 half', '_xD800_ half'],
    ['whole 😀', 'whole 😀'],
    ['max_xor _x12', 'max_xor _x12'],
  ])('spells %j as %j', (text, spelled) => {
    expect(escapeCellText(text)).toBe(spelled);
  });

  test('is undone by the rule of the format, for every text', () => {
    fc.assert(
      fc.property(awkward, (text) => {
        expect(decodeXstring(escapeCellText(text))).toBe(text);
      }),
      {
        numRuns: 2_000,
      },
    );
  });

  test('leaves document properties readable instead', () => {
    expect(showUnholdable('a\u0001b\ud800c 😀')).toBe('a\ufffdb\ufffdc 😀');
  });
});

describe('a random workbook', () => {
  test('holds every text exactly, by the XML of its parts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(awkward, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        async (texts) => {
          const bytes = await writeXlsx(
            workbookOf([sheetOf(texts.map((row) => rowOf(...row.map((text) => textCell(text)))))]),
          );
          const read = rawTexts(bytes, 1);
          const expected = texts.flatMap((row, r) =>
            row.map((text, c) => [`${columnLetters(c + 1)}${r + 1}`, text] as const),
          );
          expect(read).toEqual(Object.fromEntries(expected.filter(([, text]) => text !== '')));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a text that a spreadsheet would take for a formula', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "'quoted"])(
    '%j stays text, also once it is edited',
    async (text) => {
      const bytes = await writeXlsx(workbookOf([sheetOf([rowOf(textCell(text), textCell('harmless'))])]));
      const cell = (await readBack(bytes)).getWorksheet('Duties')?.getCell('A1');
      expect(cell?.value).toBe(text);
      expect(cell?.formula).toBeUndefined();
      const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml');
      expect(sheet).not.toContain('<f>');
      const formats = [...partOf(bytes, 'xl/styles.xml').matchAll(/<xf [^>]*xfId="0"[^>]*>/g)].map(
        ([xf]) => xf,
      );
      const styleOf = (name: string): string =>
        formats[Number(new RegExp(`<c r="${name}" s="(\\d+)" t="s">`).exec(sheet)?.[1])] ?? '';
      expect(styleOf('A1')).toContain('quotePrefix="1"');
      expect(styleOf('B1')).not.toContain('quotePrefix');
    },
  );
});
