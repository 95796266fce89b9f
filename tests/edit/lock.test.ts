// What locking records, keeps and refuses, on inputs small enough to see the answer.
import { describe, expect, test } from 'vitest';
import { type LockInputs, lockAttestation } from '../../src/edit/lock.ts';
import { attestation } from '../../src/model/attestation.ts';
import type { Facts } from '../../src/model/facts.ts';
import { model } from '../../src/model/model.ts';

const digestOf = (letter: string): string => `sha256:${letter.repeat(64)}`;
const duty = (id: string, letter: string) => ({
  id,
  line: '7',
  text: `Text of ${id}`,
  digest: digestOf(letter),
});

const service = model.parse({
  format: 'countersign/model@1',
  id: 'svc',
  title: 'Service',
  provider: { id: 'prov', name: 'Provider' },
  revision: '2026-01-01',
  text: 'verbatim',
  source: { title: 'Page', sha256: digestOf('0') },
  areas: [
    {
      code: 'AA',
      title: 'Area',
      line: '1',
      allocation: 'shared',
      resources: [
        {
          code: 'AA-01',
          title: 'One',
          line: '2',
          allocation: 'shared',
          customer: [duty('AA-01-C1', 'a'), duty('AA-01-C2', 'b')],
        },
        {
          code: 'AA-02',
          title: 'Two',
          line: '3',
          allocation: 'shared',
          customer: [duty('AA-02-C1', 'c'), duty('AA-02-C2', 'd')],
        },
      ],
    },
  ],
});

const inputs = (
  duties: object,
  more: {
    readonly evidence?: object;
    readonly facts?: Facts['evidence'];
    readonly previous?: LockInputs['previous'];
  } = {},
): LockInputs => ({
  attestation: attestation.parse({
    format: 'countersign/attestation@1',
    team: { id: 'team', name: 'Team' },
    system: { id: 'sys', name: 'System' },
    period: '2026-Q3',
    models: [{ id: 'svc', revision: '2026-01-01' }],
    duties: { svc: duties },
    evidence: more.evidence ?? {},
  }),
  models: { svc: service },
  facts: { format: 'countersign/facts@1', evidence: more.facts ?? {} },
  previous: more.previous ?? null,
});

const lockOf = (
  duties: Record<string, string>,
  evidence: NonNullable<LockInputs['previous']>['evidence'] = {},
) => ({ format: 'countersign/lock@1', duties, evidence }) as const;

const ITEM = { type: 'record', title: 'Export', file: 'evidence/a.json' };
const fact = (letter: string) => ({ present: true, size: 3, sha256: digestOf(letter) }) as const;
const entry = (letter: string) => ({ file: 'evidence/a.json', size: 3, sha256: digestOf(letter) });

describe('lockAttestation', () => {
  test('locks answered duties, also those a resource answers, and no blank ones', () => {
    const { lock, changes } = lockAttestation(
      inputs({
        'AA-01-C1': { status: 'planned' },
        'AA-01-C2': {},
        'AA-02': { status: 'not-applicable', reason: 'None.' },
      }),
      { replace: false },
    );
    expect(lock.duties).toEqual({
      'svc/AA-01-C1': digestOf('a'),
      'svc/AA-02-C1': digestOf('c'),
      'svc/AA-02-C2': digestOf('d'),
    });
    expect(changes.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'svc/AA-01-C1 added',
      'svc/AA-02-C1 added',
      'svc/AA-02-C2 added',
    ]);
  });

  test('locks inherited duties', () => {
    const { lock } = lockAttestation(inputs({ 'AA-01-C2': { inherited: { from: 'other', ours: 'none' } } }), {
      replace: false,
    });
    expect(lock.duties).toEqual({ 'svc/AA-01-C2': digestOf('b') });
  });

  test('leaves what evaluation calls not answered: an own key without a status, an own part that is still open', () => {
    const { lock } = lockAttestation(
      inputs({
        'AA-01': { status: 'implemented' },
        'AA-01-C1': { statement: 'Not sure yet.' },
        'AA-02-C1': { inherited: { from: 'other', ours: {} } },
        'AA-02-C2': { inherited: { from: 'other', ours: { status: 'partial' } } },
      }),
      { replace: false },
    );
    expect(Object.keys(lock.duties)).toEqual(['svc/AA-01-C2', 'svc/AA-02-C2']);
  });

  test('leaves out what is carried from an earlier period and not confirmed', () => {
    const carried = { 'carried-from': '2026-Q2' };
    const { lock } = lockAttestation(
      inputs({
        'AA-01': { status: 'implemented', ...carried },
        'AA-01-C2': { status: 'implemented' },
        'AA-02-C1': { inherited: { from: 'other', ours: 'none' }, ...carried },
        'AA-02-C2': { inherited: { from: 'other', ours: { status: 'partial', ...carried } } },
      }),
      { replace: false },
    );
    expect(Object.keys(lock.duties)).toEqual(['svc/AA-01-C2']);
  });

  test('keeps what is the same and drops what is no longer answered', () => {
    const previous = lockOf({ 'svc/AA-01-C1': digestOf('a'), 'svc/AA-01-C2': digestOf('b') });
    const { lock, changes } = lockAttestation(inputs({ 'AA-01-C1': { status: 'partial' } }, { previous }), {
      replace: false,
    });
    expect(lock.duties).toEqual({ 'svc/AA-01-C1': digestOf('a') });
    expect(changes.map(({ kind }) => kind)).toEqual(['kept', 'dropped']);
  });

  test('refuses a changed text or file, naming each, and replaces them when told to', () => {
    const changed = inputs(
      { 'AA-01-C1': { status: 'partial' } },
      {
        evidence: { 'EV-01': ITEM },
        facts: { 'EV-01': fact('e') },
        previous: lockOf({ 'svc/AA-01-C1': digestOf('f') }, { 'EV-01': entry('1') }),
      },
    );
    expect(() => lockAttestation(changed, { replace: false })).toThrow(
      "The lock stays as it is, because this has changed since it was written: the provider's text of svc/AA-01-C1, the file of EV-01.",
    );
    const { lock, changes } = lockAttestation(changed, { replace: true });
    expect(lock).toEqual(lockOf({ 'svc/AA-01-C1': digestOf('a') }, { 'EV-01': entry('e') }));
    expect(changes.map(({ kind }) => kind)).toEqual(['changed', 'changed']);
  });

  test('keeps the entry of a file that is gone, so that another cannot take its place unseen', () => {
    const gone = inputs(
      {},
      {
        evidence: { 'EV-01': ITEM },
        facts: { 'EV-01': { present: false } },
        previous: lockOf({}, { 'EV-01': entry('1') }),
      },
    );
    const { lock, changes } = lockAttestation(gone, { replace: false });
    expect(lock.evidence).toEqual({ 'EV-01': entry('1') });
    expect(changes).toEqual([{ part: 'evidence', id: 'EV-01', kind: 'missing' }]);
  });

  test('locks evidence that is there when other evidence is not', () => {
    const { lock } = lockAttestation(
      inputs(
        {},
        {
          evidence: {
            'EV-01': ITEM,
            'EV-02': { ...ITEM, file: 'b' },
            'EV-03': { type: 'record', title: 'Vault', location: 'Vault 4711' },
          },
          facts: { 'EV-01': fact('1'), 'EV-02': { present: false } },
        },
      ),
      { replace: false },
    );
    expect(lock.evidence).toEqual({ 'EV-01': entry('1') });
  });
});
