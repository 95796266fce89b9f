// Puts a pack's finished folder into its place by renaming: a draft where a draft may be, a final pack where nothing is.
import { existsSync } from 'node:fs';
import type { Disk } from './disk.ts';
import { isTaken, refusesRename, systemCode } from './disk-trouble.ts';
import { removeWhole, withName } from './leftovers.ts';
import { clearHalfMoved } from './settle.ts';

/** `taken`: another run put its own there. `refused`: the file system does not rename, and all is as it was. */
export type Moved = 'placed' | 'taken' | 'refused';

export const moveFinal = async (from: string, target: string, disk: Disk): Promise<Moved> => {
  try {
    await disk.rename(from, target);
    return 'placed';
  } catch (error) {
    if (isTaken(error)) return 'taken';
    await clearHalfMoved(from, target, disk);
    if (refusesRename(error)) return 'refused';
    throw error;
  }
};

/** How often another run may put its own draft into the place that was just cleared. */
const ATTEMPTS = 20;

export const moveDraft = async (from: string, target: string, disk: Disk, attempt = 1): Promise<Moved> => {
  const moved = await swapDraft(from, target, disk, attempt === ATTEMPTS);
  return moved === 'taken' ? moveDraft(from, target, disk, attempt + 1) : moved;
};

/** The old draft steps aside and comes back when the new one cannot take its place. `taken`: another run was faster, try again. */
const swapDraft = (from: string, target: string, disk: Disk, last: boolean): Promise<Moved> =>
  withName(target, 'old', async (old) => {
    const aside = await moveAside(target, old, disk);
    if (aside === 'refused') return 'refused';
    const [placed] = await Promise.allSettled([disk.rename(from, target)]);
    const taken = placed.status === 'rejected' && isTaken(placed.reason);
    // Removed only once another draft has taken its place; until then it may be the only one there is.
    if (aside === 'moved' && (taken || placed.status === 'fulfilled')) await removeWhole(old, disk);
    if (placed.status === 'fulfilled') return 'placed';
    if (taken && !last) return 'taken';
    if (!taken) await clearHalfMoved(from, target, disk);
    if (aside === 'moved' && !taken && !existsSync(target)) await disk.rename(old, target);
    if (refusesRename(placed.reason)) return 'refused';
    throw placed.reason;
  });

const moveAside = async (
  target: string,
  old: string,
  disk: Disk,
): Promise<'moved' | 'nothing' | 'refused'> => {
  try {
    await disk.rename(target, old);
    return 'moved';
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 'nothing';
    if (refusesRename(error)) return 'refused';
    throw error;
  }
};
