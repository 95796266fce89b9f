// Files that belong together, written one after the other: all of them or none.
import { DISK, type Disk } from './disk.ts';
import { onDisk } from './disk-trouble.ts';
import { readWhole } from './files.ts';
import { writeWhole } from './write-whole.ts';

export type FileToWrite = { readonly path: string; readonly bytes: Uint8Array };

/**
 * Each is written whole. Where one cannot be, those before it are what they were, and it throws `disk`. A run that is killed in between
 * leaves the first ones written: whoever calls puts first what the old rest can be read with.
 */
export const writeInTurn = async (files: readonly FileToWrite[], disk: Disk = DISK): Promise<void> => {
  const written: (() => Promise<void>)[] = [];
  for (const { path, bytes } of files) {
    const before = await readWhole(path);
    const [done] = await Promise.allSettled([writeWhole(path, bytes, undefined, 'atomic', disk)]);
    if (done.status === 'fulfilled') written.push(() => putBack(path, before, disk));
    else {
      for (const undo of written.reverse()) await undo();
      throw done.reason;
    }
  }
};

const putBack = (path: string, before: Uint8Array | null, disk: Disk): Promise<void> =>
  before === null
    ? onDisk('write', path, () => disk.remove(path))
    : writeWhole(path, before, undefined, 'atomic', disk);
