// A `<table data-sheet>` as written: its columns, where its cells stand, and what its attributes say of the whole sheet.
import type { Diagnostic } from '../../problem.ts';
import { attributeOf, attributeSpot, elementsOf, type MarkupElement } from '../parse/tree.ts';
import { errorAt } from '../source-text.ts';
import type { Keys } from './formula/book.ts';
import { type Grid, gridOf } from './grid.ts';
import { type Marks, marksOf, NO_MARKS } from './marks.ts';
import { isOn } from './sheet-attributes.ts';

export type SheetColumn = {
  /** Null for a column that no `<col>` speaks of. */
  readonly col: MarkupElement | null;
  /** In characters. */
  readonly width: number;
  readonly hidden: boolean;
  readonly marks: Marks;
};
export type SheetSource = {
  readonly name: string;
  readonly table: MarkupElement;
  readonly grid: Grid;
  readonly columns: readonly SheetColumn[];
  readonly keys: Keys;
  /** Rows below the last one that are left blank. */
  readonly blankRows: number;
  /** The name of the spreadsheet table that the sheet is; null for none. */
  readonly tableName: string | null;
  readonly continued: boolean;
  /** True when each row has a cell for each column, written or not. */
  readonly padded: boolean;
};

/** Width of a column whose <col> says nothing, in characters. */
const USUAL_WIDTH = 14;
const WIDEST = 255;

export const sheetSource = (table: MarkupElement, report: (diagnostic: Diagnostic) => void): SheetSource => {
  const grid = gridOf(table);
  const columns = columnsOf(table, grid);
  const tableName = attributeOf(table, 'data-table');
  const asked = Number(attributeOf(table, 'data-blank-rows') ?? 0);
  const isEmpty = grid.rows.length === grid.headerRows;
  const speaks = columns.some(({ marks }) => marks !== NO_MARKS);
  return {
    name: attributeOf(table, 'data-sheet') ?? '',
    table,
    grid,
    columns,
    keys: keysOf(columns, report),
    // Spreadsheet programs refuse a table without a row.
    blankRows: tableName !== null && isEmpty ? Math.max(1, asked) : asked,
    tableName,
    continued: isOn(table, 'data-continued'),
    padded: (tableName !== null || speaks) && !grid.rows.some(({ cells }) => cells.some(isTall)),
  };
};

const isTall = ({ cell }: { readonly cell: MarkupElement }): boolean =>
  cell.attributes.size > 0 && Number(attributeOf(cell, 'rowspan') ?? 1) > 1;

const columnsOf = (table: MarkupElement, grid: Grid): readonly SheetColumn[] => {
  const written = elementsOf(table)
    .filter(({ tag }) => tag === 'colgroup')
    .flatMap(elementsOf)
    .flatMap((col) => Array.from({ length: Number(attributeOf(col, 'span') ?? 1) }, () => columnOf(col)));
  return Array.from(
    { length: Math.max(grid.columns, written.length) },
    (_, index) => written[index] ?? PLAIN,
  );
};

const PLAIN: SheetColumn = { col: null, width: USUAL_WIDTH, hidden: false, marks: NO_MARKS };

const columnOf = (col: MarkupElement): SheetColumn => ({
  col,
  width: Math.min(WIDEST, Number(attributeOf(col, 'data-width') ?? USUAL_WIDTH)),
  hidden: isOn(col, 'data-hidden'),
  marks: marksOf(col),
});

const keysOf = (columns: readonly SheetColumn[], report: (diagnostic: Diagnostic) => void): Keys => {
  const keys = new Map<string, number>();
  for (const [index, { col }] of columns.entries()) {
    const key = col === null ? null : attributeOf(col, 'data-key');
    if (key === null || col === null) continue;
    if (keys.has(key))
      report(
        errorAt(
          attributeSpot(col, 'data-key'),
          'markup-attribute',
          `There are two columns \`${key}\`.`,
          'A key stands once in a table, on a <col> of one column.',
        ),
      );
    else keys.set(key, index);
  }
  return keys;
};
