// The report: everything there is to print, as plain JSON. Codes, ids, days and people's own words; no labels.
import { addDuration } from '../model/calendar.ts';
import type { Evaluation } from '../model/evaluation.ts';
import type { Inputs } from '../model/inputs.ts';
import { sortedEntries } from '../model/lookup.ts';
import type { ModelDiff } from '../model/model-diff.ts';
import { signOffMinutes, statementReuse, unchangedLongest } from '../model/policy.ts';
import {
  type CustomerDuty,
  type Edition,
  type Maker,
  type Report,
  RULES_VERSION,
  type Source,
} from '../model/report.ts';
import { assuranceOf } from './assurance.ts';
import { delegationMapOf, delegationsOf } from './delegations.ts';
import { type Closing, movementOf } from './movement.ts';
import { packIdOf } from './pack-id.ts';
import { peopleOf, personOf } from './people.ts';
import { evidenceOf, remediationOf, waiverOf } from './registers.ts';
import { dutiesIn, servicesOf } from './services.ts';
import { customerTotals, findingTotals, providerTotals } from './totals.ts';

export { packIdOf } from './pack-id.ts';

/** What a report says of its own making. `members`: path inside the pack by evidence id. */
export type About = {
  readonly edition: Edition;
  readonly maker: Maker;
  readonly sources: readonly Source[];
  readonly members: Readonly<Record<string, string>>;
  /** What the provider changed since the revision that the attestation was moved from, by model id. */
  readonly diffs: Readonly<Record<string, ModelDiff>>;
};

export const buildReport = (inputs: Inputs, evaluation: Evaluation, about: About): Report => {
  const services = servicesOf(inputs, evaluation, about.diffs);
  const remediations = evaluation.remediations.map((state) => remediationOf(inputs, state));
  const models = evaluation.matrix.services.map(({ model }) => model);
  const delegations = delegationsOf(inputs, models);
  return {
    format: 'countersign/report@1',
    rules: RULES_VERSION,
    'pack-id': packIdOf(inputs),
    edition: about.edition,
    maker: about.maker,
    sources: about.sources,
    ...organisationOf(inputs),
    ...attestationOf(inputs, evaluation),
    policy: policyOf(inputs),
    approvals: approvalsOf(inputs, evaluation),
    totals: totalsOf(evaluation, services),
    method: evaluation.method,
    findings: evaluation.findings,
    services,
    delegations,
    'delegation-map': delegationMapOf(delegations, services),
    assurance: assuranceOf(evaluation),
    evidence: evidenceOf(inputs, evaluation, about.members),
    waivers: evaluation.waivers.map((state) => waiverOf(inputs, state)),
    remediations,
    movement:
      inputs.previous === null
        ? null
        : movementOf(inputs.previous, closingOf(inputs, evaluation, remediations)),
  };
};

const closingOf = (
  { asOf }: Inputs,
  { customer }: Evaluation,
  remediations: Report['remediations'],
): Closing => ({
  asOf,
  duties: customer.map(({ row, result, unchanged }) => ({
    id: row.id,
    text: row.duty.text,
    digest: row.duty.digest,
    result,
    unchanged,
  })),
  remediations,
});

const organisationOf = ({
  policy,
  asOf,
}: Inputs): Pick<Report, 'organisation' | 'classification' | 'retention' | 'distribution'> => ({
  organisation: { name: policy.organisation.name, identifier: policy.organisation.identifier ?? null },
  classification: policy.classification,
  retention: { for: policy.retention, until: addDuration(asOf, policy.retention) },
  distribution: policy.distribution,
});

const attestationOf = (
  inputs: Inputs,
  { span }: Evaluation,
): Pick<Report, 'team' | 'system' | 'period' | 'as-of' | 'people' | 'assertion'> => {
  const { team, system, assertion } = inputs.attestation;
  return {
    team: { id: team.id, name: team.name, contact: team.contact ?? null },
    system: {
      id: system.id,
      name: system.name,
      instances: sortedEntries(system.instances).map(([id, { region, name }]) => ({
        id,
        region: region ?? null,
        name,
      })),
      excluded: system.excluded,
    },
    period: { label: span.label, from: span.from, to: span.to },
    'as-of': inputs.asOf,
    people: peopleOf(inputs),
    assertion: {
      'subsequent-events': assertion['subsequent-events'] ?? null,
      limitations: assertion.limitations,
    },
  };
};

const policyOf = ({ policy }: Inputs): Report['policy'] => ({
  id: policy.id,
  title: policy.title,
  'fail-at': policy['fail-at'],
  thresholds: {
    ...policy.thresholds,
    'sign-off-minutes': signOffMinutes(policy),
    'statement-reuse': statementReuse(policy),
    'unchanged-longest': unchangedLongest(policy),
  },
  separation: policy.approvals.separation,
});

const approvalsOf = (inputs: Inputs, { approvals }: Evaluation): Report['approvals'] => ({
  mode: inputs.policy.approvals.mode,
  roles: inputs.policy.approvals.roles,
  given: approvals.given.map(({ role, person, date, reference }) => ({
    role,
    person: personOf(inputs, person),
    date,
    reference,
  })),
  'sign-offs': approvals.signOffs.map(({ facts, standing }) => ({
    ...facts,
    person: personOf(inputs, facts.person),
    'person-id': facts.person,
    standing,
  })),
  missing: approvals.missing,
  complete: approvals.complete,
});

const totalsOf = (evaluation: Evaluation, services: Report['services']): Report['totals'] => {
  const { customer, provider } = dutiesIn(services);
  return {
    customer: customerTotals(customer),
    provider: providerTotals(provider),
    findings: findingTotals(evaluation.findings),
    'risk-accepted': customer.filter(isRiskAccepted).length,
    overdue: evaluation.remediations.filter(({ overdue }) => overdue).length,
  };
};

/** Only an unmet duty has a risk to accept. */
const isRiskAccepted = ({ waiver, result }: CustomerDuty): boolean =>
  waiver?.['in-force'] === true && result !== 'supported' && result !== 'not-applicable';
