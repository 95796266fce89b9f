// Names of things being written, and what killed runs left of them. The names say whose they are, so that a living run's are left alone.
import { lstat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { sha256 } from '../codec/digest.ts';
import { MANIFEST } from '../pack/names.ts';
import type { Disk } from './disk.ts';
import { ifThere, systemCode } from './disk-trouble.ts';
import { listNames } from './files.ts';

/** `tmp`: being written; `old`: being replaced; `put`: a claim, for what stands under the name before it is being written in place. */
type Kind = 'tmp' | 'old' | 'put';

/** Containers on one bucket all have process 1, so a name says the machine too. */
export const host = sha256(hostname()).slice('sha256:'.length, 'sha256:'.length + 8);
/** Milliseconds. Whether another machine's process lives cannot be asked; what nobody touched for an hour is given up. */
const GIVEN_UP = 3_600_000;
const inUse = new Set<string>();
/** Every thread counts in a range of its own, so that two never make one name. */
const RANGE = 1_000_000_000;
const counter = { next: threadId * RANGE };

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
export const withTemporary = <T>(path: string, disk: Disk, work: (name: string) => Promise<T>): Promise<T> =>
  withName(path, 'tmp', async (name) => {
    const [done] = await Promise.allSettled([work(name)]);
    const [removed] = await Promise.allSettled([removeWhole(name, disk)]);
    if (done.status === 'rejected') throw done.reason;
    if (removed.status === 'rejected') throw removed.reason;
    return done.value;
  });

/** The manifest goes first, so that nothing half-removed carries one. */
export const removeWhole = async (path: string, disk: Disk): Promise<void> => {
  if ((await ifThere(() => lstat(join(path, MANIFEST)))) !== null) await disk.remove(join(path, MANIFEST));
  await disk.remove(path);
};

/** An earlier process with the same number may have left the very name behind. */
const freshName = async (path: string, kind: Kind): Promise<string> => {
  counter.next += 1;
  const name = `${path}.${kind}-${host}-${process.pid}-${counter.next}`;
  if ((await ifThere(() => lstat(name))) !== null) return freshName(path, kind);
  inUse.add(name);
  return name;
};

/** `of`: what it is a trace of. `by`: the run that made it, by machine and process. `held`: that run is, or may be, at work. */
export type Trace = {
  readonly path: string;
  readonly of: string;
  readonly kind: Kind;
  readonly by: string;
  readonly held: boolean;
};

/** What runs, living and dead, have beside `path`, in code unit order. */
export const tracesOf = async (path: string): Promise<readonly Trace[]> => {
  const names = await listNames(dirname(path));
  const found = await tracesAmong(
    dirname(path),
    names.filter((name) => name.startsWith(`${basename(path)}.`)),
  );
  return found.filter(({ of }) => of === path);
};

const TRACE = /^(.+)\.(tmp|old|put)-([0-9a-f]{8})-(\d{1,10})-(\d{1,16})$/;

/** The same of all that `folder` holds, whose names are given. */
export const tracesAmong = async (folder: string, names: readonly string[]): Promise<readonly Trace[]> => {
  const found: Trace[] = [];
  for (const name of names) {
    const [, of = '', word, itsHost = '', pid, count] = TRACE.exec(name) ?? [];
    if (of === '') continue;
    const path = join(folder, name);
    const held = await isHeld(path, itsHost, Number(pid), Number(count));
    found.push({ path, of: join(folder, of), kind: kindOf(word), by: `${itsHost}-${pid}`, held });
  }
  return found;
};

const kindOf = (word: string | undefined): Kind => (word === 'old' || word === 'put' ? word : 'tmp');

const isHeld = async (path: string, itsHost: string, pid: number, count: number): Promise<boolean> => {
  if (itsHost !== host) return Date.now() - (await touchedAt(path)) < GIVEN_UP;
  if (pid !== process.pid) return isAlive(pid);
  if (Math.floor(count / RANGE) === threadId) return inUse.has(path);
  // Of another thread of this process, unless an earlier process with the same number left it: then it is older than this one.
  return (await touchedAt(path)) >= Date.now() - process.uptime() * 1000;
};

/** Milliseconds; 0 where it is gone. */
const touchedAt = async (path: string): Promise<number> => (await ifThere(() => lstat(path)))?.mtimeMs ?? 0;

/** A number may have gone to another program since; then its leftovers wait for a later run. */
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== 'ESRCH';
  }
};
