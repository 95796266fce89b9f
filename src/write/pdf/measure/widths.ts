// The horizontal measures of a block in the room it is given (CSS 2.2, 10.3.3), kept inside that room.

import type { Style } from '../../../model/document.ts';
import { points } from './margins.ts';

/** `x` and `width` are of the border box, `contentX` is from its left edge, `content` the width inside. */
export type Horizontal = {
  readonly x: number;
  readonly width: number;
  readonly contentX: number;
  readonly content: number;
};

/** Padding and border on the left and right together. */
export const sides = (style: Style): number =>
  style.padding.left + style.padding.right + style.border.left.width + style.border.right.width;

/** What is left of the room is on the right, or on the left when `rtl` tells that the box around runs that way. */
export function horizontal(style: Style, room: number, rtl = false): Horizontal {
  const left = points(style.margin.left, room);
  const right = points(style.margin.right, room);
  const most = Math.max(1, room - left - right);
  const given = style.width === 'auto' ? most : points(style.width, room) + sides(style);
  const limit = style.maxWidth === 'auto' ? most : points(style.maxWidth, room) + sides(style);
  const width = Math.min(given, limit, most);
  const pushed = shiftOf(style, most - width, rtl);
  const contentX = style.border.left.width + style.padding.left;
  return { x: left + pushed, width, contentX, content: Math.max(1, width - sides(style)) };
}

/** The part of the free room that stands left of a box: its automatic margins', or all of it in a box from right to left. */
export function shiftOf({ margin }: Style, free: number, rtl: boolean): number {
  if (margin.left === 'auto') return margin.right === 'auto' ? free / 2 : free;
  return rtl && margin.right !== 'auto' ? free : 0;
}

/** A box that fills what it is given, as a cell does: its margins and its own width have had their say. */
export function filling(style: Style, width: number): Horizontal {
  const contentX = style.border.left.width + style.padding.left;
  return { x: 0, width, contentX, content: Math.max(1, width - sides(style)) };
}
