// The state of waivers and remediations on the as-of day.

import type { Waiver } from '../model/attestation.ts';
import { daysBetween } from '../model/calendar.ts';
import type { RemediationState, WaiverState } from '../model/evaluation.ts';
import type { Inputs } from '../model/inputs.ts';
import { sortedEntries } from '../model/lookup.ts';
import type { Matrix } from '../model/matrix.ts';

/** Sorted by id. */
export const waiverStates = ({ attestation, asOf }: Inputs, matrix: Matrix): readonly WaiverState[] =>
  sortedEntries(attestation.waivers).map(([id, item]) => {
    const usedBy = matrix.customer.filter((row) => row.own?.waiver === id).map((row) => row.id);
    const state = usedBy.length === 0 ? 'unused' : stateOf(item, asOf);
    return { id, item, usedBy, state, daysLeft: daysBetween(asOf, item.expires) };
  });

const stateOf = (waiver: Waiver, asOf: string): WaiverState['state'] => {
  if (waiver.accepted > asOf) return 'not-yet';
  return waiver.expires < asOf ? 'expired' : 'in-force';
};

/** Sorted by id. */
export const remediationStates = (
  { attestation, asOf }: Inputs,
  matrix: Matrix,
): readonly RemediationState[] =>
  sortedEntries(attestation.remediations).map(([id, item]) => ({
    id,
    item,
    usedBy: matrix.customer.filter((row) => row.remediations.includes(id)).map((row) => row.id),
    overdue: item.status === 'open' && item.due < asOf,
    postponed: item.status === 'open' && item.due > item['original-due'],
    age: daysBetween(item.opened, asOf),
    daysLeft: daysBetween(asOf, item.due),
  }));
