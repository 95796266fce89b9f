// How tall a row has to be for its texts. Excel works it out by itself when a file says nothing, LibreOffice does not and would show
// the first line only, so the file says it: an estimate for the usual fonts, rather a little too much than too little.
import type { Cell, Sheet } from '../../model/workbook.ts';

/** Points: one character of column width, in the usual font at 11. */
const COLUMN_UNIT = 5.25;
/** Widths as parts of the font size, a little over Calibri's own averages; wide is Chinese, Japanese, Korean and emoji. */
const WIDE = 1.05;
const CAPITAL = 0.62;
const DIGIT = 0.53;
const SPACE = 0.25;
const OTHER = 0.49;
const ASCII = Float64Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (character === ' ') return SPACE;
  if (/\d/.test(character)) return DIGIT;
  return /[A-Z]/.test(character) ? CAPITAL : OTHER;
});
const FIRST_WIDE = 0x2e80;
const LINE = 1.25;
const PADDING = 2;
/** What a row has without being told. */
const USUAL = 15;
/** Spreadsheets go no higher. */
const HIGHEST = 409;
const USUAL_WIDTH = 8.43;

/** Notes, for each cell shown to it, what height its row needs; `heights` has rows that need more than the usual and are given none. */
export const heightGauge = (sheet: Sheet) => {
  const heights = new Map<number, number>();
  const show = (cell: Cell, row: number, column: number): void => {
    if (cell.rowSpan > 1 || sheet.rows[row - 1]?.height !== null) return;
    const height = Math.min(HIGHEST, heightOf(cell, sheet, column));
    if (height > (heights.get(row) ?? USUAL)) heights.set(row, height);
  };
  return { show, heights: heights as ReadonlyMap<number, number> };
};

/** Points. */
const heightOf = ({ value, style, columnSpan }: Cell, sheet: Sheet, column: number): number => {
  const text = 'text' in value && style.wrap ? value.text : '';
  const lines = linesOf(text, widthFrom(sheet, column, columnSpan) / style.fontSize);
  return Math.ceil(lines * style.fontSize * LINE + PADDING);
};

const widthFrom = ({ columns }: Sheet, column: number, span: number): number => {
  let width = 0;
  for (let right = 0; right < span; right += 1)
    width += (columns[column - 1 + right]?.width ?? USUAL_WIDTH) * COLUMN_UNIT;
  return width;
};

/** Lines that a text takes at a width given in font sizes; words longer than a line run on over the next. */
const linesOf = (text: string, width: number): number => {
  if (text.length * WIDE <= width && !text.includes('\n')) return 1;
  let lines = 1;
  let filled = 0;
  let word = 0;
  /** Puts the word into the line, or into as many as it needs, and the space that follows it where the line leaves off. */
  const endWord = (space: number): void => {
    if (filled + word > width && filled > 0) {
      lines += 1;
      filled = 0;
    }
    const more = Math.max(0, Math.ceil(word / width) - 1);
    lines += more;
    filled += word - more * width + space;
    word = 0;
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) endWord(code === LINE_FEED ? 0 : widthOf(code));
    else word += widthOf(code);
    if (code === HYPHEN) endWord(0);
    if (code !== LINE_FEED) continue;
    lines += 1;
    filled = 0;
  }
  if (word > 0) endWord(0);
  return lines;
};

const LINE_FEED = 0x0a;
const HYPHEN = 0x2d;

/** What `\s` matches. */
const isSpace = (code: number): boolean =>
  code === 0x20 || (code >= 0x09 && code <= 0x0d) || (code >= 0xa0 && RARE_SPACES.has(code));
const RARE_SPACES: ReadonlySet<number> = new Set([
  ...[0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff],
  ...Array.from({ length: 11 }, (_, index) => 0x2000 + index),
]);

/** Half a pair counts for the whole, and the other half for nothing. */
const widthOf = (code: number): number => {
  if (code >= FIRST_WIDE) return code >= 0xdc00 && code <= 0xdfff ? 0 : WIDE;
  return ASCII[code] ?? OTHER;
};
