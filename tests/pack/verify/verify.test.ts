// Verification: a whole pack passes, and everything that can be done to a pack fails at the step and with the code the format names.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edition } from '../../../src/model/report.ts';
import { type Members, STEPS, type Verification } from '../../../src/pack/index.ts';
import { Failure } from '../../../src/problem.ts';
import { resealed, smallPack, textOf, verifyToy, withMember, without } from './small-pack.ts';

const V2: Edition = {
  state: 'final',
  version: 2,
  supersedes: { version: 1, manifest: `sha256:${'a'.repeat(64)}`, reason: 'EV-01 was of the wrong month.' },
};
const verify = (members: Members): Promise<Verification> => verifyToy(members);
const outcomes = ({ steps }: Verification): readonly string[] => steps.map(({ outcome }) => outcome);
const failures = ({ steps }: Verification): readonly string[] =>
  steps
    .filter(({ outcome }) => outcome === 'failed')
    .flatMap(({ id, details }) => details.map(({ code, member }) => `${id} ${code} ${member}`));
const stepOf = ({ steps }: Verification, id: string) => steps.find((step) => step.id === id);
/** Every member that a failed step names. */
const named = ({ steps }: Verification): ReadonlySet<string | null> =>
  new Set(
    steps
      .filter(({ outcome }) => outcome === 'failed')
      .flatMap(({ details }) => details.map(({ member }) => member)),
  );

const GOOD = smallPack();
const REPORT = 'report.json';
const WORKBOOK = 'payments.checkout-2026-Q3-draft-workbook.xlsx';
const editReport = (from: string, to: string): Members => {
  const before = textOf(GOOD, REPORT);
  expect(before).toContain(from);
  return withMember(GOOD, REPORT, before.replace(from, to));
};

describe('a whole pack', () => {
  test.each([
    ['draft', smallPack()],
    ['final', smallPack(V2)],
  ])('%s: every step is ok or says why it was not taken', async (_name, members) => {
    const verification = await verify(members);
    expect(failures(verification)).toEqual([]);
    expect(verification.outcome).toBe('ok');
    expect(outcomes(verification)).toEqual([
      ...Array(3).fill('ok'),
      ...Array(6).fill('not-checked'),
      ...Array(4).fill('ok'),
      'not-checked',
    ]);
    expect(verification.steps.map(({ id }) => id)).toEqual(STEPS);
    expect(verification.steps.map(({ number }) => number)).toEqual(STEPS.map((_, index) => index + 1));
    for (const { outcome, details } of verification.steps)
      expect(details.length === 0).toBe(outcome === 'ok');
  });

  test('says what it is', async () => {
    expect((await verify(smallPack(V2))).pack).toMatchObject({
      team: 'payments',
      period: '2026-Q3',
      state: 'final',
      version: 2,
      supersedes: V2.supersedes,
    });
  });
});

describe('one flipped bit', () => {
  const members = [...GOOD.keys()].filter((path) => path !== 'manifest.json');
  const flipped = (path: string, bit: number): Members => {
    const bytes = Uint8Array.from(GOOD.get(path) ?? []);
    const at = bit % (bytes.length * 8);
    bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7));
    return withMember(GOOD, path, bytes);
  };

  test.each(members)('in %s: that member is named, and no other', async (path) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (bit) => {
        const verification = await verify(flipped(path, bit));
        expect(verification.outcome).toBe('failed');
        expect([...named(verification)]).toEqual([path]);
      }),
    );
  });

  test('anywhere in the manifest: it fails', async () => {
    for (let bit = 0; bit < (GOOD.get('manifest.json')?.length ?? 0) * 8; bit += 11) {
      expect((await verify(flipped('manifest.json', bit))).outcome).toBe('failed');
    }
  });
});

describe('members that come and go', () => {
  test.each([...GOOD.keys()].filter((path) => path !== 'manifest.json'))(
    'without %s it is named',
    async (path) => {
      const verification = await verify(without(GOOD, path));
      expect(failures(verification)).toContain(`members member-missing ${path}`);
      expect([...named(verification)]).toEqual([path]);
    },
  );

  test.each(['evidence/EV-09-more.txt', 'inputs/more.yaml', 'readme.txt'])(
    'with %s it is named',
    async (path) => {
      const verification = await verify(withMember(GOOD, path, 'x'));
      expect(failures(verification)).toContain(`members member-extra ${path}`);
      expect([...named(verification)]).toEqual([path]);
    },
  );

  test('all of them at once are named', async () => {
    const one = without(
      without(withMember(withMember(GOOD, 'a', ''), 'b', ''), 'inputs/lock.json'),
      'inputs/policy.yaml',
    );
    expect(failures(await verify(one)).filter((line) => line.startsWith('members'))).toEqual([
      'members member-missing inputs/lock.json',
      'members member-missing inputs/policy.yaml',
      'members member-extra a',
      'members member-extra b',
    ]);
  });
});

describe('changes with a manifest made anew', () => {
  test.each<[string, Members]>([
    [
      'inputs input-changed inputs/attestation.yaml',
      resealed(withMember(GOOD, 'inputs/attestation.yaml', 'team: others\n')),
    ],
    ['inputs input-unlisted inputs/more.yaml', resealed(withMember(GOOD, 'inputs/more.yaml', 'x'))],
    ['inputs input-missing inputs/lock.json', resealed(without(GOOD, 'inputs/lock.json'))],
    [
      'evidence evidence-changed evidence/EV-01-scale.json',
      resealed(withMember(GOOD, 'evidence/EV-01-scale.json', '{"min":2}')),
    ],
    [
      'evidence evidence-missing evidence/EV-02-alerts.csv',
      resealed(without(GOOD, 'evidence/EV-02-alerts.csv')),
    ],
    ['evidence evidence-unlisted evidence/EV-09-x', resealed(withMember(GOOD, 'evidence/EV-09-x', 'x'))],
    ['evidence evidence-not-carried null', resealed(editReport('"keep":"reference"', '"keep":"copy"'))],
    ['inputs input-changed inputs/facts.json', resealed(withMember(GOOD, 'inputs/facts.json', '{}'))],
    [
      'evaluation report-differs report.json',
      resealed(editReport('all that the inputs give', 'better than that')),
    ],
    [
      'evaluation report-differs report.json',
      resealed(withMember(GOOD, REPORT, `${textOf(GOOD, REPORT)}\n`)),
    ],
    [
      'evaluation pack-id-differs report.json',
      resealed(editReport('"pack-id":"sha256:', `"pack-id":"sha256:${'0'.repeat(64)}","was":"`)),
    ],
    ['documents document-unreadable', resealed(withMember(GOOD, WORKBOOK, 'no workbook'))],
    ['identity document-missing', resealed(editReport('"label":"2026-Q3"', '"label":"2026-Q4"'))],
    ['identity report-missing report.json', without(GOOD, REPORT)],
    ['identity report-unreadable report.json', withMember(GOOD, REPORT, '{"format":"countersign/report@1"}')],
    ['identity report-unreadable report.json', withMember(GOOD, REPORT, '{"a":1,"a":2}')],
  ])('%s', async (failure, members) => {
    const text = failures(await verify(members)).join('\n');
    expect(text).toContain(failure);
  });

  test('a workbook of another pack', async () => {
    const other = textOf(GOOD, 'manifest.json').replace(
      /"pack-id":"sha256:\w{64}/,
      `"pack-id":"sha256:${'1'.repeat(64)}`,
    );
    const members = withMember(GOOD, 'manifest.json', other);
    expect(failures(await verify(members))).toContain(`documents document-differs ${WORKBOOK}`);
  });

  test.each(['team', 'system', 'period', 'as-of', 'state', 'version', 'supersedes', 'pack-id'])(
    'a manifest that says another %s than the report',
    async (key) => {
      const other: Record<string, unknown> = {
        state: 'draft',
        version: 7,
        supersedes: null,
        'as-of': '2026-10-10',
        'pack-id': `sha256:${'1'.repeat(64)}`,
      };
      const members = smallPack(V2);
      const manifest = {
        ...JSON.parse(textOf(members, 'manifest.json')),
        [key]: key in other ? other[key] : 'others',
      };
      const sorted = JSON.stringify(
        Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1))),
      );
      expect(failures(await verify(withMember(members, 'manifest.json', `${sorted}\n`)))).toContain(
        'identity identity-differs report.json',
      );
    },
  );
});

describe('re-performance', () => {
  test('rules that this program does not know are not checked, and nothing fails', async () => {
    const later = resealed(editReport('"rules":1', '"rules":2'));
    const verification = await verifyToy(later, () => expect.unreachable('was asked to evaluate'));
    expect(verification.outcome).toBe('ok');
    expect(stepOf(verification, 'evaluation')).toMatchObject({
      outcome: 'not-checked',
      details: [{ code: 'rules-unknown' }],
    });
  });

  test('inputs that cannot be used fail the step, one detail for each error', async () => {
    const diagnostic = (file: string, severity: 'error' | 'warning') =>
      ({
        code: 'key-unknown',
        severity,
        file,
        place: { line: 3, column: 1, length: 2 },
        excerpt: null,
        sentence: 'No.',
        hint: '',
      }) as const;
    const unusable = new Failure('input-invalid', 'No.', '', {
      diagnostics: [diagnostic('inputs/policy.yaml', 'error'), diagnostic('x', 'warning')],
    });
    const verification = await verifyToy(GOOD, () => Promise.reject(unusable));
    expect(failures(verification)).toEqual(['evaluation inputs-unusable inputs/policy.yaml']);
  });

  test.each([new Error('our bug'), new Failure('disk', 'No.', '')])(
    "an error that is not the pack's fault goes on its way",
    async (error) => {
      await expect(verifyToy(GOOD, () => Promise.reject(error))).rejects.toBe(error);
    },
  );

  test('is not asked for when an input is already known to be altered', async () => {
    const members = withMember(GOOD, 'inputs/policy.yaml', 'id: other\n');
    const verification = await verifyToy(members, () => expect.unreachable('was asked to evaluate'));
    expect(stepOf(verification, 'evaluation')).toMatchObject({
      outcome: 'not-checked',
      details: [{ code: 'earlier-step-failed' }],
    });
  });
});
