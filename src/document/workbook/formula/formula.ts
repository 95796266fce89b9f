// A formula as a template writes it, read: what it is made of, before its references are looked up.
import type { FunctionRow } from './functions.ts';

/** A stretch of the formula's text, in UTF-16 units. */
export type Stretch = { readonly start: number; readonly length: number };

/** What is wrong with a formula, and where in its text. */
export type FormulaFault = Stretch & {
  readonly kind: 'fault';
  readonly sentence: string;
  readonly hint: string;
};

/** `written` stands in the finished formula as it is. */
export type Formula =
  | { readonly kind: 'constant'; readonly written: string }
  | { readonly kind: 'name'; readonly name: string; readonly at: Stretch }
  | { readonly kind: 'column'; readonly table: string; readonly key: string; readonly at: Stretch }
  /** The cell of a column in the formula's own row. */
  | { readonly kind: 'beside'; readonly key: string; readonly at: Stretch }
  | { readonly kind: 'cell'; readonly id: string; readonly at: Stretch }
  | { readonly kind: 'cells'; readonly from: string; readonly to: string; readonly at: Stretch }
  | FormulaCall
  | { readonly kind: 'before'; readonly sign: string; readonly value: Formula }
  | { readonly kind: 'after'; readonly sign: string; readonly value: Formula }
  | {
      readonly kind: 'between';
      readonly sign: string;
      readonly left: Formula;
      readonly right: Formula;
    }
  | { readonly kind: 'group'; readonly value: Formula };

export type FormulaCall = {
  readonly kind: 'call';
  readonly row: FunctionRow;
  readonly values: readonly Formula[];
  readonly at: Stretch;
};

export const fault = ({ start, length }: Stretch, sentence: string, hint: string): FormulaFault => ({
  kind: 'fault',
  start,
  length: Math.max(1, length),
  sentence,
  hint,
});
