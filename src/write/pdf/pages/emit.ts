// Puts lines, drawings, decorations and anchors onto the pages.

import type { Border, PageRule, Style } from '../../../model/document.ts';
import type { Anchor, Picture, Seal } from '../boxes/box.ts';
import type { Leaf } from '../boxes/structure.ts';
import type { MeasuredLine } from '../lines/line.ts';
import type { Area, Cursor } from './area.ts';
import { inlineDecorations } from './inline-boxes.ts';
import { ensurePage, nextOrder, type SetLine } from './pages.ts';
import type { Decoration } from './placed.ts';

/** `x` counts from the left edge of the page's content. */
export function emitLine(area: Area, cursor: Cursor, x: number, line: MeasuredLine): void {
  const page = ensurePage(area.pages, cursor.page);
  const { repeated } = area;
  const set: SetLine = { kind: 'set', x: page.rule.margin.left + x, top: cursor.y, line, repeated };
  page.content.push(set);
  const order = nextOrder(area.pages);
  let boxed = false;
  for (const piece of line.raw.pieces) {
    boxed ||= piece.ink.boxes.length > 0;
    if (piece.kind === 'anchor' && !repeated) page.anchors.push({ anchor: piece.anchor, top: cursor.y });
  }
  if (boxed) page.decorations.push(...inlineDecorations(set, order));
}

type Sized = { readonly width: number; readonly height: number };

export function emitDrawing(
  area: Area,
  cursor: Cursor,
  x: number,
  size: Sized,
  drawing: Picture,
  leaf: Leaf | null,
): void {
  const page = ensurePage(area.pages, cursor.page);
  const place = {
    x: page.rule.margin.left + x,
    top: cursor.y,
    width: size.width,
    height: size.height,
    leaf,
    repeated: area.repeated,
  };
  page.content.push(
    drawing.kind === 'image'
      ? { kind: 'image', image: drawing, ...place }
      : { kind: 'drawing', drawing, ...place },
  );
}

export function emitAnchors(area: Area, cursor: Cursor, anchors: readonly Anchor[]): void {
  if (area.repeated || anchors.length === 0) return;
  const page = ensurePage(area.pages, cursor.page);
  for (const anchor of anchors) page.anchors.push({ anchor, top: cursor.y });
}

/** A box that begins at `start` and ends at `end`, perhaps pages later. */
export type Extent = {
  readonly style: Style;
  readonly order: number;
  readonly x: number;
  readonly width: number;
  readonly start: Cursor;
  readonly end: Cursor;
  /** Borders are drawn at page ends too, as cells have them. */
  readonly closed: boolean;
};

/** A field stands on the page that its box begins on. */
export function emitField(
  area: Area,
  seal: Seal | null,
  x: number,
  width: number,
  start: Cursor,
  end: Cursor,
): void {
  if (seal === null || area.repeated) return;
  const page = ensurePage(area.pages, start.page);
  const bottom = end.page === start.page ? end.y : area.reached(start.page);
  const height = Math.max(0, bottom - start.y);
  page.fields.push({ seal, x: page.rule.margin.left + x, top: start.y, width, height });
}

/** One decoration on each page a box comes to. */
export function emitDecorations(area: Area, extent: Extent): void {
  if (!isPainted(extent.style)) return;
  const { start, end } = extent;
  for (let index = start.page; index <= end.page; index += 1) {
    const top = index === start.page ? start.y : area.top(index);
    const bottom = index === end.page ? end.y : area.reached(index);
    const page = ensurePage(area.pages, index);
    if (bottom > top) page.decorations.push(sliceOf(page.rule, extent, index, top, bottom));
  }
}

/** The part of a box that is on page `index`, from `top` to `bottom`. */
export function sliceOf(
  rule: PageRule,
  extent: Extent,
  index: number,
  top: number,
  bottom: number,
): Decoration {
  const x = rule.margin.left + extent.x;
  return {
    order: extent.order,
    x,
    top,
    width: Math.min(extent.width, rule.width - x),
    height: bottom - top,
    style: extent.style,
    begins: extent.closed || index === extent.start.page,
    ends: extent.closed || index === extent.end.page,
  };
}

/** Whether a box of this style shows anything of its own. */
export function isPainted({ backgroundColor, border }: Style): boolean {
  if (backgroundColor !== null) return true;
  return isDrawn(border.top) || isDrawn(border.right) || isDrawn(border.bottom) || isDrawn(border.left);
}

const isDrawn = ({ width, style }: Border): boolean => width > 0 && style !== 'none';
