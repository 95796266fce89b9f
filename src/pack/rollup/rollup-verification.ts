// What verifying a roll-up finds: as of a pack, with steps of its own.
import type { Digest } from '../../model/scalar.ts';
import type { DetailOf, Outcome, Signature, Step, StepOf, VERIFY_CODES } from '../verify/verification.ts';
import type { RollupAbout } from './manifest.ts';

/** In the order in which they are told; the number of a step is its place here, from 1. */
export const ROLLUP_STEPS = [
  'structure',
  'members',
  'identity',
  'seal',
  'timestamp',
  'trust',
  'certificates',
  'packs',
  'portfolio',
  'documents',
] as const;
export type RollupStepId = (typeof ROLLUP_STEPS)[number];

/** Those that verifying a pack does not have. */
export const ROLLUP_CODES = [
  'portfolio-missing',
  'portfolio-unreadable',
  'pack-not-at-hand',
  'listed-pack-changed',
  'listed-pack-unusable',
  'portfolio-differs',
] as const;
export type RollupCode = (typeof ROLLUP_CODES)[number] | (typeof VERIFY_CODES)[number];

export type RollupStep = StepOf<RollupStepId, RollupCode>;
export type RollupDetail = DetailOf<RollupCode>;

export type RollupVerification = {
  readonly outcome: 'ok' | 'failed';
  /** What the roll-up says it is; null when that cannot be read. */
  readonly rollup: RollupAbout | null;
  /** Digest of the manifest's bytes; null when there is none. */
  readonly manifest: Digest | null;
  readonly signatures: readonly Signature[];
  readonly steps: readonly RollupStep[];
};

export const rollupDetail = (code: RollupCode, member: string | null, sentence: string): RollupDetail => ({
  code,
  member,
  sentence,
});

const stepOf = (id: RollupStepId, outcome: Outcome, details: readonly RollupDetail[]): RollupStep => ({
  number: ROLLUP_STEPS.indexOf(id) + 1,
  id,
  outcome,
  details,
});

/** A step that failed if there is anything to say of it. */
export const rollupChecked = (id: RollupStepId, failures: readonly RollupDetail[]): RollupStep =>
  stepOf(id, failures.length === 0 ? 'ok' : 'failed', failures);

export const rollupNotChecked = (id: RollupStepId, why: readonly RollupDetail[]): RollupStep =>
  stepOf(id, 'not-checked', why);

export const rollupUnreached = (id: RollupStepId, because: RollupStepId): RollupStep =>
  rollupNotChecked(id, [
    rollupDetail(
      'earlier-step-failed',
      null,
      `Not checked, because the step ${JSON.stringify(because)} was not passed.`,
    ),
  ]);

/** A step that packs have too; null for one that roll-ups have not. */
export const sharedStep = ({ id, outcome, details }: Step): RollupStep | null => {
  const own = ROLLUP_STEPS.find((one) => one === id);
  return own === undefined ? null : stepOf(own, outcome, details);
};
