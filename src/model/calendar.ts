// Days as ISO text, compared as text, reckoned on the proleptic Gregorian calendar in UTC. No clock here.

const DAY_MS = 86_400_000;

/** True for a `YYYY-MM-DD` day that exists in the calendar. */
export const isDay = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) && toIso(Date.parse(value)) === value;

const toIso = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Whole days from `from` to `to`; negative when `to` lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

export const addDays = (day: string, days: number): string => toIso(Date.parse(day) + days * DAY_MS);

/** Adds an ISO duration. Months keep the day of the month or fall back to the month's last: 31 January + P1M is 28 or 29 February. */
export const addDuration = (day: string, duration: string): string => {
  const part = (unit: string): number => Number(new RegExp(`(\\d+)${unit}`).exec(duration)?.[1] ?? 0);
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const months = year * 12 + (month - 1) + part('Y') * 12 + part('M');
  const first = Date.UTC(Math.floor(months / 12), months % 12, 1);
  const last = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate();
  return addDays(toIso(first), Math.min(date, last) - 1 + part('W') * 7 + part('D'));
};

/** The two ends of a `from/to` interval. */
export const ends = (interval: string): { readonly from: string; readonly to: string } => {
  const [from = '', to = ''] = interval.split('/');
  return { from, to };
};
