// Writes a file whole or not at all: beside its place first, then over it in one step.
import { dirname } from 'node:path';
import { DISK, type Disk, type Placing } from './disk.ts';
import { onDisk, onDiskInPlace, refusesRename } from './disk-trouble.ts';
import { tracesOf, withName } from './leftovers.ts';
import { makeFolder } from './make-folder.ts';

/**
 * Makes the folders above it too; `mode` is of a file that is for its owner alone. Whoever reads `path` sees the old bytes or the new ones, never a
 * part; where the file system does not rename, or `rename` is `none`, a killed run may leave a part, which the next run that writes there, or
 * `sweepLeftovers`, writes to its end. Throws `disk`.
 */
export const writeWhole = (
  path: string,
  bytes: Uint8Array,
  mode?: number,
  rename: Placing = 'atomic',
  disk: Disk = DISK,
): Promise<void> =>
  onDisk('write', path, async () => {
    await makeFolder(dirname(path), disk);
    await settleDead(path, disk);
    await withName(path, 'tmp', async (beside) => {
      const [moved] = await Promise.allSettled([writeBeside(beside, path, bytes, mode, rename, disk)]);
      // Only this is left standing, for the next run: bytes that are whole beside a file that may not be.
      if (moved.status === 'fulfilled' && !moved.value) await putFile(path, bytes, mode, disk);
      const [removed] = await Promise.allSettled([disk.remove(beside)]);
      for (const one of [moved, removed]) if (one.status === 'rejected') throw one.reason;
    });
    await disk.sync(dirname(path));
  });

/** What clears up is loaded only where there is something to clear up. */
const settleDead = async (path: string, disk: Disk): Promise<void> => {
  const dead = (await tracesOf(path)).filter(({ held }) => !held);
  if (dead.length > 0) await (await import('./settle.ts')).settle(path, dead, disk);
};

/** False: it does not come into its place by renaming. */
const writeBeside = async (
  beside: string,
  path: string,
  bytes: Uint8Array,
  mode: number | undefined,
  rename: Placing,
  disk: Disk,
): Promise<boolean> => {
  await disk.writeNew(beside, bytes, mode);
  return rename === 'atomic' && (await renamed(beside, path, disk));
};

const renamed = async (from: string, to: string, disk: Disk): Promise<boolean> => {
  try {
    await disk.rename(from, to);
    return true;
  } catch (error) {
    if (refusesRename(error)) return false;
    throw error;
  }
};

/** The claim says that the bytes beside are whole and those in the place may not be. It goes only once they are. */
const putFile = (path: string, bytes: Uint8Array, mode: number | undefined, disk: Disk): Promise<void> =>
  withName(path, 'put', (claim) =>
    onDiskInPlace(path, async () => {
      await disk.writeNew(claim, new Uint8Array());
      await disk.sync(dirname(path));
      await disk.writeOver(path, bytes, mode);
      await disk.remove(claim);
    }),
  );
