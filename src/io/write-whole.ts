// Writes a file whole or not at all: beside its place first, then over it in one step.
import { type FileHandle, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { onDisk } from './disk-trouble.ts';
import { removeLeftovers, withTemporary } from './leftovers.ts';
import { makeFolder } from './make-folder.ts';

/** Makes the folders above it too; `mode` is of a file that is for its owner alone. Whoever reads `path` sees the old bytes or the new ones, never a part. Throws `disk`. */
export const writeWhole = (path: string, bytes: Uint8Array, mode?: number): Promise<void> =>
  onDisk('write', path, async () => {
    await makeFolder(dirname(path));
    await removeLeftovers(path);
    await withTemporary(path, async (beside) => {
      await writeThrough(beside, bytes, mode);
      await rename(beside, path);
    });
    await syncFolder(dirname(path));
  });

/** Writes a new file and waits until the disk has it. */
export const writeThrough = async (path: string, bytes: Uint8Array, mode?: number): Promise<void> => {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Waits until the disk knows a folder's names. Some systems and bucket mounts cannot; there the next step is safe only against a kill, not a power cut. */
export const syncFolder = async (path: string): Promise<void> => {
  const folder = await openFolder(path);
  if (folder === null) return;
  try {
    await folder.sync();
  } catch (error) {
    if (!cannotSync(error)) throw error;
  } finally {
    await folder.close();
  }
};

const openFolder = async (path: string): Promise<FileHandle | null> => {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (cannotSync(error)) return null;
    throw error;
  }
};

const UNABLE = ['EINVAL', 'ENOTSUP', 'ENOSYS', 'EISDIR', 'EPERM', 'EACCES', 'EBADF'];
const cannotSync = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && UNABLE.includes(String(error.code));
