// Cuts tables into pages: rows split where they must, cells go on side by side, the header comes again on every page.

import type { BlockFlow, CellFlow, RowFlow, TableFlow } from '../measure/flow.ts';
import { rowChainHeads } from '../measure/keep.ts';
import { sides } from '../measure/widths.ts';
import {
  type Area,
  advance,
  type Cursor,
  cellArea,
  forceBreak,
  later,
  repeatedArea,
  tableArea,
} from './area.ts';
import { emitAnchors, emitDecorations } from './emit.ts';
import { ensurePage, nextOrder } from './pages.ts';

type Place = (flow: BlockFlow, x: number, start: Cursor, area: Area) => Cursor;
/** How blocks are placed, handed in by the caller, which knows tables itself. */
export type Placers = { readonly block: Place; readonly children: Place };

const SLACK = 0.01;

/** A cell that has begun and waits for the last of its rows to end. */
type OpenCell = {
  readonly cell: CellFlow;
  readonly order: number;
  readonly start: Cursor;
  readonly end: Cursor;
};
type Table = {
  readonly flow: TableFlow;
  readonly x: number;
  readonly place: Placers;
  readonly area: Area;
  open: readonly OpenCell[];
};

export function placeTable(flow: TableFlow, x: number, cursor: Cursor, area: Area, place: Placers): Cursor {
  emitAnchors(area, cursor, flow.box.anchors);
  const order = nextOrder(area.pages);
  const start =
    flow.caption === null
      ? cursor
      : placeCaption(flow.caption, flow.captionGap, x + flow.captionX, cursor, area, place);
  const inner = x + flow.contentX;
  const table: Table = { flow, x: inner, place, area: areaOf(flow, inner, area, place), open: [] };
  let at: Cursor = { ...start, y: start.y + flow.top, fresh: cursor.fresh };
  for (const [index, row] of flow.headRows.entries())
    at = { ...placeRow(table, row, index, at), fresh: cursor.fresh && isRepeated(flow, cursor.page, area) };
  const heads = rowChainHeads(flow.bodyRows, flow.rowGap);
  for (const [index, row] of flow.bodyRows.entries())
    at = placeRow(table, row, index, rowStart(table, index, heads[index] ?? 0, at));
  const end = { page: at.page, y: at.y + flow.bottom, fresh: false };
  emitDecorations(table.area, {
    style: flow.box.style,
    order,
    x,
    width: flow.width,
    start,
    end,
    closed: false,
  });
  return end;
}

function placeCaption(
  caption: BlockFlow,
  gap: number,
  x: number,
  cursor: Cursor,
  area: Area,
  place: Placers,
): Cursor {
  const end = place.block(caption, x, cursor, area);
  return { ...end, y: end.y + gap };
}

/** A header that takes more than half of a page is not repeated: below it there is no more room than on the next page. */
const isRepeated = (flow: TableFlow, page: number, area: Area): boolean =>
  flow.headHeight <= area.capacity(page) / 2;

/** The area below the repeated header. */
function areaOf(flow: TableFlow, x: number, parent: Area, place: Placers): Area {
  const tops = new Map<number, number>();
  const repeats = (page: number) => flow.headHeight > 0 && isRepeated(flow, page, parent);
  const top = (page: number): number => {
    const known =
      tops.get(page) ?? (repeats(page) ? repeatHeader(flow, x, page, parent, place) : parent.top(page));
    tops.set(page, known);
    return known;
  };
  return tableArea(parent, (page) => (repeats(page) ? flow.headHeight : 0), top);
}

function repeatHeader(flow: TableFlow, x: number, page: number, parent: Area, place: Placers): number {
  const table: Table = { flow, x, place, area: repeatedArea(parent), open: [] };
  let at: Cursor = { page, y: parent.top(page), fresh: true };
  for (const [index, row] of flow.headRows.entries()) at = placeRow(table, row, index, at);
  return at.y;
}

/** Where a row begins: here, or on the next page when its start has no room or it asks for a page of its own. */
function rowStart(table: Table, index: number, together: number, at: Cursor): Cursor {
  const { area, flow } = table;
  const row = flow.bodyRows[index];
  if (row === undefined) return at;
  const before = flow.bodyRows[index - 1];
  if (
    before !== undefined &&
    area.forced &&
    (before.row.breaks.after === 'page' || row.row.breaks.before === 'page')
  ) {
    return forceBreak(area, at, ensurePage(area.pages, at.page).name);
  }
  const capacity = area.capacity(at.page);
  const needed = [together, row.head, 0].find((height) => height <= capacity) ?? 0;
  const gap = before === undefined || at.fresh ? 0 : flow.rowGap;
  const room = area.bottom(at.page) - at.y - gap;
  if (!at.fresh && (needed > room + SLACK || room < SLACK)) return advance(area, at);
  return gap > 0 ? { ...at, y: at.y + gap } : at;
}

function placeRow(table: Table, row: RowFlow, index: number, start: Cursor): Cursor {
  const { area, flow, x } = table;
  emitAnchors(area, start, row.row.anchors);
  const order = nextOrder(area.pages);
  const fits = start.y + row.height <= area.bottom(start.page) + SLACK;
  const begun = row.cells.map((cell) =>
    openCell(table, cell, start, fits && cell.lastRow === index ? row.height : 0),
  );
  const all = [...table.open, ...begun];
  const ending = all.filter(({ cell }) => cell.lastRow <= index);
  const least = { ...start, y: Math.min(start.y + row.height, Math.max(area.bottom(start.page), start.y)) };
  const reached = ending.reduce(
    (furthest, { end }) => later(furthest, end),
    fits || ending.length === 0 ? least : start,
  );
  const end = { ...reached, fresh: false };
  const width = flow.width - sides(flow.box.style);
  emitDecorations(area, { style: row.row.style, order, x, width, start, end, closed: true });
  for (const cell of ending) closeCell(table, cell, end);
  table.open = all.filter(({ cell }) => cell.lastRow > index);
  return end;
}

function openCell(table: Table, cell: CellFlow, start: Cursor, rowHeight: number): OpenCell {
  const { area, place, x } = table;
  const { block } = cell;
  const order = nextOrder(area.pages);
  emitAnchors(area, start, block.box.anchors);
  const free = Math.max(0, rowHeight - block.height);
  const align = block.box.style.verticalAlign;
  const lowered = align === 'middle' ? free / 2 : align === 'bottom' ? free : 0;
  const inside = { ...start, y: start.y + lowered + block.top };
  const done = place.children(block, x + cell.x, inside, cellArea(area, block.top, block.bottom));
  const least = done.page === start.page ? start.y + lowered + block.least : 0;
  return { cell, order, start, end: { ...done, y: Math.max(done.y + block.bottom, least) } };
}

function closeCell(table: Table, open: OpenCell, end: Cursor): void {
  const { cell, order, start } = open;
  const style = cell.block.box.style;
  emitDecorations(table.area, {
    style,
    order,
    x: table.x + cell.x,
    width: cell.width,
    start,
    end,
    closed: true,
  });
}
