// Writes a pack's folder whole or not at all. The manifest is written last, so that a folder with a fitting one is a whole pack
// even where the folder itself cannot be put in place in one step.
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathTrouble } from '../codec/member-path.ts';
import type { Member } from '../pack/member.ts';
import { MANIFEST } from '../pack/names.ts';
import { Failure } from '../problem.ts';
import { onDisk, systemCode } from './disk-trouble.ts';
import { listNames } from './files.ts';
import { leftoversOf, removeLeftovers, withName, withTemporary } from './leftovers.ts';
import { makeFolder } from './make-folder.ts';
import { syncFolder, writeThrough } from './write-whole.ts';

/**
 * Writes members, the manifest among them, into the folder `target`. A draft takes the place of an older draft; a folder that already
 * holds a pack is never replaced when `final`. Throws `pack-final`, `output-exists` for a folder that holds
 * something else, or `disk`, and then what was there before is there still.
 */
export const writePack = (
  target: string,
  members: readonly Member[],
  { final }: { readonly final: boolean },
): Promise<void> =>
  onDisk('write', target, async () => {
    checkMembers(members);
    await makeFolder(dirname(target));
    await recover(target);
    if (final && holdsPack(target)) throw finalThere(target);
    await refuseForeign(target);
    await withTemporary(target, async (beside) => {
      await writeMembers(beside, members);
      await (final ? placeFinal(beside, target) : placeDraft(beside, target));
    });
    await syncFolder(dirname(target));
  });

const holdsPack = (folder: string): boolean => existsSync(join(folder, MANIFEST));

const checkMembers = (members: readonly Member[]): void => {
  for (const { path } of members) {
    const trouble = pathTrouble(path);
    if (trouble !== null)
      throw new Failure('bug', `The member ${JSON.stringify(path)} ${trouble}.`, 'Please report this.');
  }
  if (!members.some(({ path }) => path === MANIFEST)) {
    throw new Failure('bug', 'A pack without a manifest was to be written.', 'Please report this.');
  }
};

/** A run that was killed between the two renames of `placeDraft` left the old draft under another name: it goes back to its place. */
const recover = async (target: string): Promise<void> => {
  const old = (await leftoversOf(target)).findLast(({ kind, path }) => kind === 'old' && holdsPack(path));
  if (old !== undefined && !existsSync(target)) await rename(old.path, target);
  await removeLeftovers(target);
};

const writeMembers = async (folder: string, members: readonly Member[]): Promise<void> => {
  await mkdir(folder);
  const folders = new Set(members.map(({ path }) => dirname(join(folder, path))));
  for (const one of folders) await makeFolder(one);
  await Promise.all(
    members.filter(({ path }) => path !== MANIFEST).map((member) => writeMember(folder, member)),
  );
  for (const one of folders) await syncFolder(one);
  for (const member of members.filter(({ path }) => path === MANIFEST)) await writeMember(folder, member);
  await syncFolder(folder);
};

const writeMember = (folder: string, { path, bytes }: Member): Promise<void> =>
  writeThrough(join(folder, path), bytes);

/** A folder with something in it and no manifest is no pack of ours to replace: notes of people, or a final pack that lost its manifest. */
const refuseForeign = async (target: string): Promise<void> => {
  if (holdsPack(target) || (await listNames(target)).length === 0) return;
  throw new Failure(
    'output-exists',
    `${target} holds files and no manifest.json: it is no pack, and stays as it is.`,
    'Move it away, or build into another folder with -o.',
  );
};

/** A pack that appears meanwhile makes the rename fail. */
const placeFinal = async (from: string, target: string): Promise<void> => {
  try {
    await rename(from, target);
  } catch (error) {
    if (isTaken(error) && holdsPack(target)) throw finalThere(target);
    throw error;
  }
};

/** How often another run may put its own draft into the place that was just cleared. */
const ATTEMPTS = 20;

const placeDraft = async (from: string, target: string, attempt = 1): Promise<void> => {
  if (await swapDraft(from, target, attempt === ATTEMPTS)) return;
  await placeDraft(from, target, attempt + 1);
};

/** The old draft steps aside and comes back when the new one cannot take its place. False: another run was faster, try again. */
const swapDraft = (from: string, target: string, last: boolean): Promise<boolean> =>
  withName(target, 'old', async (old) => {
    const replaced = await moveAway(target, old);
    const [placed] = await Promise.allSettled([rename(from, target)]);
    const taken = placed.status === 'rejected' && isTaken(placed.reason);
    // Removed only once another draft has taken its place; until then it may be the only one there is.
    if (replaced && (taken || placed.status === 'fulfilled')) await rm(old, { recursive: true, force: true });
    if (placed.status === 'fulfilled') return true;
    if (taken && !last) return false;
    if (replaced && !taken && !existsSync(target)) await rename(old, target);
    throw placed.reason;
  });

const isTaken = (error: unknown): boolean => ['ENOTEMPTY', 'EEXIST'].includes(systemCode(error) ?? '');

/** False when there is nothing to move. */
const moveAway = async (target: string, old: string): Promise<boolean> => {
  try {
    await rename(target, old);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
};

const finalThere = (target: string): Failure =>
  new Failure(
    'pack-final',
    `${target} is final and is never overwritten.`,
    'Use --amend "REASON" to make the next version.',
  );
