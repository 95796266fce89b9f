// Teams of a fictional bank for a roll-up: each answers otherwise for the bundled model, every third for a second service too. Everything
// follows from the team's number, so that the same packs come out wherever they are made.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { ROOT } from '../example.mjs';

const MODEL = parse(readFileSync(join(ROOT, 'data/models/ibm-code-engine.model.yaml'), 'utf8'));
const WORDS =
  'payments lending cards treasury onboarding ledger claims pricing fraud statements mortgages custody'.split(
    ' ',
  );
const SYSTEMS = ['core', 'gateway', 'portal', 'batch'];
const STATUSES = [
  'implemented',
  'implemented',
  'implemented',
  'implemented',
  'partial',
  'not-applicable',
  'planned',
  null,
];

/** A mixed number in [0, 2^32) of two small ones (Knuth's multiplicative hashing, twice). */
const mix = (team, item) => (Math.imul(Math.imul(team + 1, 2654435761) ^ (item + 7), 2246822519) >>> 0) >>> 3;

const digest = (character) => `sha256:${character.repeat(64)}`;
const STORE = {
  ...{ format: 'countersign/model@1', id: 'example-object-store', title: 'Example Object Store' },
  provider: { id: 'example', name: 'Example Provider' },
  ...{ revision: '2026-04-01', text: 'verbatim' },
  source: { title: 'Responsibilities for the store', sha256: digest('a') },
  areas: ['Buckets and data', 'Identity and access', 'Recovery'].map((title, index) => {
    const code = ['BD', 'IDA', 'REC'][index];
    const duty = (party, number, text) => ({
      id: `${code}-01-${party}${number}`,
      line: index + 1,
      text,
      digest: digest('b'),
    });
    return {
      ...{ code, title, line: index + 1, allocation: 'shared' },
      resources: [
        {
          ...{ code: `${code}-01`, title, line: index + 1, allocation: 'shared' },
          provider: [duty('P', 1, `Keep ${title.toLowerCase()} running.`)],
          customer: [
            duty('C', 1, `Set up ${title.toLowerCase()}.`),
            duty('C', 2, `Review ${title.toLowerCase()} every quarter.`),
          ],
        },
      ],
    };
  }),
};

const customerDuties = ({ areas }) =>
  areas.flatMap(({ resources }) => resources.flatMap((one) => (one.customer ?? []).map(({ id }) => id)));

const answersOf = (model, team) =>
  Object.fromEntries(
    customerDuties(model).flatMap((id, item) => {
      const status = STATUSES[mix(team, item) % STATUSES.length];
      if (status === null) return [];
      const answer = {
        status,
        owner: 'lead',
        statement: `How team ${team} does it, as of the quarter's end.`,
        evidence: ['EV-01'],
      };
      if (status === 'not-applicable')
        return [[id, { status, owner: 'lead', reason: 'Nothing of the kind is run.' }]];
      if (status === 'partial')
        return [[id, { ...answer, reason: 'One of two regions.', remediation: 'RM-01', waiver: 'WV-01' }]];
      return [
        [
          id,
          status === 'planned' ? { ...answer, reason: 'Begun in October.', remediation: 'RM-02' } : answer,
        ],
      ];
    }),
  );

const attestationOf = (team, final, { label, asOf, covers }) => {
  const models = team % 3 === 0 ? [MODEL, STORE] : [MODEL];
  const [word, system] = [
    WORDS[team % WORDS.length],
    SYSTEMS[Math.floor(team / WORDS.length) % SYSTEMS.length],
  ];
  const id = team < WORDS.length * SYSTEMS.length ? word : `${word}-${team}`;
  const date = (number) =>
    `2026-${String(7 + (mix(team, number) % 5)).padStart(2, '0')}-1${mix(team, number + 1) % 9}`;
  return {
    format: 'countersign/attestation@1',
    team: { id, name: `${word[0].toUpperCase()}${word.slice(1)} platform` },
    system: { id: system, name: `${word[0].toUpperCase()}${word.slice(1)} ${system}` },
    ...{
      period: label,
      'as-of': asOf,
      policy: 'rollup.policy.yaml',
      assurance: join(ROOT, 'data/assurance/ibm-2026.assurance.yaml'),
    },
    models: models.map((model) => ({ id: model.id, revision: model.revision })),
    people: {
      lead: { name: 'Robin Example', role: 'Platform engineering lead' },
      head: { name: 'Sam Mockup', role: 'Head of the domain' },
    },
    duties: Object.fromEntries(models.map((model) => [model.id, answersOf(model, team)])),
    evidence: {
      'EV-01': {
        type: 'record',
        title: 'Record of the quarter',
        file: `evidence/${id}.${system}.txt`,
        covers,
        by: 'lead',
      },
    },
    waivers: {
      'WV-01': {
        reason: 'A merchant needs time.',
        risk: `An attack on one region is seen and not stopped (team ${team}).`,
        'accepted-by': 'head',
        accepted: '2026-06-15',
        expires: `2026-${team % 4 === 1 ? '09-30' : team % 4 === 2 ? '12-10' : '11-30'}`,
      },
    },
    remediations: {
      'RM-01': {
        weakness: `One region of team ${team} has no alerts.`,
        severity: 'moderate',
        action: 'Move it to the module.',
        owner: 'lead',
        opened: '2026-07-20',
        'original-due': date(3),
        due: date(3),
        status: 'open',
        ticket: `OPS-${1000 + team}`,
      },
      'RM-02': {
        weakness: 'Recovery has not been rehearsed.',
        severity: team % 5 === 0 ? 'high' : 'low',
        action: 'Rehearse it.',
        owner: 'lead',
        opened: '2026-08-01',
        'original-due': '2026-10-01',
        due: date(9) > '2026-10-01' ? date(9) : '2026-10-01',
        status: 'open',
      },
    },
    approvals: final
      ? [
          { role: 'preparer', person: 'lead', date: asOf, reference: 'Mail of that day' },
          { role: 'approver', person: 'head', date: asOf, reference: 'Mail of that day' },
        ]
      : [],
  };
};

const POLICY = {
  ...{ format: 'countersign/policy@1', id: 'example', title: 'Policy of the example' },
  organisation: { name: 'Northfield Example Bank' },
  ...{ classification: 'Confidential', retention: 'P7Y', 'fail-at': 'high' },
  approvals: { mode: 'recorded', roles: ['preparer', 'approver'], separation: 'all-different' },
  thresholds: { 'evidence-reuse': 50, 'waiver-longest': 'P6M', 'bridge-longest': 'P92D' },
  defaults: { criticality: 'moderate', evidence: 1 },
};

const Q3 = { label: '2026-Q3', asOf: '2026-10-09', covers: '2026-07-01/2026-09-30' };
export const Q2 = { label: '2026-Q2', asOf: '2026-07-09', covers: '2026-04-01/2026-06-30' };

/** Writes the files of that many teams into a folder and gives the paths of their attestations. `isFinal` says which have their approvals. */
export const writeTeams = (folder, count, isFinal = () => true, period = Q3) => {
  for (const name of ['evidence', 'models']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'models/example-object-store.model.yaml'), stringify(STORE));
  writeFileSync(join(folder, 'rollup.policy.yaml'), stringify(POLICY));
  return Array.from({ length: count }, (_, team) => {
    const attestation = attestationOf(team, isFinal(team), period);
    const name = `${attestation.team.id}.${attestation.system.id}`;
    writeFileSync(join(folder, `evidence/${name}.txt`), `${name}\n`);
    const path = join(folder, `${name}.attestation.yaml`);
    writeFileSync(path, stringify(attestation));
    return path;
  });
};
