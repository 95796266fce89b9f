// Clears up below a whole output folder what killed runs left there, whether or not this run writes the same packs.
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DISK, type Disk } from './disk.ts';
import { ifThere, onDisk } from './disk-trouble.ts';
import { type Trace, tracesAmong } from './leftovers.ts';
import { settle } from './settle.ts';

/** Output folder, period, series. What lies in packs is not looked at. */
const DEPTH = 3;
/** Where the program keeps what it remembers. */
const MEMORY = '.countersign';

/**
 * Removes what dead runs left in `folder` and the two levels of folders below it, and finishes or undoes what they were in the middle of.
 * The traces of living runs stay, with all that stands beside them under the same name. One listing per folder; links and hidden folders are not
 * entered, but for the program's own. Give `out/2026-Q3` with `depth` 2 to sweep one period only. Throws `disk`.
 */
export const sweepLeftovers = (folder: string, depth = DEPTH, disk: Disk = DISK): Promise<void> =>
  onDisk('clear up', folder, async () => {
    const entries = (await ifThere(() => readdir(folder, { withFileTypes: true }))) ?? [];
    const traces = await tracesAmong(folder, entries.map(({ name }) => name).sort());
    for (const of of new Set(traces.map((trace) => trace.of)))
      await settleUnlessHeld(
        of,
        traces.filter((trace) => trace.of === of),
        disk,
      );
    if (depth === 1) return;
    const gone = new Set(traces.map(({ path }) => path));
    const below = entries.filter(isEntered).map(({ name }) => join(folder, name));
    for (const one of below) if (!gone.has(one)) await sweepLeftovers(one, depth - 1, disk);
  });

const settleUnlessHeld = async (target: string, traces: readonly Trace[], disk: Disk): Promise<void> => {
  if (!traces.some(({ held }) => held)) await settle(target, traces, disk);
};

const isEntered = (entry: Dirent): boolean =>
  entry.isDirectory() && (!entry.name.startsWith('.') || entry.name === MEMORY);
