// The time an attestation speaks of: a quarter, a month, a year, or a named interval.
import { z } from 'zod';
import { dayOf, monthLength } from './calendar.ts';
import { type Day, day, type Frozen, text } from './scalar.ts';

/** A year, a quarter or a month: the label says which days it has. */
const STANDARD = /^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/;
export const isStandardLabel = (label: string): boolean => STANDARD.test(label);

export const period = z.union([
  z
    .string()
    .regex(STANDARD, 'must be a period like 2026-Q3, 2026-08 or 2026')
    .meta({
      editor: {
        anyOf: [{ type: 'string', pattern: '^\\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$' }, { type: 'integer' }],
      },
    }),
  z.strictObject({ label: text, from: day, to: day }).refine(({ from, to }) => from <= to, {
    message: 'must not end before it begins',
    params: { code: 'interval-reversed' },
    path: ['to'],
  }),
]);
export type Period = Frozen<z.infer<typeof period>>;

/** A period with its first and last day, both included. */
export type PeriodSpan = { readonly label: string; readonly from: Day; readonly to: Day };

/** First and last day of a period; quarters are calendar quarters. */
export const spanOf = (value: Period): PeriodSpan => {
  if (typeof value !== 'string') return value;
  const year = Number(value.slice(0, 4));
  const [first, last] = monthsOf(value.slice(5));
  return { label: value, from: dayOf(year, first, 1), to: dayOf(year, last, monthLength(year, last)) };
};

/** First and last month of what stands behind the year: nothing, a quarter or a month. */
const monthsOf = (part: string): readonly [number, number] => {
  if (part === '') return [1, 12];
  const number = Number(part.replace('Q', ''));
  return part.startsWith('Q') ? [number * 3 - 2, number * 3] : [number, number];
};

/** True for a word that is a period: `2026-Q3`, `2026-08` or `2026`. */
export const isPeriod = (word: string): boolean => period.safeParse(word).success;
