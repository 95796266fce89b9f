// Collapsing of vertical margins (CSS 2.2, 8.3.1): the largest positive and the most negative one add up.

import type { Size } from '../../../model/document.ts';

export type Margin = { readonly positive: number; readonly negative: number };

export const NO_MARGIN: Margin = { positive: 0, negative: 0 };

export const margin = (points: number): Margin =>
  points === 0 ? NO_MARGIN : { positive: Math.max(points, 0), negative: Math.min(points, 0) };

export function join(one: Margin, other: Margin): Margin {
  if (one === NO_MARGIN) return other;
  if (other === NO_MARGIN) return one;
  return {
    positive: Math.max(one.positive, other.positive),
    negative: Math.min(one.negative, other.negative),
  };
}

/** The distance a margin makes. */
export const resolved = (one: Margin): number => one.positive + one.negative;

/** Points of a size; percentages are of `of`, `auto` is nothing. */
export function points(size: Size, of: number): number {
  if (size === 'auto') return 0;
  return typeof size === 'number' ? size : (size.percent / 100) * of;
}
