// What a helper is. A helper is one row: its documentation, how many values it takes, and what it makes of them.

import type { DiagnosticCode } from '../../problem.ts';
import type { Words } from './words.ts';

export type HelperCall = {
  readonly values: readonly unknown[];
  /** Named values, `a=1`, in the order written. */
  readonly named: Readonly<Record<string, unknown>>;
  readonly words: Words;
  /** Stops rendering with a diagnostic at the call. */
  readonly fail: (code: DiagnosticCode, sentence: string, hint: string) => never;
};

export type HelperRow = {
  readonly name: string;
  /** As printed in docs/templates.md. */
  readonly usage: string;
  readonly does: string;
  /** Fewest and most values; null for no limit. */
  readonly takes: readonly [number, number | null];
  /** Names of named values; `any` leaves them to the author. */
  readonly named: readonly string[] | 'any';
  readonly call: (call: HelperCall) => unknown;
};
