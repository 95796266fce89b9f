// Measures boxes for a width: breaks lines, collapses margins, adds up heights.

import type { Size, Style } from '../../../model/document.ts';
import type { Block, Box, DrawingBox, Paragraph } from '../boxes/box.ts';
import { breakLines } from '../lines/break-lines.ts';
import { type MeasuredLine, measureLine } from '../lines/line.ts';
import type { Segment } from '../lines/piece.ts';
import type { BlockFlow, DrawingFlow, Flow, ParagraphFlow } from './flow.ts';
import { blockHead, paragraphHead } from './keep.ts';
import { join, type Margin, margin, NO_MARGIN, points } from './margins.ts';
import { markerFlow } from './marker.ts';
import { contentHeight, contentWidth, lastSegments, type MeasureContext } from './measure-context.ts';
import { measureTable } from './measure-table.ts';
import { holdsPictures, pictureSize, sizedSegments } from './picture-size.ts';
import { stackUp } from './stack.ts';
import { filling, type Horizontal, horizontal, shiftOf, sides } from './widths.ts';

/** Measures a box for the content width of the box around it; `rtl`: that box runs from right to left. */
export function measureBox(box: Box, room: number, context: MeasureContext, rtl = false): Flow {
  switch (box.kind) {
    case 'block':
      return measureBlock(box, room, context, horizontal(box.style, room, rtl), false);
    case 'paragraph':
      return measureParagraph(box, room, context);
    case 'drawing':
      return measurePicture(box, room, context, rtl);
    case 'table':
      return measureTable(box, room, context, rtl, { caption: measureClosed, cell: measureCell });
  }
}

const measureClosed = (box: Block, room: number, context: MeasureContext): BlockFlow =>
  measureBlock(box, room, context, horizontal(box.style, room), true);

const measureCell = (box: Block, width: number, context: MeasureContext): BlockFlow =>
  measureBlock(box, width, context, filling(box.style, width), true);

/** `closed`: margins of children stay inside, as in a cell. */
function measureBlock(
  box: Block,
  room: number,
  context: MeasureContext,
  place: Horizontal,
  closed: boolean,
): BlockFlow {
  const { style } = box;
  const rtl = style.direction === 'rtl';
  const children = box.children.map((child) =>
    measureBox(child, place.content + widening(box, child, context), context, rtl),
  );
  const top = style.border.top.width + style.padding.top;
  const bottom = style.border.bottom.width + style.padding.bottom;
  const stack = stackUp(children, closed || top > 0, closed || bottom > 0 || fixedHeight(style) > 0);
  const marker = markerFlow(box, { width: place.content, children, gaps: stack.gaps }, context);
  const least = Math.max(
    leastHeight(style, top + bottom),
    stack.height === 0 ? (marker?.line.height ?? 0) : 0,
  );
  const height = Math.max(top + stack.height + bottom + stack.inside, least);
  return {
    kind: 'block',
    box,
    x: place.x,
    width: place.width,
    height,
    head: blockHead(box, height, top, children, stack.gaps),
    before: joined(style.margin.top, room, stack.before),
    after: joined(style.margin.bottom, room, stack.after),
    children,
    gaps: stack.gaps,
    top,
    bottom: bottom + stack.inside,
    contentX: place.contentX,
    least,
    marker,
  };
}

const joined = (size: Size, room: number, inner: Margin): Margin =>
  size === 0 ? inner : join(margin(points(size, room)), inner);

export const fixedHeight = (style: Style): number => (typeof style.height === 'number' ? style.height : 0);

/** Height the border box has at least: text taller than a given height makes the box grow, never leave it. */
export function leastHeight(style: Style, around: number): number {
  const content = Math.max(style.minHeight, fixedHeight(style));
  return content > 0 ? content + around : 0;
}

/** A child on pages of another size is wider or narrower by the difference, unless its parent has a width of its own. */
export function widening(box: Pick<Block, 'style' | 'breaks'>, child: Box, context: MeasureContext): number {
  const { width, maxWidth } = box.style;
  if (width !== 'auto' || maxWidth !== 'auto' || child.breaks.startPage === box.breaks.startPage) return 0;
  return (
    contentWidth(context.pages, child.breaks.startPage) - contentWidth(context.pages, box.breaks.startPage)
  );
}

function measureParagraph(box: Paragraph, room: number, context: MeasureContext): ParagraphFlow {
  const { style } = box;
  const raw = breakLines(segmentsIn(box, room, context), room, Math.min(style.textIndent, room / 2));
  const bare = raw.length === 1 && raw[0]?.pieces.every((piece) => piece.kind === 'anchor') === true;
  const column = style.textAlign === 'decimal' ? (context.decimals ?? null) : null;
  const lines = raw.map((line): MeasuredLine => {
    const placed = measureLine(line, box, room, column);
    return bare ? { ...placed, height: 0 } : placed;
  });
  return {
    kind: 'paragraph',
    box,
    x: 0,
    width: room,
    height: lines.reduce((sum, line) => sum + line.height, 0),
    head: paragraphHead(box, lines),
    before: NO_MARGIN,
    after: NO_MARGIN,
    lines,
  };
}

/** A picture in a line leaves room for the line's own height on a page. */
function segmentsIn(box: Paragraph, room: number, context: MeasureContext): readonly Segment[] {
  const segments = lastSegments(box, context);
  if (!holdsPictures(box)) return segments;
  return sizedSegments(
    segments,
    room,
    Math.max(1, contentHeight(context.pages, box.breaks.startPage) - box.style.lineHeight),
  );
}

function measurePicture(box: DrawingBox, room: number, context: MeasureContext, rtl: boolean): DrawingFlow {
  const { style } = box;
  const across = sides(style);
  const upright =
    style.padding.top + style.padding.bottom + style.border.top.width + style.border.bottom.width;
  const left = points(style.margin.left, room);
  const right = points(style.margin.right, room);
  const most = Math.max(1, room - left - right);
  const tallest = Math.max(1, contentHeight(context.pages, box.breaks.startPage) - upright);
  const size = pictureSize(box.drawing, Math.max(1, most - across), tallest);
  const width = size.width + across;
  const height = size.height + upright;
  return {
    kind: 'drawing',
    box,
    x: left + shiftOf(style, most - width, rtl),
    width,
    height,
    head: height,
    before: margin(points(style.margin.top, room)),
    after: margin(points(style.margin.bottom, room)),
  };
}
