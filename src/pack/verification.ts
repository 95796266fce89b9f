// What verifying gives back: numbered steps, each ok, failed or not checked, and why, in codes that never change their meaning.
import type { Manifest } from '../model/manifest.ts';
import type { Digest } from '../model/scalar.ts';

/** In the order in which they are taken; the number of a step is its place here, from 1. */
export const STEPS = [
  'structure',
  'members',
  'identity',
  'inputs',
  'evaluation',
  'documents',
  'sign-offs',
  'seal',
] as const;
export type StepId = (typeof STEPS)[number];

export const VERIFY_CODES = [
  'manifest-missing',
  'manifest-unreadable',
  'manifest-format-unknown',
  'manifest-not-canonical',
  'manifest-path-refused',
  'member-missing',
  'member-extra',
  'member-changed',
  'report-missing',
  'report-unreadable',
  'identity-differs',
  'document-missing',
  'input-missing',
  'input-changed',
  'input-unlisted',
  'facts-unreadable',
  'evidence-missing',
  'evidence-changed',
  'evidence-unlisted',
  'evidence-not-carried',
  'inputs-unusable',
  'pack-id-differs',
  'report-differs',
  'rules-unknown',
  'earlier-step-failed',
  'document-unreadable',
  'document-differs',
  'document-not-opened',
  'no-sign-offs',
  'no-seal',
  'seal-not-understood',
] as const;
export type VerifyCode = (typeof VERIFY_CODES)[number];

/** `member` is the path of the member concerned; null where the pack as a whole is. */
export type Detail = { readonly code: VerifyCode; readonly member: string | null; readonly sentence: string };

export type Outcome = 'ok' | 'failed' | 'not-checked';
export type Step = {
  readonly number: number;
  readonly id: StepId;
  readonly outcome: Outcome;
  /** Why the step failed or was not checked, in full: every member concerned, not only the first. Empty when it is ok. */
  readonly details: readonly Detail[];
};

export type Verification = {
  /** `failed` when a step failed. `ok` says no more than that none did: look at the steps for what was not checked. */
  readonly outcome: 'ok' | 'failed';
  /** What the pack says it is; null when there is no manifest that can be read. */
  readonly pack: Omit<Manifest, 'format' | 'members'> | null;
  /** Digest of the manifest's bytes; null when there is none. */
  readonly manifest: Digest | null;
  readonly steps: readonly Step[];
};

export const detail = (code: VerifyCode, member: string | null, sentence: string): Detail => ({
  code,
  member,
  sentence,
});

export const stepOf = (id: StepId, outcome: Outcome, details: readonly Detail[]): Step => ({
  number: STEPS.indexOf(id) + 1,
  id,
  outcome,
  details,
});

/** A step that failed if there is anything to say of it. */
export const checked = (id: StepId, failures: readonly Detail[]): Step =>
  stepOf(id, failures.length === 0 ? 'ok' : 'failed', failures);

/** A step that could not be taken because of an earlier one. */
export const unreached = (id: StepId, because: StepId): Step =>
  stepOf(id, 'not-checked', [
    detail('earlier-step-failed', null, `Not checked, because the step ${JSON.stringify(because)} failed.`),
  ]);
