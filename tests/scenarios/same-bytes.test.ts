// The same inputs give the same bytes: in another folder, time zone and locale, and moments later.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { sha256 } from '../../src/codec/digest.ts';
import { compile, start } from '../cli/compiled.ts';

const { main, remove } = compile();
const base = mkdtempSync(join(tmpdir(), 'countersign-same-'));
afterAll(() => {
  remove();
  rmSync(base, { recursive: true });
});
const data = fileURLToPath(new URL('../../data', import.meta.url));

/** Digest by path of everything that a build of the example writes, its zip included. */
const built = async (
  folder: string,
  env: Record<string, string>,
): Promise<Readonly<Record<string, string>>> => {
  const cwd = join(base, folder);
  cpSync(data, join(cwd, 'data'), { recursive: true });
  const attestation = 'data/attestations/2026-Q3/payments.attestation.yaml';
  const { code, err } = await start(main, ['build', attestation, '--zip', '-o', 'packs'], { cwd, env });
  expect([code, err]).toEqual([0, '']);
  const files = readdirSync(join(cwd, 'packs'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(cwd.length), sha256(readFileSync(path))]),
  );
};

test('every member and the zip, wherever and whenever they are made', { timeout: 300_000 }, async () => {
  const here = await built('a', { TZ: 'UTC', LC_ALL: 'C' });
  const there = await built('b/c with spaces/d', {
    TZ: 'Pacific/Auckland',
    LC_ALL: 'tr_TR.UTF-8',
    LANG: 'tr_TR.UTF-8',
  });
  expect(Object.keys(here).length).toBeGreaterThan(10);
  expect(there).toEqual(here);
});
