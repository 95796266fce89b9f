// Days, durations and periods, against JavaScript's own calendar where it can be trusted and worked out by hand where it cannot.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addDuration,
  daysBetween,
  isDay,
  isInstant,
  monthLength,
} from '../../src/model/calendar.ts';
import { spanOf } from '../../src/model/period.ts';

const DAY = 86_400_000;
const someDay = fc
  .integer({ min: Date.UTC(1900, 0, 1) / DAY, max: Date.UTC(2200, 0, 1) / DAY })
  .map((number) => new Date(number * DAY).toISOString().slice(0, 10));

test.each([
  ['2026-02-29', false],
  ['2028-02-29', true],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['2026-13-01', false],
  ['2026-1-01', false],
  ['0050-01-31', true],
])('%s is a day: %j', (day, there) => {
  expect(isDay(day)).toBe(there);
});

/** By JavaScript's own reckoning, which takes the thirtieth of February for a day in March. */
const isDayToJavaScript = (value: string): boolean => {
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value;
};

test('what is a day to JavaScript is one', () => {
  const part = (most: number): fc.Arbitrary<string> =>
    fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(2, '0'));
  const year = fc.integer({ min: 0, max: 9999 }).map((number) => String(number).padStart(4, '0'));
  fc.assert(
    fc.property(year, part(14), part(33), (yyyy, mm, dd) => {
      const value = `${yyyy}-${mm}-${dd}`;
      expect(isDay(value)).toBe(isDayToJavaScript(value));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['2026-10-09T08:30:00Z', true],
  ['2026-02-29T08:30:00Z', false],
  ['2026-10-09T24:00:00Z', false],
  ['2016-12-31T23:59:60Z', false],
  ['2026-10-09T08:30:00.5Z', false],
  ['2026-10-09T08:30:00+01:00', false],
  ['2026-10-09T08:30Z', false],
  ['9999-12-31T23:59:59Z', true],
])('%s is an instant: %j', (instant, there) => {
  expect(isInstant(instant)).toBe(there);
});

test('days added are days between', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => {
      expect(daysBetween(day, addDays(day, days))).toBe(days);
    }),
  );
});

test('a month has the days that JavaScript gives it', () => {
  for (let year = 1890; year <= 2110; year += 1)
    for (let month = 1; month <= 12; month += 1)
      expect(monthLength(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
});

describe('durations', () => {
  test.each([
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2028-01-31', 'P1M', '2028-02-29'],
    ['2026-12-31', 'P2M', '2027-02-28'],
    ['2028-02-29', 'P1Y', '2029-02-28'],
    ['2026-10-09', 'P1Y2M3W4D', '2028-01-03'],
    ['2026-07-01', 'P92D', '2026-10-01'],
    ['0050-03-31', 'P1M', '0050-04-30'],
    ['9999-12-01', 'P1M', '9999-12-31'],
    ['9999-12-31', 'P999Y9999M9999W99999D', '9999-12-31'],
  ])('%s and %s is %s', (day, duration, then) => {
    expect(addDuration(day, duration)).toBe(then);
  });
});

test.each([
  ['2026', '2026-01-01', '2026-12-31'],
  ['2026-Q1', '2026-01-01', '2026-03-31'],
  ['2026-Q4', '2026-10-01', '2026-12-31'],
  ['2028-02', '2028-02-01', '2028-02-29'],
  ['2026-12', '2026-12-01', '2026-12-31'],
  ['9999', '9999-01-01', '9999-12-31'],
  ['9999-Q4', '9999-10-01', '9999-12-31'],
  ['0050', '0050-01-01', '0050-12-31'],
])('the period %s is from %s to %s', (label, from, to) => {
  expect(spanOf(label)).toEqual({ label, from, to });
});
