// Packs on disk: whole or not at all, whatever fails and whenever; drafts replaced, final packs never.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type * as promises from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listFinalPacks } from '../../src/io/final-packs.ts';
import { readPack } from '../../src/io/pack-source.ts';
import { type Written, writePack } from '../../src/io/write-pack.ts';
import { Failure } from '../../src/problem.ts';
import { withFault } from './faulty-disk.ts';
import { freshFolder, packOf } from './small-packs.ts';

vi.mock('node:fs/promises', async (original) => {
  const { faulty } = await import('./faulty-disk.ts');
  return faulty(await original<typeof promises>());
});

let home = '';
beforeEach(() => {
  home = freshFolder();
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const at = (name: string): string => join(home, 'series', name);
const write = (name: string, text: string, final = false): Promise<Written> =>
  writePack(at(name), packOf(text), { final });
const wholeAs = async (name: string, text: string): Promise<boolean> => {
  const source = await readPack(at(name));
  const members = source.kind === 'pack' ? source.members : new Map<string, Uint8Array>();
  return (
    members.size === 3 &&
    packOf(text).every(({ path, bytes: data }) => Buffer.compare(data, members.get(path) ?? bytes('')) === 0)
  );
};
const left = (): readonly string[] => readdirSync(join(home, 'series'));

describe('what is undisturbed', () => {
  test('a draft replaces a draft, whole', async () => {
    await writePack(at('draft'), [...packOf('old'), { path: 'evidence/EV-01-x', bytes: bytes('x') }], {
      final: false,
    });
    await write('draft', 'new');
    expect(await wholeAs('draft', 'new')).toBe(true);
    expect(left()).toEqual(['draft']);
  });

  test('a final pack is never replaced', async () => {
    await write('v1', 'old', true);
    await expect(write('v1', 'new', true)).rejects.toMatchObject({ code: 'pack-final' });
    expect(await wholeAs('v1', 'old')).toBe(true);
    expect(left()).toEqual(['v1']);
  });

  test('of two final packs written at once one is kept, whole', async () => {
    const both = await Promise.allSettled([write('v1', 'one', true), write('v1', 'two', true)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await wholeAs('v1', 'one')) || (await wholeAs('v1', 'two'))).toBe(true);
    expect(left()).toEqual(['v1']);
  });

  test('of many drafts written at once one is kept, whole', async () => {
    const texts = ['a', 'b', 'c', 'd', 'e', 'f'];
    await Promise.all(texts.map((text) => write('draft', text)));
    expect(await Promise.all(texts.map((text) => wholeAs('draft', text)))).toContain(true);
    expect(left()).toEqual(['draft']);
  });

  test.each([
    ['v1', true],
    ['draft', false],
  ])('a folder %s that holds something else is no pack, and stays as it is', async (name, final) => {
    mkdirSync(at(name), { recursive: true });
    await write(name, 'new', final);
    expect(await wholeAs(name, 'new')).toBe(true);
    rmSync(join(at(name), 'manifest.json'));
    const before = readdirSync(at(name));
    expect(await listFinalPacks(join(home, 'series'))).toEqual([]);
    await expect(write(name, 'newer', final)).rejects.toMatchObject({ code: 'output-exists' });
    expect(readdirSync(at(name))).toEqual(before);
    expect(left()).toEqual([name]);
  });

  test('final packs are listed by version, and nothing else', async () => {
    for (const name of ['v10', 'v2', 'v1']) await write(name, name, true);
    for (const name of ['draft', 'v03', 'v1.bak']) await write(name, name);
    expect((await listFinalPacks(join(home, 'series'))).map(({ version }) => version)).toEqual([1, 2, 10]);
    expect(await listFinalPacks(join(home, 'nowhere'))).toEqual([]);
  });

  test.each(['../out', 'a\\b', '/etc/x'])('the member %j is never written', async (path) => {
    const members = [...packOf('x'), { path, bytes: bytes('x') }];
    await expect(writePack(at('draft'), members, { final: false })).rejects.toMatchObject({ code: 'bug' });
    expect(existsSync(join(home, 'series'))).toBe(false);
  });

  test('a pack without a manifest is never written', async () => {
    await expect(writePack(at('draft'), packOf('x').slice(0, 2), { final: false })).rejects.toMatchObject({
      code: 'bug',
    });
  });
});

describe.each([
  ['draft', false],
  ['v2', true],
])('a fault at any step of writing %s', (name, final) => {
  const prepare = async (): Promise<number> => {
    if (!final) await write(name, 'old');
    const { steps } = await withFault(null, () => write(name, 'new', final));
    rmSync(join(home, 'series'), { recursive: true });
    return steps;
  };
  const startOver = async (): Promise<void> => {
    rmSync(join(home, 'series'), { recursive: true, force: true });
    if (!final) await write(name, 'old');
  };

  test('a disk that is full for a moment: a failure, and the old pack or the new one, never a mix', async () => {
    const steps = await prepare();
    expect(steps).toBeGreaterThan(10);
    for (let step = 1; step <= steps; step += 1) {
      await startOver();
      const { error } = await withFault({ step, code: 'ENOSPC', forGood: false }, () =>
        write(name, 'new', final),
      );
      if (error !== null)
        expect(error).toMatchObject({ code: 'disk', hint: expect.stringContaining('disk is full') });
      const there = existsSync(at(name));
      const whole = there && ((await wholeAs(name, 'new')) || (!final && (await wholeAs(name, 'old'))));
      expect([step, whole || (final && !there)]).toEqual([step, true]);
    }
  });

  test('a kill: what lies in its place is whole, and the next run finishes and leaves nothing behind', async () => {
    const steps = await prepare();
    for (let step = 1; step <= steps; step += 1) {
      await startOver();
      await withFault({ step, code: 'EIO', forGood: true }, () => write(name, 'new', final));
      const there = existsSync(at(name));
      if (there)
        expect([step, (await wholeAs(name, 'new')) || (await wholeAs(name, 'old'))]).toEqual([step, true]);
      const { error } = await withFault(null, () => write(name, 'next', final));
      const done = error instanceof Failure && error.code === 'pack-final' ? 'new' : 'next';
      expect([step, await wholeAs(name, done)]).toEqual([step, true]);
      expect([step, left()]).toEqual([step, [name]]);
    }
  });

  test('a kill: whatever folder carries its manifest, under whatever name, is whole', async () => {
    const steps = await prepare();
    for (let step = 1; step <= steps; step += 1) {
      await startOver();
      await withFault({ step, code: 'EIO', forGood: true }, () => write(name, 'new', final));
      const marked = existsSync(join(home, 'series'))
        ? left().filter((one) => existsSync(join(at(one), 'manifest.json')))
        : [];
      for (const one of marked) {
        const said = readFileSync(join(at(one), 'manifest.json'), 'utf8');
        const text = ['old', 'new'].find((each) => said === new TextDecoder().decode(packOf(each)[2]?.bytes));
        // Half a manifest fits nothing, so what it lies in is no pack.
        if (text !== undefined) expect([step, one, await wholeAs(one, text)]).toEqual([step, one, true]);
      }
    }
  });

  test('a draft that was moved aside by a killed run comes back even when the next run fails too', async () => {
    if (final) return;
    const steps = await prepare();
    for (let step = 1; step <= steps; step += 1) {
      await startOver();
      await withFault({ step, code: 'EIO', forGood: true }, () => write(name, 'new'));
      const bad = [...packOf('x'), { path: 'report.json', bytes: bytes('twice') }];
      await withFault(null, () => writePack(at(name), bad, { final: false }));
      expect([step, (await wholeAs(name, 'old')) || (await wholeAs(name, 'new'))]).toEqual([step, true]);
    }
  });
});

test('a folder that may not be written is named, with a hint', async () => {
  writeFileSync(join(home, 'series'), 'a file where a folder should be');
  const error: unknown = await write('draft', 'x').catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: 'disk', message: expect.stringContaining(at('draft')) });
  const { error: denied } = await withFault({ step: 1, code: 'EACCES', forGood: true }, () =>
    write('draft', 'x'),
  );
  expect(denied).toMatchObject({ code: 'disk', hint: expect.stringContaining('permissions') });
});

test('the work of another living process is left alone, and of a dead one removed', async () => {
  await write('draft', 'old');
  const names = async (pid: number, host: string): Promise<boolean> => {
    const leftover = at(`draft.tmp-${host}-${pid}-1`);
    mkdirSync(leftover);
    await write('draft', 'new');
    const kept = existsSync(leftover);
    rmSync(leftover, { recursive: true, force: true });
    return kept;
  };
  const { host } = await import('../../src/io/leftovers.ts');
  expect(await names(process.ppid, host)).toBe(true);
  expect(await names(process.pid, host)).toBe(false);
  expect(await names(2 ** 22 + 7, host)).toBe(false);
  // Of another machine nobody knows, so what was touched within the hour stays.
  expect(await names(1, '00000000')).toBe(true);
});
