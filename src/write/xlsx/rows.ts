// The rows of a sheet as its part has them, what exceljs is told of their cells, and what else is learnt on the way through.

import { columnLetters } from '../../model/sheet-address.ts';
import type { Cell, Sheet } from '../../model/workbook.ts';
import type { StyleBook } from './cell-style.ts';
import { cellXml, coveredXml } from './cell-xml.ts';
import { eachCell } from './grid.ts';
import { innerLink } from './inner-links.ts';
import { allowedIn, formatOf } from './number-format.ts';
import { heightGauge } from './row-height.ts';
import type { SharedStrings } from './shared-strings.ts';
import { coveredCell, type Look, type Teller, type ToldCell, type ToldRow } from './told-cells.ts';

/** What the sheets of one workbook share. */
export type Common = { readonly styles: StyleBook; readonly strings: SharedStrings; readonly tell: Teller };

type Filled = {
  /** What stands in the `sheetData` element. */
  readonly rows: Uint8Array;
  /** `hyperlink` elements that lead to cells of the workbook. */
  readonly links: string;
  readonly told: readonly ToldRow[];
  /** The first row that holds anything and the last, and the last column; all 1 in an empty sheet. */
  readonly reach: { readonly top: number; readonly bottom: number; readonly right: number };
};

/** By row and column, both from 0. Cells come from the left, but those that a span from above covers are there before what is left of them. */
type Grid = { readonly cells: readonly string[][]; readonly told: readonly ToldCell[][] };

/** All rows that hold anything. */
export const fillRows = (sheet: Sheet, { styles, strings, tell }: Common): Filled => {
  const grid: Grid = { cells: sheet.rows.map(() => []), told: sheet.rows.map(() => []) };
  const allowedAt = allowedIn(sheet);
  const gauge = heightGauge(sheet);
  const links: string[] = [];
  eachCell(sheet, (cell, row, column) => {
    const link = cell.value.kind === 'link';
    const format = formatOf(cell, cell.unlocked ? allowedAt(row, column) : null);
    const look = styles(cell.style, { format, link, unlocked: cell.unlocked });
    const address = `${columnLetters(column)}${row}`;
    putAt(grid.cells, row, column, cellXml(cell, address, look.number, strings));
    const told = tell(cell, address, look);
    if (told !== null) putAt(grid.told, row, column, told);
    if (cell.columnSpan > 1 || cell.rowSpan > 1) cover(grid, cell, row, column, look);
    if (link) links.push(innerLink(cell, row, column));
    gauge.show(cell, row, column);
  });
  const rows = grid.cells.map((cells, index) => rowXml(cells, index, sheet, gauge.heights));
  return {
    rows: Buffer.from(rows.join('')),
    links: links.join(''),
    told: grid.told.flatMap((cells, index) => (cells.length === 0 ? [] : [{ number: index + 1, cells }])),
    reach: {
      top: rows.findIndex((xml) => xml !== '') + 1 || 1,
      bottom: rows.findLastIndex((xml) => xml !== '') + 1 || 1,
      right: grid.cells.reduce((most, { length }) => Math.max(most, length), 1),
    },
  };
};

const putAt = <T>(grid: readonly T[][], row: number, column: number, thing: T): void => {
  const things = grid[row - 1];
  if (things !== undefined) things[column - 1] = thing;
};

const cover = ({ cells, told }: Grid, cell: Cell, row: number, column: number, look: Look): void => {
  const master = `${columnLetters(column)}${row}`;
  for (let below = row; below < row + cell.rowSpan; below += 1)
    for (let right = column; right < column + cell.columnSpan; right += 1) {
      if (below === row && right === column) continue;
      const address = `${columnLetters(right)}${below}`;
      putAt(cells, below, right, coveredXml(address, look.number));
      putAt(told, below, right, coveredCell(address, look, master));
    }
};

/** Empty where nothing stands. A height that merely fits the text is not called one that somebody set, or the row would never grow. */
const rowXml = (
  cells: readonly string[],
  index: number,
  { rows }: Sheet,
  fitting: ReadonlyMap<number, number>,
): string => {
  const set = rows[index]?.height ?? null;
  const height = set ?? fitting.get(index + 1);
  if (cells.length === 0 && height === undefined) return '';
  const first = cells.findIndex((cell) => cell !== undefined) + 1;
  const tall = height ? ` ht="${height}" customHeight="${set === null ? 0 : 1}"` : '';
  const spans = cells.length === 0 ? '' : ` spans="${first}:${cells.length}"`;
  const start = `<row r="${index + 1}"${tall}${spans} x14ac:dyDescent="0.25"`;
  return cells.length === 0 ? `${start}/>` : `${start}>${cells.join('')}</row>`;
};
