// The pack before one, found by where packs lie: the right team, the right period, final, and its highest version.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeZip } from '../../src/codec/zip.ts';
import { findPrevious, readPrevious } from '../../src/io/previous-pack.ts';
import { buildManifest, manifestBytes } from '../../src/pack/manifest.ts';

let out = '';
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'countersign-'));
});
afterEach(() => rmSync(out, { recursive: true }));

const SERIES = 'payments.checkout';
const FACTS = {
  'pack-id': `sha256:${'0'.repeat(64)}`,
  ...{ team: 'payments', system: 'checkout', period: '2026-Q3', 'as-of': '2026-10-09' },
  state: 'final',
  version: 1,
  supersedes: null,
} as const;
/** A pack of nothing but a report, whose manifest fits. */
const put = (path: string, report: unknown = {}): void => {
  const member = { path: 'report.json', bytes: new TextEncoder().encode(JSON.stringify(report)) };
  mkdirSync(join(out, path), { recursive: true });
  writeFileSync(join(out, path, 'manifest.json'), manifestBytes(buildManifest([member], FACTS)));
  writeFileSync(join(out, path, member.path), member.bytes);
};
const find = async (before: string): Promise<string | null> =>
  (await findPrevious(out, SERIES, before))?.slice(out.length + 1).replaceAll('\\', '/') ?? null;

describe('finding it', () => {
  test('takes the latest period that is over, and of that the highest version', async () => {
    for (const path of ['2026-Q1/v1', '2026-Q2/v1', '2026-Q2/v2', '2026-Q2/v10', '2026-Q3/v1', '2026/v1'])
      put(path.replace('/', `/${SERIES}/`));
    expect(await find('2026-10-01')).toBe(`2026-Q3/${SERIES}/v1`);
    expect(await find('2026-07-01')).toBe(`2026-Q2/${SERIES}/v10`);
    expect(await find('2027-01-01')).toBe(`2026/${SERIES}/v1`);
    expect(await find('2026-01-01')).toBeNull();
  });

  test('passes over drafts, other teams, files and folders of other things', async () => {
    put(`2026-Q1/${SERIES}/v1`);
    put(`2026-Q2/${SERIES}/draft`);
    put('2026-Q2/payments.other/v1');
    put('2026-Q2/rollup/v1');
    mkdirSync(join(out, '2026-Q2', SERIES, 'v1'));
    writeFileSync(join(out, 'notes.txt'), 'x');
    expect(await find('2026-07-01')).toBe(`2026-Q1/${SERIES}/v1`);
  });

  test('asks the report for the days of a period that is called otherwise', async () => {
    put(`2026-Q1/${SERIES}/v1`);
    put(`spring/${SERIES}/v1`, { period: { label: 'spring', from: '2026-04-02', to: '2026-05-30' } });
    expect(await find('2026-07-01')).toBe(`spring/${SERIES}/v1`);
    expect(await find('2026-05-30')).toBe(`2026-Q1/${SERIES}/v1`);
    put(`autumn/${SERIES}/v1`, { period: 'autumn' });
    await expect(find('2026-07-01')).rejects.toMatchObject({ code: 'pack-unreadable' });
  });

  test('tells of a damaged pack that may be the one before, and does not look at those of later periods', async () => {
    for (const label of ['2026-Q1', '2026-Q2', '2026-Q3']) put(`${label}/${SERIES}/v1`);
    rmSync(join(out, '2026-Q3', SERIES, 'v1', 'report.json'));
    expect(await find('2026-07-01')).toBe(`2026-Q2/${SERIES}/v1`);
    await expect(find('2026-10-01')).rejects.toMatchObject({ code: 'pack-final' });
  });

  test('finds nothing where there is no output folder yet', async () => {
    expect(await findPrevious(join(out, 'none'), SERIES, '2026-07-01')).toBeNull();
  });
});

describe('reading it', () => {
  const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

  test('takes three files of a folder, the envelope where there is one', async () => {
    put('p', { a: 1 });
    expect((await readPrevious(join(out, 'p'))).envelope).toBeNull();
    writeFileSync(join(out, 'p', 'manifest.dsse.json'), 'E');
    const { report, manifest, envelope } = await readPrevious(join(out, 'p'));
    expect([text(report.bytes), text(manifest.bytes), text(envelope?.bytes)]).toEqual([
      '{"a":1}',
      readFileSync(join(out, 'p', 'manifest.json'), 'utf8'),
      'E',
    ]);
    expect(report.name).toBe(join(out, 'p', 'report.json'));
  });

  test('takes them of a zip file', async () => {
    const data = new TextEncoder().encode('x');
    const members = ['manifest.json', 'report.json', 'evidence/EV-01-a'].map((path) => ({ path, data }));
    writeFileSync(join(out, 'p.zip'), writeZip(members));
    expect(text((await readPrevious(join(out, 'p.zip'))).report.bytes)).toBe('x');
  });

  test('is refused when it is no whole pack', async () => {
    put('p');
    rmSync(join(out, 'p', 'manifest.json'));
    await expect(readPrevious(join(out, 'p'))).rejects.toMatchObject({
      code: 'input-missing',
      message: `The previous pack ${join(out, 'p')} has no manifest.json.`,
    });
    await expect(readPrevious(join(out, 'none'))).rejects.toMatchObject({ code: 'input-missing' });
  });
});
