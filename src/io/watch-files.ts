// Tells when files change. What is compared are the files themselves, so that it does not matter how an editor replaces them;
// the system's own notices only make it quick, and where there are none a look once a second has to do.
import { type FSWatcher, watch as watchFolder } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from '../problem.ts';
import { systemCode } from './disk-trouble.ts';
import { listTree, type TreeEntry } from './files.ts';
import { isHidden } from './template-folder.ts';

export type FileWatch = {
  /** Watches a file from now on, whether it is there or not; asked for before the file is read, so that no change is missed. */
  readonly file: (path: string) => Promise<void>;
  /** The names in a folder. */
  readonly names: (folder: string) => Promise<void>;
  /** A folder with all that lies in it. */
  readonly tree: (folder: string) => Promise<void>;
  /** Resolves with the paths that changed since they were first watched or last told of. */
  readonly changed: () => Promise<readonly string[]>;
  readonly close: () => void;
};

/** What a path was when it was last looked at, by path. */
type Look = ReadonlyMap<string, string>;
type Subject = { readonly look: () => Promise<Look>; last: Look };

/** Milliseconds between two looks where no notice comes. */
const PATIENCE = 1000;
/** Milliseconds in which nothing more may happen: an editor writes in several steps. */
const SETTLED = 60;

export const watchFiles = (): FileWatch => {
  const subjects = new Map<string, Subject>();
  const folders = new Map<string, FSWatcher>();
  const bell = makeBell();
  const add = async (key: string, look: () => Promise<Look>, folder: string): Promise<void> => {
    if (!subjects.has(key)) subjects.set(key, { look, last: await look() });
    notice(folder, folders, bell.ring);
  };
  return {
    file: (path) => add(`file ${path}`, () => lookAtFile(path), dirname(path)),
    names: (folder) => add(`names ${folder}`, () => lookAtNames(folder), folder),
    tree: async (folder) => {
      await add(`tree ${folder}`, () => lookAtTree(folder), folder);
      for (const path of (await lookAtTree(folder)).keys()) notice(dirname(path), folders, bell.ring);
    },
    changed: async () => {
      for (;;) {
        const paths = await changesOf([...subjects.values()]);
        if (paths.length > 0 || bell.isClosed()) return paths;
        await bell.wait(PATIENCE);
      }
    },
    close: () => {
      for (const one of folders.values()) one.close();
      bell.close();
    },
  };
};

/** Looks again and again until two looks agree, so that nobody reads a file while it is being written. */
const changesOf = async (subjects: readonly Subject[]): Promise<readonly string[]> => {
  const changed = new Set<string>();
  for (;;) {
    const found = (await Promise.all(subjects.map(lookAgain))).flat();
    if (found.length === 0) return [...changed].sort();
    for (const path of found) changed.add(path);
    await wait(SETTLED);
  }
};

const lookAgain = async (subject: Subject): Promise<readonly string[]> => {
  const { last } = subject;
  const now = await subject.look();
  subject.last = now;
  return [...new Set([...last.keys(), ...now.keys()])].filter((path) => last.get(path) !== now.get(path));
};

const lookAtFile = async (path: string): Promise<Look> => new Map([[path, await signature(path)]]);

const lookAtNames = async (folder: string): Promise<Look> => {
  const names = await orTrouble(async () => (await readdir(folder)).sort().join('\n'));
  return new Map([[folder, names]]);
};

/** What editors put beside a file while they write it does not count. */
const lookAtTree = async (folder: string): Promise<Look> => {
  const tree = await treeOrTrouble(folder);
  if (typeof tree === 'string') return new Map([[folder, tree]]);
  const paths = tree.filter(({ path }) => !isHidden(path)).map(({ path }) => join(folder, path));
  return new Map(await Promise.all(paths.map(async (path) => [path, await signature(path)] as const)));
};

const treeOrTrouble = async (folder: string): Promise<readonly TreeEntry[] | string> => {
  try {
    return (await listTree(folder)) ?? [];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.message;
  }
};

/** A file put in the place of another has its own number, whatever its time and size. */
const signature = (path: string): Promise<string> =>
  orTrouble(async () => {
    const { mtimeMs, size, ino } = await stat(path);
    return `${mtimeMs} ${size} ${ino}`;
  });

/** That something cannot be looked at is a state like any other; whoever reads it will say what is wrong. */
const orTrouble = async (look: () => Promise<string>): Promise<string> => {
  try {
    return await look();
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    return code;
  }
};

/** Asks the system for notices on a folder. It may have none to give: too many are watched, or the folder is far away. */
const notice = (folder: string, folders: Map<string, FSWatcher>, ring: () => void): void => {
  if (folders.has(folder)) return;
  try {
    const watcher = watchFolder(folder, ring);
    folders.set(folder, watcher);
    watcher.on('error', () => {
      watcher.close();
      folders.delete(folder);
    });
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
};

type Bell = {
  readonly ring: () => void;
  readonly wait: (most: number) => Promise<void>;
  readonly close: () => void;
  readonly isClosed: () => boolean;
};

/** A ring that comes while nobody waits is heard by the next who does. */
const makeBell = (): Bell => {
  const state = { rung: false, closed: false, wake: (): void => undefined };
  const ring = (): void => {
    state.rung = true;
    state.wake();
  };
  return {
    ring,
    wait: (most) =>
      new Promise((resolve) => {
        const timer = setTimeout(ring, most);
        state.wake = () => {
          clearTimeout(timer);
          state.rung = false;
          state.wake = () => undefined;
          resolve();
        };
        if (state.rung || state.closed) state.wake();
      }),
    close: () => {
      state.closed = true;
      ring();
    },
    isClosed: () => state.closed,
  };
};
