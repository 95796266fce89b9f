// The narrowest and the widest a box's content wants to be, in points: what column widths are made of.

import type { Style } from '../../../model/document.ts';
import type { Block, Box, Cell, DrawingBox, Paragraph, TableBox } from '../boxes/box.ts';
import type { DecimalColumn } from '../lines/decimal.ts';
import { type ColumnDecimals, decimalColumns } from './decimal-columns.ts';
import { points } from './margins.ts';
import { contentHeight, type MeasureContext, segmentsFor } from './measure-context.ts';
import { holdsPictures, leastSegment, pictureWants, sizedSegments } from './picture-size.ts';
import { sides } from './widths.ts';

/** `least` is what remains when every word is torn: a letter wide. */
export type Intrinsic = { readonly least: number; readonly min: number; readonly max: number };

type Sums = Record<keyof Intrinsic, number>;

/** Ems of a word that may be broken anywhere which a column still gives room to. */
const ANYWHERE_EMS = 8;

/** `numbers`: the box stands in a column that lines its numbers up. */
export function intrinsic(box: Box, context: MeasureContext, numbers?: DecimalColumn): Intrinsic {
  switch (box.kind) {
    case 'paragraph':
      return paragraphIntrinsic(box, context, numbers);
    case 'drawing':
      return pictureIntrinsic(box, context);
    case 'table':
      return tableIntrinsic(box, context);
    case 'block':
      return blockIntrinsic(box, context, numbers);
  }
}

function blockIntrinsic(box: Block, context: MeasureContext, numbers?: DecimalColumn): Intrinsic {
  const { style } = box;
  const outside = outsideOf(style);
  if (typeof style.width === 'number') {
    const width = style.width + outside;
    return { least: width, min: width, max: width };
  }
  const widest: Sums = { least: 0, min: 0, max: 0 };
  for (const child of box.children) widen(widest, intrinsic(child, context, numbers));
  const limit = typeof style.maxWidth === 'number' ? style.maxWidth : Number.POSITIVE_INFINITY;
  return {
    least: Math.min(widest.least, limit) + outside,
    min: Math.min(widest.min, limit) + outside,
    max: Math.min(widest.max, limit) + outside,
  };
}

const outsideOf = (style: Style): number =>
  points(style.margin.left, 0) + points(style.margin.right, 0) + sides(style);

function pictureIntrinsic(box: DrawingBox, context: MeasureContext): Intrinsic {
  const outside = outsideOf(box.style);
  const { min, max } = pictureWants(box.drawing, contentHeight(context.pages, box.breaks.startPage));
  return { least: min + outside, min: min + outside, max: max + outside };
}

function paragraphIntrinsic(box: Paragraph, context: MeasureContext, numbers?: DecimalColumn): Intrinsic {
  const pictures = holdsPictures(box);
  const segments = pictures
    ? sizedSegments(segmentsFor(box, context), null, contentHeight(context.pages, box.breaks.startPage))
    : segmentsFor(box, context);
  const anywhere = box.style.overflowWrap === 'anywhere';
  const torn = ANYWHERE_EMS * box.style.fontSize;
  let min = 0;
  let max = 0;
  let line = box.style.textIndent;
  for (const segment of segments) {
    const least = pictures ? leastSegment(segment) : segment.width;
    min = Math.max(min, anywhere || segment.anywhere ? Math.min(least, torn) : least);
    max = Math.max(max, line + segment.width);
    line = segment.ends ? 0 : line + segment.full;
  }
  const number =
    numbers !== undefined && box.style.textAlign === 'decimal' ? numbers.before + numbers.after : 0;
  return { least: Math.min(min, box.style.fontSize), min: Math.max(min, number), max: Math.max(max, number) };
}

function tableIntrinsic(box: TableBox, context: MeasureContext): Intrinsic {
  const outside = outsideOf(box.style) + (box.tracks?.columnGap ?? 0) * Math.max(0, box.columnCount - 1);
  const given = typeof box.style.width === 'number' ? box.style.width + outside : 0;
  const sums: Sums = { least: outside, min: outside, max: outside };
  for (const column of columnIntrinsics(box, context, decimalColumns(box, context))) {
    sums.least += column.least;
    sums.min += column.min;
    sums.max += column.max;
  }
  return { least: sums.least, min: Math.max(given, sums.min), max: Math.max(given, sums.max) };
}

/** Narrowest and widest of each column; what spans several adds to them in proportion to what they want. */
export function columnIntrinsics(
  box: TableBox,
  context: MeasureContext,
  decimals: ColumnDecimals,
): readonly Intrinsic[] {
  const columns = Array.from({ length: box.columnCount }, (): Sums => ({ least: 0, min: 0, max: 0 }));
  const spanning: Cell[] = [];
  for (const row of [...box.head, ...box.body]) {
    for (const cell of row.cells) {
      const column = columns[cell.column];
      if (cell.columnSpan > 1) spanning.push(cell);
      else if (column !== undefined) widen(column, intrinsic(cell.block, context, decimals.get(cell.column)));
    }
  }
  const gap = box.tracks?.columnGap ?? 0;
  for (const cell of spanning.sort((a, b) => a.columnSpan - b.columnSpan)) {
    const spanned = columns.slice(cell.column, cell.column + cell.columnSpan);
    spread(spanned, intrinsic(cell.block, context), gap * (cell.columnSpan - 1));
  }
  return columns;
}

function widen(column: Sums, wanted: Intrinsic): void {
  column.least = Math.max(column.least, wanted.least);
  column.min = Math.max(column.min, wanted.min);
  column.max = Math.max(column.max, wanted.max, column.min);
}

function spread(columns: readonly Sums[], wanted: Intrinsic, gaps: number): void {
  for (const key of ['max', 'min', 'least'] as const) {
    const missing = wanted[key] - gaps - columns.reduce((sum, column) => sum + column[key], 0);
    if (missing <= 0) continue;
    const weight = columns.reduce((sum, column) => sum + column.max, 0);
    for (const column of columns)
      column[key] += missing * (weight > 0 ? column.max / weight : 1 / columns.length);
  }
  for (const column of columns) column.max = Math.max(column.max, column.min);
}
