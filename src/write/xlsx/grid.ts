// Where the cells of a sheet stand: as in an HTML table, a cell takes the next free column of its row, and spans keep places taken.
import type { Cell, Sheet } from '../../model/workbook.ts';

/** Row and column count from 1. `overlaps`: the cell's span runs into a place that a cell above has taken. */
export type PlacedCell = {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  readonly overlaps: boolean;
};

/** The cells in reading order. */
export const placeCells = (sheet: Sheet): readonly PlacedCell[] => {
  const taken = new Set<string>();
  return sheet.rows.flatMap(({ cells }, index) => placeRow(cells, index + 1, taken));
};

const placeRow = (cells: readonly Cell[], row: number, taken: Set<string>): readonly PlacedCell[] => {
  let next = 1;
  return cells.map((cell) => {
    while (taken.has(`${row}:${next}`)) next += 1;
    const column = next;
    const overlaps = take(cell, row, column, taken);
    next += cell.columnSpan;
    return { cell, row, column, overlaps };
  });
};

/** Only places that later cells could reach are kept: what lies to the right in this row is skipped by counting. */
const take = (cell: Cell, row: number, column: number, taken: Set<string>): boolean => {
  let overlaps = false;
  for (let right = 0; right < cell.columnSpan; right += 1) {
    overlaps ||= taken.has(`${row}:${column + right}`);
    for (let down = 1; down < cell.rowSpan; down += 1) taken.add(`${row + down}:${column + right}`);
  }
  return overlaps;
};

/** How many columns the sheet uses, by its columns or by its widest row. */
export const widthOf = (sheet: Sheet, placed: readonly PlacedCell[]): number =>
  placed.reduce(
    (width, { cell, column }) => Math.max(width, column + cell.columnSpan - 1),
    sheet.columns.length,
  );

/** A column's letters: 1 is A, 27 is AA. */
export const columnLetters = (column: number): string =>
  column <= 26
    ? letter(column)
    : columnLetters(Math.floor((column - 1) / 26)) + letter(((column - 1) % 26) + 1);

const letter = (number: number): string => String.fromCharCode(64 + number);

/** A sheet's name as references write it. */
export const quoteSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;
