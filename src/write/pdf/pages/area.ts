// Areas: where a flow may put things on each page. The document's own area is what the page margins leave;
// a table takes its repeated header off it, a cell its padding.

import { ensurePage, type Pages, renamePage } from './pages.ts';

/** Where a flow has got to. `fresh`: nothing of it stands on this page yet, so going on to the next would not help. */
export type Cursor = { readonly page: number; readonly y: number; readonly fresh: boolean };

export type Area = {
  readonly pages: Pages;
  /** What is placed here repeats something: no anchors, no place in the reading order. */
  readonly repeated: boolean;
  /** Whether breaks the document forces are followed: not inside cells, whose neighbours go on beside them. */
  readonly forced: boolean;
  readonly top: (page: number) => number;
  readonly bottom: (page: number) => number;
  /** Height on a page that has nothing else. */
  readonly capacity: (page: number) => number;
  /** Remembers how far down a flow got on a page it leaves. */
  readonly leave: (page: number, y: number) => void;
  readonly reached: (page: number) => number;
};

export function pageArea(pages: Pages): Area {
  const ruleOf = (page: number) => ensurePage(pages, page).rule;
  const top = (page: number) => ruleOf(page).margin.top;
  const bottom = (page: number) => Math.max(ruleOf(page).height - ruleOf(page).margin.bottom, top(page) + 1);
  const capacity = (page: number) => bottom(page) - top(page);
  return { pages, repeated: false, forced: true, top, bottom, capacity, ...reachKeeper(null, 0) };
}

/** The part of `parent` inside a cell's border and padding, which are kept on every page the cell comes to. */
export function cellArea(parent: Area, above: number, below: number): Area {
  return {
    ...parent,
    forced: false,
    top: (page) => parent.top(page) + above,
    bottom: (page) => parent.bottom(page) - below,
    capacity: (page) => parent.capacity(page) - above - below,
    ...reachKeeper(parent, below),
  };
}

/** `top` places what repeats at the top of a page and says where the rest may begin. */
export function tableArea(
  parent: Area,
  header: (page: number) => number,
  top: (page: number) => number,
): Area {
  const capacity = (page: number) => parent.capacity(page) - header(page);
  return { ...parent, top, capacity, ...reachKeeper(parent, 0) };
}

/** An area without an end, for what is known to fit. */
export const repeatedArea = (parent: Area): Area => ({
  ...parent,
  repeated: true,
  forced: false,
  bottom: () => Number.POSITIVE_INFINITY,
});

function reachKeeper(parent: Area | null, below: number): Pick<Area, 'leave' | 'reached'> {
  // Most areas are never left: a cell on one page needs no memory.
  let furthest: Map<number, number> | null = null;
  return {
    leave: (page, y) => {
      furthest ??= new Map();
      furthest.set(page, Math.max(furthest.get(page) ?? 0, y));
      parent?.leave(page, y + below);
    },
    reached: (page) => furthest?.get(page) ?? 0,
  };
}

/** The top of the next page. */
export function advance(area: Area, cursor: Cursor): Cursor {
  area.leave(cursor.page, cursor.y);
  const page = cursor.page + 1;
  ensurePage(area.pages, page);
  return { page, y: area.top(page), fresh: true };
}

/** The top of a page of this name: the next one, or this one if nothing stands on it. */
export function forceBreak(area: Area, cursor: Cursor, name: string): Cursor {
  if (cursor.fresh) {
    renamePage(area.pages, cursor.page, name);
    return { page: cursor.page, y: area.top(cursor.page), fresh: true };
  }
  area.leave(cursor.page, cursor.y);
  ensurePage(area.pages, cursor.page + 1, name);
  return { page: cursor.page + 1, y: area.top(cursor.page + 1), fresh: true };
}

export const later = (a: Cursor, b: Cursor): Cursor =>
  b.page > a.page || (b.page === a.page && b.y > a.y) ? b : a;
