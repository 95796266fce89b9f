// Backgrounds of a page. Neighbours of one colour become one rectangle: painted apart, a viewer that smooths edges
// shows a hairline between them.

import type { Decoration } from '../pages/placed.ts';
import type { Radii, Rectangle } from './rounded.ts';

/** `at` is the place among the decorations that it is painted at. */
export type Background = Rectangle & { readonly at: number; readonly color: string; readonly radii: Radii };

export function backgroundsOf(decorations: readonly Decoration[]): readonly Background[] {
  const made: Background[] = [];
  for (const [at, decoration] of decorations.entries()) {
    const { backgroundColor: color } = decoration.style;
    if (color === null) continue;
    const { x, top, width, height } = decoration;
    add(made, { at, color, x, top, width, height, radii: radiiOf(decoration) });
  }
  return made;
}

/** Joins a background to one painted before it, and what comes of that again, unless something between would be covered. */
function add(made: Background[], background: Background): void {
  let current = background;
  let place = made.push(current) - 1;
  while (true) {
    const index = made.findLastIndex((one, at) => at < place && joins(one, current));
    const whole = made[index];
    const between = made.slice(index + 1, place);
    if (whole === undefined || between.some((one) => overlaps(one, current))) return;
    made.splice(place, 1);
    current = { ...whole, ...around(whole, current) };
    made[index] = current;
    place = index;
  }
}

/** Corners are round where the box begins and ends; where a page cuts it they are not. */
export function radiiOf({ style, begins, ends }: Decoration): Radii {
  const radius = style.borderRadius;
  return { upper: begins ? radius : 0, lower: ends ? radius : 0 };
}

const SLACK = 0.005;
const near = (a: number, b: number): boolean => Math.abs(a - b) < SLACK;
const isSharp = ({ radii }: Background): boolean => radii.upper <= 0 && radii.lower <= 0;

/** Whether both make one rectangle, side by side or one below the other. */
function joins(a: Background, b: Background): boolean {
  if (a.color !== b.color || !isSharp(a) || !isSharp(b)) return false;
  const touches = (from: number, size: number, to: number, other: number): boolean =>
    near(from + size, to) || near(to + other, from);
  const beside = near(a.top, b.top) && near(a.height, b.height) && touches(a.x, a.width, b.x, b.width);
  const below = near(a.x, b.x) && near(a.width, b.width) && touches(a.top, a.height, b.top, b.height);
  return beside || below;
}

const overlaps = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.x + b.width - SLACK &&
  b.x < a.x + a.width - SLACK &&
  a.top < b.top + b.height - SLACK &&
  b.top < a.top + a.height - SLACK;

function around(a: Rectangle, b: Rectangle): Rectangle {
  const [x, top] = [Math.min(a.x, b.x), Math.min(a.top, b.top)];
  const [right, bottom] = [
    Math.max(a.x + a.width, b.x + b.width),
    Math.max(a.top + a.height, b.top + b.height),
  ];
  return { x, top, width: right - x, height: bottom - top };
}
