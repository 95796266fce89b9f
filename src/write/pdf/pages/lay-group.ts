// Lays a group of the body's children below what stands before it: from one point to the next, on sheets of its own.
// The same flows from the same point always come out the same, so a group can be laid anew as long as its sheets are kept.

import type { PageRules } from '../../../model/document.ts';
import type { Breaks } from '../boxes/box.ts';
import type { Flow } from '../measure/flow.ts';
import { join, margin, points, resolved } from '../measure/margins.ts';
import { newStack, type StackState, stacked } from '../measure/stack.ts';
import { type Area, type Cursor, pageArea } from './area.ts';
import type { BodyFrame } from './body.ts';
import { emitAnchors } from './emit.ts';
import { placeStack } from './fragment.ts';
import { emptyPage, ensurePage, nameBefore, type Page, type Pages } from './pages.ts';

/** How far the body has got. */
export type Point = {
  /** Null before the body begins. */
  readonly cursor: Cursor | null;
  /** The page it is on, and the name of the one before. */
  readonly page: Pick<Page, 'name' | 'rule'> | null;
  readonly before: string | null;
  readonly stack: StackState;
  readonly previous: Breaks | null;
};

export type Laid = {
  readonly from: Point;
  readonly end: Point & { readonly cursor: Cursor };
  /** Index of the page the first sheet belongs to. */
  readonly first: number;
  readonly sheets: readonly Page[];
  /** Where the body's own box begins, if it begins here. */
  readonly top: number | null;
  /** How far down the group came on a page that it left. */
  readonly reached: (page: number) => number;
};

export const startOf = (frame: BodyFrame): Point => ({
  cursor: null,
  page: null,
  before: null,
  stack: newStack(frame.above > 0),
  previous: null,
});

export function layGroup(flows: readonly Flow[], from: Point, frame: BodyFrame, rules: PageRules): Laid {
  const pages = pagesFrom(from, frame, rules);
  const area = pageArea(pages);
  const { gaps, stack } = stackOn(from.stack, flows);
  const top = from.cursor === null ? begin(frame, stack, area) : null;
  const start = from.cursor ?? { page: 0, y: (top ?? 0) + frame.above, fresh: true };
  const flow = { children: flows, gaps, previous: from.previous };
  const cursor = placeStack(flow, frame.place.x + frame.place.contentX, start, area);
  for (const sheet of pages.list) sheet.decorations.sort((a, b) => a.order - b.order);
  const previous = flows.at(-1)?.box.breaks ?? from.previous;
  const { name, rule } = ensurePage(pages, cursor.page);
  const end = { cursor, page: { name, rule }, before: nameBefore(pages, cursor.page), stack, previous };
  return { from, end, first: pages.first, sheets: pages.list, top, reached: area.reached };
}

/** Sheets from the page that the body has come to. */
function pagesFrom(from: Point, frame: BodyFrame, rules: PageRules): Pages {
  const { cursor, page, before } = from;
  const list = page === null ? [] : [emptyPage(page.name, page.rule)];
  const pages: Pages = { rules, first: cursor?.page ?? 0, before, list, order: 0 };
  ensurePage(pages, pages.first, frame.breaks.startPage);
  return pages;
}

function stackOn(state: StackState, flows: readonly Flow[]): { gaps: readonly number[]; stack: StackState } {
  let stack = state;
  const gaps = flows.map((flow) => {
    const next = stacked(stack, flow);
    stack = next.state;
    return next.gap;
  });
  return { gaps, stack };
}

/** Where the body's box begins: below its own margin and those of first children that show through it. */
function begin(frame: BodyFrame, stack: StackState, area: Area): number {
  const own = margin(points(frame.style.margin.top, frame.room));
  const shown = frame.above > 0 ? own : join(own, stack.started ? stack.before : stack.carry);
  const above = Math.min(Math.max(0, resolved(shown)), area.capacity(0) / 2);
  const top: Cursor = { page: 0, y: area.top(0) + above, fresh: true };
  emitAnchors(area, top, frame.anchors);
  return top.y;
}

/** Rounding slack in points. */
const SLACK = 1e-6;

/** Whether nothing before or after the group would notice if it were laid the other way. */
export function isSameOutside(a: Laid, b: Laid): boolean {
  return (
    a.end.cursor.page === b.end.cursor.page &&
    a.end.cursor.fresh === b.end.cursor.fresh &&
    Math.abs(a.end.cursor.y - b.end.cursor.y) < SLACK &&
    Math.abs(resolved(a.end.stack.carry) - resolved(b.end.stack.carry)) < SLACK &&
    a.end.stack.started === b.end.stack.started &&
    a.sheets.every((sheet, at) => sheet.name === b.sheets[at]?.name) &&
    placesOf(a) === placesOf(b)
  );
}

/** Everything on the sheets that text elsewhere may speak of. */
const placesOf = (laid: Laid): string =>
  JSON.stringify(
    laid.sheets.map(({ anchors }) =>
      anchors.flatMap(({ anchor }) => (anchor.use === null ? [[anchor.id, anchor.strings]] : [])),
    ),
  );
