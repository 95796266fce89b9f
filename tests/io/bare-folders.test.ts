// Folders without a file in them, as a kill leaves them, are nobody's: a pack takes their place.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DISK } from '../../src/io/disk.ts';
import { host } from '../../src/io/leftovers.ts';
import { sweepLeftovers } from '../../src/io/sweep.ts';
import { writePack } from '../../src/io/write-pack.ts';
import { filesIn, freshFolder, holds, packOf } from './small-packs.ts';

let home = '';
let target = '';
beforeEach(() => {
  home = freshFolder();
  target = join(home, 'series', 'draft');
  mkdirSync(join(target, 'inputs', 'models'), { recursive: true });
  mkdirSync(join(target, 'evidence'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** Of a process that there is not. */
const claim = (): void => writeFileSync(join(home, 'series', `draft.put-${host}-99999999-1`), '');

test.each([
  ['atomic', false],
  ['atomic', true],
  ['none', false],
  ['none', true],
] as const)('with rename %s, and a claim: %s', async (rename, claimed) => {
  if (claimed) claim();
  expect(await writePack(target, packOf('new'), { final: false, rename })).toBe('written');
  expect([holds(target, packOf('new')), readdirSync(join(home, 'series'))]).toEqual([true, ['draft']]);
});

test('a sweep takes them away where a claim says that they are ours', async () => {
  claim();
  await sweepLeftovers(home);
  expect(readdirSync(join(home, 'series'))).toEqual([]);
});

test('a file that lies in one of them stays, and so do the folders it lies in', async () => {
  writeFileSync(join(target, 'evidence', 'note.txt'), 'of somebody');
  await DISK.removeEmpty(target);
  expect(filesIn(target)).toEqual(['evidence/note.txt']);
  expect(readdirSync(target)).toEqual(['evidence']);
});
