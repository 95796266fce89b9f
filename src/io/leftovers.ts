// Names of things being written, and what killed runs left of them. The names say whose they are, so that a living run's are left alone.
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { systemCode } from './disk-trouble.ts';
import { listNames } from './files.ts';

/** `tmp`: being written; `old`: being replaced. */
type Kind = 'tmp' | 'old';

const counter = { next: 0 };

/** A name beside `path` that nobody else uses: `v1.tmp-4711-3`, by process and by count within it. */
export const temporaryName = (path: string, kind: Kind): string => {
  counter.next += 1;
  return `${path}.${kind}-${process.pid}-${counter.next}`;
};

export type Leftover = { readonly path: string; readonly kind: Kind };

/** What runs that are no longer alive left beside `path`, in code unit order. */
export const leftoversOf = async (path: string): Promise<readonly Leftover[]> => {
  const stem = `${basename(path)}.`;
  const names = (await listNames(dirname(path))).filter((name) => name.startsWith(stem));
  return names.flatMap((name): readonly Leftover[] => {
    const match = /^(tmp|old)-(\d+)-\d+$/.exec(name.slice(stem.length));
    if (match === null || isAlive(Number(match[2]))) return [];
    return [{ path: join(dirname(path), name), kind: match[1] === 'old' ? 'old' : 'tmp' }];
  });
};

export const removeLeftovers = async (path: string): Promise<void> => {
  for (const leftover of await leftoversOf(path)) await rm(leftover.path, { recursive: true, force: true });
};

/** A number may have gone to another program since; then its leftovers wait for a later run. */
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== 'ESRCH';
  }
};
