// Where the cells of a sheet stand: as in an HTML table, a cell takes the next free column of its row, and spans keep places taken.
import { columnLetters } from '../../model/sheet-address.ts';
import type { Cell, CellRange, Sheet } from '../../model/workbook.ts';

/** Row and column count from 1. `overlaps`: the cell's span runs into a place that a cell above has taken. */
type CellVisit = (cell: Cell, row: number, column: number, overlaps: boolean) => void;

/** Columns that cells of earlier rows reach down into, by row, and the last row there is. */
type Reach = { readonly taken: Map<number, Set<number>>; readonly last: number };

/** Shows each cell with its place, in reading order. Nothing is kept: a sheet may have a million cells. */
export const eachCell = (sheet: Sheet, visit: CellVisit): void => {
  const taken = new Map<number, Set<number>>();
  sheet.rows.forEach(({ cells }, index) => {
    visitRow(cells, index + 1, { taken, last: sheet.rows.length }, visit);
    taken.delete(index + 1);
  });
};

const visitRow = (cells: readonly Cell[], row: number, reach: Reach, visit: CellVisit): void => {
  const here = reach.taken.get(row);
  let column = 1;
  for (const cell of cells) {
    while (here?.has(column)) column += 1;
    if (cell.rowSpan > 1) reachDown(cell, row, column, reach);
    visit(cell, row, column, here !== undefined && overlaps(cell, column, here));
    column += cell.columnSpan;
  }
};

const overlaps = ({ columnSpan }: Cell, column: number, here: ReadonlySet<number>): boolean => {
  for (let right = 0; right < columnSpan; right += 1) if (here.has(column + right)) return true;
  return false;
};

const reachDown = (
  { rowSpan, columnSpan }: Cell,
  row: number,
  column: number,
  { taken, last }: Reach,
): void => {
  for (let below = row + 1; below < row + rowSpan && below <= last; below += 1) {
    const columns = taken.get(below) ?? new Set();
    for (let right = 0; right < columnSpan; right += 1) columns.add(column + right);
    taken.set(below, columns);
  }
};

/** How many columns the sheet uses, by its columns or by its widest row. */
export const widthOf = (sheet: Sheet): number => {
  let width = sheet.columns.length;
  eachCell(sheet, ({ columnSpan }, _, column) => {
    width = Math.max(width, column + columnSpan - 1);
  });
  return width;
};

/** `B5`, or `B5:D9` where the range is more than a cell. */
export const rangeName = ({ top, left, bottom, right }: CellRange): string => {
  const first = `${columnLetters(left)}${top}`;
  return top === bottom && left === right ? first : `${first}:${columnLetters(right)}${bottom}`;
};

/** `$B$5:$D$9`: a range that stays where it is. */
export const fixedRange = ({ top, left, bottom, right }: CellRange): string =>
  `$${columnLetters(left)}$${top}:$${columnLetters(right)}$${bottom}`;
