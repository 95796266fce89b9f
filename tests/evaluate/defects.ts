// Ways of spoiling an otherwise sound answer, one for each rule that decides a line of the table.
import type { Inputs } from '../../src/model/inputs.ts';
import type { AnswerFile } from './builders.ts';

/** What to change in the answer, and what in the inputs around it. */
export type Defect = {
  readonly answer?: AnswerFile;
  readonly without?: 'statement';
  readonly inputs?: (inputs: Inputs) => Inputs;
};

type Lock = NonNullable<Inputs['lock']>;

const withFact = (inputs: Inputs, fact: Inputs['facts']['evidence'][string]): Inputs => ({
  ...inputs,
  facts: { ...inputs.facts, evidence: { ...inputs.facts.evidence, 'EV-01': fact } },
});

const withLock = (inputs: Inputs, change: Partial<Lock>): Inputs => ({
  ...inputs,
  lock: inputs.lock === null ? null : { ...inputs.lock, ...change },
});

const aTest = (more: object): AnswerFile => ({
  tests: [{ method: 'examine', by: 'sre', on: '2026-10-01', of: 'records', ...more }],
});

const OTHER_DIGEST = `sha256:${'0'.repeat(64)}`;

/** Expects evidence EV-01 with a file, and EV-02 taken before the period, as `EVIDENCE` has them. */
export const DEFECTS = {
  none: {},
  statement: { without: 'statement' },
  evidence: { answer: { evidence: [] } },
  file: { inputs: (inputs) => withFact(inputs, { present: false }) },
  changed: { inputs: (inputs) => withFact(inputs, { present: true, size: 1, sha256: OTHER_DIGEST }) },
  unlocked: { inputs: (inputs) => withLock(inputs, { evidence: {} }) },
  outside: { answer: { evidence: ['EV-02'] } },
  'out-of-date': { answer: { frequency: 'P1M', 'last-performed': '2026-08-01' } },
  'no-lock': { inputs: (inputs) => withLock(inputs, { duties: {} }) },
  'dev-open': { answer: aTest({ deviations: [{ what: 'One was late.' }] }) },
  'dev-met': { answer: aTest({ deviations: [{ what: 'One was late.', response: 'Done since.' }] }) },
  sample: { answer: aTest({ population: '3', sample: '4' }) },
  'by-owner': { answer: aTest({ by: 'lead' }) },
  instance: { answer: { except: { 'prod-gb': { status: 'not-implemented' } } } },
  text: { inputs: (inputs) => withLock(inputs, { duties: { 'acme-run/OPS-01-C1': OTHER_DIGEST } }) },
} as const satisfies Record<string, Defect>;

export type DefectName = keyof typeof DEFECTS;

export const defect = (name: DefectName): Defect => DEFECTS[name];

export const EVIDENCE = {
  'EV-01': { type: 'record' as const, title: 'Record', file: 'evidence/a.csv', at: '2026-09-15' },
  'EV-02': { type: 'record' as const, title: 'Old record', location: 'Vault 1', at: '2026-05-02' },
};

/** Pairs that cannot be told apart or undo each other: one field, one file, or a frequency that does away with the days. */
const EXCLUSIVE: readonly (readonly DefectName[])[] = [
  ['dev-open', 'dev-met', 'sample', 'by-owner'],
  ['evidence', 'outside', 'file', 'changed', 'unlocked'],
  ['no-lock', 'text'],
  ['outside', 'out-of-date'],
];

export const canStandTogether = (one: DefectName, other: DefectName): boolean =>
  one !== other && !EXCLUSIVE.some((names) => names.includes(one) && names.includes(other));
