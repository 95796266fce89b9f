// What an answer says: which of its words are the team's own, and whether it answers at all.
import type { Answer, InstanceException, OwnAnswer, Test } from '../model/attestation.ts';
import { sortedEntries } from '../model/lookup.ts';

/** True for a key with nothing under it, as `init` writes one for every duty. */
export const isBlank = (answer: Answer): boolean => keysSaid(answer).length === 0;

/** The keys that have something under them, sorted. */
export const keysSaid = (answer: Answer): readonly string[] =>
  sortedEntries(answer)
    .filter(([, value]) => !isNothing(value))
    .map(([key]) => key);

const isNothing = (value: unknown): boolean =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** What the team itself says. Of an inherited answer, what `ours` leaves out is taken from around it; with `none` that is all there is. */
export const ownPart = (answer: Answer): OwnAnswer => {
  const { inherited, ...around } = answer;
  return inherited === undefined || inherited.ours === 'none'
    ? around
    : { ...around, ...said(inherited.ours) };
};

const said = (part: OwnAnswer): Partial<OwnAnswer> =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => !isNothing(value)));

/** True when a status is given, or nothing is left to give one for. */
export const isAnswered = (answer: Answer): boolean =>
  answer.inherited?.ours === 'none' || ownPart(answer).status !== undefined;

/** Statuses that say that something is done, and so need something to stand on. */
export const isInPlace = (own: OwnAnswer | null): own is OwnAnswer =>
  own?.status === 'implemented' || own?.status === 'alternative' || own?.status === 'partial';

/** Tests of the own part. */
export const testsOf = (own: OwnAnswer | null): readonly Test[] => own?.tests ?? [];

/** Instances answered worse than the duty as a whole, sorted by id. */
export const worseInstances = (own: OwnAnswer): readonly (readonly [string, InstanceException])[] =>
  sortedEntries(own.except).filter(([, exception]) => badness(exception) > badness(own));

const badness = ({ status, reason }: Pick<OwnAnswer, 'status' | 'reason'>): number => {
  if (status === 'implemented') return 0;
  if (status === 'alternative' || status === 'not-applicable') return reason === undefined ? 2 : 0;
  return status === 'partial' ? 1 : 2;
};
