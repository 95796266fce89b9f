// A case for one rule: inputs in which it finds exactly these sentences, and inputs just beside them in which it finds nothing.
import type { Inputs } from '../../../src/model/inputs.ts';

export type Case = {
  readonly hit: Inputs;
  readonly sentences: readonly string[];
  readonly misses: readonly Inputs[];
};
export type Cases = Readonly<Record<string, Case>>;
