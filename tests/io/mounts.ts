// Disks and bucket mounts that stop for good before their k-th step, as for a process that is killed. They work on a real folder, so that
// whoever reads sees what they left.
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Disk } from '../../src/io/disk.ts';
import { filesIn } from './small-packs.ts';

/**
 * `disk`: as ever. `refusing`: a bucket that refuses to rename folders and files. `tearing`: likewise no renaming, and files appear while they are
 * being written. `copying`: a bucket that pretends to rename a folder: copies every object, then deletes every one. `moving`: copies and deletes one
 * after the other. `-backwards`: in the other order of names, manifest first.
 */
export const MOUNTS = [
  'disk',
  'refusing',
  'tearing',
  'copying',
  'copying-backwards',
  'moving',
  'moving-backwards',
] as const;
export type MountKind = (typeof MOUNTS)[number];

export type Mount = { readonly disk: Disk; readonly steps: () => number };

/** `refusal` is what a mount without renaming says. */
export const mount = (kind: MountKind, killedBefore = Number.POSITIVE_INFINITY, refusal = 'EXDEV'): Mount => {
  let steps = 0;
  const step = (): void => {
    steps += 1;
    if (steps >= killedBefore) throw new Error('killed');
  };
  const isBucket = kind !== 'disk' && kind !== 'tearing';
  const write = (path: string, bytes: Uint8Array, flag: 'w' | 'wx'): void => {
    step();
    if (flag === 'wx' && existsSync(path)) throw trouble('EEXIST', 'open');
    for (const length of isBucket ? [] : [0, Math.floor(bytes.length / 2)]) {
      writeFileSync(path, bytes.subarray(0, length));
      step();
    }
    writeFileSync(path, bytes);
  };
  const remove = (path: string): void => {
    for (const file of kind.endsWith('backwards') ? treeOf(path).toReversed() : treeOf(path)) {
      step();
      // What another run removed in between is gone as well.
      if (existsSync(file)) unlinkSync(file);
    }
    removeFolders(path, step);
  };
  const rename = (from: string, to: string): void => {
    step();
    if (kind === 'refusing' || kind === 'tearing') throw trouble(refusal, 'rename');
    if (!existsSync(from)) throw trouble('ENOENT', 'rename');
    if (kind === 'disk' || !lstatSync(from).isDirectory()) {
      renameSync(from, to);
      return;
    }
    if (existsSync(to) && readdirSync(to).length > 0) throw trouble('ENOTEMPTY', 'rename');
    const names = kind.endsWith('backwards') ? filesIn(from).toReversed() : filesIn(from);
    for (const name of names) {
      step();
      mkdirSync(join(to, name, '..'), { recursive: true });
      copyFileSync(join(from, name), join(to, name));
      if (kind.startsWith('moving')) step();
      if (kind.startsWith('moving')) unlinkSync(join(from, name));
    }
    remove(from);
  };
  return {
    steps: () => steps,
    disk: {
      makeFolder: async (path) => {
        step();
        mkdirSync(path);
      },
      writeNew: async (path, bytes) => write(path, bytes, 'wx'),
      writeOver: async (path, bytes) => write(path, bytes, 'w'),
      rename: async (from, to) => rename(from, to),
      remove: async (path) => remove(path),
      removeEmpty: async (path) => removeFolders(path, step),
      sync: async () => step(),
      wait: () => new Promise((resolve) => setTimeout(resolve, 1)),
    },
  };
};

const trouble = (code: string, syscall: string): Error =>
  Object.assign(new Error(`${code}: planted, ${syscall}`), { code, syscall });

const treeOf = (path: string): readonly string[] => {
  if (!existsSync(path)) return [];
  return lstatSync(path).isDirectory() ? filesIn(path).map((name) => join(path, name)) : [path];
};

const removeFolders = (path: string, step: () => void): void => {
  if (!existsSync(path)) return;
  for (const entry of readdirSync(path, { withFileTypes: true }))
    if (entry.isDirectory()) removeFolders(join(path, entry.name), step);
  step();
  if (readdirSync(path).length === 0) rmdirSync(path);
};
