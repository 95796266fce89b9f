// How a team's job ended where it did not fail: plain data without bytes, which crosses from a worker as it is.
import type { Manifest } from '../../model/manifest.ts';
import type { Finding, Report } from '../../model/report.ts';
import type { Digest, Severity } from '../../model/scalar.ts';
import { SEVERITIES } from '../../model/scalar.ts';

export type SeverityCounts = Readonly<Record<Severity, number>>;

/** Both: what the exit code is, by the findings and the wish. */
type Ended = {
  readonly code: 0 | 1;
  /** `payments.checkout` */
  readonly name: string;
  /** The pack's folder. */
  readonly pack: string;
  readonly packId: Digest;
  /** Why the next run will not know that nothing has changed; null when it will. */
  readonly untraced: string | null;
};

export type UpToDate = Ended & {
  readonly outcome: 'up-to-date';
  readonly state: Manifest['state'];
  readonly version: number | null;
};

export type Built = Ended & {
  readonly outcome: 'built';
  readonly zip: string | null;
  readonly summary: PackSummary;
  readonly members: readonly { readonly path: string; readonly size: number }[];
};

export type TeamResult = UpToDate | Built;

/** What people are told of a pack that was built. */
export type PackSummary = {
  readonly team: string;
  readonly system: string;
  readonly period: string;
  readonly asOf: string;
  readonly edition: Report['edition'];
  readonly missing: readonly string[];
  readonly totals: Report['totals'];
  readonly findings: SeverityCounts;
  /** Open duties in the pack before and in this one; null where there is none before. */
  readonly movement: {
    readonly period: string;
    readonly edition: string;
    readonly before: number;
    readonly now: number;
  } | null;
};

export const summaryOf = (report: Report): PackSummary => ({
  team: report.team.name,
  system: report.system.name,
  period: report.period.label,
  asOf: report['as-of'],
  edition: report.edition,
  missing: report.approvals.missing,
  totals: report.totals,
  findings: severitiesOf(report.findings),
  movement: movementOf(report.movement),
});

const movementOf = (movement: Report['movement']): PackSummary['movement'] =>
  movement === null
    ? null
    : {
        period: movement.opening.period.label,
        edition:
          movement.opening.version === null ? movement.opening.state : `version ${movement.opening.version}`,
        before: movement.opening.open,
        now: movement.closing.open,
      };

export const severitiesOf = (findings: readonly Pick<Finding, 'severity'>[]): SeverityCounts => {
  const count = (one: Severity): number => findings.filter(({ severity }) => severity === one).length;
  return { low: count('low'), moderate: count('moderate'), high: count('high'), critical: count('critical') };
};

/** 1 when a finding is at or above the severity that somebody wants to fail at. */
export const codeFor = (findings: SeverityCounts, failAt: Severity | null): 0 | 1 =>
  failAt !== null && SEVERITIES.slice(SEVERITIES.indexOf(failAt)).some((one) => findings[one] > 0) ? 1 : 0;
