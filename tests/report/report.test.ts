// The report: valid by its schema, complete, and counted right.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/codec/digest.ts';
import { evaluate } from '../../src/evaluate/index.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import { RESULTS, type Report, report as reportSchema } from '../../src/model/report.ts';
import { type About, buildReport } from '../../src/report/index.ts';
import { someInputs } from '../evaluate/arbitraries.ts';
import {
  aModel,
  anAssurance,
  aRecord,
  aRemediation,
  aReport,
  aResource,
  aWaiver,
  inputsOf,
  sound,
  withAnswer,
} from '../evaluate/builders.ts';

const ABOUT: About = {
  edition: { state: 'draft', version: null, supersedes: null },
  maker: {
    tool: { name: 'countersign', version: '0.0.0' },
    template: { id: 'audit-pack', language: 'en', paper: 'a4', digest: sha256('template') },
    'as-of-from': 'attestation',
  },
  sources: [{ kind: 'attestation', name: 'a.yaml', member: 'inputs/attestation.yaml', sha256: sha256('a') }],
  diffs: {},
  members: { 'EV-01': 'evidence/EV-01-record.csv' },
};
const build = (inputs: Inputs): Report => buildReport(inputs, evaluate(inputs), ABOUT);
const dutiesOf = ({ services }: Pick<Report, 'services'>) =>
  services
    .flatMap(({ areas }) => areas)
    .flatMap((area) => area.resources)
    .flatMap(({ customer }) => customer);

describe('any report', () => {
  it('is valid by its schema, and plain JSON', () => {
    fc.assert(
      fc.property(someInputs, (inputs) => {
        const built = build(inputs);
        expect(reportSchema.parse(built)).toEqual(built);
        expect(JSON.parse(JSON.stringify(built))).toEqual(built);
      }),
      { numRuns: 60 },
    );
  });

  it('has totals that add up, at every level', () => {
    fc.assert(
      fc.property(someInputs, (inputs) => {
        const built = build(inputs);
        const levels = [built, ...built.services, ...built.services.flatMap(({ areas }) => areas)];
        const parts = [
          built.services,
          ...built.services.map(({ areas }) => areas),
          ...built.services.flatMap(({ areas }) => areas.map((area) => area.resources)),
        ];
        levels.forEach((level, at) => {
          for (const key of ['of', 'in-scope', ...RESULTS] as const) {
            expect(level.totals.customer[key]).toBe(
              (parts[at] ?? []).reduce((sum, part) => sum + part.totals.customer[key], 0),
            );
          }
          for (const key of ['of', 'covered', 'partly-covered', 'not-covered'] as const) {
            expect(level.totals.provider[key]).toBe(
              (parts[at] ?? []).reduce((sum, part) => sum + part.totals.provider[key], 0),
            );
          }
        });
        const { of, ...counts } = built.totals.customer;
        expect(RESULTS.reduce((sum, word) => sum + counts[word], 0)).toBe(of);
        expect(counts['in-scope'] + counts['not-applicable']).toBe(of);
        const { of: all, low, moderate, high, critical } = built.totals.findings;
        expect([low + moderate + high + critical, built.findings.length]).toEqual([all, all]);
        expect(built.method.reduce((sum, { findings }) => sum + findings, 0)).toBe(all);
      }),
      { numRuns: 60 },
    );
  });

  it('drops nothing of the registers and shows every finding where it belongs', () => {
    fc.assert(
      fc.property(someInputs, (inputs) => {
        const built = build(inputs);
        expect(built.evidence.map(({ id }) => id)).toEqual(
          Object.keys(inputs.attestation.evidence).toSorted(),
        );
        expect(built.waivers.map(({ id }) => id)).toEqual(Object.keys(inputs.attestation.waivers).toSorted());
        expect(built.remediations.map(({ id }) => id)).toEqual(
          Object.keys(inputs.attestation.remediations).toSorted(),
        );
        expect(built.approvals.given).toHaveLength(inputs.attestation.approvals.length);
        for (const duty of dutiesOf(built)) {
          expect(duty.findings).toEqual(
            built.findings.filter(({ duties }) => duties.includes(duty.id)).map(({ id }) => id),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a report', () => {
  const inputs = withAnswer(
    {
      ...sound,
      status: 'partial',
      waiver: 'WV-01',
      remediation: 'RM-01',
      tests: [{ method: 'test', by: 'sre', on: '2026-10-01', of: 'alarms', population: '9', sample: '3' }],
      except: { 'prod-gb': { status: 'not-implemented', remediation: 'RM-01' } },
    },
    {
      attestation: {
        waivers: { 'WV-01': aWaiver },
        remediations: { 'RM-01': { ...aRemediation, due: '2026-10-01' } },
        evidence: {
          'EV-01': aRecord,
          'EV-02': {
            type: 'document',
            title: 'Contract',
            location: 'Vault',
            covers: '2026-01-01/2026-12-31',
          },
        },
      },
      policy: {
        duties: { 'acme-run': { OPS: { crosswalk: { soc2: ['CC7.1'], own: ['A-1'] } } } },
        frameworks: { soc2: 'SOC 2' },
      },
    },
  );
  const built = build(inputs);

  it('says of a duty all that is known', () => {
    expect(dutiesOf(built)[0]).toMatchObject({
      id: 'acme-run/OPS-01-C1',
      status: 'partial',
      owner: { id: 'lead', name: 'Ada Example', role: 'Team lead', email: null },
      crosswalk: [
        { framework: 'own', title: 'own', controls: ['A-1'] },
        { framework: 'soc2', title: 'SOC 2', controls: ['CC7.1'] },
      ],
      tests: [{ method: 'test', population: 9, sample: 3, by: { id: 'sre' } }],
      exceptions: [
        {
          instance: 'prod-gb',
          name: 'Britain',
          region: 'gb',
          status: 'not-implemented',
          remediation: 'RM-01',
        },
      ],
      waiver: { id: 'WV-01', 'in-force': true, expires: '2026-12-31' },
      remediations: ['RM-01'],
      result: 'partly-supported',
      inherited: null,
    });
  });

  it('counts by hand as the program counts', () => {
    expect(built.totals.customer).toEqual({
      of: 2,
      'in-scope': 2,
      supported: 1,
      'partly-supported': 1,
      unsupported: 0,
      'not-applicable': 0,
      'not-answered': 0,
      're-opened': 0,
    });
    expect([built.totals['risk-accepted'], built.totals.overdue]).toEqual([1, 1]);
    expect(built.findings.map(({ id, rule, severity }) => `${id} ${rule} ${severity}`)).toEqual([
      'F-001 remediation-overdue high',
      'F-002 instance-worse moderate',
      'F-003 status-partial moderate',
    ]);
  });

  it('does not count the accepted risk of a duty that is met', () => {
    const met = withAnswer({ ...sound, waiver: 'WV-01' }, { attestation: { waivers: { 'WV-01': aWaiver } } });
    expect(build(met).totals['risk-accepted']).toBe(0);
    const unused = { status: 'not-applicable' as const, owner: 'lead', reason: 'Not used.', waiver: 'WV-01' };
    expect(
      build(withAnswer(unused, { attestation: { waivers: { 'WV-01': aWaiver } } })).totals['risk-accepted'],
    ).toBe(0);
  });

  it('knows days, members and states of the registers', () => {
    expect(built.evidence.map(({ id, member, lock, present }) => [id, member, lock, present])).toEqual([
      ['EV-01', 'evidence/EV-01-record.csv', 'same', true],
      ['EV-02', null, 'no-file', null],
    ]);
    expect(built.evidence[0]?.['used-by']).toEqual(['acme-run/OPS-01-C1', 'acme-run/OPS-01-C2']);
    expect(built.waivers[0]).toMatchObject({ state: 'in-force', 'days-left': 83 });
    expect(built.remediations[0]).toMatchObject({
      overdue: true,
      postponed: false,
      age: 69,
      'days-left': -8,
    });
    expect(built.retention).toEqual({ for: 'P7Y', until: '2033-10-09' });
    expect(built.approvals).toMatchObject({
      complete: true,
      missing: [],
      roles: ['preparer', 'reviewer', 'approver'],
    });
  });

  it('lists delegations with whether their target is attested', () => {
    const delegates = [{ to: 'acme-store', note: 'Keeps the files.' }];
    const model = aModel([aResource('OPS-01', 2, 1, { delegates })], {
      delegates: [{ to: 'acme-run', note: 'Itself.' }],
    });
    expect(build(inputsOf({ models: [model] })).delegations).toEqual([
      {
        from: 'acme-run',
        title: 'Acme Run',
        to: 'acme-run',
        'to-title': 'Acme Run',
        note: 'Itself.',
        attested: true,
      },
      {
        from: 'acme-run/OPS-01',
        title: 'Resource OPS-01',
        to: 'acme-store',
        'to-title': null,
        note: 'Keeps the files.',
        attested: false,
      },
    ]);
  });

  it('maps delegations from service to service, with what is attested of the one pointed to', () => {
    const run = aModel([aResource('OPS-01', 1, 1, { delegates: [{ to: 'acme-store', note: 'Files.' }] })], {
      delegates: [
        { to: 'acme-run', note: 'Itself.' },
        { to: 'acme-mail', note: 'Mail.' },
      ],
    });
    const store = aModel([aResource('OPS-01', 3, 0)], { id: 'acme-store', title: 'Acme Store' });
    const models = [run, store].map(({ id, revision }) => ({ id, revision }));
    const inputs = inputsOf({ models: [run, store], attestation: { models } });
    const map = build(inputs)['delegation-map'];
    expect(map.map(({ from, to, places, attested }) => [from, to, places, attested])).toEqual([
      ['acme-run', 'acme-mail', [], false],
      ['acme-run', 'acme-store', ['OPS-01'], true],
    ]);
    expect(map.map(({ customer }) => customer?.of ?? null)).toEqual([null, 3]);
  });

  it('maps the controls a provider presumes to duties and their results', () => {
    const duties = { 'acme-run': ['OPS-01', 'OPS-01-C1'], 'acme-store': ['OPS-01-C1', 'OPS'] };
    const assurance = anAssurance({
      'AS-01': { ...aReport, 'complementary-controls': { 'CC-1': { text: 'Review.', duties } } },
    });
    expect(build(inputsOf({ assurance })).assurance[0]?.['complementary-controls'][0]?.duties).toEqual([
      { id: 'acme-run/OPS-01-C1', result: 'supported' },
      { id: 'acme-run/OPS-01-C2', result: 'supported' },
      { id: 'acme-store/OPS-01-C1', result: null },
    ]);
  });
});
