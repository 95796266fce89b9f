// Random inputs, valid by the schemas and otherwise as odd as they come: answers to duties that do not exist, circles of teams,
// evidence without days, periods after the as-of day.
import fc from 'fast-check';
import { STATUSES } from '../../src/model/attestation.ts';
import type { Inputs, TeamInputs } from '../../src/model/inputs.ts';
import {
  type AnswerFile,
  aModel,
  anAssurance,
  anAttestation,
  aPolicy,
  aRecord,
  aRemediation,
  aReport,
  aResource,
  aTeam,
  aWaiver,
  type EvidenceFile,
} from './builders.ts';

const MODELS = [
  aModel([aResource('OPS-01', 3, 2), aResource('OPS-02', 2, 0), aResource('OPS-03', 0, 1)]),
  aModel([aResource('OPS-01', 1, 1), aResource('OPS-02', 0, 0, { allocation: 'none' })], {
    id: 'acme-store',
  }),
];
const TEAMS = ['payments', 'platform', 'cloud', 'constructor'];

const aDay = fc.constantFrom(
  '2025-02-28',
  '2026-06-30',
  '2026-07-01',
  '2026-09-30',
  '2026-10-09',
  '2026-10-10',
  '2028-02-29',
);
const anInterval = fc.tuple(aDay, aDay).map((days) => days.toSorted().join('/'));
const aDuration = fc.constantFrom('P1M', 'P1Y', 'P92D', 'P2W');
const words = fc.string({ minLength: 1, maxLength: 12 }).map((text) => `x${text}`);
const person = fc.constantFrom('lead', 'sre', 'boss', 'constructor');
const key = fc.constantFrom(
  'OPS-01',
  'OPS-02',
  'OPS-03',
  'OPS-09',
  'OPS-01-C1',
  'OPS-01-C2',
  'OPS-02-C1',
  'OPS-01-P1',
  'OPS-09-C1',
);
const evidenceId = fc.constantFrom('EV-01', 'EV-02', 'EV-03', 'EV-99');

const maybe = <T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(shape, { requiredKeys: [] });

const test = fc.record(
  {
    method: fc.constantFrom('examine' as const, 'interview' as const, 'test' as const),
    by: person,
    on: aDay,
    of: words,
    population: fc.nat(9).map(String),
    sample: fc.nat(9).map(String),
    deviations: fc.array(fc.record({ what: words, response: words }, { requiredKeys: ['what'] }), {
      maxLength: 2,
    }),
  },
  { requiredKeys: ['method', 'by', 'on', 'of'] },
);

const own = maybe({
  status: fc.constantFrom(...STATUSES),
  owner: person,
  statement: words,
  reason: words,
  evidence: fc.array(evidenceId, { maxLength: 3 }),
  tests: fc.array(test, { maxLength: 2 }),
  except: fc.dictionary(
    fc.constantFrom('prod-de', 'prod-gb'),
    fc.record(
      { status: fc.constantFrom(...STATUSES), reason: words, remediation: fc.constantFrom('RM-01', 'RM-09') },
      { requiredKeys: ['status'] },
    ),
    { maxKeys: 2 },
  ),
  frequency: aDuration,
  'last-performed': aDay,
  'carried-from': fc.constant('2026-Q2'),
  waiver: fc.constantFrom('WV-01', 'WV-09'),
  remediation: fc.constantFrom('RM-01', 'RM-09'),
});

const inherited = fc.record(
  {
    from: fc.constantFrom(...TEAMS),
    duty: fc.constantFrom('OPS-01-C1', 'OPS-01-C2', 'OPS-09-C1'),
    ours: fc.oneof(fc.constant('none' as const), own),
  },
  { requiredKeys: ['from', 'ours'] },
);

const answer = fc
  .tuple(own, fc.option(inherited, { nil: undefined, freq: 2 }))
  .map(([part, from]): AnswerFile => (from === undefined ? part : { ...part, inherited: from }));
const answers = fc.dictionary(key, answer, { maxKeys: 7 });

const evidence = fc.record(
  {
    type: fc.constantFrom('record' as const, 'ticket' as const),
    title: words,
    file: fc.constantFrom('evidence/a', 'evidence/b'),
    keep: fc.constantFrom('copy' as const, 'reference' as const),
    at: aDay,
    covers: anInterval,
    by: person,
  },
  { requiredKeys: ['type', 'title'] },
) as fc.Arbitrary<EvidenceFile>;

const approval = fc.record({
  role: fc.constantFrom('preparer' as const, 'reviewer' as const, 'approver' as const),
  person,
  date: aDay,
  reference: words,
});

const attested = (team: string) =>
  fc
    .record({
      answers,
      store: answers,
      evidence: fc.dictionary(
        fc.constantFrom('EV-01', 'EV-02', 'EV-03'),
        fc.oneof(fc.constant(aRecord), evidence),
      ),
      waiver: fc.record({ accepted: aDay, expires: aDay, 'accepted-by': person, proof: evidenceId }),
      remediation: fc.record({
        due: aDay,
        'original-due': aDay,
        status: fc.constantFrom('open' as const, 'done' as const, 'cancelled' as const),
      }),
      models: fc.uniqueArray(fc.constantFrom('acme-run', 'acme-store', 'acme-other'), { minLength: 1 }),
      approvals: fc.array(approval, { maxLength: 4 }),
      period: fc.constantFrom('2026-Q3', '2026', '2027-01', '2026-08'),
    })
    .map((parts) =>
      anAttestation(parts.answers, {
        team: { id: team, name: team },
        duties: { 'acme-run': parts.answers, 'acme-store': parts.store },
        evidence: parts.evidence,
        waivers: { 'WV-01': { ...aWaiver, ...parts.waiver } },
        remediations: { 'RM-01': { ...aRemediation, ...parts.remediation } },
        models: parts.models.map((id) => ({ id, revision: '2026-05-01' })),
        approvals: parts.approvals,
        period: parts.period,
      }),
    );

const teamInputs = (team: string): fc.Arbitrary<TeamInputs> =>
  fc
    .tuple(attested(team), fc.array(evidenceId), fc.array(key), fc.boolean())
    .map(([attestation, gone, unlocked, locked]) => {
      const { facts, lock } = aTeam(attestation, MODELS);
      const present = Object.fromEntries(
        Object.entries(facts.evidence).filter(([id]) => !gone.some((each) => each === id)),
      );
      const duties = Object.entries(lock?.duties ?? {}).filter(
        ([id]) => !unlocked.some((each) => id.endsWith(`/${each}`)),
      );
      return {
        attestation,
        facts: { ...facts, evidence: present },
        lock: locked && lock !== null ? { ...lock, duties: Object.fromEntries(duties) } : null,
      };
    });

const assurance = fc
  .record({
    covers: anInterval,
    bridge: anInterval,
    opinion: fc.constantFrom('unqualified' as const, 'qualified' as const, 'adverse' as const),
    services: fc.uniqueArray(fc.constantFrom('acme-run', 'acme-store'), { minLength: 1 }),
    codes: fc.array(key, { maxLength: 2 }),
  })
  .map(({ covers, bridge, opinion, services, codes }) =>
    anAssurance(
      {
        'AS-01': { ...aReport, covers, opinion, services },
        'AS-02': {
          ...aReport,
          'carve-outs': [{ what: 'Buildings', duties: { 'acme-run': codes } }],
          'complementary-controls': { 'CC-1': { text: 'Review.', duties: { 'acme-run': codes } } },
        },
      },
      { 'AS-03': { extends: 'AS-01', covers: bridge, issued: '2026-10-01', 'signed-by': 'Acme' } },
    ),
  );

export const someInputs: fc.Arbitrary<Inputs> = fc
  .record({
    team: teamInputs('payments'),
    platform: teamInputs('platform'),
    cloud: teamInputs('cloud'),
    assurance: fc.option(assurance),
    asOf: aDay,
    mode: fc.constantFrom('recorded' as const, 'signed' as const),
    separation: fc.constantFrom('all-different' as const, 'two-people' as const),
    expected: fc.nat(2).map(String),
  })
  .map(({ team, platform, cloud, asOf, mode, separation, expected, ...rest }) => ({
    ...team,
    asOf,
    previous: null,
    previousModels: {},
    signOffs: [],
    assurance: rest.assurance,
    models: Object.fromEntries(MODELS.map((one) => [one.id, one])),
    policy: aPolicy({
      approvals: { mode, separation, roles: ['preparer', 'reviewer', 'approver'] },
      duties: { 'acme-run': { 'OPS-01': { evidence: expected, frequency: 'P1Y' }, 'OPS-09': {} } },
    }),
    inherited: { platform, cloud, payments: team },
  }));

/** The same value with the keys of every object the other way round. */
export const reversed = <T>(value: T): T => {
  if (Array.isArray(value)) return value.map(reversed) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([name, member]) => [name, reversed(member)])) as T;
};
