// Stretches of days: the window that can be judged, and how much of it reports and bridge letters speak of.
import { addDays, daysBetween } from '../model/calendar.ts';
import type { Inputs } from '../model/inputs.ts';
import { byCodeUnits } from '../model/lookup.ts';
import { type PeriodSpan, spanOf } from '../model/period.ts';
import type { Day } from '../model/scalar.ts';

/** First and last day, both included. */
export type Stretch = { readonly from: Day; readonly to: Day };

/** The period from its first day to its last or the as-of day, whichever comes first; never less than the first day. */
export const windowOf = (inputs: Inputs): Stretch => {
  const span: PeriodSpan = spanOf(inputs.attestation.period);
  return { from: span.from, to: later(span.from, earlier(inputs.asOf, span.to)) };
};

const earlier = (a: Day, b: Day): Day => [a, b].toSorted(byCodeUnits)[0] ?? a;
const later = (a: Day, b: Day): Day => [a, b].toSorted(byCodeUnits)[1] ?? a;

export const overlaps = (a: Stretch, b: Stretch): boolean => a.from <= b.to && b.from <= a.to;

export const lengthOf = (stretch: Stretch): number => daysBetween(stretch.from, stretch.to) + 1;

/** Days of `window` that at least one of `stretches` speaks of. */
export const daysCovered = (window: Stretch, stretches: readonly Stretch[]): number => {
  const inside = stretches
    .filter((stretch) => overlaps(stretch, window))
    .toSorted((a, b) => byCodeUnits(a.from, b.from));
  let next = window.from;
  let days = 0;
  for (const stretch of inside) {
    const from = later(stretch.from, next);
    const to = earlier(stretch.to, window.to);
    if (to < from) continue;
    days += lengthOf({ from, to });
    next = addDays(to, 1);
  }
  return days;
};
