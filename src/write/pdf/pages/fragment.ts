// Cuts flows into pages: places blocks, paragraphs and drawings one below the other and goes on to the next page
// where they end.

import type { Line } from '../lines/line.ts';
import type { BlockFlow, DrawingFlow, Flow, ParagraphFlow } from '../measure/flow.ts';
import { chainHead, looseHead } from '../measure/keep.ts';
import { resolved } from '../measure/margins.ts';
import { type Area, advance, type Cursor, forceBreak } from './area.ts';
import { emitAnchors, emitDecorations, emitDrawing, emitLine } from './emit.ts';
import { placeTable } from './fragment-table.ts';
import { nextOrder } from './pages.ts';

/** Rounding slack in points. */
const SLACK = 0.01;

/** Places a flow whose left edge is `x` from the left of the page's content; gives back where it ended. */
export function placeFlow(flow: Flow, x: number, cursor: Cursor, area: Area): Cursor {
  switch (flow.kind) {
    case 'block':
      return placeBlock(flow, x, cursor, area);
    case 'paragraph':
      return placeParagraph(flow, x, cursor, area);
    case 'drawing':
      return placeDrawing(flow, x, cursor, area);
    case 'table':
      return placeTable(flow, x, cursor, area, { block: placeBlock, children: placeChildren });
  }
}

function placeBlock(flow: BlockFlow, x: number, start: Cursor, area: Area): Cursor {
  const order = nextOrder(area.pages);
  emitAnchors(area, start, flow.box.anchors);
  const inside = placeChildren(flow, x, { ...start, y: start.y + flow.top }, area);
  const wanted = Math.max(inside.y + flow.bottom, inside.page === start.page ? start.y + flow.least : 0);
  const y = Math.max(inside.y, Math.min(wanted, area.bottom(inside.page)));
  const end = { page: inside.page, y, fresh: inside.fresh && flow.height === 0 };
  emitDecorations(area, { style: flow.box.style, order, x, width: flow.width, start, end, closed: false });
  return end;
}

/** Places a block's children from `start`, which is inside its border and padding. */
function placeChildren(flow: BlockFlow, x: number, start: Cursor, area: Area): Cursor {
  let cursor = start;
  if (flow.children.length === 0) emitMarker(flow, x, cursor, area);
  for (const [index, child] of flow.children.entries()) {
    cursor = placeGap(flow, index, cursor, area);
    if (index === 0) emitMarker(flow, x, cursor, area);
    cursor = placeFlow(child, x + flow.contentX + child.x, cursor, area);
  }
  return cursor;
}

function emitMarker(flow: BlockFlow, x: number, cursor: Cursor, area: Area): void {
  if (flow.marker !== null) emitLine(area, cursor, x + flow.contentX + flow.marker.x, flow.marker.line);
}

/** Where child `index` begins: after the gap, or on another page when a break is forced or its start has no room here. */
function placeGap(flow: BlockFlow, index: number, cursor: Cursor, area: Area): Cursor {
  const child = flow.children[index];
  const gap = flow.gaps[index] ?? 0;
  if (child === undefined) return cursor;
  const before = flow.children[index - 1];
  if (before !== undefined && area.forced && isForced(before, child)) {
    const moved = forceBreak(area, cursor, child.box.breaks.startPage);
    return { ...moved, y: moved.y + Math.max(0, resolved(child.before)) };
  }
  const together = chainHead(flow.children, flow.gaps, index);
  const needed = together > area.capacity(cursor.page) ? looseHead(child) : together;
  if (!cursor.fresh && cursor.y + gap + needed > area.bottom(cursor.page) + SLACK)
    return advance(area, cursor);
  return { ...cursor, y: cursor.y + gap };
}

function isForced(before: Flow, child: Flow): boolean {
  const { after, endPage } = before.box.breaks;
  return after === 'page' || child.box.breaks.before === 'page' || endPage !== child.box.breaks.startPage;
}

function placeParagraph(flow: ParagraphFlow, x: number, start: Cursor, area: Area): Cursor {
  const { orphans, widows } = flow.box.style;
  let cursor = start;
  let rest: readonly Line[] = flow.lines;
  while (rest.length > 0) {
    const fitting = fittingLines(rest, area.bottom(cursor.page) - cursor.y);
    const kept = Math.min(fitting, rest.length - widows);
    const take = fitting === rest.length ? fitting : kept < Math.min(orphans, rest.length) ? 0 : kept;
    if (take <= 0 && !cursor.fresh) {
      cursor = advance(area, cursor);
      continue;
    }
    const now = take > 0 ? take : Math.max(1, fitting);
    cursor = placeLines(rest.slice(0, now), x, cursor, area);
    rest = rest.slice(now);
    if (rest.length > 0) cursor = advance(area, cursor);
  }
  return cursor;
}

function fittingLines(lines: readonly Line[], room: number): number {
  let height = 0;
  for (const [index, line] of lines.entries()) {
    height += line.height;
    if (height > room + SLACK) return index;
  }
  return lines.length;
}

function placeLines(lines: readonly Line[], x: number, start: Cursor, area: Area): Cursor {
  let cursor = start;
  for (const line of lines) {
    emitLine(area, cursor, x, line);
    cursor = { page: cursor.page, y: cursor.y + line.height, fresh: cursor.fresh && line.height === 0 };
  }
  return cursor;
}

/** A drawing taller than a page is made smaller, for it cannot be cut. */
function placeDrawing(flow: DrawingFlow, x: number, start: Cursor, area: Area): Cursor {
  const fits = start.y + flow.height <= area.bottom(start.page) + SLACK;
  const cursor = fits || start.fresh ? start : advance(area, start);
  const room = Math.max(area.bottom(cursor.page) - cursor.y, 1);
  const scale = Math.min(1, room / Math.max(flow.height, 0.01));
  const size = { width: flow.width * scale, height: flow.height * scale };
  emitDrawing(area, cursor, x, size, flow.box.drawing, flow.box.leaf);
  return { page: cursor.page, y: cursor.y + size.height, fresh: false };
}
