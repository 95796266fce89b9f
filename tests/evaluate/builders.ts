// Small inputs, built in memory: a sound quarter in which nothing is to be found, and ways to spoil one thing at a time.
// Everything is written as it would stand in a file and goes through the schemas, so no test holds what no file could say.
import type { z } from 'zod';
import { sha256 } from '../../src/codec/digest.ts';
import { assurance } from '../../src/model/assurance.ts';
import { type Attestation, attestation } from '../../src/model/attestation.ts';
import { type Facts, facts } from '../../src/model/facts.ts';
import type { Inputs, TeamInputs } from '../../src/model/inputs.ts';
import { type Lock, lock } from '../../src/model/lock.ts';
import { type Model, model } from '../../src/model/model.ts';
import { policy } from '../../src/model/policy.ts';

const AS_OF = '2026-10-09';

type AttestationFile = z.input<typeof attestation>;
export type AnswerFile = NonNullable<AttestationFile['duties']>[string][string];
export type AnswersFile = Record<string, AnswerFile>;
export type EvidenceFile = NonNullable<AttestationFile['evidence']>[string];
type AssuranceFile = z.input<typeof assurance>;
type PolicyFile = z.input<typeof policy>;
type ModelFile = z.input<typeof model>;
type ResourceFile = NonNullable<ModelFile['areas'][number]['resources']>[number];

/** A duty whose digest is that of its text. */
const aDuty = (id: string, text = `Do what ${id} says.`) => ({ id, line: '10', text, digest: sha256(text) });

/** `aResource('OPS-01', 2, 1)`: two customer duties and one of the provider. */
export const aResource = (
  code: string,
  customer: number,
  provider: number,
  more: Partial<ResourceFile> = {},
): ResourceFile => ({
  code,
  title: `Resource ${code}`,
  line: '5',
  allocation: 'shared',
  customer: Array.from({ length: customer }, (_, index) => aDuty(`${code}-C${index + 1}`)),
  provider: Array.from({ length: provider }, (_, index) => aDuty(`${code}-P${index + 1}`)),
  ...more,
});

/** A model of one area, `OPS`, with the resources given: OPS-01 with two customer duties and one provider duty by default. */
export const aModel = (
  resources: readonly ResourceFile[] = [aResource('OPS-01', 2, 1)],
  more: Partial<ModelFile> = {},
): Model =>
  model.parse({
    format: 'countersign/model@1',
    id: 'acme-run',
    title: 'Acme Run',
    provider: { id: 'acme', name: 'Acme Cloud' },
    revision: '2026-05-01',
    text: 'paraphrase',
    source: { title: 'Responsibilities', sha256: sha256('page') },
    areas: [{ code: 'OPS', title: 'Operations', line: '4', allocation: 'shared', resources: [...resources] }],
    ...more,
  });

/** An answer with nothing to find. */
export const sound: AnswerFile = {
  status: 'implemented',
  owner: 'lead',
  statement: 'It is done every week.',
  evidence: ['EV-01'],
};

export const aRecord: EvidenceFile = {
  type: 'record',
  title: 'Weekly record',
  file: 'evidence/record.csv',
  at: '2026-09-15',
};

export const aWaiver = {
  reason: 'Too dear this year.',
  risk: 'Late alarms.',
  'accepted-by': 'boss',
  accepted: '2026-08-01',
  expires: '2026-12-31',
  proof: 'EV-01',
};

export const aRemediation = {
  weakness: 'Some alarms are missing.',
  severity: 'moderate' as const,
  action: 'Add them.',
  owner: 'sre',
  opened: '2026-08-01',
  'original-due': '2026-11-30',
  due: '2026-11-30',
  status: 'open' as const,
};

export const aReport: AssuranceFile['reports'][string] = {
  type: 'soc-2-type-2',
  title: 'SOC 2 report',
  issuer: 'An audit firm',
  issued: '2026-10-01',
  covers: '2025-10-01/2026-09-30',
  opinion: 'unqualified',
  services: ['acme-run'],
};

export const anAssurance = (
  reports: AssuranceFile['reports'] = { 'AS-01': aReport },
  bridges: NonNullable<AssuranceFile['bridges']> = {},
): NonNullable<Inputs['assurance']> =>
  assurance.parse({
    format: 'countersign/assurance@1',
    id: 'acme-2026',
    provider: { id: 'acme', name: 'Acme Cloud' },
    reports,
    bridges,
  });

export const aPolicy = (more: Partial<PolicyFile> = {}): Inputs['policy'] =>
  policy.parse({
    format: 'countersign/policy@1',
    id: 'house',
    title: 'House policy',
    organisation: { name: 'Example Bank' },
    classification: 'Internal',
    retention: 'P7Y',
    approvals: { mode: 'recorded', roles: ['preparer', 'reviewer', 'approver'], separation: 'all-different' },
    'fail-at': 'high',
    thresholds: { 'evidence-reuse': '5', 'waiver-longest': 'P1Y', 'bridge-longest': 'P92D' },
    defaults: { criticality: 'moderate', evidence: '1' },
    ...more,
  });

/** `answers` are those to the model `acme-run`. */
export const anAttestation = (answers: AnswersFile, more: Partial<AttestationFile> = {}): Attestation =>
  attestation.parse({
    format: 'countersign/attestation@1',
    team: { id: 'payments', name: 'Payments' },
    system: {
      id: 'checkout',
      name: 'Card checkout',
      instances: {
        'prod-de': { name: 'Germany', region: 'de' },
        'prod-gb': { name: 'Britain', region: 'gb' },
      },
    },
    period: '2026-Q3',
    models: [{ id: 'acme-run', revision: '2026-05-01' }],
    people: {
      lead: { name: 'Ada Example', role: 'Team lead' },
      sre: { name: 'Ben Example', role: 'Reliability engineer' },
      boss: { name: 'Cleo Example', role: 'Head of platform' },
    },
    duties: { 'acme-run': answers },
    evidence: { 'EV-01': aRecord },
    approvals: [
      { role: 'preparer', person: 'lead', date: '2026-10-05', reference: 'T-1' },
      { role: 'reviewer', person: 'sre', date: '2026-10-06', reference: 'T-2' },
      { role: 'approver', person: 'boss', date: '2026-10-07', reference: 'T-3' },
    ],
    ...more,
  });

/** Facts as if every evidence file were there, with content that follows from its path. */
const factsFor = ({ evidence }: Attestation): Facts =>
  facts.parse({
    format: 'countersign/facts@1',
    evidence: Object.fromEntries(
      Object.entries(evidence)
        .filter(([, { file }]) => file !== undefined)
        .map(([id, { file = '' }]) => [id, { present: true, size: file.length, sha256: sha256(file) }]),
    ),
  });

/** A lock over every duty of the models and every file that the facts know. */
const lockFor = (models: readonly Model[], attested: Attestation, known: Facts): Lock =>
  lock.parse({
    format: 'countersign/lock@1',
    duties: Object.fromEntries(
      models.flatMap((one) =>
        one.areas
          .flatMap(({ resources }) => resources)
          .flatMap(({ customer }) => customer.map(({ id, digest }) => [`${one.id}/${id}`, digest])),
      ),
    ),
    evidence: Object.fromEntries(
      Object.entries(known.evidence).flatMap(([id, fact]) =>
        fact.present
          ? [[id, { file: attested.evidence[id]?.file ?? id, size: fact.size, sha256: fact.sha256 }]]
          : [],
      ),
    ),
  });

/** An attestation with its facts and its lock, all in order. */
export const aTeam = (attested: Attestation, models: readonly Model[] = [aModel()]): TeamInputs => {
  const known = factsFor(attested);
  return { attestation: attested, facts: known, lock: lockFor(models, attested, known) };
};

/** What a test wants otherwise than in the sound quarter. */
export type Parts = {
  readonly answers?: AnswersFile;
  readonly attestation?: Partial<AttestationFile>;
  readonly models?: readonly Model[];
  readonly policy?: Partial<PolicyFile>;
  readonly assurance?: Inputs['assurance'];
  readonly inherited?: Inputs['inherited'];
  readonly asOf?: string;
  readonly previous?: Inputs['previous'];
  readonly signOffs?: Inputs['signOffs'];
};

/** A sound quarter of two customer duties, both answered, with the parts replaced that the test names. Locked and complete. */
export const inputsOf = (parts: Parts = {}): Inputs => {
  const models = parts.models ?? [aModel()];
  const answers = parts.answers ?? { 'OPS-01-C1': sound, 'OPS-01-C2': sound };
  return {
    ...aTeam(anAttestation(answers, parts.attestation), models),
    asOf: parts.asOf ?? AS_OF,
    models: Object.fromEntries(models.map((one) => [one.id, one])),
    policy: aPolicy(parts.policy),
    assurance: parts.assurance === undefined ? anAssurance() : parts.assurance,
    inherited: parts.inherited ?? {},
    previousModels: {},
    previous: parts.previous ?? null,
    signOffs: parts.signOffs ?? [],
  };
};

/** The sound quarter with one answer to OPS-01-C1 changed. */
export const withAnswer = (answer: AnswerFile, parts: Parts = {}): Inputs =>
  inputsOf({ ...parts, answers: { 'OPS-01-C1': answer, 'OPS-01-C2': sound } });
