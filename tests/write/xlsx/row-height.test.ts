// Rows are as tall as their texts need, because not every program works that out by itself.
import { describe, expect, test } from 'vitest';
import type { Cell, Row } from '../../../src/model/workbook.ts';
import { writeXlsx } from '../../../src/write/xlsx/index.ts';
import { columnsOf, PLAIN, partOf, rowOf, sheetOf, textCell, workbookOf } from './sample.ts';

/** The attributes of the first row in the file: its height in points if it has one, and whether somebody set it. */
const heightOf = async (row: Row, width = 50): Promise<{ height: number | null; set: boolean }> => {
  const rows = [row, rowOf(textCell('below'))];
  const bytes = await writeXlsx(workbookOf([sheetOf(rows, { columns: columnsOf(width, width) })]));
  const [tag = ''] = /<row r="1"[^>]*>/.exec(partOf(bytes, 'xl/worksheets/sheet1.xml')) ?? [];
  const height = / ht="([\d.]+)"/.exec(tag)?.[1];
  return { height: height === undefined ? null : Number(height), set: tag.includes('customHeight="1"') };
};
const linesOf = async (cell: Cell, width?: number): Promise<number> =>
  Math.round(((await heightOf(rowOf(cell), width)).height ?? 12.5) / 12.5);

describe('a row', () => {
  test('of one line has the usual height, which nobody writes down', async () => {
    expect(await heightOf(rowOf(textCell('one line'), textCell('')))).toEqual({ height: null, set: false });
  });

  test('that the template gives a height keeps it, as one that was set', async () => {
    expect(await heightOf({ ...rowOf(textCell('a\nb\nc')), height: 20 })).toEqual({ height: 20, set: true });
  });

  test('is as tall as its tallest cell, and may still grow by itself', async () => {
    expect(await heightOf(rowOf(textCell('a'), textCell('a\nb\nc'), textCell('a\nb')))).toEqual({
      height: 40,
      set: false,
    });
  });

  test('does not grow for a cell that has several rows to itself', async () => {
    expect(await heightOf(rowOf(textCell('a\nb\nc', { rowSpan: 2 })))).toEqual({ height: null, set: false });
  });

  test('never goes beyond what spreadsheets allow', async () => {
    expect((await heightOf(rowOf(textCell('x\n'.repeat(500))))).height).toBe(409);
  });
});

describe('the lines a text needs', () => {
  // A column of 50 holds 50 digits of the usual font at 11, so 55 at 10.
  test.each([
    ['digits that just fit', '1'.repeat(49), 50, 1],
    ['digits that do not', '1'.repeat(60), 50, 2],
    ['a word longer than a line', 'x'.repeat(400), 50, 8],
    ['words in a narrow column', 'four words of text', 6, 4],
    ['wide characters', '責任'.repeat(30), 50, 3],
    ['empty lines', 'a\n\n\nb', 50, 4],
  ])('%s', async (_, text, width, lines) => {
    expect(await linesOf(textCell(text), width)).toBe(lines);
  });

  test('are fewer over a span of columns', async () => {
    const text = 'word '.repeat(40);
    expect(await linesOf(textCell(text, { columnSpan: 2 }))).toBeLessThan(await linesOf(textCell(text)));
  });

  test('are none where the cell does not wrap', async () => {
    expect(await linesOf(textCell('word '.repeat(40), { style: { ...PLAIN, wrap: false } }))).toBe(1);
  });

  test('grow with the font', async () => {
    const cell = textCell('a\nb', { style: { ...PLAIN, fontSize: 20 } });
    expect((await heightOf(rowOf(cell))).height).toBe(52);
  });

  test('come out in a moment for a hostile text', async () => {
    expect(await linesOf(textCell(`${'a '.repeat(8_000)}${'-'.repeat(16_000)}`))).toBe(33);
  });
});
