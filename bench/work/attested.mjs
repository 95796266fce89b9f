// A team's files from a seeded pack: model, policy, attestation and evidence, as people would keep them beside one another.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { makePack } from './pack.mjs';
import { proseBy } from './prose.mjs';
import { randomFrom } from './random.mjs';

export const MODEL = 'bench';
const REVISION = '2026-01-01';
const ATTESTATION = 'bench.attestation.yaml';
/** Words of one evidence file: an export of some hundred lines is rare, a record of a page is not. */
const EVIDENCE_WORDS = 150;

/** Who signs, in the order of the roles. */
const SIGNERS = { preparer: 'Robin Example', reviewer: 'Kim Sample', approver: 'Sam Mockup' };

const digestOf = (text) => `sha256:${createHash('sha256').update(text).digest('hex')}`;

const dutyOf = ({ id, text }, line) => ({ id, line, text, digest: digestOf(text) });

/** Every resource has one duty of the provider's beside those of the customer. */
const resourceOf = ({ id, title, duties }) => ({
  ...{ code: id, title, line: 1, allocation: 'shared' },
  provider: [dutyOf({ id: `${id}-P1`, text: `Keep ${title} running.` }, 1)],
  customer: duties.map((duty) => dutyOf(duty, 1)),
});

export const modelOf = (pack) => ({
  ...{ format: 'countersign/model@1', id: MODEL, title: pack.title },
  provider: { id: 'provider', name: 'Example Provider' },
  ...{ revision: REVISION, text: 'verbatim' },
  source: { title: pack.title, sha256: digestOf(pack.title) },
  areas: pack.areas.map(({ id, title, scope, resources }) => ({
    ...{ code: id, title, line: 1, allocation: 'shared' },
    scope: { line: 1, shared: scope, digest: digestOf(scope) },
    resources: resources.map(resourceOf),
  })),
});

export const POLICY = {
  ...{ format: 'countersign/policy@1', id: 'bench', title: 'Policy of the benchmark' },
  organisation: { name: 'Example Bank' },
  ...{ classification: 'Confidential', retention: 'P7Y', 'fail-at': 'high' },
  approvals: { mode: 'signed', roles: Object.keys(SIGNERS), separation: 'all-different' },
  thresholds: { 'evidence-reuse': 5, 'waiver-longest': 'P6M', 'bridge-longest': 'P92D' },
  defaults: { criticality: 'moderate', evidence: 1 },
};

const dutiesOf = ({ areas }) => areas.flatMap(({ resources }) => resources.flatMap(({ duties }) => duties));

const answersOf = (pack) =>
  Object.fromEntries(
    dutiesOf(pack).map(({ id, status, statement, evidence, 'last-performed': last }) => [
      id,
      {
        status,
        owner: 'preparer',
        'last-performed': last,
        statement,
        evidence: evidence.map((one) => one.id),
      },
    ]),
  );

const fileOf = (id) => `evidence/${id}.txt`;

const evidenceOf = (pack) =>
  Object.fromEntries(
    dutiesOf(pack)
      .flatMap(({ evidence }) => evidence)
      .map(({ id, title, at }) => [id, { type: 'record', title, file: fileOf(id), at, by: 'preparer' }]),
  );

export const attestationOf = (pack) => ({
  format: 'countersign/attestation@1',
  team: { id: pack['pack-id'], name: pack.keys[0].value },
  system: { id: 'system', name: pack.title },
  ...{ period: pack.period, 'as-of': pack['as-of'], policy: 'bench.policy.yaml' },
  models: [{ id: MODEL, revision: REVISION }],
  people: Object.fromEntries(Object.entries(SIGNERS).map(([role, name]) => [role, { name, role }])),
  duties: { [MODEL]: answersOf(pack) },
  evidence: evidenceOf(pack),
});

/** Writes the files of a work and a seed into a folder: `{ attestation, signers }`, where it lies and who signs as what. */
export const writeTeam = (folder, work, seed) => {
  const pack = makePack(work, seed);
  const random = randomFrom(seed);
  const write = (name, text) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  write(`models/${MODEL}.model.yaml`, stringify(modelOf(pack)));
  write('bench.policy.yaml', stringify(POLICY));
  write(ATTESTATION, stringify(attestationOf(pack)));
  for (const id of Object.keys(evidenceOf(pack))) write(fileOf(id), `${proseBy(random, EVIDENCE_WORDS)}\n`);
  const signers = Object.entries(SIGNERS).map(([role, name]) => ({ role, person: role, name }));
  return { attestation: join(folder, ATTESTATION), signers };
};
