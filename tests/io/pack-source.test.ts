// Packs from folders and zips.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeZip, ZIP_LIMITS } from '../../src/codec/zip.ts';
import { readPack } from '../../src/io/pack-source.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'source-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const FILES = { 'manifest.json': '{}', 'inputs/policy.yaml': 'id: bank', 'evidence/EV-01-ä.txt': '' };
const folder = (): string => {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(join(home, 'pack', path, '..'), { recursive: true });
    writeFileSync(join(home, 'pack', path), text);
  }
  return join(home, 'pack');
};
const zip = (prefix: string): string => {
  const entries = Object.entries(FILES).map(([path, text]) => ({
    path: prefix + path,
    data: new TextEncoder().encode(text),
  }));
  writeFileSync(join(home, 'pack.zip'), writeZip(entries));
  return join(home, 'pack.zip');
};
const contents = (members: ReadonlyMap<string, Uint8Array>): Record<string, string> =>
  Object.fromEntries([...members].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));

test('a folder, a zip, and a zip of the folder give the same members', async () => {
  expect(contents(await readPack(folder()))).toEqual(FILES);
  expect(contents(await readPack(zip('')))).toEqual(FILES);
  expect(contents(await readPack(zip('v1/')))).toEqual(FILES);
});

test('a zip whose one folder is no pack is left as it is', async () => {
  writeFileSync(join(home, 'x.zip'), writeZip([{ path: 'inputs/a', data: new Uint8Array() }]));
  expect([...(await readPack(join(home, 'x.zip'))).keys()]).toEqual(['inputs/a']);
});

test('nothing there, no zip, a link in a folder, too much', async () => {
  await expect(readPack(join(home, 'none'))).rejects.toMatchObject({ code: 'input-missing' });
  writeFileSync(join(home, 'text'), 'This is no zip.');
  await expect(readPack(join(home, 'text'))).rejects.toMatchObject({ code: 'pack-unreadable' });
  await expect(readPack(folder(), { ...ZIP_LIMITS, totalSize: 9 })).rejects.toMatchObject({
    code: 'pack-unreadable',
  });
  symlinkSync('/etc/hostname', join(home, 'pack', 'evidence', 'link'));
  await expect(readPack(folder())).rejects.toMatchObject({ code: 'pack-unreadable' });
});
