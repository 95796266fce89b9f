// Where the cells of a table stand: row by row into the first free column, past what earlier spans cover.
import { attributeOf, elementsOf, type MarkupElement } from '../parse/tree.ts';

/** `group` is the row's thead or tbody. */
export type GridRow = {
  readonly row: MarkupElement;
  readonly group: MarkupElement;
  readonly cells: readonly GridCell[];
};
/** Zero-based. */
export type GridCell = { readonly cell: MarkupElement; readonly column: number };
export type Grid = {
  readonly rows: readonly GridRow[];
  readonly columns: number;
  readonly headerRows: number;
};

const span = (cell: MarkupElement, name: 'colspan' | 'rowspan'): number =>
  Number(attributeOf(cell, name) ?? 1);

export const gridOf = (table: MarkupElement): Grid => {
  const groups = elementsOf(table).filter(({ tag }) => ['thead', 'tbody', 'tfoot'].includes(tag));
  const covered = new Set<string>();
  const rows: GridRow[] = [];
  const total = groups.reduce((sum, group) => sum + elementsOf(group).length, 0);
  for (const group of groups)
    for (const row of elementsOf(group))
      rows.push({ row, group, cells: placeCells(row, rows.length, total, covered) });
  // A reduction, because a register has more cells than a call takes arguments.
  const columns = rows
    .flatMap(({ cells }) => cells)
    .reduce((most, { cell, column }) => Math.max(most, column + span(cell, 'colspan')), 0);
  return { rows, columns, headerRows: rows.filter(({ group }) => group.tag === 'thead').length };
};

const placeCells = (
  row: MarkupElement,
  index: number,
  total: number,
  covered: Set<string>,
): readonly GridCell[] => {
  let column = 0;
  return elementsOf(row).map((cell) => {
    while (covered.has(`${index},${column}`)) column += 1;
    cover(cell, index, total, column, covered);
    const placed = { cell, column };
    column += span(cell, 'colspan');
    return placed;
  });
};

/** Only rows below that there are are remembered; the row itself moves on by its own spans. */
const cover = (
  cell: MarkupElement,
  row: number,
  total: number,
  column: number,
  covered: Set<string>,
): void => {
  const rows = Math.min(span(cell, 'rowspan'), total - row);
  for (let below = 1; below < rows; below += 1) {
    for (let beside = 0; beside < span(cell, 'colspan'); beside += 1)
      covered.add(`${row + below},${column + beside}`);
  }
};
