// Days as spreadsheets count them: 1 is 1900-01-01, or 0 is 1904-01-01.

const DAY = 86_400_000;
/** 9999-12-31. */
const LAST = 2_958_465;
const BETWEEN_1900_AND_1904 = 1462;
/** The 29th of February 1900, which the format counts and the calendar does not have. */
const NO_DAY = 60;

/** The ISO day, with its time to the second where that is not midnight; null where the number stands for no day. */
export const serialDay = (serial: number, from1904: boolean): string | null => {
  const count = from1904 ? serial + BETWEEN_1900_AND_1904 : serial;
  const whole = Math.floor(count);
  if (!(count >= 1) || whole > LAST || whole === NO_DAY) return null;
  const epoch = Date.UTC(1899, 11, whole < NO_DAY ? 31 : 30);
  const seconds = Math.round((count - whole) * 86_400);
  const iso = new Date(epoch + whole * DAY + seconds * 1000).toISOString();
  // The last second of the last year rounds into a year of five digits.
  if (iso.startsWith('+')) return null;
  return iso.slice(11, 19) === '00:00:00' ? iso.slice(0, 10) : iso.slice(0, 19);
};
