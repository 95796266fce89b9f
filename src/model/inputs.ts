// Everything an evaluation depends on, parsed: the same value gives the same evaluation, here and in a verifier years later.
import type { Assurance } from './assurance.ts';
import type { Attestation } from './attestation.ts';
import type { Facts } from './facts.ts';
import type { Lock } from './lock.ts';
import type { Model } from './model.ts';
import type { Policy } from './policy.ts';
import type { Previous } from './previous.ts';
import type { Day } from './scalar.ts';
import type { SignOffFacts } from './sign-off.ts';

/** One team's own files. `lock` is null when the team has not locked yet. */
export type TeamInputs = {
  readonly attestation: Attestation;
  readonly lock: Lock | null;
  readonly facts: Facts;
};

/** `inherited` holds each team that duties are taken from, directly or through another team, by team id. */
export type Inputs = TeamInputs & {
  readonly asOf: Day;
  readonly models: Readonly<Record<string, Model>>;
  /** What the answers were moved from, by model id; none for a service that was not moved, or whose earlier model is not at hand. */
  readonly previousModels: Readonly<Record<string, Model>>;
  readonly policy: Policy;
  readonly assurance: Assurance | null;
  readonly inherited: Readonly<Record<string, TeamInputs>>;
  /** The pack whose closing position is this one's opening position; null where there is none. */
  readonly previous: Previous | null;
  /** Signed sign-offs as they were found, in the order of their lines; none where there is no file of them. */
  readonly signOffs: readonly SignOffFacts[];
};
