// Cuts flows into pages: places blocks, paragraphs and drawings one below the other and goes on to the next page
// where they end.

import type { Style } from '../../../model/document.ts';
import type { Breaks } from '../boxes/box.ts';
import type { MeasuredLine } from '../lines/line.ts';
import type { BlockFlow, DrawingFlow, Flow, ParagraphFlow } from '../measure/flow.ts';
import { chainHeads, looseHead } from '../measure/keep.ts';
import { resolved } from '../measure/margins.ts';
import { type Area, advance, type Cursor, forceBreak } from './area.ts';
import { emitAnchors, emitDecorations, emitDrawing, emitField, emitLine } from './emit.ts';
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
  emitField(area, flow.box.seal, x, flow.width, start, end);
  return end;
}

/** Places a block's children from `start`, which is inside its border and padding. */
function placeChildren(flow: BlockFlow, x: number, start: Cursor, area: Area): Cursor {
  const { children, gaps, marker } = flow;
  const begin = marker === null ? null : (cursor: Cursor) => emitMarker(flow, x, cursor, area);
  if (children.length === 0) begin?.(start);
  return placeStack({ children, gaps, previous: null }, x + flow.contentX, start, area, begin);
}

/** Flows below each other; `previous` are the breaks of the box they come after. */
type Stacked = {
  readonly children: readonly Flow[];
  readonly gaps: readonly number[];
  readonly previous: Breaks | null;
};

/** Places flows whose container's content begins at `x`. `begin` is told where the first of them begins. */
export function placeStack(
  stack: Stacked,
  x: number,
  start: Cursor,
  area: Area,
  begin: ((cursor: Cursor) => void) | null = null,
): Cursor {
  const { children } = stack;
  const heads = children.length > 1 ? chainHeads(children, stack.gaps) : null;
  let cursor = start;
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (child === undefined) continue;
    cursor = placeGap(stack, index, heads?.[index] ?? child.head, cursor, area);
    if (index === 0) begin?.(cursor);
    cursor = placeFlow(child, x + child.x, cursor, area);
  }
  return cursor;
}

function emitMarker(flow: BlockFlow, x: number, cursor: Cursor, area: Area): void {
  if (flow.marker !== null) {
    const { line, x: left, drop } = flow.marker;
    emitLine(area, { ...cursor, y: cursor.y + drop }, x + flow.contentX + left, line);
  }
}

/** Where child `index` begins: after the gap, or on another page when a break is forced or its start has no room here. */
function placeGap(stack: Stacked, index: number, together: number, cursor: Cursor, area: Area): Cursor {
  const child = stack.children[index];
  const gap = stack.gaps[index] ?? 0;
  if (child === undefined) return cursor;
  const before = index === 0 ? stack.previous : stack.children[index - 1]?.box.breaks;
  if (before && area.forced && isForced(before, child.box.breaks)) {
    const moved = forceBreak(area, cursor, child.box.breaks.startPage);
    return { ...moved, y: moved.y + Math.max(0, resolved(child.before)) };
  }
  const needed = together > area.capacity(cursor.page) ? looseHead(child) : together;
  if (!cursor.fresh && cursor.y + gap + needed > area.bottom(cursor.page) + SLACK)
    return advance(area, cursor);
  return gap === 0 ? cursor : { ...cursor, y: cursor.y + gap };
}

const isForced = (before: Breaks, next: Breaks): boolean =>
  before.after === 'page' || next.before === 'page' || before.endPage !== next.startPage;

function placeParagraph(flow: ParagraphFlow, x: number, start: Cursor, area: Area): Cursor {
  const { orphans, widows } = flow.box.style;
  let cursor = start;
  let done = 0;
  while (done < flow.lines.length) {
    const rest = flow.lines.length - done;
    const fitting = fittingLines(flow.lines, done, area.bottom(cursor.page) - cursor.y);
    const kept = Math.min(fitting, rest - widows);
    const take = fitting === rest ? fitting : kept < Math.min(orphans, rest) ? 0 : kept;
    if (take <= 0 && !cursor.fresh) {
      cursor = advance(area, cursor);
      continue;
    }
    const now = take > 0 ? take : Math.max(1, fitting);
    cursor = placeLines(flow.lines, done, done + now, x, cursor, area);
    done += now;
    if (now < rest) cursor = advance(area, cursor);
  }
  return cursor;
}

/** How many lines from `first` on have room. */
function fittingLines(lines: readonly MeasuredLine[], first: number, room: number): number {
  let height = 0;
  for (let index = first; index < lines.length; index += 1) {
    height += lines[index]?.height ?? 0;
    if (height > room + SLACK) return index - first;
  }
  return lines.length - first;
}

/** Places the lines from `first` to before `end`. */
function placeLines(
  lines: readonly MeasuredLine[],
  first: number,
  end: number,
  x: number,
  start: Cursor,
  area: Area,
): Cursor {
  let cursor = start;
  for (let index = first; index < end; index += 1) {
    const line = lines[index];
    if (line === undefined) continue;
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
  const end = { page: cursor.page, y: cursor.y + size.height, fresh: false };
  const { style, drawing, leaf } = flow.box;
  const order = nextOrder(area.pages);
  emitDecorations(area, { style, order, x, width: size.width, start: cursor, end, closed: true });
  const { left, top, ...inside } = contentBox(style, size, scale);
  emitDrawing(area, { ...cursor, y: cursor.y + top }, x + left, inside, drawing, leaf);
  return end;
}

type Sized = { readonly width: number; readonly height: number };

/** The part of a border box of this size inside border and padding, which have been made smaller by `scale` with it. */
function contentBox(
  { border, padding }: Style,
  size: Sized,
  scale: number,
): Sized & { left: number; top: number } {
  const inset = (edge: keyof Style['border']) => (border[edge].width + padding[edge]) * scale;
  const width = size.width - inset('left') - inset('right');
  const height = size.height - inset('top') - inset('bottom');
  return { left: inset('left'), top: inset('top'), width, height };
}
