// The steps by which anything is written, as a value: the way that packs and files take is tried on disks that stop after any one of
// them, and on mounts that can do less.
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ifThere, isTaken, systemCode } from './disk-trouble.ts';
import { syncFolder, writeOver, writeThrough } from './write-through.ts';

/** Each throws what the system says. */
export type Disk = {
  /** Makes one folder in one that is there. */
  readonly makeFolder: (path: string) => Promise<void>;
  /** Writes a new file and waits until the disk has it; EEXIST where there is one. */
  readonly writeNew: (path: string, bytes: Uint8Array, mode?: number) => Promise<void>;
  /** The same, in the place of a file that may be there. */
  readonly writeOver: (path: string, bytes: Uint8Array, mode?: number) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Removes a file, or a folder with all that is in it, one after the other; does nothing where there is nothing. */
  readonly remove: (path: string) => Promise<void>;
  /** Removes a folder and those below it as far as they are empty; what holds a file stays, also one that comes in between. */
  readonly removeEmpty: (folder: string) => Promise<void>;
  /** Waits until the disk knows a folder's names. */
  readonly sync: (folder: string) => Promise<void>;
  /** Lets others go on. */
  readonly wait: (milliseconds: number) => Promise<void>;
};

/** The system itself refuses to remove what is not empty, so no look before it can be too old. */
const removeEmpty = async (folder: string): Promise<void> => {
  const entries = (await ifThere(() => readdir(folder, { withFileTypes: true }))) ?? [];
  for (const entry of entries) if (entry.isDirectory()) await removeEmpty(join(folder, entry.name));
  try {
    await rmdir(folder);
  } catch (error) {
    if (!isTaken(error) && systemCode(error) !== 'ENOENT') throw error;
  }
};

export const DISK: Disk = {
  makeFolder: async (path) => {
    await mkdir(path);
  },
  writeNew: writeThrough,
  writeOver,
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { recursive: true, force: true }),
  removeEmpty,
  sync: syncFolder,
  wait: async (milliseconds) => {
    await setTimeout(milliseconds);
  },
};

/**
 * `atomic`: a folder or file is written beside its place and renamed into it; where the file system refuses that, as for `none`.
 * `none`: it is written straight into its place, under a claim, the manifest last.
 */
export type Placing = 'atomic' | 'none';
