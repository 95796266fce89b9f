// What verifying gives back: numbered steps, each ok, failed or not checked, and why, in codes that never change their meaning.
import type { Manifest } from '../../model/manifest.ts';
import type { Digest, Instant } from '../../model/scalar.ts';
import { SIGN_OFF_FAULTS } from '../../model/sign-off.ts';
import { PDF_CODES } from '../pdf/pdf-refused.ts';

/** In the order in which they are told; the number of a step is its place here, from 1. */
export const STEPS = [
  'structure',
  'members',
  'identity',
  'seal',
  'timestamp',
  'sign-offs',
  'separation',
  'trust',
  'certificates',
  'inputs',
  'evidence',
  'evaluation',
  'documents',
  'previous',
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
  'pdf-alone',
  'report-missing',
  'report-unreadable',
  'identity-differs',
  'document-missing',
  'no-seal',
  'seal-incomplete',
  'seal-differs',
  'cms-unreadable',
  'cms-shape',
  'cms-algorithm',
  'cms-digest',
  'cms-signature',
  'cms-certificate',
  'envelope-unreadable',
  'envelope-differs',
  'envelope-certificate',
  'envelope-signature',
  'no-timestamp',
  ...SIGN_OFF_FAULTS,
  'no-sign-offs',
  'recorded-only',
  'sign-off-unreadable',
  'sign-off-void',
  'sign-off-missing',
  'sign-off-out-of-order',
  'sign-off-same-person',
  'trust-not-given',
  'signer-not-trusted',
  'signer-wrong-person',
  'signer-wrong-role',
  'signer-wrong-team',
  'signer-wrong-time',
  'sealer-not-trusted',
  'authority-not-trusted',
  'certificate-revoked',
  'nothing-signed',
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-purpose',
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
  'no-previous',
  'previous-missing',
  'previous-unreadable',
  'previous-differs',
  ...PDF_CODES,
] as const;
export type VerifyCode = (typeof VERIFY_CODES)[number];

/** `member` is the path of the member concerned; null where the pack as a whole is. */
export type Detail = DetailOf<VerifyCode>;
export type DetailOf<Code extends string> = {
  readonly code: Code;
  readonly member: string | null;
  readonly sentence: string;
};

export type Outcome = 'ok' | 'failed' | 'not-checked';
export type Step = StepOf<StepId, VerifyCode>;
/** A step of some list of steps. */
export type StepOf<Id extends string, Code extends string> = {
  readonly number: number;
  readonly id: Id;
  readonly outcome: Outcome;
  /** Why the step failed or was not checked, in full: every member concerned, not only the first. Empty when it is ok. */
  readonly details: readonly DetailOf<Code>[];
};

/** Who signed, as what, when, over which content. */
export type Signature = {
  readonly as: 'preparer' | 'reviewer' | 'approver' | 'seal' | 'previous-seal';
  /** Id of the person in the attestation; null for a seal, and for that of the previous pack. */
  readonly person: string | null;
  readonly subject: string;
  readonly issuer: string;
  readonly fingerprint: Digest;
  /** As the signer claims, unless `proved`: then as a timestamp authority says. */
  readonly at: Instant | null;
  readonly proved: boolean;
  /** Digest of what was signed: of the inputs' digests for a sign-off, of the manifest for a seal; null for a seal on a PDF alone. */
  readonly content: Digest | null;
};

/** What the pack carries as its previous pack says of itself; `manifest` is the digest by which anybody compares it with the pack delivered then. */
export type OpeningPack = Pick<Manifest, 'pack-id' | 'period' | 'as-of' | 'state' | 'version'> & {
  readonly manifest: Digest;
  /** Whether the seal over its manifest is carried, and its signature holds. */
  readonly sealed: boolean;
};

export type Verification = {
  /** `failed` when a step failed. `ok` says no more than that none did: look at the steps for what was not checked. */
  readonly outcome: 'ok' | 'failed';
  /** What the pack says it is; null when that cannot be read. */
  readonly pack: Omit<Manifest, 'format' | 'members'> | null;
  /** Digest of the manifest's bytes; null when there is none. */
  readonly manifest: Digest | null;
  /** The previous pack; null where none is carried, or it cannot be read. */
  readonly previous: OpeningPack | null;
  /** Signatures whose mathematics hold. Whom to believe is step `trust`. */
  readonly signatures: readonly Signature[];
  readonly steps: readonly Step[];
};

export const detail = (code: VerifyCode, member: string | null, sentence: string): Detail => ({
  code,
  member,
  sentence,
});

const stepOf = (id: StepId, outcome: Outcome, details: readonly Detail[]): Step => ({
  number: STEPS.indexOf(id) + 1,
  id,
  outcome,
  details,
});

/** A step that failed if there is anything to say of it. */
export const checked = (id: StepId, failures: readonly Detail[]): Step =>
  stepOf(id, failures.length === 0 ? 'ok' : 'failed', failures);

/** A step for which there is nothing to look at, or nothing to hold it against. */
export const notChecked = (id: StepId, ...why: readonly Detail[]): Step => stepOf(id, 'not-checked', why);

/** A step that could not be taken because of an earlier one. */
export const unreached = (id: StepId, because: StepId): Step =>
  notChecked(
    id,
    detail(
      'earlier-step-failed',
      null,
      `Not checked, because the step ${JSON.stringify(because)} was not passed.`,
    ),
  );
