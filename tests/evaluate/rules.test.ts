// One suite that every rule has to pass, and for each rule a case in which it finds something and cases in which it does not.
import { describe, expect, it } from 'vitest';
import { evaluate, RULES } from '../../src/evaluate/index.ts';
import { DECIDING_LINES } from '../../src/evaluate/result.ts';
import type { Evaluation } from '../../src/model/evaluation.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import type { Finding } from '../../src/model/report.ts';
import { inputsOf } from './builders.ts';
import { answerCases, waiverCases } from './cases/answers.ts';
import type { Cases } from './cases/case.ts';
import { evidenceCases } from './cases/evidence.ts';
import { previousCases } from './cases/previous.ts';
import { approvalCases, inheritedCases, providerCases } from './cases/provider.ts';
import { signOffCases } from './cases/sign-offs.ts';

const CASES: Cases = {
  ...answerCases,
  ...waiverCases,
  ...evidenceCases,
  ...inheritedCases,
  ...providerCases,
  ...approvalCases,
  ...signOffCases,
  ...previousCases,
};

const foundBy = (rule: string, inputs: Inputs): readonly Finding[] =>
  evaluate(inputs).findings.filter((finding) => finding.rule === rule);

describe('the list of rules', () => {
  it('has a case for every rule and a rule for every case', () => {
    expect(Object.keys(CASES).toSorted()).toEqual(RULES.map(({ id }) => id).toSorted());
  });

  it('has each id once', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it('has every rule that the table names', () => {
    const named = [
      'not-answered',
      'answer-not-confirmed',
      're-opened',
      'inherited-not-found',
      ...DECIDING_LINES.flatMap(({ rules }) => rules),
    ];
    expect(named.filter((id) => !RULES.some((rule) => rule.id === id))).toEqual([]);
  });

  it('finds nothing in a sound quarter', () => {
    const evaluation = evaluate(inputsOf());
    expect(evaluation.findings).toEqual([]);
    expect(evaluation.customer.map(({ result, line }) => [result, line])).toEqual([
      ['supported', 9],
      ['supported', 9],
    ]);
    expect(evaluation.provider.map(({ coverage }) => coverage)).toEqual(['covered']);
    expect(evaluation.approvals.complete).toBe(true);
  });
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const { hit, sentences, misses } = CASES[id] ?? { hit: inputsOf(), sentences: [], misses: [] };
  const found = foundBy(id, hit);

  it('says of itself what it is for', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(rule.title).toMatch(/^[A-Z].*[^.]$/);
    expect(rule.why).toMatch(/^[A-Z].*[^.]\.$/);
  });

  it('finds what it is for, and says so', () => {
    expect(found.map(({ sentence }) => sentence).toSorted()).toEqual([...sentences].toSorted());
    expect(found.length).toBeGreaterThan(0);
  });

  it('finds nothing just beside it', () => {
    expect(misses.length).toBeGreaterThan(0);
    for (const miss of misses) expect(foundBy(id, miss)).toEqual([]);
  });

  it('ends its sentences, names its refs in them and says what to do', () => {
    for (const { sentence, fix, refs, duties } of found) {
      expect(sentence).toMatch(/^\S.*[^.]\.$/);
      expect(fix).toMatch(/^[A-Z].*[^.]\.$/);
      for (const ref of refs) expect(sentence).toContain(ref);
      const named = duties.every((duty) => sentence.includes(duty.replace(/^.*\//, '')));
      expect(named || sentence.includes(`${duties.length} `), sentence).toBe(true);
    }
  });

  it('takes its severity from the policy, and no result with it', () => {
    const policy = { ...hit.policy, severities: { [id]: 'critical' as const } };
    const severe = evaluate({ ...hit, policy });
    expect(
      severe.findings
        .filter((finding) => finding.rule === id)
        .every(({ severity }) => severity === 'critical'),
    ).toBe(true);
    const results = ({ customer }: Evaluation) =>
      customer.map(({ row, result, line }) => [row.id, result, line]);
    expect(results(severe)).toEqual(results(evaluate(hit)));
  });
});
