// What the own part of an answer claims: whether something is in place, how it was tested, where it is worse.
import type { InstanceException, OwnAnswer, Test } from '../model/attestation.ts';
import { sortedEntries } from '../model/lookup.ts';

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
