// The pack id covers everything an evaluation depends on, and nothing of how it was written.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../src/model/inputs.ts';
import { packIdOf } from '../../src/report/index.ts';
import { reversed } from '../evaluate/arbitraries.ts';
import { aModel, anAssurance, aPolicy, aTeam, inputsOf } from '../evaluate/builders.ts';
import { aPrevious } from '../evaluate/cases/previous.ts';

const inputs = inputsOf();

/** Keys sorted by way of a replacer, so that nothing of the program's own canonical form is used. */
const independent = (value: unknown): string =>
  createHash('sha256')
    .update(
      JSON.stringify(value, (_, member) =>
        typeof member === 'object' && member !== null && !Array.isArray(member)
          ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
          : member,
      ),
    )
    .digest('hex');

describe('the pack id', () => {
  it('is the digest that somebody else computes', () => {
    const { asOf, signOffs: _signOffs, previousModels: _none, ...rest } = inputs;
    expect(packIdOf(inputs)).toBe(`sha256:${independent({ ...rest, 'as-of': asOf, rules: 1 })}`);
  });

  it('takes of a previous pack the digests of its report and its manifest', () => {
    const { asOf, signOffs: _signOffs, previousModels: _none, ...rest } = inputs;
    const { report, manifest } = aPrevious();
    const previous = { report, manifest };
    expect(packIdOf({ ...inputs, previous: aPrevious() })).toBe(
      `sha256:${independent({ ...rest, previous, 'as-of': asOf, rules: 1 })}`,
    );
  });

  it('names the models that answers were moved from only where there are any', () => {
    const { asOf, signOffs: _signOffs, previousModels: _none, ...rest } = inputs;
    const previousModels = { 'acme-run': aModel([]) };
    expect(packIdOf({ ...inputs, previousModels })).toBe(
      `sha256:${independent({ ...rest, 'previous-models': previousModels, 'as-of': asOf, rules: 1 })}`,
    );
  });

  it('does not hang on the order of keys', () => {
    expect(packIdOf(reversed(inputs))).toBe(packIdOf(inputs));
  });

  it('changes with each of the inputs', () => {
    const others: readonly Partial<Inputs>[] = [
      { asOf: '2026-10-10' },
      { lock: null },
      { models: { 'acme-run': aModel([]) } },
      { previousModels: { 'acme-run': aModel([]) } },
      { policy: aPolicy({ title: 'Another' }) },
      { assurance: null },
      { assurance: anAssurance({}) },
      { facts: { ...inputs.facts, evidence: {} } },
      { attestation: { ...inputs.attestation, 'as-of': '2026-10-09' } },
      { inherited: { platform: aTeam(inputs.attestation) } },
      { previous: aPrevious() },
      { previous: aPrevious({ report: `sha256:${'1'.repeat(64)}` }) },
      { previous: aPrevious({ manifest: `sha256:${'1'.repeat(64)}` }) },
    ];
    const ids = [inputs, ...others.map((other) => ({ ...inputs, ...other }))].map(packIdOf);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
