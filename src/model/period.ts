// The time an attestation speaks of: a quarter, a month, a year, or a named interval.
import { z } from 'zod';
import { addDays } from './calendar.ts';
import { type Day, day, type Frozen, text } from './scalar.ts';

export const period = z.union([
  z
    .string()
    .regex(/^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/, 'must be a period like 2026-Q3, 2026-08 or 2026')
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

const months = (label: string, year: number, first: number, last: number): PeriodSpan => {
  const start = (month: number): string =>
    `${year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  return { label, from: start(first), to: addDays(start(last + 1), -1) };
};

/** First and last day of a period; quarters are calendar quarters. */
export const spanOf = (value: Period): PeriodSpan => {
  if (typeof value !== 'string') return value;
  const year = Number(value.slice(0, 4));
  if (value.length === 4) return months(value, year, 0, 11);
  if (value[5] === 'Q') return months(value, year, Number(value[6]) * 3 - 3, Number(value[6]) * 3 - 1);
  return months(value, year, Number(value.slice(5)) - 1, Number(value.slice(5)) - 1);
};
