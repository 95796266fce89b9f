// The attestations of earlier periods that lie in a folder, by team and system: what rolling forward begins with.
import type { Attestation } from '../model/attestation.ts';
import { byCodeUnits } from '../model/lookup.ts';
import { type PeriodSpan, spanOf } from '../model/period.ts';
import { Failure } from '../problem.ts';
import { need } from './gather.ts';
import { mustRead } from './must-read.ts';
import { readAttestationOnce } from './read-once.ts';
import type { Shelf } from './shelf.ts';

export type Earlier = { readonly path: string; readonly name: string; readonly span: PeriodSpan };
export type Unreadable = { readonly path: string; readonly error: unknown };
export type EarlierOnes = {
  /** By `team.system`: the attestations of the latest period that ended before; more than one where nobody can tell which is meant. */
  readonly found: ReadonlyMap<string, readonly Earlier[]>;
  /** What cannot be read stops no other. */
  readonly unreadable: readonly Unreadable[];
};

/** Of the attestations at `paths`, for each team and system the latest whose period ends before `from`. */
export const earlierOnes = async (
  shelf: Shelf,
  paths: readonly string[],
  from: string,
): Promise<EarlierOnes> => {
  const found = new Map<string, readonly Earlier[]>();
  const unreadable: Unreadable[] = [];
  for (const path of paths) {
    try {
      const { team, system, period }: Attestation = mustRead(
        readAttestationOnce(await need(shelf, path, 'attestation')),
      );
      const one = { path, name: `${team.id}.${system.id}`, span: spanOf(period) };
      if (one.span.to < from) found.set(one.name, latest([...(found.get(one.name) ?? []), one]));
    } catch (error) {
      if (error instanceof Failure && error.code === 'interrupted') throw error;
      unreadable.push({ path, error });
    }
  }
  return { found, unreadable };
};

const latest = (ones: readonly Earlier[]): readonly Earlier[] => {
  const last = ones
    .map(({ span }) => span.to)
    .sort(byCodeUnits)
    .at(-1);
  return ones.filter(({ span }) => span.to === last);
};

/** The one that is meant. Throws `usage` where several could be. */
export const theEarlier = (ones: readonly Earlier[]): Earlier | null => {
  const [only = null, second] = ones;
  if (only === null || second === undefined) return only;
  throw new Failure(
    'usage',
    `${only.name} has ${ones.length} attestations that end on ${only.span.to}: ${ones.map(({ path }) => path).join(', ')}.`,
    'Keep one of them in the folder, or roll the right one forward by itself with --from FILE.',
  );
};
