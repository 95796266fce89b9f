// A kill before every single step, on disks and on bucket mounts: what carries a fitting manifest is whole, and the next run finishes.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listFinalPacks } from '../../src/io/final-packs.ts';
import { fits, manifestIn } from '../../src/io/fitting.ts';
import { sweepLeftovers } from '../../src/io/sweep.ts';
import { type PackPlacing, writePack } from '../../src/io/write-pack.ts';
import { writeWhole } from '../../src/io/write-whole.ts';
import type { Member } from '../../src/pack/member.ts';
import { MOUNTS, type MountKind, mount } from './mounts.ts';
import { freshFolder, holds, packOf } from './small-packs.ts';

let home = '';
beforeEach(() => {
  home = freshFolder();
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const OLD = packOf('old', ['evidence/EV-01-gone', 'manifest.dsse.json']);
const NEW = packOf('new', ['evidence/EV-02-here']);
const series = (): string => join(home, '2026-Q3', 'payments.checkout');
const startOver = async (kind: MountKind, name: string): Promise<void> => {
  rmSync(join(home, '2026-Q3'), { recursive: true, force: true });
  if (name === 'draft') await writePack(join(series(), name), OLD, { final: false }, mount(kind).disk);
};
const write = (
  name: string,
  members: readonly Member[],
  disk: ReturnType<typeof mount>['disk'],
  rename?: 'none',
) => {
  const placing: PackPlacing = { final: name !== 'draft', ...(rename === undefined ? {} : { rename }) };
  return writePack(join(series(), name), members, placing, disk);
};
const names = (): readonly string[] => (existsSync(series()) ? readdirSync(series()).sort() : []);

/** Whatever folder fits its manifest, under whatever name, is the old pack or the new one; and but for mounts that copy, none has a manifest that does not fit. */
const nothingMixed = async (kind: MountKind): Promise<readonly string[]> => {
  const mixed: string[] = [];
  for (const name of names()) {
    const folder = join(series(), name);
    const copies = kind.startsWith('copying') || kind.startsWith('moving');
    if (!copies && (await manifestIn(folder)) !== null && !(await fits(folder))) mixed.push(name);
    if (existsSync(join(folder, 'report.json')) && (await fits(folder)))
      if (!holds(folder, NEW) && !holds(folder, OLD) && !holds(folder, OLD.slice(0, -2))) mixed.push(name);
  }
  return mixed;
};

/** Does something to every kill of one write: `k` counts the steps up to it. */
const everyKill = async (
  kind: MountKind,
  name: string,
  rename: 'none' | undefined,
  then: (k: number) => Promise<void>,
): Promise<number> => {
  await startOver(kind, name);
  const whole = mount(kind);
  await write(name, NEW, whole.disk, rename);
  for (let k = 1; k <= whole.steps(); k += 1) {
    await startOver(kind, name);
    await expect(write(name, NEW, mount(kind, k).disk, rename)).rejects.toThrow();
    expect([k, await nothingMixed(kind)]).toEqual([k, []]);
    await then(k);
  }
  return whole.steps();
};

/** The conformance suite asks for all mounts and ways; here those that between them break whatever can break. */
const ALL = process.env.COUNTERSIGN_KILLS === 'all';
const SOME: readonly MountKind[] = ['disk', 'refusing', 'moving-backwards'];
const PLACINGS = [
  ['draft', undefined],
  ['v1', undefined],
  ['draft', 'none'],
  ['v1', 'none'],
] as const;

describe.each(ALL ? MOUNTS : SOME)('on a mount of the kind %s', (kind) => {
  describe.each(ALL ? PLACINGS : PLACINGS.slice(0, 2))(
    'a kill before every step of writing %s (rename: %s)',
    (name, rename) => {
      test('the next run has the new pack there, whole, and leaves nothing behind', async () => {
        const steps = await everyKill(kind, name, rename, async (k) => {
          await write(name, NEW, mount(kind).disk, rename);
          expect([k, holds(join(series(), name), NEW), names()]).toEqual([k, true, [name]]);
        });
        expect(steps).toBeGreaterThan(10);
      });

      test.runIf(ALL || kind !== 'disk')(
        'a sweep alone leaves whole packs and nothing else, and the next run goes on',
        async () => {
          await everyKill(kind, name, rename, async (k) => {
            await sweepLeftovers(home, undefined, mount(kind).disk);
            expect([k, names().filter((one) => one !== name), await nothingMixed(kind)]).toEqual([k, [], []]);
            for (const one of names()) expect([k, await fits(join(series(), one))]).toEqual([k, true]);
            await listFinalPacks(series());
            await write(name, NEW, mount(kind).disk, rename);
            expect([k, holds(join(series(), name), NEW)]).toEqual([k, true]);
          });
        },
      );
    },
  );

  test.runIf(ALL)('a kill before every step of clearing up too', async () => {
    for (const name of ['draft', 'v1'])
      await everyKill(kind, name, undefined, async (k) => {
        if (k % 3 !== 0) return;
        for (let j = 1; j <= 12; j += 1) await write(name, NEW, mount(kind, j).disk).catch(() => undefined);
        expect([k, await nothingMixed(kind)]).toEqual([k, []]);
        await write(name, NEW, mount(kind).disk);
        expect([k, holds(join(series(), name), NEW), names()]).toEqual([k, true, [name]]);
      });
  });

  test('a kill before every step of writing a file: the next run, or a sweep, makes it whole', async () => {
    const path = join(home, 'notes.yaml');
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text.repeat(20));
    const whole = mount(kind);
    await writeWhole(path, bytes('new'), undefined, 'atomic', whole.disk);
    for (let k = 1; k <= whole.steps(); k += 1)
      for (const next of ['write', 'sweep']) {
        writeFileSync(path, bytes('old'));
        await writeWhole(path, bytes('new'), undefined, 'atomic', mount(kind, k).disk).catch(() => undefined);
        if (next === 'write') await writeWhole(path, bytes('next'), undefined, 'atomic', mount(kind).disk);
        else await sweepLeftovers(home, undefined, mount(kind).disk);
        const said = readFileSync(path, 'utf8');
        expect([k, next === 'write' ? ['next'] : ['old', 'new']]).toEqual([
          k,
          expect.arrayContaining([said.slice(0, said.length / 20)]),
        ]);
        expect([k, readdirSync(home).filter((name) => name.startsWith('notes'))]).toEqual([
          k,
          ['notes.yaml'],
        ]);
      }
  });
});
