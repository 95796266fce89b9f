// Rectangles with round corners, as path operators.

import { nums, rectangle } from './operators.ts';

/** Distance of the control points of a quarter circle of radius 1 from its ends. */
const QUARTER = 0.5522848;

/** A radius too large for the rectangle is made as large as fits; none gives sharp corners. */
export function roundedRectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  wanted: number,
): string {
  const radius = Math.min(wanted, width / 2, height / 2);
  if (radius <= 0) return rectangle(x, y, width, height);
  const c = radius * (1 - QUARTER);
  const [right, bottom] = [x + width, y + height];
  return [
    `${nums(x + radius, y)} m ${nums(right - radius, y)} l`,
    `${nums(right - c, y, right, y + c, right, y + radius)} c ${nums(right, bottom - radius)} l`,
    `${nums(right, bottom - c, right - c, bottom, right - radius, bottom)} c ${nums(x + radius, bottom)} l`,
    `${nums(x + c, bottom, x, bottom - c, x, bottom - radius)} c ${nums(x, y + radius)} l`,
    `${nums(x, y + c, x + c, y, x + radius, y)} c h`,
  ].join(' ');
}
