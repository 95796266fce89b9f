// What became of remediations since the previous pack: those that were open at either end, or came and went in between.
import { daysBetween } from '../model/calendar.ts';
import type { Previous, PreviousRemediation } from '../model/previous.ts';
import type { Movement, Report } from '../model/report.ts';
import type { Day } from '../model/scalar.ts';

type Moved = Movement['remediations'][number];
type Here = Report['remediations'][number];

/** In this pack's order; those that it no longer has come last, by id. */
export const movedRemediations = (
  previous: Previous,
  { asOf, remediations }: { readonly asOf: Day; readonly remediations: readonly Here[] },
): readonly Moved[] => {
  const before = new Map(previous.remediations.map((one) => [one.id, one]));
  const here = new Set(remediations.map(({ id }) => id));
  return [
    ...remediations.flatMap((one) => moved(one, before.get(one.id) ?? null)),
    ...previous.remediations
      .filter(({ id, status }) => status === 'open' && !here.has(id))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((one) => gone(one, asOf)),
  ];
};

const moved = (one: Here, there: PreviousRemediation | null): readonly Moved[] => {
  // Closed at both ends: nothing moved.
  if (one.status !== 'open' && there !== null && there.status !== 'open') return [];
  const { id, weakness, opened, due, status, age } = one;
  return [
    {
      ...{ id, change: changeOf(one, there), weakness, opened },
      ...{ 'due-before': there?.due ?? null, due, status, age: Math.max(0, age) },
    },
  ];
};

const changeOf = (one: Here, there: PreviousRemediation | null): Moved['change'] => {
  if (one.status !== 'open') return 'closed';
  if (there?.status !== 'open') return 'opened';
  return one.due > there.due ? 'postponed' : 'still-open';
};

const gone = ({ id, weakness, opened, due }: PreviousRemediation, asOf: Day): Moved => ({
  ...{ id, change: 'closed', weakness, opened, 'due-before': due, due: null, status: null },
  age: Math.max(0, daysBetween(opened, asOf)),
});
