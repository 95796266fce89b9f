// One sheet of the workbook tree into one worksheet of exceljs, and what exceljs has no words for beside it.
import type { Workbook as ExcelWorkbook, Worksheet } from 'exceljs';
import type { CellRange, Sheet, Workbook } from '../../model/workbook.ts';
import { argb, lookStyle } from './cell-style.ts';
import { rangeName, widthOf } from './grid.ts';
import { headerFooterOf, headerRowsOf, pageSetupOf, viewOf } from './page.ts';
import { type Common, fillRows } from './rows.ts';
import type { SheetRest } from './sheet-rest.ts';
import type { ToldRow } from './told-cells.ts';
import { validationElements } from './validations.ts';

/** exceljs would say 55 for every sheet, by a slip; this is what Excel itself says. */
const LINE_DESCENT = { dyDescent: 0.25 };
/** What a protected sheet leaves people, besides typing into unlocked cells. Objects and scenarios stay free: an auditor writes comments. */
const LEFT_FREE = { formatColumns: true, formatRows: true, sort: true, autoFilter: true };

/** Adds `sheet` to `book` and returns what only mending can add; the sheet must have passed the check. */
export const fillSheet = async (
  book: ExcelWorkbook,
  sheet: Sheet,
  workbook: Workbook,
  common: Common,
): Promise<SheetRest> => {
  const worksheet = book.addWorksheet(sheet.name, {
    views: [viewOf(sheet)],
    pageSetup: pageSetupOf(sheet, workbook.paper),
    headerFooter: headerFooterOf(workbook),
    properties: { ...LINE_DESCENT, ...(sheet.tabColor === null ? {} : { tabColor: argb(sheet.tabColor) }) },
    state: sheet.hidden ? 'hidden' : 'visible',
  });
  worksheet.columns = sheet.columns.map(({ width, hidden }) => ({ width: keptWidth(width), hidden }));
  addLooks(worksheet, sheet);
  // Without a password there is no salt, and so nothing random.
  if (sheet.protected) await worksheet.protect('', LEFT_FREE);
  const filter = sheet.table === null ? filterRange(sheet) : null;
  if (filter !== null) worksheet.autoFilter = rangeName(filter);
  const { rows, links, told, reach } = fillRows(sheet, common);
  const dimensions = rangeName({ ...reach, left: 1 });
  setRows(worksheet, told, dimensions);
  return { sheet, rows, validations: validationElements(sheet.validations), links, told };
};

/** exceljs takes a width of 9 for "as usual" and leaves the column out; what is usual differs from program to program. */
const keptWidth = (width: number): number => (width === 9 ? 9.001 : width);

const addLooks = (worksheet: Worksheet, { looks }: Sheet): void =>
  looks.forEach(({ ranges, formula, look }, index) => {
    worksheet.addConditionalFormatting({
      ref: ranges.map(rangeName).join(' '),
      rules: [{ type: 'expression', formulae: [formula], priority: index + 1, style: lookStyle(look) }],
    });
  });

/** From the last header row to the last row, over all columns; null without a filter or a header. */
export const filterRange = (sheet: Sheet): CellRange | null => {
  const top = headerRowsOf(sheet);
  const right = widthOf(sheet);
  return sheet.filter && top > 0 && right > 0 ? { top, left: 1, bottom: sheet.rows.length, right } : null;
};

/**
 * Puts rows in the place of those that the worksheet would make of its own cells, of which it has none. exceljs's writer takes a workbook
 * by its model alone.
 */
const setRows = (worksheet: Worksheet, rows: readonly ToldRow[], dimensions: string): void => {
  Object.defineProperty(worksheet, 'model', { value: { ...worksheet.model, rows, dimensions } });
};
