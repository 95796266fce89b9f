// Turns the boxes inside a grid into rows of cells. A grid is laid out as a table without header, caption or table
// structure: what is read, and in which order, is settled by the children themselves.

import type { Style } from '../../../model/document.ts';
import type { Block, Box, Breaks, Cell, Row, RowBreaks, TableBox } from './box.ts';
import { anonymousStyle } from './build-context.ts';

/** A grid without columns of its own has one. */
const ONE_COLUMN = [{ kind: 'fraction', fraction: 1 }] as const;

/** The rows of a grid of this style. */
export function gridTable(boxes: readonly Box[], style: Style, breaks: Breaks, language: string): TableBox {
  const columns = style.gridColumns.length > 0 ? style.gridColumns : ONE_COLUMN;
  const rows = fillRows(boxes, columns.length);
  const rowStyle = anonymousStyle(style, 'table-row');
  return {
    kind: 'table',
    style: anonymousStyle(style, 'table'),
    anchors: [],
    breaks,
    caption: null,
    columns: [],
    columnCount: columns.length,
    tracks: { columns, columnGap: style.columnGap, rowGap: style.rowGap },
    language,
    head: [],
    body: rows.map((row, index): Row => {
      const cells = row.map(({ box, column, columnSpan }): Cell => {
        return { block: cellBlock(box, style), column, columnSpan, lastRow: index };
      });
      return { style: rowStyle, anchors: [], cells, breaks: rowBreaks(row.map(({ box }) => box)) };
    }),
  };
}

type Item = { readonly box: Box; readonly column: number; readonly columnSpan: number };

/** Row after row, each box where there is room for it. */
function fillRows(boxes: readonly Box[], columns: number): readonly (readonly Item[])[] {
  const rows: Item[][] = [];
  let column = columns;
  for (const box of boxes) {
    const asked = box.kind === 'paragraph' ? 1 : box.style.gridSpan;
    const columnSpan = asked === 0 ? columns : Math.min(asked, columns);
    if (column + columnSpan > columns) {
      rows.push([]);
      column = 0;
    }
    rows.at(-1)?.push({ box, column, columnSpan });
    column += columnSpan;
  }
  return rows;
}

/** A block fills its place in the grid; what has margins or a width of its own, or is no block, stands in one that does. */
function cellBlock(box: Box, grid: Style): Block {
  if (box.kind === 'block' && box.marker === null && fills(box.style)) return box;
  return {
    kind: 'block',
    style: anonymousStyle(grid, 'block'),
    anchors: [],
    marker: null,
    seal: null,
    breaks: box.breaks,
    children: [box],
  };
}

function fills({ width, maxWidth, margin }: Style): boolean {
  const { top, right, bottom, left } = margin;
  return width === 'auto' && maxWidth === 'auto' && top === 0 && right === 0 && bottom === 0 && left === 0;
}

/** A row does what the first of its boxes asks that asks for anything. */
function rowBreaks(boxes: readonly Box[]): RowBreaks {
  const asked = (breaks: readonly Style['breakBefore'][]) => breaks.find((one) => one !== 'auto') ?? 'auto';
  return {
    before: asked(boxes.map((box) => box.breaks.before)),
    after: asked(boxes.map((box) => box.breaks.after)),
    whole: boxes.some((box) => box.kind !== 'paragraph' && box.style.breakInside === 'avoid'),
  };
}
