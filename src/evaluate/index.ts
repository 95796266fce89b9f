// Evaluation: inputs in, a result for every duty and the findings that explain it out. See docs/evaluation.md.
import type { Evaluation, Verdict } from '../model/evaluation.ts';
import type { Inputs } from '../model/inputs.ts';
import { RULES_VERSION } from '../model/report.ts';
import { findingsByDuty, findingsOf, methodOf } from './findings.ts';
import { decideFrom, linksOf } from './inherit.ts';
import { type Judgement, judge } from './judge.ts';
import { sceneOf } from './scene.ts';

export { approvalState } from './approvals.ts';
export { RULES } from './rules/index.ts';

/** Never throws on parsed inputs; the same inputs give the same evaluation, whatever the order of their keys. */
export const evaluate = (inputs: Inputs): Evaluation => {
  const alone = sceneOf(inputs);
  const judgement = judge({ ...alone, links: linksOf(alone) });
  const { scene } = judgement;
  const findings = findingsOf(judgement);
  return {
    rules: RULES_VERSION,
    span: scene.span,
    matrix: scene.matrix,
    customer: verdictsOf(judgement, findingsByDuty(findings)),
    provider: scene.provider,
    evidence: scene.evidence,
    waivers: scene.waivers,
    remediations: scene.remediations,
    assurance: scene.assurance,
    approvals: scene.approvals,
    findings,
    method: methodOf(inputs.policy, findings),
  };
};

const verdictsOf = (
  judgement: Judgement,
  found: ReadonlyMap<string, readonly string[]>,
): readonly Verdict[] =>
  judgement.scene.matrix.customer.map((row) => {
    const link = judgement.scene.links.get(row.id) ?? null;
    return {
      row,
      ...decideFrom(judgement, row, link),
      link,
      findings: found.get(row.id) ?? [],
      unchanged: judgement.scene.unchanged.get(row.id) ?? 0,
    };
  });
