// Measures a table or a grid: columns, cells, row heights.

import type { Block, Row, TableBox } from '../boxes/box.ts';
import { columnHints, columnWidths } from './column-widths.ts';
import { type ColumnDecimals, decimalColumns } from './decimal-columns.ts';
import type { BlockFlow, CellFlow, RowFlow, TableFlow } from './flow.ts';
import { columnIntrinsics, intrinsic } from './intrinsic.ts';
import { rowChainHeads } from './keep.ts';
import { margin, points, resolved } from './margins.ts';
import type { MeasureContext } from './measure-context.ts';
import { trackWidths } from './track-widths.ts';
import { horizontal, shiftOf, sides } from './widths.ts';

type Measure = (block: Block, width: number, context: MeasureContext) => BlockFlow;
/** How captions and cells are measured, handed in by the caller, which knows tables itself. */
type Measures = { readonly caption: Measure; readonly cell: Measure };

/** What all rows of a table have in common. */
type Columns = {
  readonly lefts: readonly number[];
  readonly widths: readonly number[];
  readonly gap: number;
  /** Right edge of the last column, from which the others count where the text runs from right to left. */
  readonly mirror: number | null;
  readonly contexts: readonly MeasureContext[];
  readonly measure: Measure;
};

export function measureTable(
  box: TableBox,
  room: number,
  context: MeasureContext,
  rtl: boolean,
  measures: Measures,
): TableFlow {
  const decimals = decimalColumns(box, context);
  const place = tablePlace(box, room, context, decimals, rtl);
  const columns = columnsOf(box, place.columns, context, decimals, measures.cell);
  const headRows = measureRows(box.head, columns);
  const bodyRows = measureRows(box.body, columns);
  const caption = box.caption === null ? null : measureCaption(box.caption, place, context, measures.caption);
  const captionGap = caption === null ? 0 : Math.max(0, resolved(caption.after));
  const top = box.style.border.top.width + box.style.padding.top;
  const bottom = box.style.border.bottom.width + box.style.padding.bottom;
  const rowGap = box.tracks?.rowGap ?? 0;
  const headHeight = heightOf(headRows, 0);
  const start = (caption === null ? 0 : caption.height + captionGap) + top + headHeight;
  const height = start + heightOf(bodyRows, rowGap) + bottom;
  const whole = box.style.breakInside === 'avoid';
  return {
    kind: 'table',
    box,
    x: place.x,
    width: place.width,
    height,
    head: whole ? height : start + (rowChainHeads(bodyRows, rowGap)[0] ?? 0),
    before: margin(points(box.style.margin.top, room)),
    after: margin(points(box.style.margin.bottom, room)),
    caption,
    captionX: caption === null ? 0 : captionX(caption.width, place, rtl),
    captionGap,
    top,
    bottom,
    contentX: place.contentX,
    headRows,
    bodyRows,
    headHeight,
    rowGap,
  };
}

/** A caption may be wider than its table, but never has its words torn for it. */
function measureCaption(
  caption: Block,
  place: TablePlace,
  context: MeasureContext,
  measure: Measure,
): BlockFlow {
  const { min } = intrinsic(caption, context);
  return measure(caption, Math.max(place.width, Math.min(min, place.room)), context);
}

/** Where a wider caption begins: it ends with the table, and stays inside the room, at the far side. */
function captionX(width: number, place: TablePlace, rtl: boolean): number {
  const wider = Math.max(0, width - place.width);
  return rtl ? -wider : Math.min(0, place.start + place.room - place.x - width);
}

type TablePlace = {
  readonly start: number;
  /** The most that the table can take. */
  readonly room: number;
  readonly x: number;
  readonly width: number;
  readonly contentX: number;
  readonly columns: readonly number[];
};

function tablePlace(
  box: TableBox,
  room: number,
  context: MeasureContext,
  decimals: ColumnDecimals,
  rtl: boolean,
): TablePlace {
  const outer = horizontal(box.style, room, rtl);
  const intrinsics = columnIntrinsics(box, context, decimals);
  if (box.tracks !== null) {
    const columns = trackWidths(box.tracks, intrinsics, outer.content);
    return {
      start: outer.x,
      room: outer.width,
      x: outer.x,
      width: outer.width,
      contentX: outer.contentX,
      columns,
    };
  }
  const fills = box.style.width !== 'auto';
  const columns = columnWidths(intrinsics, columnHints(box), outer.content, fills);
  const width = columns.reduce((sum, column) => sum + column, 0) + sides(box.style);
  const shift = fills ? 0 : shiftOf(box.style, outer.width - width, rtl);
  return { start: outer.x, room: outer.width, x: outer.x + shift, width, contentX: outer.contentX, columns };
}

function columnsOf(
  box: TableBox,
  widths: readonly number[],
  context: MeasureContext,
  decimals: ColumnDecimals,
  measure: Measure,
): Columns {
  const gap = box.tracks?.columnGap ?? 0;
  const lefts: number[] = [];
  let x = 0;
  for (const width of widths) {
    lefts.push(x);
    x += width + gap;
  }
  const contexts = widths.map((_, column) => {
    const numbers = decimals.get(column);
    return numbers === undefined ? context : { ...context, decimals: numbers };
  });
  return { lefts, widths, gap, mirror: box.style.direction === 'rtl' ? x - gap : null, contexts, measure };
}

function measureRows(rows: readonly Row[], columns: Columns): readonly RowFlow[] {
  const cells = rows.map((row) => row.cells.map((cell) => measureCell(cell, columns)));
  const heights = rowHeights(rows, cells);
  return rows.map((row, index) => rowFlow(row, cells[index] ?? [], heights[index] ?? 0));
}

function measureCell(
  { block, column, columnSpan, lastRow }: Row['cells'][number],
  columns: Columns,
): CellFlow {
  const { lefts, widths, contexts, gap, mirror, measure } = columns;
  const left = lefts[column] ?? 0;
  let width = widths[column] ?? 0;
  for (let at = column + 1; at < column + columnSpan; at += 1) width += gap + (widths[at] ?? 0);
  const context = contexts[column];
  const x = mirror === null ? left : mirror - left - width;
  if (context === undefined) throw new RangeError(`no column ${column}`);
  return { block: measure(block, width, context), column, x, width, lastRow };
}

type OpenCell = { readonly cell: CellFlow; readonly top: number };

/** A cell over several rows makes the last of them taller when the rows before do not give it room enough. */
function rowHeights(rows: readonly Row[], cells: readonly (readonly CellFlow[])[]): readonly number[] {
  let open: readonly OpenCell[] = [];
  let top = 0;
  return rows.map((row, index) => {
    const begun = cells[index] ?? [];
    let height = Math.max(row.style.minHeight, typeof row.style.height === 'number' ? row.style.height : 0);
    for (const cell of begun) if (cell.lastRow === index) height = Math.max(height, cell.block.height);
    for (const { cell, top: from } of open)
      if (cell.lastRow === index) height = Math.max(height, cell.block.height - (top - from));
    const longer = begun.filter((cell) => cell.lastRow > index);
    if (open.length + longer.length > 0) {
      const start = top;
      open = [
        ...open.filter(({ cell }) => cell.lastRow > index),
        ...longer.map((cell) => ({ cell, top: start })),
      ];
    }
    top += height;
    return height;
  });
}

function rowFlow(row: Row, cells: readonly CellFlow[], height: number): RowFlow {
  if (row.breaks.whole) return { row, cells, height, head: height };
  let head = 0;
  for (const { block } of cells) head = Math.max(head, block.head + block.bottom);
  return { row, cells, height, head: Math.min(height, head) };
}

const heightOf = (rows: readonly RowFlow[], gap: number): number =>
  rows.reduce((sum, row) => sum + row.height, Math.max(0, rows.length - 1) * gap);
