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
/** The members of a pack that is read whole. */
const membersAt = async (path: string): Promise<ReadonlyMap<string, Uint8Array>> => {
  const source = await readPack(path);
  return source.kind === 'pack' ? source.members : expect.unreachable('is no pack');
};
const contents = async (path: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    [...(await membersAt(path))].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]),
  );

test('a folder, a zip, and a zip of the folder give the same members', async () => {
  expect(await contents(folder())).toEqual(FILES);
  expect(await contents(zip(''))).toEqual(FILES);
  expect(await contents(zip('v1/'))).toEqual(FILES);
});

test('a zip whose one folder is no pack is left as it is', async () => {
  writeFileSync(join(home, 'x.zip'), writeZip([{ path: 'inputs/a', data: new Uint8Array() }]));
  expect([...(await membersAt(join(home, 'x.zip'))).keys()]).toEqual(['inputs/a']);
});

test('a PDF comes alone, under its own name', async () => {
  writeFileSync(join(home, 'report.pdf'), '%PDF-1.7\n');
  const bytes = new TextEncoder().encode('%PDF-1.7\n');
  expect(await readPack(join(home, 'report.pdf'))).toEqual({ kind: 'pdf', name: 'report.pdf', bytes });
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
