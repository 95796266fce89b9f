// Which answer a duty takes, what its own part is, and what the policy expects of it.
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/index.ts';
import type { CustomerRow } from '../../src/model/matrix.ts';
import {
  type AnswerFile,
  aModel,
  anAttestation,
  aResource,
  aTeam,
  inputsOf,
  type Parts,
  sound,
} from './builders.ts';

const rowOf = (parts: Parts, id = 'acme-run/OPS-01-C1'): CustomerRow => {
  const found = evaluate(inputsOf(parts)).matrix.customer.find((row) => row.id === id);
  if (found === undefined) throw new Error(`no row ${id}`);
  return found;
};

describe('the answer to a duty', () => {
  it('is the duty’s own before its resource’s, and never a mixture', () => {
    const answers: Record<string, AnswerFile> = { 'OPS-01': sound, 'OPS-01-C1': { status: 'planned' } };
    expect(rowOf({ answers })).toMatchObject({
      answeredBy: 'duty',
      own: { status: 'planned', evidence: [] },
    });
    expect(rowOf({ answers }).own?.owner).toBeUndefined();
    expect(rowOf({ answers }, 'acme-run/OPS-01-C2')).toMatchObject({
      answeredBy: 'resource',
      own: { owner: 'lead' },
    });
  });

  it('is the resource’s where the duty’s key has nothing under it', () => {
    expect(rowOf({ answers: { 'OPS-01': sound, 'OPS-01-C1': {} } }).answeredBy).toBe('resource');
  });

  it('takes from around `inherited` what `ours` leaves out', () => {
    const inherited = { from: 'platform', ours: { status: 'partial' as const, statement: 'Our half.' } };
    const row = rowOf({
      answers: { 'OPS-01-C1': { owner: 'lead', evidence: ['EV-01'], statement: 'Outer.', inherited } },
    });
    expect(row.own).toMatchObject({
      owner: 'lead',
      status: 'partial',
      statement: 'Our half.',
      evidence: ['EV-01'],
    });
  });

  it('has no status of its own when all is inherited, but keeps what is said around it', () => {
    const inherited = { from: 'platform', ours: 'none' as const };
    const whole = rowOf({ answers: { 'OPS-01-C1': { owner: 'lead', waiver: 'WV-01', inherited } } });
    expect(whole).toMatchObject({ own: { owner: 'lead', waiver: 'WV-01' }, answered: true });
    expect(whole.own?.status).toBeUndefined();
    const twice = rowOf({ answers: { 'OPS-01-C1': { status: 'partial', inherited } } });
    expect(twice).toMatchObject({ own: { status: 'partial' }, answered: true });
  });
});

describe('the policy', () => {
  const duties = {
    'acme-run': {
      OPS: { criticality: 'critical' as const, evidence: '3', frequency: 'P1M' },
      'OPS-01': { evidence: '2' },
      'OPS-01-C1': { crosswalk: { own: ['X-1'] } },
    },
  };
  it('is looked up field by field, the narrowest key first', () => {
    const expected = {
      criticality: 'critical',
      evidence: 2,
      types: [],
      frequency: 'P1M',
      crosswalk: { own: ['X-1'] },
    };
    expect(rowOf({ policy: { duties } }).expected).toEqual(expected);
    expect(rowOf({}).expected).toMatchObject({ criticality: 'moderate', evidence: 1, frequency: null });
  });

  it('gives way to the answer’s own frequency', () => {
    expect(
      rowOf({ policy: { duties }, answers: { 'OPS-01': { ...sound, frequency: 'P1Y' } } }).frequency,
    ).toBe('P1Y');
  });
});

describe('models', () => {
  const two = [aModel(), aModel([aResource('OPS-01', 1, 0)], { id: 'acme-store' })];
  const models = [
    { id: 'acme-store', revision: '2026-05-01' },
    { id: 'acme-run', revision: '2026-05-01' },
  ];

  it('come in the attestation’s order, and their duties are called by full id', () => {
    const { matrix, findings } = evaluate(inputsOf({ models: two, attestation: { models } }));
    expect(matrix.customer.map(({ id }) => id)).toEqual([
      'acme-store/OPS-01-C1',
      'acme-run/OPS-01-C1',
      'acme-run/OPS-01-C2',
    ]);
    expect(findings.map(({ sentence }) => sentence)).toContain('acme-store/OPS-01-C1 is not answered.');
  });

  it('that the attestation does not list have no rows, and answers to them are told', () => {
    const inputs = inputsOf({
      models: two,
      attestation: { duties: { 'acme-run': { 'OPS-01': sound }, 'acme-store': { 'OPS-01': sound } } },
    });
    const { matrix, findings } = evaluate(inputs);
    expect(matrix.customer).toHaveLength(2);
    expect(findings.map(({ sentence }) => sentence)).toEqual([
      'The answer acme-store/OPS-01 counts for no duty: the attestation does not list that model.',
    ]);
  });
});

describe('ids that every object knows', () => {
  it('find nothing', () => {
    const answers: Record<string, AnswerFile> = {
      'OPS-01': { inherited: { from: 'constructor', ours: 'none' } },
    };
    const { findings } = evaluate(inputsOf({ answers }));
    expect(findings.map(({ rule }) => rule)).toEqual(['inherited-not-found', 'inherited-not-found']);
    const people = anAttestation({
      'OPS-01': { ...sound, tests: [{ method: 'test', by: 'constructor', on: '2026-10-01', of: 'x' }] },
    });
    expect(() => evaluate({ ...inputsOf(), ...aTeam(people) })).not.toThrow();
  });
});
