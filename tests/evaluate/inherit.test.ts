// Inherited answers: each way of not being found, chains of teams, and circles.
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/index.ts';
import type { Inputs, TeamInputs } from '../../src/model/inputs.ts';
import { type AnswerFile, type AnswersFile, anAttestation, aTeam, inputsOf, sound } from './builders.ts';

const from = (team: string, duty?: string): AnswerFile => ({
  inherited: { from: team, ours: 'none', ...(duty === undefined ? {} : { duty }) },
});
const team = (id: string, answers: AnswersFile): TeamInputs =>
  aTeam(anAttestation(answers, { team: { id, name: id } }));

/** Result, and why not found, of OPS-01-C1. */
const seen = (inherited: Inputs['inherited'], answer = from('platform')): readonly (string | undefined)[] => {
  const verdict = evaluate(inputsOf({ answers: { 'OPS-01-C1': answer }, inherited })).customer[0];
  return verdict?.link?.found === false ? [verdict.result, verdict.link.why] : [verdict?.result];
};

describe('an inherited answer', () => {
  const platform = team('platform', { 'OPS-01-C1': sound, 'OPS-01-C2': { ...sound, status: 'partial' } });

  it('takes the source’s result, statement and digest', () => {
    const [verdict] = evaluate(
      inputsOf({ answers: { 'OPS-01': from('platform', 'OPS-01-C2') }, inherited: { platform } }),
    ).customer;
    expect(verdict?.link).toEqual({
      from: 'platform',
      duty: 'acme-run/OPS-01-C2',
      found: true,
      result: 'partly-supported',
      statement: 'It is done every week.',
      digest: inputsOf().models['acme-run']?.areas[0]?.resources[0]?.customer[1]?.digest,
    });
    expect(verdict).toMatchObject({ result: 'partly-supported', line: 4 });
  });

  it('is not found for each reason, in this order', () => {
    const lock = { ...platform.lock, format: 'countersign/lock@1' as const, evidence: {} };
    const others = anAttestation(
      { 'OPS-01': sound },
      { models: [{ id: 'acme-store', revision: '2026-05-01' }] },
    );
    expect(seen({})).toEqual(['unsupported', 'team-missing']);
    expect(seen({ platform: aTeam(others) })).toEqual(['unsupported', 'model-not-attested']);
    expect(seen({ platform }, from('platform', 'OPS-09-C1'))).toEqual(['unsupported', 'duty-unknown']);
    expect(
      seen({ platform: { ...team('platform', { 'OPS-01-C1': { owner: 'lead' } }), lock: null } }),
    ).toEqual(['unsupported', 'not-answered']);
    expect(seen({ platform: { ...platform, lock: null } })).toEqual(['unsupported', 'not-locked']);
    expect(seen({ platform: { ...platform, lock: { ...lock, duties: {} } } })).toEqual([
      'unsupported',
      'not-locked',
    ]);
    const changed = { 'acme-run/OPS-01-C1': `sha256:${'0'.repeat(64)}` };
    expect(seen({ platform: { ...platform, lock: { ...lock, duties: changed } } })).toEqual([
      'unsupported',
      'digest-differs',
    ]);
  });

  it('judges the source by the source’s own facts', () => {
    expect(seen({ platform: { ...platform, facts: { ...platform.facts, evidence: {} } } })).toEqual([
      'unsupported',
    ]);
  });

  it('follows a chain of teams, to its weakest link', () => {
    const middle = team('platform', {
      'OPS-01-C1': { inherited: { from: 'cloud', ours: { ...sound, status: 'partial' } } },
    });
    expect(seen({ platform: middle, cloud: team('cloud', { 'OPS-01': sound }) })).toEqual([
      'partly-supported',
    ]);
    expect(
      seen({ platform: middle, cloud: team('cloud', { 'OPS-01': { ...sound, status: 'planned' } }) }),
    ).toEqual(['unsupported']);
    expect(seen({ platform: middle })).toEqual(['unsupported']);
  });

  it('is not found in a circle, wherever the circle is entered', () => {
    const cycle = ['unsupported', 'cycle'];
    expect(
      seen({
        platform: team('platform', { 'OPS-01-C1': from('payments') }),
        payments: team('payments', { 'OPS-01-C1': from('platform') }),
      }),
    ).toEqual(cycle);
    expect(seen({ payments: team('payments', { 'OPS-01-C1': from('payments') }) }, from('payments'))).toEqual(
      cycle,
    );
    const round = {
      platform: team('platform', { 'OPS-01-C1': from('cloud') }),
      cloud: team('cloud', { 'OPS-01-C1': from('platform') }),
    };
    expect(seen(round)).toEqual(cycle);
  });

  it('may come from another system of the same team', () => {
    const shared = anAttestation({ 'OPS-01': sound }, { system: { id: 'shared', name: 'Shared' } });
    expect(seen({ payments: aTeam(shared) }, from('payments'))).toEqual(['supported']);
  });

  it('may go back to a team for another duty', () => {
    const back = team('platform', { 'OPS-01-C1': from('payments', 'OPS-01-C2') });
    expect(seen({ platform: back, payments: team('payments', { 'OPS-01-C2': sound }) })).toEqual([
      'supported',
    ]);
  });
});
