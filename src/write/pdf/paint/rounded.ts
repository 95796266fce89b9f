// Rectangles with round corners, as path operators.

import { nums, rectangle } from './operators.ts';

/** Distance of the control points of a quarter circle of radius 1 from its ends. */
const QUARTER = 0.5522848;

export type Rectangle = {
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};
/** Radii of the two upper and the two lower corners. */
export type Radii = { readonly upper: number; readonly lower: number };

/** A radius too large for the rectangle is made as large as fits. */
export function roundedRectangle({ x, top, width, height }: Rectangle, radii: Radii): string {
  const most = Math.min(width, height) / 2;
  const [upper, lower] = [Math.min(radii.upper, most), Math.min(radii.lower, most)];
  if (upper <= 0 && lower <= 0) return rectangle(x, top, width, height);
  const [right, bottom] = [x + width, top + height];
  const corner = (radius: number, points: readonly number[]): string =>
    radius <= 0 ? '' : `${nums(...points)} c `;
  const [u, l] = [upper * (1 - QUARTER), lower * (1 - QUARTER)];
  return [
    `${nums(x + upper, top)} m ${nums(right - upper, top)} l `,
    corner(upper, [right - u, top, right, top + u, right, top + upper]),
    `${nums(right, bottom - lower)} l `,
    corner(lower, [right, bottom - l, right - l, bottom, right - lower, bottom]),
    `${nums(x + lower, bottom)} l `,
    corner(lower, [x + l, bottom, x, bottom - l, x, bottom - lower]),
    `${nums(x, top + upper)} l `,
    corner(upper, [x, top + u, x + u, top, x + upper, top]),
    'h',
  ].join('');
}
