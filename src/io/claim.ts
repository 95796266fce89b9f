// One at a time where a place is written in place: a file beside it, `draft.put-…`, claims it, and as long as a claim stands that a dead run
// left, what lies there without a fitting manifest is known to be ours. Needs a file system that lists what was just written.
import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from '../codec/digest.ts';
import type { Disk } from './disk.ts';
import { ifThere } from './disk-trouble.ts';
import { listTree } from './files.ts';
import { fits } from './fitting.ts';
import { type Trace, tracesOf, withName } from './leftovers.ts';

const CLAIM = new TextEncoder().encode('What lies beside this file is being written.\n');
/** Milliseconds between two looks at what others do. */
const STEP = 200;
/** Looks that show no change, a minute in all, until a run that may be on another machine is given up. */
const QUIET = 300;

/**
 * Runs `work` while nobody else has a claim on `target`; waits for others first. The claim stays where `work` fails and leaves something
 * unfinished, for the next run to see.
 */
export const underClaim = async <T>(
  target: string,
  disk: Disk,
  work: () => Promise<T>,
  givenUp: readonly string[] = [],
): Promise<T> => {
  const turn = await withName(target, 'put', (claim) => takeTurn(target, claim, disk, work, givenUp));
  if (turn.kind === 'done') return turn.value;
  // Two that met here go on at different times.
  await disk.wait(turn.pause);
  return underClaim(target, disk, work, await othersGone(target, disk, ({ kind }) => kind === 'put'));
};

type Turn<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'wait'; readonly pause: number };

/** Both claims stand before either run looks, so of two at least one sees the other, and steps back. */
const takeTurn = async <T>(
  target: string,
  claim: string,
  disk: Disk,
  work: () => Promise<T>,
  givenUp: readonly string[],
): Promise<Turn<T>> => {
  await disk.writeNew(claim, CLAIM);
  const rivals = (await tracesOf(target)).filter(
    ({ path, kind, held }) => kind === 'put' && held && path !== claim && !givenUp.includes(path),
  );
  if (rivals.length > 0) {
    await disk.remove(claim);
    return { kind: 'wait', pause: Number.parseInt(sha256(claim).slice(-2), 16) };
  }
  await disk.sync(dirname(target));
  const [done] = await Promise.allSettled([work()]);
  if (done.status === 'fulfilled' || (await isAtRest(target))) await disk.remove(claim);
  if (done.status === 'rejected') throw done.reason;
  return { kind: 'done', value: done.value };
};

const isAtRest = async (target: string): Promise<boolean> => {
  const there = await listTree(target);
  return there === null || there.length === 0 || (await fits(target));
};

/** Waits until no trace of a living run that `concerns` us stands beside `target`. Gives the paths of those that did nothing for so long that they are given up. */
export const othersGone = async (
  target: string,
  disk: Disk,
  concerns: (trace: Trace) => boolean,
  seen: { readonly look: string; readonly times: number } = { look: '', times: 0 },
): Promise<readonly string[]> => {
  const others = (await tracesOf(target)).filter((trace) => trace.held && concerns(trace));
  if (others.length === 0) return [];
  const paths = others.map(({ path }) => path);
  if (seen.times === QUIET) return paths;
  const look = await lookAt([target, ...paths]);
  await disk.wait(STEP);
  return othersGone(target, disk, concerns, { look, times: look === seen.look ? seen.times + 1 : 0 });
};

/** Names, sizes and times of all that lies there; the same twice: nobody did anything in between. */
const lookAt = async (places: readonly string[]): Promise<string> => {
  const lines: string[] = [];
  for (const place of places)
    for (const { path } of [{ path: '' }, ...((await listTree(place)) ?? [])]) {
      const about = await ifThere(() => lstat(join(place, path)));
      lines.push(`${place}/${path} ${about?.size} ${about?.mtimeMs}`);
    }
  return lines.join('\n');
};
