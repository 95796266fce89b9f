// The disk as a roll-up's shelf: folders of packs, read one file at a time.
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackShelf } from '../pipeline/rollup/pack-shelf.ts';
import { ifThere, onDisk } from './disk-trouble.ts';
import { readWhole } from './files.ts';
import { pathFrom } from './path-from.ts';

export const diskPackShelf = (): PackShelf => ({
  folders: (folder) => onDisk('list', folder, async () => (await ifThere(() => foldersIn(folder))) ?? []),
  read: (path) => readWhole(path),
  size: (path) =>
    onDisk('read', path, () =>
      ifThere(() => lstat(path)).then((about) => (about?.isFile() === true ? about.size : null)),
    ),
  at: (folder, name) => join(folder, name),
  from: pathFrom,
});

/** Names of what is being written, or was left by a run that was killed; they never hold a pack. */
const UNDER_WORK = /\.(?:tmp|old)-/;

const foldersIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('.') && !UNDER_WORK.test(name))
    .sort();
