// For how many packs an answer has stood word for word: status, statement, reason and exceptions, held against the previous pack's.
import type { OwnAnswer } from '../model/attestation.ts';
import { sortedEntries } from '../model/lookup.ts';
import type { CustomerRow } from '../model/matrix.ts';
import type { Previous, PreviousDuty } from '../model/previous.ts';

/**
 * Packs before this one, without a gap, in which the answer stood as it stands here, by full duty id. A duty without a status of its own
 * here or there counts 0: nothing stood.
 */
export const unchangedPacks = (
  rows: readonly CustomerRow[],
  previous: Previous | null,
): ReadonlyMap<string, number> => {
  const before = new Map(previous?.duties.map((duty) => [duty.id, duty]));
  const packs = new Map(previous?.standings.map(({ id, unchanged }) => [id, unchanged]));
  return new Map(
    rows.map(({ id, own, answered }) => {
      const there = before.get(id);
      const stands = answered && own?.status !== undefined && there !== undefined && saysTheSame(own, there);
      return [id, stands ? 1 + (packs.get(id) ?? 0) : 0];
    }),
  );
};

/** An answer that did not count there, because it was only carried over, was none. */
const saysTheSame = (own: OwnAnswer, there: PreviousDuty): boolean =>
  there.result !== 'not-answered' && wordsHere(own) === wordsThere(there);

const wordsHere = ({ status, statement, reason, except }: OwnAnswer): string =>
  words([
    [status, statement, reason],
    ...sortedEntries(except).map(([id, one]) => [id, one.status, one.statement, one.reason]),
  ]);

const wordsThere = ({ status, statement, reason, exceptions }: PreviousDuty): string =>
  words([
    [status, statement, reason],
    ...exceptions.map((one) => [one.instance, one.status, one.statement, one.reason]),
  ]);

type Said = string | null | undefined;

const words = (parts: readonly (readonly Said[])[]): string =>
  JSON.stringify(parts.map((part) => part.map((word) => word ?? null)));
