// What a sign-off is made over: everything that is judged, and every change of it is told by name.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../src/codec/canonical-json.ts';
import { sha256 } from '../../../src/codec/digest.ts';
import type { Inputs } from '../../../src/model/inputs.ts';
import { changesSince, contentDigest, signedContent } from '../../../src/pack/sign-offs/content.ts';
import { reversed, someInputs } from '../../evaluate/arbitraries.ts';
import { anAttestation, aPolicy, aTeam, inputsOf, sound } from '../../evaluate/builders.ts';

const GOOD = inputsOf();
const changes = (now: Inputs, then: Inputs = GOOD) => changesSince(signedContent(then), signedContent(now));

describe('subjects', () => {
  test('are the canonical digests of every input, sorted, that somebody else computes', () => {
    const { subject } = signedContent(GOOD);
    expect(subject.map(({ name }) => name)).toEqual([
      'assurance',
      'attestation',
      'facts',
      'lock',
      'models/acme-run',
      'policy',
    ]);
    expect(subject.find(({ name }) => name === 'policy')?.digest.sha256).toBe(
      sha256(canonicalJson(GOOD.policy)).slice('sha256:'.length),
    );
  });

  test('have an inherited team as one', () => {
    const platform = aTeam(anAttestation({ 'OPS-01-C1': sound }, { team: { id: 'platform', name: 'P' } }));
    const { subject } = signedContent(inputsOf({ inherited: { platform } }));
    expect(subject.map(({ name }) => name)).toContain('inherited/platform');
  });

  test('do not hang on the order of keys, nor on the as-of day', () => {
    fc.assert(
      fc.property(someInputs, (inputs) => {
        const same = { ...reversed(inputs), asOf: '2030-01-01' };
        expect(signedContent(same)).toEqual(signedContent(inputs));
        expect(contentDigest(signedContent(same))).toBe(contentDigest(signedContent(inputs)));
        expect(changes(same, inputs)).toBeNull();
      }),
      { numRuns: 40 },
    );
  });
});

describe('changes', () => {
  const withAnswers = (answers: Parameters<typeof inputsOf>[0]): Inputs => inputsOf(answers);

  test.each<[string, Inputs, unknown]>([
    [
      'a statement',
      withAnswers({ answers: { 'OPS-01-C1': { ...sound, statement: 'Otherwise.' }, 'OPS-01-C2': sound } }),
      { duties: [{ id: 'acme-run/OPS-01-C1', fields: ['statement'] }], parts: [] },
    ],
    [
      'an answer taken out',
      withAnswers({ answers: { 'OPS-01-C2': sound } }),
      {
        duties: [
          {
            id: 'acme-run/OPS-01-C1',
            fields: ['evidence', 'locked', 'owner', 'statement', 'status', 'text'],
          },
        ],
        parts: [],
      },
    ],
    ['a policy', { ...GOOD, policy: aPolicy({ title: 'Another' }) }, { duties: [], parts: ['the policy'] }],
    ['no assurance', { ...GOOD, assurance: null }, { duties: [], parts: ['the assurance'] }],
    [
      'a person',
      inputsOf({ attestation: { people: { ...GOOD.attestation.people, boss: { name: 'X', role: 'Y' } } } }),
      { duties: [], parts: ['people/boss'] },
    ],
    [
      'an evidence file',
      { ...GOOD, facts: { ...GOOD.facts, evidence: { 'EV-01': { present: false } } } },
      { duties: [], parts: ['file of EV-01'] },
    ],
    [
      'no lock',
      { ...GOOD, lock: null },
      {
        duties: ['C1', 'C2'].map((duty) => ({ id: `acme-run/OPS-01-${duty}`, fields: ['locked'] })),
        parts: ['lock of EV-01'],
      },
    ],
  ])('%s', (_what, now, told) => {
    expect(changes(now)).toEqual(told);
    expect(changes(GOOD, now)).not.toBeNull();
  });

  test('of any kind are never told as nothing', () => {
    fc.assert(
      fc.property(someInputs, someInputs, (one, other) => {
        const told = changes(other, one);
        const same =
          canonicalJson(signedContent(one).subject) === canonicalJson(signedContent(other).subject);
        expect(told === null).toBe(same);
        if (told !== null) expect(told.duties.length + told.parts.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  test('have a name of their own, each', () => {
    fc.assert(
      fc.property(someInputs, someInputs, (one, other) => {
        expect(changes(other, one)?.parts ?? []).not.toContain('something without a name of its own');
      }),
      { numRuns: 60 },
    );
  });
});
