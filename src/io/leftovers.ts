// Names of things being written, and what killed runs left of them. The names say whose they are, so that a living run's are left alone.
import { lstat, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { sha256 } from '../codec/digest.ts';
import { ifThere, systemCode } from './disk-trouble.ts';
import { listNames } from './files.ts';

/** `tmp`: being written; `old`: being replaced. */
type Kind = 'tmp' | 'old';

/** Containers on one bucket all have process 1, so a name says the machine too. */
export const host = sha256(hostname()).slice('sha256:'.length, 'sha256:'.length + 8);
/** Milliseconds. Whether another machine's process lives cannot be asked; what nobody touched for an hour is given up. */
const GIVEN_UP = 3_600_000;
const inUse = new Set<string>();
const counter = { next: 0 };

/** Runs `work` with a name beside `path` that nobody else uses: `v1.tmp-3f2a91bc-4711-3`, by machine, process and count. */
export const withName = async <T>(
  path: string,
  kind: Kind,
  work: (name: string) => Promise<T>,
): Promise<T> => {
  const name = await freshName(path, kind);
  try {
    return await work(name);
  } finally {
    inUse.delete(name);
  }
};

/** The same, and what stands under the name afterwards is removed. Where even that fails, the first error is told and the next run removes it. */
export const withTemporary = <T>(path: string, work: (name: string) => Promise<T>): Promise<T> =>
  withName(path, 'tmp', async (name) => {
    const [done] = await Promise.allSettled([work(name)]);
    const [removed] = await Promise.allSettled([rm(name, { recursive: true, force: true })]);
    if (done.status === 'rejected') throw done.reason;
    if (removed.status === 'rejected') throw removed.reason;
    return done.value;
  });

/** An earlier process with the same number may have left the very name behind. */
const freshName = async (path: string, kind: Kind): Promise<string> => {
  counter.next += 1;
  const name = `${path}.${kind}-${host}-${process.pid}-${counter.next}`;
  if ((await ifThere(() => lstat(name))) !== null) return freshName(path, kind);
  inUse.add(name);
  return name;
};

export type Leftover = { readonly path: string; readonly kind: Kind };

/** What runs that are no longer alive left beside `path`, in code unit order. */
export const leftoversOf = async (path: string): Promise<readonly Leftover[]> => {
  const stem = `${basename(path)}.`;
  const found: Leftover[] = [];
  for (const name of await listNames(dirname(path))) {
    const match = name.startsWith(stem)
      ? /^(tmp|old)-([0-9a-f]{8})-(\d+)-\d+$/.exec(name.slice(stem.length))
      : null;
    const whole = join(dirname(path), name);
    if (match === null || (await isHeld(whole, match[2] ?? '', Number(match[3])))) continue;
    found.push({ path: whole, kind: match[1] === 'old' ? 'old' : 'tmp' });
  }
  return found;
};

export const removeLeftovers = async (path: string): Promise<void> => {
  for (const leftover of await leftoversOf(path)) await rm(leftover.path, { recursive: true, force: true });
};

const isHeld = async (name: string, itsHost: string, pid: number): Promise<boolean> => {
  if (itsHost !== host) {
    const about = await ifThere(() => lstat(name));
    return about !== null && Date.now() - about.mtimeMs < GIVEN_UP;
  }
  return pid === process.pid ? inUse.has(name) : isAlive(pid);
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
