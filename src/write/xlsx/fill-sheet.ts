// One sheet of the workbook tree into one worksheet of exceljs.
import type {
  Cell as ExcelCell,
  CellValue as ExcelValue,
  Workbook as ExcelWorkbook,
  Worksheet,
} from 'exceljs';
import type { Cell, CellValue, Sheet, Workbook } from '../../model/workbook.ts';
import { Failure } from '../../problem.ts';
import { argb, DATE_FORMAT, type StyleBook, TEXT_FORMAT } from './cell-style.ts';
import { columnLetters, type PlacedCell, placeCells, widthOf } from './grid.ts';
import { spellUrl } from './links.ts';
import { headerFooterOf, headerRowsOf, pageSetupOf, viewOf } from './page.ts';
import { fittingHeights } from './row-height.ts';
import { escapeCellText, looksLikeFormula } from './text.ts';

/** Spreadsheets take 1900 for a leap year, so that days before its March are not what they seem. */
const FIRST_SAFE_DAY = '1900-03-01';
/** exceljs would say 55 for every sheet, by a slip; this is what Excel itself says. */
const LINE_DESCENT = { dyDescent: 0.25 };

/** Adds `sheet` to `book`; the sheet must have passed the check. */
export const fillSheet = (book: ExcelWorkbook, sheet: Sheet, workbook: Workbook, styles: StyleBook): void => {
  const worksheet = book.addWorksheet(sheet.name, {
    views: [viewOf(sheet)],
    pageSetup: pageSetupOf(sheet, workbook.paper),
    headerFooter: headerFooterOf(workbook),
    properties: { ...LINE_DESCENT, ...(sheet.tabColor === null ? {} : { tabColor: argb(sheet.tabColor) }) },
  });
  worksheet.columns = sheet.columns.map(({ width }) => ({ width: keptWidth(width) }));
  const placed = placeCells(sheet);
  for (const place of placed) fillCell(worksheet, place, styles);
  setHeights(worksheet, sheet, placed);
  const range = filterRange(sheet, placed);
  if (range !== null) worksheet.autoFilter = range;
};

const setHeights = (worksheet: Worksheet, sheet: Sheet, placed: readonly PlacedCell[]): void => {
  sheet.rows.forEach(({ height }, index) => {
    if (height !== null) worksheet.getRow(index + 1).height = height;
  });
  for (const [row, height] of fittingHeights(sheet, placed)) worksheet.getRow(row).height = height;
};

/** exceljs takes a width of 9 for "as usual" and leaves the column out; what is usual differs from program to program. */
const keptWidth = (width: number): number => (width === 9 ? 9.001 : width);

/** From the last header row to the last row, over all columns; null without a header. */
export const filterRange = (sheet: Sheet, placed: readonly PlacedCell[]): string | null => {
  const header = headerRowsOf(sheet);
  const width = widthOf(sheet, placed);
  if (!sheet.filter || header === 0 || width === 0) return null;
  return `A${header}:${columnLetters(width)}${sheet.rows.length}`;
};

const fillCell = (worksheet: Worksheet, { cell, row, column }: PlacedCell, styles: StyleBook): void => {
  const target = worksheet.getCell(row, column);
  setValue(target, cell.value);
  target.style = styles(cell.style, formatOf(cell.value), cell.value.kind === 'link');
  if (cell.columnSpan > 1 || cell.rowSpan > 1) merge(worksheet, cell, row, column);
};

/** The cells under a span take the first one's look, so that its frame goes all the way round. */
const merge = (worksheet: Worksheet, cell: Cell, row: number, column: number): void =>
  worksheet.mergeCells(row, column, row + cell.rowSpan - 1, column + cell.columnSpan - 1);

const setValue = (cell: ExcelCell, value: CellValue): void => {
  if (value.kind === 'number') cell.value = value.number;
  if (value.kind === 'text' && value.text !== '') cell.value = escapeCellText(value.text);
  if (value.kind === 'date') cell.value = isSafeDay(value.day) ? midnight(value.day) : value.day;
  if (value.kind === 'link') cell.value = linkValue(value);
};

/** Links inside the workbook are text here and become links when the parts are mended. */
const linkValue = ({ text, target }: Extract<CellValue, { kind: 'link' }>): ExcelValue => {
  const escaped = escapeCellText(text);
  return target.kind === 'url' ? { text: escaped, hyperlink: spellUrl(target.url) } : escaped;
};

const formatOf = (value: CellValue): string | null => {
  if (value.kind === 'number') return value.format;
  if (value.kind === 'date') return isSafeDay(value.day) ? DATE_FORMAT : TEXT_FORMAT;
  if (value.kind === 'empty') return null;
  return looksLikeFormula(value.text) ? TEXT_FORMAT : null;
};

const isSafeDay = (day: string): boolean => day >= FIRST_SAFE_DAY;

/** exceljs reckons in UTC, so a day stays the same day wherever this runs. */
const midnight = (day: string): Date => {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time))
    throw new Failure('bug', `"${day}" came to the workbook as a day.`, 'Please report this.');
  return new Date(time);
};
