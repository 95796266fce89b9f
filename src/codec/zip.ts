// Zip files whose bytes depend on their entries alone.
import { type Zippable, zipSync } from 'fflate';
import { Failure } from '../problem.ts';
import { pathKey, pathTrouble } from './member-path.ts';

export { readZip, ZIP_LIMITS, type ZipLimits } from './zip-read.ts';

export type ZipEntry = { readonly path: string; readonly data: Uint8Array };

/** The earliest time a zip can hold. fflate reads local fields of a date, so a local date gives the same bytes in every time zone. */
const time = (): Date => new Date(1980, 0, 1);
/** `quick` takes less than half the time and a hundredth more room; worth it from a megabyte on. */
const EFFORTS = { full: { level: 6 }, quick: { level: 5, mem: 3 } } as const;
type ZipEffort = keyof typeof EFFORTS;

/**
 * Writes entries in code unit order of their paths, each with the time 1980-01-01 00:00 and packed with one effort.
 * Throws a `bug` failure on a path that `readZip` would refuse, and on two entries that are one file on some system.
 */
export const writeZip = (entries: readonly ZipEntry[], effort: ZipEffort = 'full'): Uint8Array => {
  checkPaths(entries);
  const sorted = entries.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const zippable: Zippable = Object.fromEntries(sorted.map(({ path, data }) => [path, data]));
  return zipSync(zippable, { ...EFFORTS[effort], mtime: time() });
};

const checkPaths = (entries: readonly ZipEntry[]): void => {
  const seen = new Set<string>();
  for (const { path } of entries) {
    const trouble = /^\d+$/.test(path)
      ? 'is a bare number, which would lose its place in the order'
      : pathTrouble(path);
    if (trouble !== null) throw bug(path, trouble);
    if (seen.has(pathKey(path))) throw bug(path, 'is there twice');
    seen.add(pathKey(path));
  }
};

const bug = (path: string, trouble: string): Failure =>
  new Failure('bug', `The zip entry ${JSON.stringify(path)} ${trouble}.`, 'Please report this.');
