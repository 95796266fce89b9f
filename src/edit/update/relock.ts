// The lock of an attestation that is moved to a new revision. An answer that holds is bound to the text as it stands now; one that has to
// be looked at again stays bound to the text that it was given to, so that evaluation finds the two differ.
import { answerTo, isAnswered } from '../../model/answer.ts';
import { type Lock, NO_TEXT } from '../../model/lock.ts';
import type { Digest } from '../../model/scalar.ts';
import { answersTo, customerDuties, type DutyOutcome, type Moving } from './outcomes.ts';

/** Null where the team has not locked and nothing has to be looked at again. Keys come in code unit order. */
export const relocked = (
  lock: Lock | null,
  moving: Moving,
  outcomes: readonly DutyOutcome[],
): Lock | null => {
  const duties = new Map(Object.entries(lock?.duties ?? {}));
  const known = new Map(outcomes.map((one) => [one.id, one]));
  const old = new Map(customerDuties(moving.before).map((one) => [one.duty.id, one.duty.digest]));
  for (const { duty } of customerDuties(moving.after)) {
    const full = `${moving.after.id}/${duty.id}`;
    const locked = lockedTo(moving, known.get(duty.id), {
      locked: duties.get(full) ?? null,
      before: old.get(duty.id) ?? null,
      after: duty.digest,
    });
    if (locked !== null) duties.set(full, locked);
  }
  if (lock === null && duties.size === 0) return null;
  const sorted = [...duties].sort(([a], [b]) => (a < b ? -1 : 1));
  return { format: 'countersign/lock@1', duties: Object.fromEntries(sorted), evidence: lock?.evidence ?? {} };
};

type Digests = {
  readonly locked: Digest | null;
  readonly before: Digest | null;
  readonly after: Digest;
};

const lockedTo = (
  { attestation, after: model }: Moving,
  outcome: DutyOutcome | undefined,
  { locked, before, after }: Digests,
): Digest | null => {
  if (outcome?.kind === 'opened') {
    if (locked !== null || outcome.under === null) return locked;
    const found = answerTo(answersTo(attestation, model.id), outcome.id, outcome.under);
    return found !== null && isAnswered(found.answer) ? NO_TEXT : null;
  }
  // What nobody has locked was given to the revision that the attestation speaks of.
  if (outcome?.kind === 're-opened') return locked ?? before;
  if (outcome?.kind === 'reworded') return locked;
  // An entry that was no longer right before is none of ours: its answer is open already.
  return locked !== null && locked === before ? after : locked;
};
