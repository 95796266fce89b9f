// Days as ISO text, compared as text, reckoned on the proleptic Gregorian calendar in UTC. No clock here.

const DAY_MS = 86_400_000;
/** The last day that four digits can write; what would lie beyond it is this day, which for every purpose here is as late. */
const LAST_DAY = '9999-12-31';

/** True for a `YYYY-MM-DD` day that exists in the calendar. */
export const isDay = (value: string): boolean =>
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value) &&
  Number(value.slice(8)) <= monthLength(Number(value.slice(0, 4)), Number(value.slice(5, 7)));

/** True for a second in UTC, `YYYY-MM-DDTHH:MM:SSZ`, of a day that exists; no leap seconds. */
export const isInstant = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(value) && isDay(value.slice(0, 10));

/** The day of an instant, in UTC. */
export const dayOfInstant = (instant: string): string => instant.slice(0, 10);

/** Whole minutes from one instant to another; negative when `to` lies before. */
export const minutesBetween = (from: string, to: string): number =>
  Math.trunc((Date.parse(to) - Date.parse(from)) / 60_000);

const toIso = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Whole days from `from` to `to`; negative when `to` lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

export const addDays = (day: string, days: number): string => {
  const time = Date.parse(day) + days * DAY_MS;
  return time > Date.parse(LAST_DAY) ? LAST_DAY : toIso(time);
};

/** Adds an ISO duration. Months keep the day of the month or fall back to the month's last: 31 January + P1M is 28 or 29 February. */
export const addDuration = (day: string, duration: string): string => {
  const part = (unit: string): number => Number(new RegExp(`(\\d+)${unit}`).exec(duration)?.[1] ?? 0);
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const months = year * 12 + (month - 1) + part('Y') * 12 + part('M');
  const [then, inYear] = [Math.floor(months / 12), months % 12];
  if (then > 9999) return LAST_DAY;
  const kept = dayOf(then, inYear + 1, Math.min(date, monthLength(then, inYear + 1)));
  return addDays(kept, part('W') * 7 + part('D'));
};

/** Months count from 1. */
export const dayOf = (year: number, month: number, date: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

/** Days of a month, which counts from 1. */
export const monthLength = (year: number, month: number): number => {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31;
};

/** The two ends of a `from/to` interval. */
export const ends = (interval: string): { readonly from: string; readonly to: string } => {
  const [from = '', to = ''] = interval.split('/');
  return { from, to };
};
