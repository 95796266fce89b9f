// What a form asks: whose duties, which resources as a whole, what was said last time, and what each row still needs.
import { describe, expect, test } from 'vitest';
import { toDoOf } from '../../../src/edit/form/to-do.ts';
import { Failure } from '../../../src/problem.ts';
import { ATTESTATION, attestationOf, formOf } from './sample.ts';

const ids = (text = ATTESTATION, more = {}): readonly string[] =>
  formOf(text, more).answers.map(({ id }) => id.slice(4));

describe('rows', () => {
  test('are all duties but the inherited ones, each resource before its duties where it can be answered as a whole', () => {
    expect(ids()).toEqual(['AA-01', 'AA-01-C1', 'AA-01-C2', 'AA-02', 'AA-02-C1', 'AA-02-C2', 'AA-02-C3']);
    expect(formOf().counts).toEqual({ asked: 5, inherited: 1, others: 0 });
  });

  test('of an owner leave out resources that somebody else answers, or that somebody else has a duty of', () => {
    expect(ids(ATTESTATION, { owner: 'lead' })).toEqual(['AA-01-C1', 'AA-02-C2']);
    expect(ids(ATTESTATION, { owner: 'sre' })).toEqual(['AA-02', 'AA-02-C1', 'AA-02-C3']);
  });

  test('of an owner are those of last time where nobody is named now', () => {
    const previous = attestationOf(ATTESTATION.replace('AA-01-C2:\n', 'AA-01-C2: { owner: lead }\n'));
    expect(ids(ATTESTATION, { owner: 'lead', previous })).toEqual([
      'AA-01',
      'AA-01-C1',
      'AA-01-C2',
      'AA-02-C2',
    ]);
  });

  test('of a resource that is inherited are not asked', () => {
    const text = ATTESTATION.replace(
      'AA-02: { status: not-applicable, owner: sre, reason: None here. }',
      'AA-02: { inherited: { from: platform, ours: none } }',
    );
    expect(ids(text)).toEqual(['AA-01', 'AA-01-C1', 'AA-01-C2', 'AA-02-C2']);
  });
});

test('evidence and remediations of an owner are those that the asked answers name, and their own', () => {
  const lead = formOf(ATTESTATION, { owner: 'lead' });
  expect(lead.evidence.map(({ id }) => id)).toEqual(['EV-01', 'EV-02']);
  expect(lead.exceptions.map(({ id }) => id)).toEqual(['svc/AA-01-C1 @ gb']);
  expect(lead.remediations.map(({ id }) => id)).toEqual(['RM-01']);
  expect(formOf(ATTESTATION, { owner: 'sre' }).evidence).toEqual([]);
});

test('a duty shows what is said of its whole resource, and what the policy expects', () => {
  const row = formOf().answers.find(({ id }) => id === 'svc/AA-02-C1');
  expect(row).toMatchObject({
    above: 'not-applicable',
    open: 'answered-above',
    criticality: 'moderate',
    text: 'Does AA-02-C1',
    whole: 'svc/AA-02',
  });
});

test('a value that no cell holds is named', () => {
  const text = ATTESTATION.replace('title: A ticket', `title: ${'x'.repeat(40_000)}`);
  expect(() => formOf(text)).toThrow('The title of EV-01 has 40000 characters, and a cell holds 32767.');
});

test('somebody whom the attestation does not list, or who has nothing to answer, is refused', () => {
  const refusal = (owner: string): string => {
    try {
      formOf(ATTESTATION.replaceAll('owner: lead', 'owner: sre'), { owner });
    } catch (error) {
      if (error instanceof Failure) return `${error.code}: ${error.message} ${error.hint}`;
      throw error;
    }
    return 'none';
  };
  expect(refusal('laed')).toContain('usage: The attestation lists nobody as laed. Did you mean `lead`?');
  expect(refusal('lead')).toContain('There is no duty to ask lead for.');
});

test.each([
  [{}, null, 'open'],
  [{}, 'planned', 'answered-above'],
  [{ owner: 'a' }, 'planned', 'open'],
  [{ status: 'planned' }, null, 'owner-missing'],
  [{ status: 'planned', owner: 'a' }, null, 'statement-missing'],
  [{ status: 'planned', owner: 'a', statement: 's' }, null, 'done'],
  [{ status: 'not-applicable', owner: 'a' }, null, 'reason-missing'],
  [{ status: 'alternative', owner: 'a', statement: 's' }, null, 'reason-missing'],
  [{ status: 'partial', owner: 'a', statement: 's', evidence: 'EV-01' }, null, 'evidence-missing'],
  [{ status: 'partial', owner: 'a', statement: 's', evidence: 'EV-01 | EV-02' }, null, 'done'],
] as const)('%j with %j above needs: %s', (values, above, open) => {
  expect(toDoOf({ ...values }, above, 2)).toBe(open);
});
