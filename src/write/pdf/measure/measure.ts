// Measures boxes for a width: breaks lines, collapses margins, adds up heights.

import type { Style } from '../../../model/document.ts';
import type { Block, Box, DrawingBox, Paragraph } from '../boxes/box.ts';
import { breakLines } from '../lines/break-lines.ts';
import { type Line, placeLine } from '../lines/line.ts';
import type { BlockFlow, DrawingFlow, Flow, ParagraphFlow } from './flow.ts';
import { headOf } from './keep.ts';
import { join, margin, NO_MARGIN, points } from './margins.ts';
import { markerLine } from './marker.ts';
import { contentWidth, type MeasureContext, segmentsFor } from './measure-context.ts';
import { measureTable } from './measure-table.ts';
import { stackUp } from './stack.ts';
import { horizontal } from './widths.ts';

/** Measures a box for the content width of the box around it. */
export function measureBox(box: Box, room: number, context: MeasureContext): Flow {
  switch (box.kind) {
    case 'block':
      return measureBlock(box, room, context, false);
    case 'paragraph':
      return measureParagraph(box, room, context);
    case 'drawing':
      return measureDrawing(box, room);
    case 'table':
      return measureTable(box, room, context, (block, width) => measureBlock(block, width, context, true));
  }
}

/** `closed`: margins of children stay inside, as in a cell. */
function measureBlock(box: Block, room: number, context: MeasureContext, closed: boolean): BlockFlow {
  const { style } = box;
  const place = horizontal(style, room);
  const children = box.children.map((child) =>
    measureBox(child, place.content + widening(box, child, context), context),
  );
  const top = style.border.top.width + style.padding.top;
  const bottom = style.border.bottom.width + style.padding.bottom;
  const stack = stackUp(children, closed || top > 0, closed || bottom > 0 || fixedHeight(style) > 0);
  const least = leastHeight(style, top + bottom);
  const height = Math.max(top + stack.height + bottom + stack.inside, least);
  const flow = {
    kind: 'block' as const,
    box,
    x: place.x,
    width: place.width,
    height,
    before: join(margin(points(style.margin.top, room)), stack.before),
    after: join(margin(points(style.margin.bottom, room)), stack.after),
    children,
    gaps: stack.gaps,
    top,
    bottom: bottom + stack.inside,
    contentX: place.contentX,
    least,
    marker: markerLine(box, context),
  };
  return { ...flow, head: headOf(flow) };
}

export const fixedHeight = (style: Style): number => (typeof style.height === 'number' ? style.height : 0);

/** Height the border box has at least: text taller than a given height makes the box grow, never leave it. */
export function leastHeight(style: Style, around: number): number {
  const content = Math.max(style.minHeight, fixedHeight(style));
  return content > 0 ? content + around : 0;
}

/** A child on pages of another size is wider or narrower by the difference, unless its parent has a width of its own. */
export function widening(box: Pick<Block, 'style' | 'breaks'>, child: Box, context: MeasureContext): number {
  if (box.style.width !== 'auto' || child.breaks.startPage === box.breaks.startPage) return 0;
  return (
    contentWidth(context.pages, child.breaks.startPage) - contentWidth(context.pages, box.breaks.startPage)
  );
}

function measureParagraph(box: Paragraph, room: number, context: MeasureContext): ParagraphFlow {
  const raw = breakLines(segmentsFor(box, context), room, Math.min(box.style.textIndent, room / 2));
  const bare = raw.length === 1 && raw[0]?.pieces.every((piece) => piece.kind === 'anchor') === true;
  const lines = raw.map(
    (line): Line => (bare ? { ...placeLine(line, box, room), height: 0 } : placeLine(line, box, room)),
  );
  const height = lines.reduce((sum, line) => sum + line.height, 0);
  const flow = {
    kind: 'paragraph' as const,
    box,
    x: 0,
    width: room,
    height,
    before: NO_MARGIN,
    after: NO_MARGIN,
    lines,
  };
  return { ...flow, head: headOf(flow) };
}

function measureDrawing(box: DrawingBox, room: number): DrawingFlow {
  const { style, drawing } = box;
  const scale = Math.min(1, room / Math.max(drawing.width, 0.01));
  const width = drawing.width * scale;
  const height = drawing.height * scale;
  const free = room - width;
  const x =
    style.margin.left === 'auto'
      ? style.margin.right === 'auto'
        ? free / 2
        : free
      : Math.min(points(style.margin.left, room), free);
  const before = margin(points(style.margin.top, room));
  return {
    kind: 'drawing',
    box,
    x,
    width,
    height,
    head: height,
    before,
    after: margin(points(style.margin.bottom, room)),
  };
}
