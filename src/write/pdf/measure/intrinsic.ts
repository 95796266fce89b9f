// The narrowest and the widest a box's content wants to be, in points: what column widths are made of.

import type { Box, Paragraph, TableBox } from '../boxes/box.ts';
import type { Segment } from '../lines/piece.ts';
import { points } from './margins.ts';
import { type MeasureContext, segmentsFor } from './measure-context.ts';
import { gridOf } from './table-grid.ts';
import { sides } from './widths.ts';

/** `least` is what remains when every word is torn: a letter wide. */
export type Intrinsic = { readonly least: number; readonly min: number; readonly max: number };

const KEYS = ['least', 'min', 'max'] as const;
type Sums = Record<(typeof KEYS)[number], number>;

/** Ems of a word that may be broken anywhere which a column still gives room to. */
const ANYWHERE_EMS = 8;

function intrinsic(box: Box, context: MeasureContext): Intrinsic {
  switch (box.kind) {
    case 'paragraph':
      return paragraphIntrinsic(box, context);
    case 'drawing':
      return same(box.drawing.width);
    case 'table':
      return tableIntrinsic(box, context);
    case 'block': {
      const { style } = box;
      const outside = points(style.margin.left, 0) + points(style.margin.right, 0) + sides(style);
      if (typeof style.width === 'number') return same(style.width + outside);
      const inner = box.children.map((child) => intrinsic(child, context));
      const widest = (key: keyof Sums) => inner.reduce((most, one) => Math.max(most, one[key]), 0) + outside;
      return { least: widest('least'), min: widest('min'), max: widest('max') };
    }
  }
}

const same = (width: number): Intrinsic => ({ least: width, min: width, max: width });

function paragraphIntrinsic(box: Paragraph, context: MeasureContext): Intrinsic {
  let min = 0;
  let max = 0;
  let line = box.style.textIndent;
  for (const segment of segmentsFor(box, context)) {
    min = Math.max(min, leastWidth(segment, box));
    max = Math.max(max, line + segment.width);
    line = segment.ends ? 0 : line + segment.full;
  }
  return { least: Math.min(min, box.style.fontSize), min, max };
}

const leastWidth = (segment: Segment, box: Paragraph): number =>
  segment.anywhere || box.style.overflowWrap === 'anywhere'
    ? Math.min(segment.width, ANYWHERE_EMS * box.style.fontSize)
    : segment.width;

function tableIntrinsic(box: TableBox, context: MeasureContext): Intrinsic {
  const columns = columnIntrinsics(box, context);
  const outside = sides(box.style) + points(box.style.margin.left, 0) + points(box.style.margin.right, 0);
  const given = typeof box.style.width === 'number' ? box.style.width + outside : 0;
  const sum = (key: keyof Sums) => columns.reduce((total, one) => total + one[key], outside);
  return { least: sum('least'), min: Math.max(given, sum('min')), max: Math.max(given, sum('max')) };
}

/** Narrowest and widest of each column; what spans several adds to them in proportion to what they want. */
export function columnIntrinsics(box: TableBox, context: MeasureContext): readonly Intrinsic[] {
  const [head, body] = [gridOf(box.head), gridOf(box.body)];
  const cells = [...head.rows.flat(), ...body.rows.flat()];
  const count = Math.max(box.columns.length, head.columns, body.columns);
  const columns = Array.from({ length: count }, (): Sums => ({ least: 0, min: 0, max: 0 }));
  for (const { cell, column, columnSpan } of [...cells].sort((a, b) => a.columnSpan - b.columnSpan)) {
    spread(columns.slice(column, column + columnSpan), intrinsic(cell.block, context));
  }
  return columns;
}

function spread(columns: readonly Sums[], wanted: Intrinsic): void {
  for (const key of ['max', 'min', 'least'] as const) {
    const missing = wanted[key] - columns.reduce((sum, column) => sum + column[key], 0);
    if (missing <= 0) continue;
    const weight = columns.reduce((sum, column) => sum + column.max, 0);
    for (const column of columns)
      column[key] += missing * (weight > 0 ? column.max / weight : 1 / columns.length);
  }
  for (const column of columns) column.max = Math.max(column.max, column.min);
}
