// Files and folders' names down to the disk itself, so that they are there after a power cut too.
import { type FileHandle, open } from 'node:fs/promises';

/** Writes a new file and waits until the disk has it. */
export const writeThrough = (path: string, bytes: Uint8Array, mode?: number): Promise<void> =>
  write(path, 'wx', bytes, mode);

/** The same, over whatever file is there. On a bucket the object appears, whole, when the file is closed. */
export const writeOver = (path: string, bytes: Uint8Array, mode?: number): Promise<void> =>
  write(path, 'w', bytes, mode);

const write = async (
  path: string,
  flag: 'w' | 'wx',
  bytes: Uint8Array,
  mode: number | undefined,
): Promise<void> => {
  const file = await open(path, flag, mode);
  try {
    await file.writeFile(bytes);
    await file.sync().catch(unlessUnable);
  } finally {
    await file.close();
  }
};

/** Some systems and bucket mounts cannot; there the next step is safe only against a kill, not a power cut. */
export const syncFolder = async (path: string): Promise<void> => {
  const folder = await openFolder(path);
  if (folder === null) return;
  try {
    await folder.sync().catch(unlessUnable);
  } finally {
    await folder.close();
  }
};

const openFolder = async (path: string): Promise<FileHandle | null> => {
  try {
    return await open(path, 'r');
  } catch (error) {
    unlessUnable(error);
    return null;
  }
};

const UNABLE = ['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR', 'EPERM', 'EACCES', 'EBADF'];

const unlessUnable = (error: unknown): void => {
  if (!(error instanceof Error && 'code' in error && UNABLE.includes(String(error.code)))) throw error;
};
