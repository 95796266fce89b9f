// The matrix: model and attestation merged. One row for every duty of every attested model, both parties; what was answered
// but has no duty stands beside it, so that nothing of the attestation is lost.
import type { Answer, OwnAnswer } from './attestation.ts';
import type { Area, Duty, Model, Resource } from './model.ts';
import type { Expectation } from './policy.ts';
import type { Day, Duration, Severity } from './scalar.ts';

/** What a row of either party knows of where it stands. `id` is the full duty id. */
type Place = {
  readonly id: string;
  /** How sentences call it: the duty id alone while one model is attested, else the full one. */
  readonly name: string;
  readonly duty: Duty;
  readonly resource: Resource;
  readonly area: Area;
  readonly model: Model;
};

/** What the policy expects of one duty, its defaults filled in. */
export type Expected = {
  readonly criticality: Severity;
  /** Number of items of evidence. */
  readonly evidence: number;
  /** Each is wanted at least once. */
  readonly types: NonNullable<Expectation['evidence-types']>;
  readonly frequency: Duration | null;
  readonly crosswalk: NonNullable<Expectation['crosswalk']>;
};

export type CustomerRow = Place & {
  readonly answer: Answer | null;
  readonly answeredBy: 'duty' | 'resource' | null;
  /** What the team itself says: the answer, or what is left of an inherited one. Without a status all is inherited, or nothing answered. */
  readonly own: OwnAnswer | null;
  /** True when there is a status, or an inherited duty with nothing left to do, and neither is carried from an earlier period. */
  readonly answered: boolean;
  /** The label of the period that the answer was taken over from, while nobody has confirmed it; else null. */
  readonly carriedFrom: string | null;
  /** Ids of evidence the own part names, each once, sorted. */
  readonly evidence: readonly string[];
  /** Ids of remediations the own part names, for the duty or for one of its instances; likewise. */
  readonly remediations: readonly string[];
  readonly expected: Expected;
  /** How often it is to be performed: the answer's own word, else the policy's. */
  readonly frequency: Duration | null;
};

export type ProviderRow = Place;

export type OrphanReason =
  | 'model-not-listed'
  | 'model-missing'
  | 'duty-unknown'
  | 'duty-retired'
  | 'duty-of-provider'
  | 'resource-unknown'
  | 'resource-without-duties'
  | 'resource-overridden';

/** An answer that no customer duty takes up. */
export type Orphan = { readonly model: string; readonly key: string; readonly why: OrphanReason };

export type MatrixService = { readonly model: Model; readonly attestedRevision: Day };

/** Services in the attestation's order, rows in the order of the model. */
export type Matrix = {
  readonly services: readonly MatrixService[];
  /** Ids of attested models that are not at hand. */
  readonly missing: readonly string[];
  readonly customer: readonly CustomerRow[];
  readonly provider: readonly ProviderRow[];
  readonly orphans: readonly Orphan[];
};
