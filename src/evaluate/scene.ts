// Everything a rule may look at: the inputs, the matrix, and the state of all that answers lean on.
import type {
  ApprovalState,
  AssuranceState,
  CoverageVerdict,
  EvidenceState,
  Link,
  RemediationState,
  WaiverState,
} from '../model/evaluation.ts';
import type { Inputs } from '../model/inputs.ts';
import type { CustomerRow, Matrix } from '../model/matrix.ts';
import { type PeriodSpan, spanOf } from '../model/period.ts';
import { approvalState } from './approvals.ts';
import { assuranceStates, coverageOf } from './coverage.ts';
import { evidenceStates } from './evidence.ts';
import { merge } from './merge.ts';
import { remediationStates, waiverStates } from './registers.ts';
import { unchangedPacks } from './unchanged.ts';

export type Scene = {
  readonly inputs: Inputs;
  readonly span: PeriodSpan;
  readonly matrix: Matrix;
  /** The matrix's answered customer duties. */
  readonly answered: readonly CustomerRow[];
  readonly evidence: readonly EvidenceState[];
  readonly waivers: readonly WaiverState[];
  readonly remediations: readonly RemediationState[];
  readonly assurance: readonly AssuranceState[];
  /** One for each provider duty, in the matrix's order. */
  readonly provider: readonly CoverageVerdict[];
  readonly approvals: ApprovalState;
  /** Inherited answers by full id of the duty that inherits; filled in once every team's own part is known. */
  readonly links: ReadonlyMap<string, Link>;
  /** By full id of a customer duty: how many packs before this one its answer stood word for word. */
  readonly unchanged: ReadonlyMap<string, number>;
};

export const sceneOf = (inputs: Inputs): Scene => {
  const matrix = merge(inputs);
  const assurance = assuranceStates(inputs);
  return {
    inputs,
    span: spanOf(inputs.attestation.period),
    matrix,
    answered: matrix.customer.filter((row) => row.answered),
    evidence: evidenceStates(inputs, matrix),
    waivers: waiverStates(inputs, matrix),
    remediations: remediationStates(inputs, matrix),
    assurance,
    provider: matrix.provider.map((row) => coverageOf(row, assurance)),
    approvals: approvalState(inputs),
    links: new Map(),
    unchanged: unchangedPacks(matrix.customer, inputs.previous),
  };
};
