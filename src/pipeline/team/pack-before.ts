// The pack that a team's goes on from: which it is, what of it goes into the report, and by which digest the next run sees that it is still the one.
import type { Day } from '../../model/scalar.ts';
import { MANIFEST } from '../../pack/index.ts';
import type { PreviousFiles } from '../shelf.ts';
import type { TeamWishes, Workshop } from './workshop.ts';

/** The pack that was named, else the latest final one of the same team and system whose period ends before the day `begins`. */
export const pathBefore = (
  { findPrevious }: Workshop,
  { out, previous }: TeamWishes,
  name: { readonly team: string; readonly system: string },
  begins: Day,
): Promise<string | null> =>
  previous === null ? findPrevious(out, `${name.team}.${name.system}`, begins) : Promise.resolve(previous);

export const filesBefore = async (
  { readPrevious }: Workshop,
  path: string | null,
): Promise<PreviousFiles | null> => (path === null ? null : readPrevious(path));

/** Of a folder its manifest's digest, of a zip its own; null without a pack before. */
export const digestBefore = ({ witness }: Workshop, path: string | null): string | null => {
  if (path === null) return null;
  const found = witness.measure(`${path}/${MANIFEST}`) ?? witness.measure(path);
  if (found === null) return 'absent';
  return found === 'unreadable' ? found : found.sha256;
};
