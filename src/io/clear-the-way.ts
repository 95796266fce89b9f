// Before a pack is written: what dead runs left is cleared up, who is at work in the place is waited for, and what is not ours stays.
import { join } from 'node:path';
import { MANIFEST } from '../pack/names.ts';
import { Failure } from '../problem.ts';
import { othersGone } from './claim.ts';
import type { Disk } from './disk.ts';
import { listNames } from './files.ts';
import { damaged } from './final-packs.ts';
import { isFile, lackOf } from './fitting.ts';
import { removeWhole, type Trace, tracesOf } from './leftovers.ts';
import { removeBare, settle } from './settle.ts';

/**
 * Afterwards `target` is free, or holds a pack: a whole one when `final`. Throws `output-exists` when it holds something else.
 */
export const clearTheWay = async (target: string, final: boolean, disk: Disk): Promise<void> => {
  await clearUp(target, disk);
  await removeBare(target, disk);
  const lack = await troubleIn(target, final);
  if (lack === null) return;
  // Another run may just have put its draft there, or taken it away, between the two looks.
  const again = await troubleIn(target, final);
  if (again !== null) throw again;
};

const clearUp = async (target: string, disk: Disk): Promise<void> => {
  const traces = await tracesOf(target);
  if (traces.length === 0) return;
  if (traces.every(({ held }) => !held)) return settle(target, traces, disk);
  if (!(await isAtWork(target, traces))) return removeDead(target, traces, disk);
  const givenUp = await othersGone(target, disk, () => true);
  const left = await tracesOf(target);
  return settle(
    target,
    left.filter(({ path, held }) => !held || givenUp.includes(path)),
    disk,
  );
};

/** Somebody writes in place, or a mount that moves a folder file by file is in the middle of it. */
const isAtWork = async (target: string, traces: readonly Trace[]): Promise<boolean> =>
  traces.some(({ kind, held }) => kind === 'put' && held) ||
  ((await listNames(target)).length > 0 && (await lackOf(target)) !== null);

/** Beside living runs only what nobody can need any more goes: a draft moved aside may be the only one while nothing stands in its place. */
const removeDead = async (target: string, traces: readonly Trace[], disk: Disk): Promise<void> => {
  const free = (await listNames(target)).length === 0;
  for (const { path, kind, held } of traces)
    if (!held && kind !== 'put' && !(kind === 'old' && free)) await removeWhole(path, disk);
};

/** A folder with something in it and no manifest is no pack of ours to replace: notes of people, or a final pack that lost its manifest. */
const troubleIn = async (target: string, final: boolean): Promise<Failure | null> => {
  if ((await listNames(target)).length === 0) return null;
  if (!(await isFile(join(target, MANIFEST))))
    return new Failure(
      'output-exists',
      `${target} holds files and no manifest.json: it is no pack, and stays as it is.`,
      'Move it away, or build into another folder with -o.',
    );
  const lack = final ? await lackOf(target) : null;
  return lack === null ? null : damaged(target, lack);
};
