// Makes a folder and those above it. Not mkdir's own `recursive`: where a system answers "no such folder" for a parent that is
// there, as /proc does, Node tries again without end.
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DISK, type Disk } from './disk.ts';
import { ifThere } from './disk-trouble.ts';

/** Does nothing where the folder is already there. Throws what the system says. */
export const makeFolder = async (path: string, disk: Disk = DISK): Promise<void> => {
  if (await isFolder(path)) return;
  if (dirname(path) !== path) await makeFolder(dirname(path), disk);
  try {
    await disk.makeFolder(path);
  } catch (error) {
    // Another run may have made it in the meantime; that is as good.
    if (!(await isFolder(path))) throw error;
  }
};

const isFolder = async (path: string): Promise<boolean> =>
  (await ifThere(() => stat(path)))?.isDirectory() ?? false;
