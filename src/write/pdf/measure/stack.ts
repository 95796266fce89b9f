// Boxes below each other: the space between them, their margins collapsed (CSS 2.2, 8.3.1), one after the other as they come.

import type { Flow } from './flow.ts';
import { join, type Margin, NO_MARGIN, resolved } from './margins.ts';

/** How far a stack has got. */
export type StackState = {
  /** Margins that show to the outside above; settled as soon as `started`. */
  readonly before: Margin;
  /** Margins below the last child, which the next one's join. */
  readonly carry: Margin;
  /** Whether a child with a height stands in it, or margins above stay inside. */
  readonly started: boolean;
};

/** `closed`: margins of the first child stay inside. */
export const newStack = (closed: boolean): StackState => ({
  before: NO_MARGIN,
  carry: NO_MARGIN,
  started: closed,
});

/** Puts a child below the others; `gap` is the space before it. A child without height lets margins through. */
export function stacked(
  stack: StackState,
  child: Flow,
): { readonly state: StackState; readonly gap: number } {
  const carry = join(stack.carry, child.before);
  if (child.height === 0) return { state: { ...stack, carry: join(carry, child.after) }, gap: 0 };
  return {
    state: { before: stack.started ? stack.before : carry, carry: child.after, started: true },
    gap: stack.started ? resolved(carry) : 0,
  };
}

export type Stack = {
  readonly gaps: readonly number[];
  readonly height: number;
  readonly before: Margin;
  readonly after: Margin;
  /** Margin of the last child that does not reach the outside. */
  readonly inside: number;
};

export function stackUp(children: readonly Flow[], closedTop: boolean, closedBottom: boolean): Stack {
  let state = newStack(closedTop);
  let height = 0;
  const gaps = children.map((child) => {
    const next = stacked(state, child);
    state = next.state;
    height += next.gap + child.height;
    return next.gap;
  });
  const { before, carry, started } = state;
  if (!started) return { gaps, height, before: carry, after: NO_MARGIN, inside: 0 };
  return closedBottom
    ? { gaps, height, before, after: NO_MARGIN, inside: Math.max(0, resolved(carry)) }
    : { gaps, height, before, after: carry, inside: 0 };
}
