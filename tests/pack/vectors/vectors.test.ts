// Every vector fails with exactly the codes that it names; the pack that they start from passes every step.
import { beforeAll, describe, expect, test } from 'vitest';
import { readZip } from '../../../src/codec/zip.ts';
import type { StepId, TrustStore, Verification } from '../../../src/pack/index.ts';
import { STEPS, VERIFY_CODES, verifyPack, verifyPdf } from '../../../src/pack/index.ts';
import { reperform } from '../../../src/pipeline.ts';
import { Failure } from '../../../src/problem.ts';
import { soundPath } from './authorities.ts';
import { hostileZips } from './hostile.ts';
import { VECTORS } from './index.ts';
import { ENVELOPE, memberOf, PDF, withMember } from './tamper.ts';
import type { Vector } from './vector.ts';
import { makeWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

type Made = Awaited<ReturnType<Vector['make']>>;

const verify = (
  made: Made,
  trust: TrustStore | null,
  require: readonly StepId[] = [],
): Promise<Verification> =>
  made instanceof Uint8Array
    ? verifyPdf('report.pdf', made, { reperform, trust, require })
    : verifyPack(made, { reperform, trust, require });

const told = ({ steps }: Verification, outcome: 'failed' | 'not-checked'): readonly string[] =>
  steps
    .filter((step) => step.outcome === outcome)
    .flatMap(({ id, details }) => details.map(({ sentence }) => `${id}: ${sentence}`));

const codesOf = ({ steps }: Verification): readonly string[] => [
  ...new Set(
    steps.flatMap(({ outcome, details }) => (outcome === 'failed' ? details.map(({ code }) => code) : [])),
  ),
];

describe('the pack that every vector starts from', () => {
  test('passes every step', async () => {
    const found = await verify(world.base, world.trust, STEPS);
    expect([told(found, 'failed'), told(found, 'not-checked')]).toEqual([[], []]);
    expect(found.steps.map(({ outcome }) => outcome)).toEqual(STEPS.map(() => 'ok'));
    expect(found.outcome).toBe('ok');
  });

  test('passes every step that its PDF alone can take', async () => {
    const beside: readonly StepId[] = ['members', 'evidence', 'documents'];
    const possible = STEPS.filter((id) => !beside.includes(id));
    const found = await verify(memberOf(world.base, PDF), world.trust, possible);
    expect(told(found, 'failed')).toEqual([]);
    const open = found.steps.filter(({ outcome }) => outcome !== 'ok').map(({ id }) => id);
    expect(open).toEqual(beside);
  });
});

test('a path to an authority that holds is trusted', async () => {
  const { make, trust } = soundPath;
  const found = await verify(
    await make(world),
    trust?.(world) ?? null,
    STEPS.filter((id) => id !== 'previous'),
  );
  expect(told(found, 'failed')).toEqual([]);
});

describe('a pack that must fail', () => {
  test.each(VECTORS.map((vector) => [vector.name, vector] as const))('%s', async (_name, vector) => {
    const { make, trust = (one: World) => one.trust, codes, require = [] } = vector;
    const found = await verify(await make(world), trust(world), require);
    expect(codesOf(found).toSorted(), told(found, 'failed').join('\n')).toEqual(codes.toSorted());
    expect(found.outcome).toBe('failed');
  });
});

/** The one member that nothing lists: no digest would tell of a change that its own reader overlooks. */
test('one bit turned over anywhere in the envelope is noticed', async () => {
  const envelope = memberOf(world.base, ENVELOPE);
  for (let index = 0; index < 30; index += 1) {
    const changed = Uint8Array.from(envelope);
    const at = Math.floor((envelope.length * index) / 30);
    changed[at] = (changed[at] ?? 0) ^ (1 << (index % 8));
    const found = await verify(withMember(world.base, ENVELOPE, changed), world.trust);
    expect(found.outcome, `bit ${index % 8} of byte ${at}`).toBe('failed');
  }
});

describe('a zip that must not be unpacked', () => {
  test.each(hostileZips.map((zip) => [zip.name, zip] as const))('with %s', (_name, { code, make }) => {
    const refused = failureOf(() => readZip(make(world.base)));
    expect([refused.code, refused.diagnostics.map((one) => one.code)]).toEqual(['pack-unreadable', [code]]);
  });
});

const failureOf = (run: () => unknown): Failure => {
  try {
    run();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  return expect.unreachable('was read');
};

describe('the list of vectors', () => {
  test('calls each by a name of its own', () => {
    const names = VECTORS.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('reaches every code', () => {
    const reached = new Set(VECTORS.flatMap(({ codes }) => codes));
    expect(VERIFY_CODES.filter((code) => !reached.has(code))).toEqual([]);
  });
});
