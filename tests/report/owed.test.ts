// What is owed of an attestation, in order of urgency, with whose it is and why.
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/index.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import { type OwedItem, owedOf } from '../../src/report/owed.ts';
import { aModel, aRemediation, aResource, aWaiver, inputsOf, sound } from '../evaluate/builders.ts';

const owed = (inputs: Inputs): readonly OwedItem[] => owedOf(inputs, evaluate(inputs)).items;
const lines = (inputs: Inputs): readonly string[] =>
  owed(inputs).map(({ what, name, owner, why, since }) =>
    [what, name, owner?.id ?? '-', since ?? '-', ...why].join(' '),
  );

describe('what is owed', () => {
  it('is nothing in a sound quarter, and nothing of what is partly supported', () => {
    expect(owed(inputsOf())).toEqual([]);
    const partly = inputsOf({ answers: { 'OPS-01': { ...sound, status: 'partial' } } });
    expect(owed(partly)).toEqual([]);
    expect(owedOf(partly, evaluate(partly)).duties.map(({ result }) => result)).toEqual([
      'partly-supported',
      'partly-supported',
    ]);
  });

  it('comes in order of urgency, with its owner and since when', () => {
    const inputs = inputsOf({
      models: [aModel([aResource('OPS-01', 5, 0)])],
      answers: {
        'OPS-01-C2': { ...sound, 'carried-from': '2026-Q2', owner: 'sre' },
        'OPS-01-C3': { status: 'implemented', owner: 'lead' },
        'OPS-01-C4': { ...sound, waiver: 'WV-01', status: 'planned' },
        'OPS-01-C5': { ...sound, remediation: 'RM-01' },
      },
      attestation: {
        waivers: { 'WV-01': { ...aWaiver, expires: '2026-09-30' } },
        remediations: { 'RM-01': { ...aRemediation, due: '2026-10-01' } },
        approvals: [{ role: 'reviewer', person: 'sre', date: '2026-10-06', reference: 'T-2' }],
      },
    });
    expect(lines(inputs)).toEqual([
      'remediation-overdue RM-01 sre 2026-10-01',
      'waiver-expired WV-01 lead 2026-09-30',
      'not-answered OPS-01-C1 - -',
      'to-confirm OPS-01-C2 sre 2026-Q2',
      'unsupported OPS-01-C3 lead - evidence-missing statement-missing',
      'unsupported OPS-01-C4 lead - planned',
      'sign-off-missing preparer - -',
      'sign-off-missing approver - -',
    ]);
  });

  it('is a re-opened duty since the revision that changed it', () => {
    const inputs = inputsOf();
    if (inputs.lock === null) return expect.unreachable();
    const duties = { ...inputs.lock.duties, 'acme-run/OPS-01-C1': `sha256:${'0'.repeat(64)}` };
    expect(lines({ ...inputs, lock: { ...inputs.lock, duties } })).toEqual([
      're-opened OPS-01-C1 lead 2026-05-01',
    ]);
  });

  it('puts the graver duty first', () => {
    const inputs = inputsOf({
      answers: {},
      policy: { duties: { 'acme-run': { 'OPS-01-C2': { criticality: 'critical' } } } },
    });
    expect(owed(inputs).map(({ name }) => name)).toEqual(['OPS-01-C2', 'OPS-01-C1']);
  });
});
