// A folder is whole when its manifest fits, a pack's and a roll-up's alike, also where it was written in place.
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/codec/digest.ts';
import { fits, lackOf, manifestIn } from '../../src/io/fitting.ts';
import { writePack } from '../../src/io/write-pack.ts';
import { rollupManifestBytes } from '../../src/pack/rollup/manifest.ts';

const PAGE = { path: 'rollup-2026-Q3-draft-page.html', bytes: new TextEncoder().encode('<p>none</p>') };
const MANIFEST = rollupManifestBytes({
  format: 'countersign/rollup-manifest@1',
  'rollup-id': sha256('inputs'),
  ...{ period: '2026-Q3', 'as-of': '2026-10-09', state: 'draft', version: null, supersedes: null },
  ...{ packs: [], previous: [] },
  members: [{ path: PAGE.path, size: PAGE.bytes.length, sha256: sha256(PAGE.bytes) }],
});

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'countersign-fitting-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('a roll-up that is written in place', () => {
  const put = async (): Promise<string> => {
    const folder = join(home, 'draft');
    const members = [PAGE, { path: 'manifest.json', bytes: MANIFEST }];
    expect(await writePack(folder, members, { final: false, rename: 'none' })).toBe('written');
    return folder;
  };

  it('fits, and can be written again', async () => {
    const folder = await put();
    expect((await manifestIn(folder))?.manifest.period).toBe('2026-Q3');
    expect([await lackOf(folder), await fits(folder)]).toEqual([null, true]);
    expect(await put()).toBe(folder);
  });

  it('lacks what is gone, and does not fit with a byte more or a torn manifest', async () => {
    const folder = await put();
    appendFileSync(join(folder, PAGE.path), '!');
    expect(await lackOf(folder)).toContain(PAGE.path);
    rmSync(join(folder, PAGE.path));
    expect(await lackOf(folder)).toContain(`lacks ${PAGE.path}`);
    writeFileSync(join(folder, 'manifest.json'), MANIFEST.subarray(0, 40));
    expect([await manifestIn(folder), await fits(folder)]).toEqual([null, false]);
  });
});
