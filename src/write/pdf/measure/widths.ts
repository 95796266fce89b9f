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

export function horizontal(style: Style, room: number): Horizontal {
  const left = points(style.margin.left, room);
  const right = points(style.margin.right, room);
  const most = Math.max(1, room - left - right);
  const given = style.width === 'auto' ? most : points(style.width, room) + sides(style);
  const width = Math.min(given, most);
  const free = most - width;
  const pushed = style.margin.left === 'auto' ? (style.margin.right === 'auto' ? free / 2 : free) : 0;
  const contentX = style.border.left.width + style.padding.left;
  return { x: left + pushed, width, contentX, content: Math.max(1, width - sides(style)) };
}
