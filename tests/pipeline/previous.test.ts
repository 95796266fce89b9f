// A quarter that goes on from the one before: built, verified from its own members alone, and told apart from what was tampered with.
import { beforeAll, describe, expect, test } from 'vitest';
import { parseJson } from '../../src/codec/json.ts';
import { readEnvelope } from '../../src/pack/envelope.ts';
import {
  buildManifest,
  type Members,
  manifestBytes,
  membersOf,
  PREVIOUS,
  type TrustStore,
  trustStore,
  type Verification,
  verifyPack,
} from '../../src/pack/index.ts';
import { toPem } from '../../src/pack/pki/index.ts';
import type { Pack } from '../../src/pipeline.ts';
import { reperform } from '../../src/pipeline.ts';
import { Failure } from '../../src/problem.ts';
import { aSeal, judgedQuarter, keptOf, packOf, Q2, Q3 } from './quarters.ts';

const THEN = 'AA-01-C1: { status: planned }, AA-01-C2: { status: implemented, statement: Watched. }';
const NOW =
  'AA-01-C1: { status: implemented, statement: Set. }, AA-01-C2: { status: implemented, statement: Watched. }';
const ANYBODY = { reperform, trust: null, require: [] };

let before: Pack;
let sealed: Pack;
let pack: Pack;
beforeAll(async () => {
  before = await packOf(await judgedQuarter(Q2, THEN));
  sealed = await packOf(await judgedQuarter(Q2, THEN), { seal: await aSeal() });
  pack = await packOf(await judgedQuarter(Q3, NOW, keptOf(before)));
});

const stepOf = ({ steps }: Verification) => steps.find(({ id }) => id === 'previous');
const codesOf = (verification: Verification) =>
  verification.steps
    .filter(({ outcome }) => outcome === 'failed')
    .flatMap(({ id, details }) => details.map(({ code }) => `${id} ${code}`));
/** The members with others in their place, listed anew by somebody who has the program and bad intentions. */
const relisted = (of: Pack, others: Readonly<Record<string, Uint8Array>>): Members => {
  const members = of.members
    .filter(({ path }) => !path.startsWith('manifest.'))
    .map(({ path, bytes }) => ({ path, bytes: others[path] ?? bytes }));
  const parsed = parseJson('manifest.json', membersOf(of.members).get('manifest.json') ?? new Uint8Array());
  const {
    format: _format,
    members: _members,
    ...about
  } = Object(parsed.kind === 'value' ? parsed.value : {});
  return membersOf([
    ...members,
    { path: 'manifest.json', bytes: manifestBytes(buildManifest(members, about)) },
  ]);
};
const flipped = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, index) => (index === bytes.length - 3 ? byte ^ 1 : byte));

describe('a pack that goes on from another', () => {
  test('says what moved, and carries what it goes on from', () => {
    expect(pack.report.movement).toMatchObject({
      opening: { 'pack-id': before.report['pack-id'], period: { label: '2026-Q2' }, state: 'final', open: 1 },
      counts: { closed: 1, 'still-met': 1 },
      closing: { open: 0 },
    });
    expect(pack.report.movement?.duties.map(({ change, unchanged }) => [change, unchanged])).toEqual([
      ['closed', 0],
      ['still-met', 1],
    ]);
    const carried = pack.members.filter(({ path }) => path.startsWith('inputs/previous/'));
    expect(carried.map(({ path }) => path)).toEqual([PREVIOUS.report, PREVIOUS.manifest]);
    expect(pack.report.sources.filter(({ kind }) => kind === 'previous').map(({ name }) => name)).toEqual([
      'report.json',
      'manifest.json',
    ]);
  });

  test('has another pack id than one that goes on from nothing', async () => {
    const alone = await packOf(await judgedQuarter(Q3, NOW));
    expect(alone.report.movement).toBeNull();
    expect(alone.report['pack-id']).not.toBe(pack.report['pack-id']);
  });

  test('is made again from its own members, and names the manifest to compare', async () => {
    const verification = await verifyPack(membersOf(pack.members), ANYBODY);
    expect(codesOf(verification)).toEqual([]);
    expect(stepOf(verification)?.outcome).toBe('ok');
    expect(verification.previous).toMatchObject({
      manifest: pack.report.movement?.opening.manifest,
      period: '2026-Q2',
      sealed: false,
    });
  });

  test.each([PREVIOUS.report, PREVIOUS.manifest])(
    'with one byte changed in %s is found out',
    async (path) => {
      const bytes = membersOf(pack.members).get(path) ?? new Uint8Array();
      const changed = new Map([...membersOf(pack.members), [path, flipped(bytes)]]);
      const verification = await verifyPack(changed, ANYBODY);
      expect(codesOf(verification)).toContain('members member-changed');
      expect(stepOf(verification)?.details[0]?.code).toBe('earlier-step-failed');
      const relistedToo = await verifyPack(relisted(pack, { [path]: flipped(bytes) }), ANYBODY);
      expect(codesOf(relistedToo)).toContain('inputs input-changed');
    },
  );

  test('with a report that the carried manifest does not list is found out by the step itself', async () => {
    const other = keptOf(await packOf(await judgedQuarter(Q2, NOW)));
    const members = new Map([...membersOf(pack.members), [PREVIOUS.report, other.report.bytes]]);
    const { steps } = await verifyPack(members, ANYBODY);
    expect(steps.find(({ id }) => id === 'members')?.outcome).toBe('failed');
    const raw = { ...keptOf(before), report: other.report };
    const refused = await judgedQuarter(Q3, NOW, raw).catch((error) => error);
    expect(refused).toBeInstanceOf(Failure);
    expect(refused.diagnostics[0]).toMatchObject({
      code: 'previous-refused',
      sentence: 'The previous report.json is not the one that its manifest.json lists.',
    });
  });
});

describe('a previous pack that was sealed', () => {
  /** Whom a reader trusts to seal: the one who sealed the previous pack, or nobody. */
  const trusting = (sealer: boolean): Promise<TrustStore> => {
    const envelope = readEnvelope('it', keptOf(sealed).envelope?.bytes ?? new Uint8Array());
    if (typeof envelope === 'string') throw new Error(envelope);
    return trustStore(
      {
        format: 'countersign/trust@1',
        certificates: { bank: { file: 'bank.pem' } },
        ...{ people: [], timestamps: [], revoked: [] },
        seals: sealer ? [{ certificate: 'bank' }] : [],
      },
      { bank: new TextEncoder().encode(toPem('CERTIFICATE', envelope.chain[0])) },
    );
  };
  const verifying = async (trust: TrustStore | null): Promise<Verification> => {
    const next = await packOf(await judgedQuarter(Q3, NOW, keptOf(sealed)));
    return verifyPack(membersOf(next.members), { ...ANYBODY, trust });
  };

  test('brings its seal along, and verifying says whose it is', async () => {
    const verification = await verifying(null);
    expect(codesOf(verification)).toEqual([]);
    expect(verification.previous?.sealed).toBe(true);
    expect(verification.signatures).toMatchObject([
      { as: 'previous-seal', subject: 'CN=Example Bank', content: verification.previous?.manifest },
    ]);
  });

  test('by somebody whom the reader does not trust fails the step', async () => {
    expect(codesOf(await verifying(await trusting(true)))).toEqual([]);
    expect(codesOf(await verifying(await trusting(false)))).toEqual(['previous sealer-not-trusted']);
  });

  test('with another manifest under its seal fails the step', async () => {
    const raw = { ...keptOf(before), envelope: keptOf(sealed).envelope };
    const next = await packOf(await judgedQuarter(Q3, NOW, raw));
    const verification = await verifyPack(membersOf(next.members), ANYBODY);
    expect(codesOf(verification)).toEqual(['previous envelope-differs']);
    expect(verification.previous?.sealed).toBe(false);
  });
});

describe('a pack that cannot come before', () => {
  const sentences = async (quarter: Parameters<typeof judgedQuarter>[0]): Promise<readonly string[]> => {
    const refused = await judgedQuarter(quarter, NOW, keptOf(before)).catch((error) => error);
    expect(refused).toBeInstanceOf(Failure);
    return refused.diagnostics.map(({ sentence }: { sentence: string }) => sentence);
  };

  test('is refused when it is of another team', async () => {
    expect(await sentences({ ...Q3, team: 'other' })).toEqual([
      'The previous pack is of `pay.sys`, and this attestation is of `other.sys`.',
    ]);
  });

  test('is refused when its period is not over', async () => {
    expect(await sentences({ period: '2026-06', asOf: '2026-07-09' })).toEqual([
      'The previous pack is for `2026-Q2`, which ends on 2026-06-30; `2026-06` begins on 2026-06-01, so that the two are not one after the other.',
    ]);
  });
});
