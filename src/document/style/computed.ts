// What an element's style is computed from and to: the Style the writers see, and what only its children need.
import type { Style } from '../../model/document.ts';
import type { CounterStep, DeclaredPart, Value } from './value.ts';
import type { Variables } from './variables.ts';

/** A line height that children multiply by their own font size, or a fixed one in points. */
export type LineHeight =
  | { readonly kind: 'factor'; readonly factor: number }
  | { readonly kind: 'points'; readonly points: number };

/** What rules make of an element; one object for all elements of which they make the same. */
export type Computed = {
  readonly style: Style;
  readonly lineHeight: LineHeight;
  readonly variables: Variables;
  /** Generated content; null for none. */
  readonly content: readonly DeclaredPart[] | null;
  /** What the element does to the template's own counters, in this order. */
  readonly counters: { readonly reset: readonly CounterStep[]; readonly increment: readonly CounterStep[] };
  /** The root's font size. */
  readonly rem: number;
};

/** The values that won the cascade, by longhand. */
export type Winners = ReadonlyMap<string, Value>;
