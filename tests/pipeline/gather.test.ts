// Which files an attestation draws in, and what is said when one is not there.
import { describe, expect, test } from 'vitest';
import { findModel } from '../../src/pipeline/find-model.ts';
import { gatherInputs, lockPathOf } from '../../src/pipeline/gather.ts';
import type { RawInputs } from '../../src/pipeline/raw-inputs.ts';
import { Failure } from '../../src/problem.ts';
import { memoryShelf } from './memory-shelf.ts';
import { attestationText, modelText, POLICY } from './sample-files.ts';

const BUNDLED = {
  'bundled/svc.model.yaml': modelText('svc', '2026-01-01'),
  'bundled/default.policy.yaml': POLICY,
};
const gather = async (files: Record<string, string>, policy: string | null = null): Promise<RawInputs> =>
  (await gatherInputs(memoryShelf({ ...BUNDLED, ...files }), 'team/pay.attestation.yaml', { policy })).raw;
const failure = async (files: Record<string, string>): Promise<Failure> =>
  gather(files).then(
    () => expect.unreachable(),
    (error) => (error instanceof Failure ? error : Promise.reject(error)),
  );
const OWN = 'team/pay.attestation.yaml';
const inherit = (from: string): string =>
  `duties: { svc: { AA-01-C1: { inherited: { from: ${from}, ours: none } } } }`;

describe('models', () => {
  test('come from models/ beside the attestation before the bundled ones, whatever the file is called', async () => {
    const raw = await gather({
      [OWN]: attestationText('pay'),
      'team/models/copy.model.yaml': modelText('svc', '2026-01-01'),
    });
    expect(raw.models.svc?.name).toBe('team/models/copy.model.yaml');
  });

  test('of the wanted revision win, wherever they lie', async () => {
    const raw = await gather({
      [OWN]: attestationText('pay'),
      'team/models/svc.model.yaml': modelText('svc', '2026-06-01'),
    });
    expect(raw.models.svc?.name).toBe('bundled/svc.model.yaml');
  });

  test('of another revision are taken when there is no other, the newest first', async () => {
    const raw = await gather({
      [OWN]: attestationText('pay', '', '[{ id: svc, revision: "2020-01-01" }]'),
      'team/models/a.model.yaml': modelText('svc', '2026-06-01'),
      'team/models/b.model.yaml': modelText('svc', '2025-06-01'),
    });
    expect(raw.models.svc?.name).toBe('team/models/a.model.yaml');
  });

  test('asked for without a revision come from models/ before a bundled one of the same day', async () => {
    const shelf = memoryShelf({ ...BUNDLED, 'team/models/svc.model.yaml': modelText('svc', '2026-01-01') });
    expect((await findModel(shelf, OWN, { id: 'svc' })).file.name).toBe('team/models/svc.model.yaml');
  });

  test('that nobody has are a failure that lists what there is', async () => {
    const error = await failure({
      [OWN]: attestationText('pay', '', '[{ id: other, revision: "2026-01-01" }]'),
    });
    expect(error.code).toBe('model-not-found');
    expect(error.message).toBe('There is no model other (2026-01-01); there is svc (2026-01-01).');
    expect(error.hint).toContain('-o team/models/other.model.yaml');
  });

  test('that cannot be read stop the search, since one of them may be meant', async () => {
    const error = await failure({
      [OWN]: attestationText('pay', '', '[{ id: svc, revision: "2020-01-01" }]'),
      'team/models/svc.model.yaml': 'format: countersign/model@1\n',
    });
    expect(error.code).toBe('input-invalid');
    expect(error.diagnostics.every(({ file }) => file === 'team/models/svc.model.yaml')).toBe(true);
  });

  test('may be named by a path that goes up', async () => {
    const models = '[{ id: svc, revision: "2026-01-01", file: ../shared/any.yaml }]';
    const raw = await gather({
      [OWN]: attestationText('pay', '', models),
      'shared/any.yaml': modelText('svc', '2026-01-01'),
    });
    expect(raw.models.svc?.name).toBe('shared/any.yaml');
    expect((await failure({ [OWN]: attestationText('pay', '', models) })).code).toBe('input-missing');
  });
});

describe('policy and assurance', () => {
  test('the chosen policy goes before the named one, and that before the bundled one', async () => {
    const named = {
      [OWN]: attestationText('pay', 'policy: ../bank.policy.yaml'),
      'bank.policy.yaml': POLICY,
      'mine.yaml': POLICY,
    };
    expect((await gather(named, 'mine.yaml')).policy.name).toBe('mine.yaml');
    expect((await gather(named)).policy.name).toBe('bank.policy.yaml');
    expect((await gather({ [OWN]: attestationText('pay') })).policy.name).toBe('bundled/default.policy.yaml');
  });

  test('that are named and not there are a failure with their path', async () => {
    const error = await failure({ [OWN]: attestationText('pay', 'assurance: ../a.assurance.yaml') });
    expect([error.code, error.message]).toEqual([
      'input-missing',
      'There is no assurance file a.assurance.yaml.',
    ]);
  });
});

describe('inherited teams', () => {
  test('are followed to the end, and a circle ends', async () => {
    const raw = await gather({
      [OWN]: attestationText('pay', inherit('platform')),
      'team/platform.attestation.yaml': attestationText(
        'platform',
        `${inherit('base')}\ninherits: { base: ../base/b.yaml }`,
      ),
      'base/b.yaml': attestationText('base', inherit('pay')),
      'base/b.lock.json': '{}',
    });
    expect(Object.keys(raw.inherited)).toEqual(['platform', 'base']);
    expect(raw.inherited.base?.lock?.name).toBe('base/b.lock.json');
  });

  test('that have not attested are left to evaluation, unless their file is named', async () => {
    expect((await gather({ [OWN]: attestationText('pay', inherit('platform')) })).inherited).toEqual({});
    const named = await failure({
      [OWN]: attestationText('pay', `${inherit('platform')}\ninherits: { platform: p.yaml }`),
    });
    expect(named.message).toBe('There is no attestation of platform team/p.yaml.');
  });

  test('may be called what every object calls its constructor', async () => {
    expect((await gather({ [OWN]: attestationText('pay', inherit('constructor')) })).inherited).toEqual({});
  });
});

test('facts speak of every evidence file, there or not', async () => {
  const raw = await gather({
    [OWN]: attestationText(
      'pay',
      'evidence: { EV-01: { type: record, title: A, file: evidence/a }, EV-02: { type: record, title: B, file: b } }',
    ),
    'team/evidence/a': 'abc',
  });
  expect(JSON.parse(new TextDecoder().decode(raw.facts.bytes))).toEqual({
    format: 'countersign/facts@1',
    evidence: {
      'EV-01': {
        present: true,
        size: 3,
        sha256: 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      },
      'EV-02': { present: false },
    },
  });
});

test.each([
  ['a/payments.attestation.yaml', 'a/payments.lock.json'],
  ['payments.attestation.yml', 'payments.lock.json'],
  ['payments.yaml', 'payments.lock.json'],
  ['a.b/payments', 'a.b/payments.lock.json'],
])('the lock of %s is %s', (attestation, lock) => {
  expect(lockPathOf(attestation)).toBe(lock);
});
