// How tall a row has to be for its texts. Excel works it out by itself when a file says nothing, LibreOffice does not and would show
// the first line only, so the file says it: an estimate for the usual fonts, rather a little too much than too little.
import type { Cell, Sheet } from '../../model/workbook.ts';
import type { PlacedCell } from './grid.ts';

/** Points: one character of column width, in the usual font at 11. */
const COLUMN_UNIT = 5.25;
/** Widths as parts of the font size, a little over Calibri's own averages; wide is Chinese, Japanese, Korean and emoji. */
const WIDE = 1.05;
const CAPITAL = 0.62;
const DIGIT = 0.53;
const SPACE = 0.25;
const OTHER = 0.49;
const LINE = 1.25;
const PADDING = 2;
/** What a row has without being told. */
const USUAL = 15;
/** Spreadsheets go no higher. */
const HIGHEST = 409;
const USUAL_WIDTH = 8.43;

/** Heights in points by row from 1, for rows that need more than the usual and whose template sets none. */
export const fittingHeights = (sheet: Sheet, placed: readonly PlacedCell[]): ReadonlyMap<number, number> => {
  const heights = new Map<number, number>();
  for (const { cell, row, column } of placed) {
    if (cell.rowSpan > 1 || sheet.rows[row - 1]?.height !== null) continue;
    const height = Math.min(HIGHEST, heightOf(cell, widthFrom(sheet, column, cell.columnSpan)));
    if (height > (heights.get(row) ?? USUAL)) heights.set(row, height);
  }
  return heights;
};

const widthFrom = (sheet: Sheet, column: number, span: number): number =>
  Array.from({ length: span }, (_, index) => sheet.columns[column - 1 + index]?.width ?? USUAL_WIDTH).reduce(
    (sum, width) => sum + width * COLUMN_UNIT,
    0,
  );

const heightOf = ({ value, style }: Cell, width: number): number => {
  const text = 'text' in value && style.wrap ? value.text : '';
  const lines = text.split('\n').reduce((sum, line) => sum + linesOf(line, width / style.fontSize), 0);
  return Math.ceil(lines * style.fontSize * LINE + PADDING);
};

/** Lines that a paragraph takes at a width given in font sizes; words longer than a line run on over the next. */
const linesOf = (paragraph: string, width: number): number => {
  let lines = 1;
  let filled = 0;
  for (const word of paragraph.split(/(?<=[\s-])/)) {
    const length = lengthOf(word.trimEnd());
    if (filled + length > width && filled > 0) {
      lines += 1;
      filled = 0;
    }
    const more = Math.max(0, Math.ceil(length / width) - 1);
    lines += more;
    filled += length - more * width + lengthOf(word.slice(word.trimEnd().length));
  }
  return lines;
};

const lengthOf = (text: string): number => {
  let length = 0;
  for (const character of text) length += widthOf(character);
  return length;
};

const widthOf = (character: string): number => {
  if ((character.codePointAt(0) ?? 0) >= 0x2e80) return WIDE;
  if (character === ' ') return SPACE;
  if (character >= '0' && character <= '9') return DIGIT;
  return character >= 'A' && character <= 'Z' ? CAPITAL : OTHER;
};
