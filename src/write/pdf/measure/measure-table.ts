// Measures a table: columns, cells, row heights.

import type { Size, Style } from '../../../model/document.ts';
import type { Block, Row, TableBox } from '../boxes/box.ts';
import { columnWidths } from './column-widths.ts';
import type { BlockFlow, CellFlow, RowFlow, TableFlow } from './flow.ts';
import { columnIntrinsics } from './intrinsic.ts';
import { rowChainHeads } from './keep.ts';
import { margin, points, resolved } from './margins.ts';
import type { MeasureContext } from './measure-context.ts';
import { type Grid, gridOf } from './table-grid.ts';
import { horizontal, sides } from './widths.ts';

type MeasureCell = (block: Block, width: number) => BlockFlow;

export function measureTable(
  box: TableBox,
  room: number,
  context: MeasureContext,
  measure: MeasureCell,
): TableFlow {
  const grids = { head: gridOf(box.head), body: gridOf(box.body) };
  const place = tablePlace(box, room, context, grids);
  const headRows = measureRows(box.head, grids.head, place.columns, measure);
  const bodyRows = measureRows(box.body, grids.body, place.columns, measure);
  const caption = box.caption === null ? null : measure(box.caption, place.width);
  const captionGap = caption === null ? 0 : Math.max(0, resolved(caption.after));
  const top = box.style.border.top.width + box.style.padding.top;
  const bottom = box.style.border.bottom.width + box.style.padding.bottom;
  const headHeight = heightOf(headRows);
  const start = (caption === null ? 0 : caption.height + captionGap) + top + headHeight;
  const height = start + heightOf(bodyRows) + bottom;
  const whole = box.style.breakInside === 'avoid';
  return {
    kind: 'table',
    box,
    x: place.x,
    width: place.width,
    height,
    head: whole ? height : start + (rowChainHeads(bodyRows)[0] ?? 0),
    before: margin(points(box.style.margin.top, room)),
    after: margin(points(box.style.margin.bottom, room)),
    caption,
    captionGap,
    top,
    bottom,
    contentX: place.contentX,
    headRows,
    bodyRows,
    headHeight,
  };
}

type Grids = { readonly head: Grid; readonly body: Grid };
type TablePlace = {
  readonly x: number;
  readonly width: number;
  readonly contentX: number;
  readonly columns: readonly number[];
};

function tablePlace(box: TableBox, room: number, context: MeasureContext, grids: Grids): TablePlace {
  const outer = horizontal(box.style, room);
  const intrinsics = columnIntrinsics(box, context);
  const hints = columnHints(box, grids, intrinsics.length);
  const fills = box.style.width !== 'auto';
  const columns = columnWidths(intrinsics, hints, outer.content, fills);
  const width = columns.reduce((sum, column) => sum + column, 0) + sides(box.style);
  const free = outer.width - width;
  const shift = box.style.margin.left !== 'auto' ? 0 : box.style.margin.right === 'auto' ? free / 2 : free;
  return { x: outer.x + (fills ? 0 : shift), width, contentX: outer.contentX, columns };
}

/** A column's width: its `col`, else the first cell that stands in it alone and has one. */
function columnHints(box: TableBox, grids: Grids, count: number): readonly Size[] {
  const cells = [...grids.head.rows.flat(), ...grids.body.rows.flat()];
  return Array.from({ length: count }, (_, column): Size => {
    const own = box.columns[column] ?? 'auto';
    if (own !== 'auto') return own;
    const cell = cells.find(
      (one) => one.column === column && one.columnSpan === 1 && one.cell.block.style.width !== 'auto',
    );
    return cell === undefined ? 'auto' : withSides(cell.cell.block.style);
  });
}

const withSides = (style: Style): Size =>
  typeof style.width === 'number' ? style.width + sides(style) : style.width;

function measureRows(
  rows: readonly Row[],
  grid: Grid,
  columns: readonly number[],
  measure: MeasureCell,
): readonly RowFlow[] {
  const offsets = [0];
  for (const width of columns) offsets.push((offsets.at(-1) ?? 0) + width);
  const cells = grid.rows.map((row) =>
    row.map(({ cell, column, columnSpan, lastRow }): CellFlow => {
      const x = offsets[column] ?? 0;
      const width = (offsets[column + columnSpan] ?? x) - x;
      return { block: measure(asCell(cell.block), width), column, x, width, lastRow };
    }),
  );
  const heights = rowHeights(rows, cells);
  return rows.map((row, index) => rowFlow(row, cells[index] ?? [], heights[index] ?? 0));
}

/** The column decides a cell's width; its own width and margins have had their say. */
const asCell = (block: Block): Block => ({
  ...block,
  style: { ...block.style, width: 'auto', margin: { top: 0, right: 0, bottom: 0, left: 0 } },
});

/** A cell over several rows makes the last of them taller when the rows before do not give it room enough. */
function rowHeights(rows: readonly Row[], cells: readonly (readonly CellFlow[])[]): readonly number[] {
  const heights: number[] = [];
  let open: { readonly cell: CellFlow; readonly top: number }[] = [];
  let top = 0;
  for (const [index, row] of rows.entries()) {
    for (const cell of cells[index] ?? []) open.push({ cell, top });
    const least = Math.max(row.style.minHeight, typeof row.style.height === 'number' ? row.style.height : 0);
    const ending = open.filter(({ cell }) => cell.lastRow === index);
    const height = Math.max(least, ...ending.map(({ cell, top: from }) => cell.block.height - (top - from)));
    open = open.filter(({ cell }) => cell.lastRow > index);
    heights.push(height);
    top += height;
  }
  return heights;
}

function rowFlow(row: Row, cells: readonly CellFlow[], height: number): RowFlow {
  const whole = row.style.breakInside === 'avoid';
  const head = whole
    ? height
    : Math.min(height, Math.max(0, ...cells.map((cell) => cell.block.head + cell.block.bottom)));
  return { row, cells, height, head };
}

const heightOf = (rows: readonly RowFlow[]): number => rows.reduce((sum, row) => sum + row.height, 0);
