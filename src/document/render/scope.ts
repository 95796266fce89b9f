// What a piece of a template sees while it runs: its context and those around it, the names that blocks give, and the names behind an `@`.
import type { Run } from './limits.ts';
import type { Output } from './rendered.ts';

export type Scope = {
  readonly context: unknown;
  /** The scope whose context `../` leads to; null at the top of a template or partial. */
  readonly outer: Scope | null;
  /** Values of the block parameters, innermost block first. */
  readonly locals: Locals | null;
  readonly data: Data;
};
export type Locals = { readonly values: readonly unknown[]; readonly outer: Locals | null };

/** The names behind an `@`: those of the nearest `each`, and what the partial was called with. */
export type Data = {
  readonly root: unknown;
  readonly each: EachData | null;
  /** The block that the partial was called with, as it runs in a context. */
  readonly block: PartialBlock | null;
};
export type EachData = {
  readonly key: string | number;
  readonly index: number;
  readonly length: number;
  readonly outer: EachData | null;
};
export type PartialBlock = (context: unknown, data: Data, page: Page) => void;

/** Where output goes, and what it has cost. */
export type Page = { readonly output: Output; readonly run: Run };

export type Value = (scope: Scope) => unknown;
export type Statement = (scope: Scope, page: Page) => void;

/** A context of its own inside `scope`, which `../` leads out of; the same context is no step inwards. `values` is null for a block that names none. */
export const inside = (
  scope: Scope,
  context: unknown,
  values: readonly unknown[] | null,
  data: Data,
): Scope => ({
  context,
  outer: context === scope.context ? scope.outer : scope,
  locals: values === null ? scope.locals : { values, outer: scope.locals },
  data,
});
