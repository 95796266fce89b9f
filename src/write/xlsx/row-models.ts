// The rows of a sheet as exceljs's writer takes them, and what is learnt on the way through the cells.

import { columnLetters } from '../../model/sheet-address.ts';
import type { Cell, Sheet } from '../../model/workbook.ts';
import { type CellModel, cellModel, coveredModel } from './cell-model.ts';
import type { StyleBook } from './cell-style.ts';
import { eachCell } from './grid.ts';
import { innerLink } from './inner-links.ts';
import { allowedIn, formatOf } from './number-format.ts';
import { heightGauge } from './row-height.ts';

/** `min` and `max` are the first and the last column. */
export type RowModel = {
  readonly number: number;
  readonly cells: readonly CellModel[];
  readonly min: number;
  readonly max: number;
  readonly height: number | undefined;
};

type Filled = {
  readonly rows: readonly RowModel[];
  /** `hyperlink` elements that lead to cells of the workbook. */
  readonly links: string;
  /** Rows whose height merely fits their text. */
  readonly fitted: ReadonlySet<number>;
};

/** All rows that hold anything. */
export const rowModels = (sheet: Sheet, styles: StyleBook): Filled => {
  const cells: CellModel[][] = sheet.rows.map(() => []);
  const allowedAt = allowedIn(sheet);
  const gauge = heightGauge(sheet);
  const links: string[] = [];
  eachCell(sheet, (cell, row, column) => {
    const link = cell.value.kind === 'link';
    const format = formatOf(cell, cell.unlocked ? allowedAt(row, column) : null);
    const model = cellModel(
      cell,
      `${columnLetters(column)}${row}`,
      styles(cell.style, { format, link, unlocked: cell.unlocked }),
    );
    putAt(cells, row, column, model);
    if (cell.columnSpan > 1 || cell.rowSpan > 1) cover(cells, cell, row, column, model);
    if (link) links.push(innerLink(cell, row, column));
    gauge.show(cell, row, column);
  });
  const rows = cells.flatMap((models, index) =>
    rowModel(models, index + 1, heightOf(sheet, index, gauge.heights)),
  );
  return { rows, links: links.join(''), fitted: new Set(gauge.heights.keys()) };
};

/** Cells come from the left, but those that a span from above covers are there before what stands left of them. */
const putAt = (cells: readonly CellModel[][], row: number, column: number, model: CellModel): void => {
  const models = cells[row - 1];
  if (models !== undefined) models[column - 1] = model;
};

const cover = (
  cells: readonly CellModel[][],
  { columnSpan, rowSpan }: Cell,
  row: number,
  column: number,
  { address, style }: CellModel,
): void => {
  for (let below = row; below < row + rowSpan; below += 1)
    for (let right = column; right < column + columnSpan; right += 1)
      if (below !== row || right !== column)
        putAt(cells, below, right, coveredModel(`${columnLetters(right)}${below}`, address, style));
};

const heightOf = ({ rows }: Sheet, index: number, fitting: ReadonlyMap<number, number>): number | undefined =>
  rows[index]?.height ?? fitting.get(index + 1);

const rowModel = (models: CellModel[], number: number, height: number | undefined): readonly RowModel[] => {
  if (models.length === 0 && height === undefined) return [];
  const min =
    1 +
    Math.max(
      0,
      models.findIndex((model) => model !== undefined),
    );
  return [{ number, cells: models, min, max: models.length, height }];
};
