// A declared value of the subset, typed but not yet computed: ems and variables wait for the element.
import type { ContentPart, CounterStyle } from '../../model/document.ts';

export const UNITS = ['pt', 'px', 'mm', 'cm', 'in', 'em', 'rem'] as const;
export type Unit = (typeof UNITS)[number];

/**
 * A piece of generated content before it meets its element: `attr()` and `target-counter(attr())` name an attribute,
 * `counter()` and `counters()` a counter of the template's own, all of whose values `between` parts; null asks for the innermost.
 */
export type DeclaredPart =
  | ContentPart
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'target-attribute'; readonly name: string; readonly style: CounterStyle }
  | {
      readonly kind: 'count';
      readonly name: string;
      readonly between: string | null;
      readonly style: CounterStyle;
    };

/** What an element does to a counter: sets it to a number, or adds one to it. */
export type CounterStep = { readonly name: string; readonly by: number };

export type Value =
  | { readonly kind: 'keyword'; readonly word: string }
  | { readonly kind: 'length'; readonly value: number; readonly unit: Unit }
  | { readonly kind: 'percent'; readonly value: number }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'color'; readonly color: string }
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'size'; readonly width: Value; readonly height: Value }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'fraction'; readonly value: number }
  | { readonly kind: 'list'; readonly values: readonly Value[] }
  | { readonly kind: 'counters'; readonly steps: readonly CounterStep[] }
  /** The parent's computed value. */
  | { readonly kind: 'inherit' }
  | { readonly kind: 'content'; readonly parts: readonly DeclaredPart[] };

const POINTS: Readonly<Record<Exclude<Unit, 'em' | 'rem'>, number>> = {
  pt: 1,
  px: 0.75,
  mm: 72 / 25.4,
  cm: 72 / 2.54,
  in: 72,
};

/** A length in points, for an element's and the root's font size. */
export const points = (value: number, unit: Unit, em: number, rem: number): number => {
  if (unit === 'em') return value * em;
  return value * (unit === 'rem' ? rem : POINTS[unit]);
};
