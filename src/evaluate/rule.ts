// What a rule is: one thing to look for, with its reason. It sees the whole scene and says what it finds; it decides nothing.
import type { Severity } from '../model/scalar.ts';
import type { Scene } from './scene.ts';

/** `duties` are full ids of either party's duties; `refs` every other id that the sentence speaks of. */
export type Observation = {
  readonly duties: readonly string[];
  readonly refs: readonly string[];
  /** What is so: ids, names, days and numbers, ending with a full stop. */
  readonly sentence: string;
  /** What to do about it. */
  readonly fix: string;
};

export type Rule = {
  readonly id: string;
  readonly title: string;
  /** Why it matters to whoever reads the report. */
  readonly why: string;
  readonly severity: Severity;
  /** `rules` are the ids of all rules there are, for the one that asks whether the policy names another. */
  readonly check: (scene: Scene, rules: readonly string[]) => readonly Observation[];
};
