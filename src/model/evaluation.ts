// What evaluation makes of the matrix: a result or a coverage for every duty, the state of everything the answers lean on, and
// the findings that explain them. The report is built from this and the inputs alone.
import type { AssuranceReport, Bridge } from './assurance.ts';
import type { Approval, Evidence, Remediation, SignOffRole, Waiver } from './attestation.ts';
import type { CustomerRow, Matrix, ProviderRow } from './matrix.ts';
import type { PeriodSpan } from './period.ts';
import type { Coverage, Finding, ProviderDuty, Report, Result, RULES_VERSION } from './report.ts';
import type { Digest } from './scalar.ts';
import type { SignOffFacts, Standing } from './sign-off.ts';

export type NotFoundReason =
  | 'team-missing'
  | 'model-not-attested'
  | 'duty-unknown'
  | 'not-answered'
  | 'not-locked'
  | 'digest-differs'
  | 'cycle';

/** An inherited answer followed to the team it comes from. `duty` is their full duty id. */
export type Link = { readonly from: string; readonly duty: string } & (
  | { readonly found: false; readonly why: NotFoundReason }
  | {
      readonly found: true;
      readonly result: Result;
      readonly statement: string | null;
      readonly digest: Digest;
    }
);

/** `line` is the line of the table that decided, 1 to 9. */
export type Verdict = {
  readonly row: CustomerRow;
  readonly result: Result;
  readonly line: number;
  readonly link: Link | null;
  /** Ids of the findings on the duty, in printed order. */
  readonly findings: readonly string[];
  /** Packs before this one, without a gap, in which the answer stood word for word. */
  readonly unchanged: number;
};

/** `by`: reports and bridges that cover the duty, or would but for what `why` says; sorted. */
export type CoverageVerdict = {
  readonly row: ProviderRow;
  readonly coverage: Coverage;
  readonly why: ProviderDuty['why'];
  readonly by: readonly string[];
};

/** `none`: there is no file to look at; `missing`: there should be one. */
export type FileState = 'none' | 'missing' | 'same' | 'changed' | 'not-locked';

/** `usedBy` holds full ids of the customer duties whose answers name it, in the matrix's order. */
type Used<T> = { readonly id: string; readonly item: T; readonly usedBy: readonly string[] };

export type EvidenceState = Used<Evidence> & {
  readonly file: FileState;
  /** Null where there is no file to look at. */
  readonly present: boolean | null;
  /** Bytes. */
  readonly size: number | null;
  readonly sha256: Digest | null;
  readonly inPeriod: boolean;
};

export type WaiverState = Used<Waiver> & {
  readonly state: 'in-force' | 'expired' | 'not-yet' | 'unused';
  /** Days from the as-of day to the last day in force; negative when past. */
  readonly daysLeft: number;
};

export type RemediationState = Used<Remediation> & {
  readonly overdue: boolean;
  readonly postponed: boolean;
  readonly age: number;
  readonly daysLeft: number;
};

export type BridgeState = {
  readonly id: string;
  readonly item: Bridge;
  /** Days from the report's end to the bridge's. */
  readonly days: number;
  readonly tooLong: boolean;
};

export type AssuranceState = {
  readonly id: string;
  readonly item: AssuranceReport;
  readonly bridges: readonly BridgeState[];
  /** Days of the period up to the as-of day, and how many of them the report, a bridge, and neither speak of. */
  readonly days: {
    readonly of: number;
    readonly reported: number;
    readonly bridged: number;
    readonly open: number;
  };
  /** Whether bridges that are too long would have closed what is open. */
  readonly tooLongWouldClose: boolean;
};

/** An approval that counts for its role: recorded in the attestation, or signed. */
export type Held = {
  readonly role: SignOffRole;
  /** Id in the attestation's people. */
  readonly person: string;
  /** A day where it is recorded, the claimed instant where it is signed; compared as text with others of its kind. */
  readonly at: string;
  /** Null where it is recorded. */
  readonly signOff: SignOffFacts | null;
};

/** Two approvals in one hand, and what they share: `the person`, `the key`, `the name on both certificates`, `the e-mail address on both certificates`. */
export type OneHand = { readonly first: Held; readonly second: Held; readonly shared: string };

export type JudgedSignOff = { readonly facts: SignOffFacts; readonly standing: Standing };

export type ApprovalState = {
  /** Recorded in the attestation, all of them. */
  readonly given: readonly Approval[];
  /** Signed, all of them, in the order of their lines. */
  readonly signOffs: readonly JudgedSignOff[];
  /** What counts, by the policy's mode, in the order of roles. */
  readonly held: readonly Held[];
  readonly missing: readonly SignOffRole[];
  /** Neighbouring roles, asked for by the policy, whose later one came before the earlier one. */
  readonly outOfOrder: readonly (readonly [Held, Held])[];
  /** Two roles in one hand against the policy's separation. */
  readonly oneHand: readonly OneHand[];
  readonly complete: boolean;
};

export type Evaluation = {
  readonly rules: typeof RULES_VERSION;
  readonly span: PeriodSpan;
  readonly matrix: Matrix;
  /** One for each row of the matrix, in its order. */
  readonly customer: readonly Verdict[];
  readonly provider: readonly CoverageVerdict[];
  /** These four sorted by id. */
  readonly evidence: readonly EvidenceState[];
  readonly waivers: readonly WaiverState[];
  readonly remediations: readonly RemediationState[];
  readonly assurance: readonly AssuranceState[];
  readonly approvals: ApprovalState;
  /** In printed order, numbered. */
  readonly findings: readonly Finding[];
  /** Every rule that ran, in the list's order, with the severity in force. */
  readonly method: Report['method'];
};
