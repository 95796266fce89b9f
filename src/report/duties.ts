// One row of the matrix with all that is known of it.
import type { Test } from '../model/attestation.ts';
import type { CoverageVerdict, Evaluation, Link, Verdict } from '../model/evaluation.ts';
import type { Inputs } from '../model/inputs.ts';
import { lookup, sortedEntries } from '../model/lookup.ts';
import type { CustomerRow, Expected, ProviderRow } from '../model/matrix.ts';
import type { CustomerDuty, ProviderDuty } from '../model/report.ts';
import { personOf } from './people.ts';

export const customerDuty = (inputs: Inputs, evaluation: Evaluation, verdict: Verdict): CustomerDuty => {
  const { row, link, result, findings } = verdict;
  const { own } = row;
  return {
    criticality: row.expected.criticality,
    crosswalk: crosswalkOf(inputs, row.expected),
    'answered-by': row.answeredBy,
    status: own?.status ?? null,
    'carried-from': row.carriedFrom,
    owner: personOf(inputs, own?.owner),
    statement: own?.statement ?? null,
    reason: own?.reason ?? null,
    frequency: row.frequency,
    'last-performed': own?.['last-performed'] ?? null,
    evidence: row.evidence,
    tests: (own?.tests ?? []).map((test) => testOf(inputs, test)),
    exceptions: exceptionsOf(inputs, row),
    inherited: inheritedOf(row, link),
    waiver: waiverOf(evaluation, row),
    remediations: row.remediations,
    result,
    findings,
    ...placeOf(row),
  };
};

export const providerDuty = ({ row, coverage, by, why }: CoverageVerdict): ProviderDuty => ({
  coverage,
  by,
  why,
  ...placeOf(row),
});

/** Copied in last: records that begin with a copy take a hundred times as long to make, and there is one for every duty. */
const placeOf = ({
  id,
  duty,
}: ProviderRow): Pick<ProviderDuty, 'id' | 'duty' | 'text' | 'line' | 'digest'> => ({
  id,
  duty: duty.id,
  text: duty.text,
  line: duty.line,
  digest: duty.digest,
});

const crosswalkOf = ({ policy }: Inputs, { crosswalk }: Expected): CustomerDuty['crosswalk'] =>
  sortedEntries(crosswalk).map(([framework, controls]) => ({
    framework,
    title: lookup(policy.frameworks, framework) ?? framework,
    controls,
  }));

const testOf = (inputs: Inputs, test: Test): CustomerDuty['tests'][number] => ({
  method: test.method,
  by: personOf(inputs, test.by),
  on: test.on,
  of: test.of,
  population: test.population ?? null,
  sample: test.sample ?? null,
  deviations: test.deviations.map(({ what, response }) => ({ what, response: response ?? null })),
});

const exceptionsOf = ({ attestation }: Inputs, { own }: CustomerRow): CustomerDuty['exceptions'] =>
  sortedEntries(own?.except ?? {}).map(([instance, exception]) => {
    const known = lookup(attestation.system.instances, instance);
    return {
      instance,
      name: known?.name ?? instance,
      region: known?.region ?? null,
      status: exception.status,
      statement: exception.statement ?? null,
      reason: exception.reason ?? null,
      remediation: exception.remediation ?? null,
    };
  });

const inheritedOf = (
  { answer, model, duty, own }: CustomerRow,
  link: Link | null,
): CustomerDuty['inherited'] => {
  const inherited = answer?.inherited;
  if (inherited === undefined) return null;
  const found = link?.found === true ? link : null;
  return {
    from: inherited.from,
    duty: `${model.id}/${inherited.duty ?? duty.id}`,
    found: found !== null,
    result: found?.result ?? null,
    statement: found?.statement ?? null,
    digest: found?.digest ?? null,
    ours: own?.status !== undefined,
  };
};

const waiverOf = ({ waivers }: Evaluation, { own }: CustomerRow): CustomerDuty['waiver'] => {
  if (own?.waiver === undefined) return null;
  const waiver = waivers.find(({ id }) => id === own.waiver);
  return { id: own.waiver, 'in-force': waiver?.state === 'in-force', expires: waiver?.item.expires ?? null };
};
