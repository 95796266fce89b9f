// What dead runs left beside a place: finished where it was all but done, else undone, so that the place is whole or free.
import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from '../codec/digest.ts';
import { ENVELOPE, MANIFEST } from '../pack/names.ts';
import { underClaim } from './claim.ts';
import type { Disk } from './disk.ts';
import { isTaken, refusesRename, systemCode } from './disk-trouble.ts';
import { listTree, readWhole } from './files.ts';
import { fits, isFile, manifestIn } from './fitting.ts';
import { removeWhole, type Trace } from './leftovers.ts';

/**
 * Clears up behind the runs that left `dead` beside `target`. A folder that a mount was still moving, or that was being written in
 * place, is cleared when it fits no manifest; a draft that was moved aside comes back where nothing stands in its place; a file that was
 * being written in place is written to its end.
 */
export const settle = async (target: string, dead: readonly Trace[], disk: Disk): Promise<void> => {
  if (dead.length === 0) return;
  if (await isOfFile(target, dead)) await finishFile(target, dead, disk);
  else await settleFolder(target, dead, disk);
  // A claim goes last: as long as it stands, what stands under it is known to be ours.
  for (const { path, kind } of dead) if (kind !== 'put') await removeWhole(path, disk);
  for (const { path, kind } of dead) if (kind === 'put') await disk.remove(path);
};

const isOfFile = async (target: string, dead: readonly Trace[]): Promise<boolean> => {
  if (await isFile(target)) return true;
  for (const { path, kind } of dead) if (kind === 'tmp' && (await isFile(path))) return true;
  return false;
};

/** A claim on a file is made once the new bytes lie beside it, and they stay until it is gone. */
const finishFile = async (target: string, dead: readonly Trace[], disk: Disk): Promise<void> => {
  for (const claim of dead.filter(({ kind }) => kind === 'put')) {
    const beside = dead.find(({ kind, by }) => kind === 'tmp' && by === claim.by);
    const bytes = beside === undefined ? null : await readWhole(beside.path, Number.MAX_SAFE_INTEGER);
    if (bytes === null) continue;
    await disk.writeOver(target, bytes, await modeOf(beside?.path ?? target));
    await disk.remove(claim.path);
  }
};

/** Of a file for its owner alone, so that it stays so. */
const modeOf = async (path: string): Promise<number> => (await lstat(path)).mode & 0o777;

const settleFolder = async (target: string, dead: readonly Trace[], disk: Disk): Promise<void> => {
  if (await isUnfinished(target, dead))
    await underClaim(target, disk, async () => {
      // Whoever had the claim before may have done it already, and more.
      if (await isUnfinished(target, dead)) await clearUnfitting(target, disk);
    });
  await finishEnvelope(target, dead, disk);
  await removeBare(target, disk);
  if ((await listTree(target)) !== null) return;
  for (const { path, kind } of dead)
    if (kind === 'old' && (await fits(path))) await bringBack(path, target, disk);
};

/** True when dead runs left the folder in the middle of something: what lies in it is theirs and no whole pack. */
const isUnfinished = async (target: string, dead: readonly Trace[]): Promise<boolean> => {
  const there = await listTree(target);
  if (there === null || there.length === 0) return false;
  if (await fits(target)) return false;
  return isOurs(
    there.map(({ path }) => path),
    [target, ...dead.map(({ path }) => path)],
    dead,
  );
};

/** People's files are never cleared: only what a claim stands for, or what a manifest lists, here or in the folder that was being moved. */
const isOurs = async (
  paths: readonly string[],
  folders: readonly string[],
  dead: readonly Trace[],
): Promise<boolean> => {
  if (dead.some(({ kind }) => kind === 'put')) return true;
  const listed = new Set<string>();
  for (const folder of folders) {
    const there = await manifestIn(folder);
    for (const { path } of there?.manifest.members ?? []) listed.add(path);
    if (there !== null) listed.add(MANIFEST).add(ENVELOPE);
  }
  return paths.every((path) => listed.has(path));
};

/** The manifest does not list its envelope; it comes along with what else was being moved. */
const finishEnvelope = async (target: string, dead: readonly Trace[], disk: Disk): Promise<void> => {
  const envelope = await envelopeBeside(target, dead);
  if (envelope !== null) await disk.writeOver(join(target, ENVELOPE), envelope);
};

/** True when the envelope over the very manifest that is here still lies in a folder that was being moved. */
export const lacksItsEnvelope = async (target: string, traces: readonly Trace[]): Promise<boolean> =>
  (await envelopeBeside(target, traces)) !== null;

const envelopeBeside = async (target: string, traces: readonly Trace[]): Promise<Uint8Array | null> => {
  if (traces.length === 0 || (await isFile(join(target, ENVELOPE)))) return null;
  const digest = (await manifestIn(target))?.digest;
  for (const { path } of traces.filter(({ kind }) => kind !== 'put')) {
    const envelope = await readWhole(join(path, ENVELOPE));
    if (envelope !== null && sha256(payloadOf(envelope)) === digest) return envelope;
  }
  return null;
};

/** What the envelope is over; whether its signature holds is not asked here. */
const payloadOf = (envelope: Uint8Array): Uint8Array => {
  const payload = /"payload":"([A-Za-z0-9+/=]*)"/.exec(new TextDecoder().decode(envelope))?.[1] ?? '';
  return new Uint8Array(Buffer.from(payload, 'base64'));
};

/** The manifest last: it says what is ours until nothing is left, and what it does not fit it fits less and less. */
export const clearUnfitting = async (folder: string, disk: Disk): Promise<void> => {
  for (const { path } of (await listTree(folder)) ?? [])
    if (path !== MANIFEST) await disk.remove(join(folder, path));
  await disk.remove(folder);
  await disk.sync(dirname(folder));
};

/** Folders without a file in them, as a kill leaves them before the first file is written or after the last is removed, are nobody's. */
export const removeBare = async (folder: string, disk: Disk): Promise<void> => {
  if ((await listTree(folder))?.length === 0) await disk.removeEmpty(folder);
};

/** Another run may do the same, or have put its own there. Where the mount does not rename, the draft is made anew. */
const bringBack = async (old: string, target: string, disk: Disk): Promise<void> => {
  try {
    await disk.rename(old, target);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT' && !isTaken(error) && !refusesRename(error)) throw error;
  }
};

/** The same of a folder that could not be moved to its end; it still stands at `from`. */
export const clearHalfMoved = async (from: string, target: string, disk: Disk): Promise<void> => {
  const trace = { path: from, of: target, kind: 'tmp', by: '', held: false } as const;
  if (await isUnfinished(target, [trace])) await clearUnfitting(target, disk);
};
