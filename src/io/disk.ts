// The steps by which anything is written, as a value: the way that packs and files take is tried on disks that stop after any one of
// them, and on mounts that can do less.
import { mkdir, rename, rm } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
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
  /** Waits until the disk knows a folder's names. */
  readonly sync: (folder: string) => Promise<void>;
  /** Lets others go on. */
  readonly wait: (milliseconds: number) => Promise<void>;
};

export const DISK: Disk = {
  makeFolder: async (path) => {
    await mkdir(path);
  },
  writeNew: writeThrough,
  writeOver,
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { recursive: true, force: true }),
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
