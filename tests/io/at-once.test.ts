// Several runs at one place where folders do not rename: one at a time, and the place holds one of the packs, whole.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listFinalPacks } from '../../src/io/final-packs.ts';
import { host } from '../../src/io/leftovers.ts';
import { sweepLeftovers } from '../../src/io/sweep.ts';
import { writePack } from '../../src/io/write-pack.ts';
import { mount } from './mounts.ts';
import { freshFolder, holds, packOf } from './small-packs.ts';

let home = '';
beforeEach(() => {
  home = freshFolder();
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const TEXTS = ['a', 'b', 'c', 'd'];
const DEAD = 2 ** 22 + 7;
const at = (name: string): string => join(home, name);
const manifestOf = (text: string): Uint8Array => packOf(text).at(-1)?.bytes ?? new Uint8Array();

describe.each(['EXDEV', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EPERM', 'EACCES', 'EINVAL', 'EIO'])(
  'where renaming is refused with %s',
  (refusal) => {
    const { disk } = mount('refusing', undefined, refusal);

    test('of many drafts one is kept, whole', async () => {
      await Promise.all(
        TEXTS.map((text) => writePack(at('draft'), packOf(text, [text]), { final: false }, disk)),
      );
      expect(TEXTS.filter((text) => holds(at('draft'), packOf(text, [text])))).toHaveLength(1);
      expect(readdirSync(home)).toEqual(['draft']);
    });

    test('the same final pack twice: written once, and there for the other', async () => {
      const both = await Promise.all(
        TEXTS.map(() => writePack(at('v1'), packOf('a'), { final: true }, disk)),
      );
      expect(both.toSorted()).toEqual(['there', 'there', 'there', 'written']);
      expect(holds(at('v1'), packOf('a'))).toBe(true);
      expect(readdirSync(home)).toEqual(['v1']);
    });

    test('of different final packs one is kept', async () => {
      const all = await Promise.allSettled(
        TEXTS.map((text) => writePack(at('v1'), packOf(text), { final: true }, disk)),
      );
      expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(TEXTS.filter((text) => holds(at('v1'), packOf(text)))).toHaveLength(1);
    });
  },
);

test('the same final pack by renaming: written once, and there for the other', async () => {
  const both = await Promise.all(TEXTS.map(() => writePack(at('v1'), packOf('a'), { final: true })));
  expect(both.toSorted()).toEqual(['there', 'there', 'there', 'written']);
});

test('a claim of another machine is waited for, and given up when nothing happens', async () => {
  mkdirSync(at('draft'));
  writeFileSync(join(at('draft'), 'report.json'), 'half of it');
  writeFileSync(at('draft.put-00000000-1-1'), '');
  const { disk } = mount('refusing');
  let waited = 0;
  const counting = {
    ...disk,
    wait: async () => {
      waited += 1;
    },
  };
  await writePack(at('draft'), packOf('a'), { final: false }, counting);
  expect([waited >= 300, holds(at('draft'), packOf('a')), readdirSync(home)]).toEqual([
    true,
    true,
    ['draft'],
  ]);
});

describe('a final pack that its manifest does not fit', () => {
  const damage = async (trace: string | null, manifest: Uint8Array | null): Promise<void> => {
    await writePack(at('v1'), packOf('a'), { final: true });
    rmSync(join(at('v1'), 'report.json'));
    if (manifest !== null) writeFileSync(join(at('v1'), 'manifest.json'), manifest);
    if (trace !== null) mkdirSync(at(trace));
  };
  const write = () => writePack(at('v1'), packOf('b'), { final: true });

  test.each([
    ['lacks a member', null],
    ['has a torn manifest', manifestOf('a').subarray(0, 90)],
    ['has an empty manifest', new Uint8Array()],
  ])('and %s is damaged, which is said, and stays as it is', async (_, manifest) => {
    await damage(null, manifest);
    await expect(listFinalPacks(home)).rejects.toMatchObject({ code: 'pack-final' });
    await expect(write()).rejects.toMatchObject({ message: expect.stringContaining('is damaged') });
    expect(readdirSync(at('v1'))).toEqual(['inputs', 'manifest.json']);
  });

  test('beside the leftover of a dead run was being moved: no pack yet, and written anew', async () => {
    await damage(`v1.tmp-${host}-${DEAD}-1`, null);
    expect(await listFinalPacks(home)).toEqual([]);
    expect([await write(), holds(at('v1'), packOf('b')), readdirSync(home)]).toEqual([
      'written',
      true,
      ['v1'],
    ]);
  });
});

test('a sealed pack that was being moved gets its envelope, and is no final pack before', async () => {
  const payload = Buffer.from(manifestOf('a')).toString('base64');
  const left = at(`v1.tmp-${host}-${DEAD}-1`);
  await writePack(at('v1'), packOf('a'), { final: true });
  mkdirSync(left);
  writeFileSync(join(left, 'manifest.dsse.json'), `{"payload":"${payload}"}`);
  expect(await listFinalPacks(home)).toEqual([]);
  await sweepLeftovers(home);
  expect(readdirSync(at('v1'))).toContain('manifest.dsse.json');
  expect([await listFinalPacks(home), readdirSync(home)]).toMatchObject([[{ version: 1 }], ['v1']]);
});

test("people's files stay, whatever lies beside them", async () => {
  mkdirSync(at('draft'));
  writeFileSync(join(at('draft'), 'notes.txt'), 'mine');
  mkdirSync(at(`draft.tmp-${host}-${DEAD}-1`));
  await sweepLeftovers(home);
  expect([readdirSync(home), readdirSync(at('draft'))]).toEqual([['draft'], ['notes.txt']]);
  await expect(writePack(at('draft'), packOf('a'), { final: false })).rejects.toMatchObject({
    code: 'output-exists',
  });
});

test('a sweep clears what dead runs left, in the memory too, and nothing of the living', async () => {
  const kept = ['notes.tmp', `draft.tmp-${host}-${process.ppid}-1`, 'draft.tmp-00000000-1-1'];
  const swept = [`draft.tmp-${host}-${DEAD}-1`, `a.zip.put-${host}-${DEAD}-2`];
  const folders = ['2026-Q3/payments.checkout', '2026-Q3', '.countersign'].map(at);
  for (const folder of folders) mkdirSync(folder, { recursive: true });
  for (const folder of folders) {
    for (const name of kept) mkdirSync(join(folder, name));
    mkdirSync(join(folder, swept[0] ?? ''));
    if (folder === folders[0])
      for (const name of kept.slice(1)) rmSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, swept[1] ?? ''), '');
  }
  await sweepLeftovers(home);
  for (const folder of folders)
    expect(readdirSync(folder).filter((name) => swept.some((one) => name === one))).toEqual(
      folder === folders[0] ? [] : [swept[0]],
    );
  expect(readdirSync(folders[2] ?? '').sort()).toEqual([...kept, swept[0]].sort());
});
