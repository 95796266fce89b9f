// What holds for any inputs whatever.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/index.ts';
import { RESULTS } from '../../src/model/report.ts';
import { SEVERITIES } from '../../src/model/scalar.ts';
import { reversed, someInputs } from './arbitraries.ts';

const always = (check: (inputs: Parameters<typeof evaluate>[0]) => void): void => {
  fc.assert(fc.property(someInputs, check), { numRuns: 80 });
};

const isSomething = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : value !== undefined;

describe('any evaluation', () => {
  it('has every duty of every attested model at hand exactly once', () => {
    always((inputs) => {
      const { matrix, customer, provider } = evaluate(inputs);
      const attested = inputs.attestation.models.flatMap(({ id }) => inputs.models[id] ?? []);
      const ids = (party: 'customer' | 'provider'): readonly string[] =>
        attested.flatMap((model) =>
          model.areas.flatMap((area) =>
            area.resources.flatMap((one) => one[party].map(({ id }) => `${model.id}/${id}`)),
          ),
        );
      expect(customer.map(({ row }) => row.id)).toEqual(ids('customer'));
      expect(provider.map(({ row }) => row.id)).toEqual(ids('provider'));
      expect(matrix.customer.length).toBe(customer.length);
    });
  });

  it('takes up every answer, or tells of it', () => {
    always((inputs) => {
      const { matrix, findings } = evaluate(inputs);
      for (const [model, answers] of Object.entries(inputs.attestation.duties)) {
        for (const [key, answer] of Object.entries(answers)) {
          const said = Object.values(answer).some((value) => isSomething(value));
          const taken = matrix.customer.some((row) => row.answer === answer);
          const told = findings.some(
            ({ rule, refs }) => rule === 'answer-without-duty' && refs.includes(`${model}/${key}`),
          );
          expect(!said || taken !== told, `${model}/${key}`).toBe(true);
        }
      }
    });
  });

  it('does not hang on the order of keys', () => {
    always((inputs) => {
      const { models, ...rest } = inputs;
      expect(evaluate({ ...reversed(rest), models: reversed(models) })).toEqual(evaluate(inputs));
    });
  });

  it('numbers its findings in order, worst first, and names only duties it knows', () => {
    always((inputs) => {
      const { findings, customer, provider } = evaluate(inputs);
      const known = new Set([...customer, ...provider].map(({ row }) => row.id));
      const ranks = findings.map(({ severity }) => SEVERITIES.indexOf(severity));
      expect(findings.map(({ id }) => id)).toEqual(
        findings.map((_, at) => `F-${String(at + 1).padStart(3, '0')}`),
      );
      expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
      expect(findings.flatMap(({ duties }) => duties).filter((duty) => !known.has(duty))).toEqual([]);
    });
  });

  it('explains every result that is worse than supported by a finding on the duty', () => {
    always((inputs) => {
      const { findings, customer } = evaluate(inputs);
      for (const { row, result } of customer) {
        expect(RESULTS).toContain(result);
        const explained = findings.some(({ duties }) => duties.includes(row.id));
        expect(
          explained || result === 'supported' || result === 'not-applicable',
          `${row.id} ${result}`,
        ).toBe(true);
      }
    });
  });

  it('is never better than what is inherited', () => {
    const order = ['not-applicable', 'supported', 'partly-supported', 'unsupported'];
    always((inputs) => {
      for (const { result, link } of evaluate(inputs).customer) {
        if (link?.found !== true || !order.includes(result)) continue;
        expect(order.indexOf(result)).toBeGreaterThanOrEqual(order.indexOf(link.result));
      }
    });
  });
});
