// Puts the cells of a table's rows into columns, spans resolved.

import type { Cell, Row } from '../boxes/box.ts';

/** `lastRow` is the index of the last row the cell reaches; a span ends with its row group. */
export type GridCell = {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
  readonly lastRow: number;
};
export type Grid = { readonly rows: readonly (readonly GridCell[])[]; readonly columns: number };

export function gridOf(rows: readonly Row[]): Grid {
  const taken = new Map<number, number>();
  const ends = groupEnds(rows);
  let columns = 0;
  const placed = rows.map((row, index) => {
    const cells = placeRow(row, index, ends[index] ?? index, taken);
    for (const cell of cells) columns = Math.max(columns, cell.column + cell.columnSpan);
    return cells;
  });
  return { rows: placed, columns };
}

/** For each row the index of the last row of its group. */
function groupEnds(rows: readonly Row[]): readonly number[] {
  const ends: number[] = [];
  let end = rows.length - 1;
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    ends[index] = end;
    if (rows[index]?.opensGroup === true) end = index - 1;
  }
  return ends;
}

/** `taken` holds for each column the last row that a cell from above still covers. */
function placeRow(row: Row, index: number, end: number, taken: Map<number, number>): readonly GridCell[] {
  let column = 0;
  return row.cells.map((cell) => {
    while ((taken.get(column) ?? -1) >= index) column += 1;
    const columnSpan = freeColumns(column, cell.columnSpan, index, taken);
    const lastRow = Math.min(index + cell.rowSpan - 1, end);
    for (let at = column; at < column + columnSpan; at += 1) taken.set(at, lastRow);
    const placed = { cell, row: index, column, columnSpan, lastRow };
    column += columnSpan;
    return placed;
  });
}

/** A wide cell stops where a cell from above stands, so that no two cells share a place. */
function freeColumns(
  column: number,
  wanted: number,
  index: number,
  taken: ReadonlyMap<number, number>,
): number {
  let free = 1;
  while (free < wanted && (taken.get(column + free) ?? -1) < index) free += 1;
  return free;
}
