// Helpers for days, intervals and durations, in the language's form: `formats` and `months` of the words file.
import { daysBetween, isDay } from '../../../model/calendar.ts';
import type { HelperCall, HelperRow } from '../helper.ts';
import { textAt } from './arguments.ts';
import { wordText } from './text.ts';

const mustBeDay = (call: HelperCall, day: string): string =>
  isDay(day)
    ? day
    : call.fail('value-invalid', `\`${day.slice(0, 40)}\` is no day.`, 'Give an ISO day like 2026-10-09.');

const dayText = (call: HelperCall, text: string): string => {
  const day = mustBeDay(call, text);
  const [year = '', month = '', date = ''] = day.split('-');
  const fill = { year, month: wordText(call, ['months', String(Number(month))], {}), day: Number(date) };
  return wordText(call, ['formats', 'day'], fill);
};

const interval = (call: HelperCall): string => {
  const [from = '', to = ''] = textAt(call, 0).split('/');
  return wordText(call, ['formats', 'interval'], { from: dayText(call, from), to: dayText(call, to) });
};

const UNITS = { Y: 'years', M: 'months', W: 'weeks', D: 'days' } as const;

/** Each part of the duration in the word for one or for many, joined by spaces: `1 year 6 months`. */
const duration = (call: HelperCall): string => {
  const text = textAt(call, 0);
  if (!/^P(\d+[YMWD])+$/.test(text))
    return call.fail(
      'value-invalid',
      `\`${text.slice(0, 40)}\` is no duration.`,
      'Give an ISO duration like P92D.',
    );
  const parts = [...text.matchAll(/(\d+)([YMWD])/g)].map(([, number = '', unit = '']) => {
    const name = Object.hasOwn(UNITS, unit) ? UNITS[unit as keyof typeof UNITS] : unit;
    return wordText(call, ['formats', name, Number(number) === 1 ? 'one' : 'many'], { number });
  });
  return parts.join(' ');
};

export const DAYS: readonly HelperRow[] = [
  {
    name: 'day',
    usage: '(day duty.last-performed)',
    does: 'An ISO day in the form of the words file: 9 October 2026.',
    takes: [1, 1],
    named: [],
    call: (call) => dayText(call, textAt(call, 0)),
  },
  {
    name: 'interval',
    usage: '(interval evidence.covers)',
    does: 'An ISO interval as its two days, in the form of the words file.',
    takes: [1, 1],
    named: [],
    call: interval,
  },
  {
    name: 'days-between',
    usage: '(days-between evidence.at as-of)',
    does: 'How many days the second day comes after the first; negative when it comes before.',
    takes: [2, 2],
    named: [],
    call: (call) => daysBetween(mustBeDay(call, textAt(call, 0)), mustBeDay(call, textAt(call, 1))),
  },
  {
    name: 'duration',
    usage: "(duration 'P92D')",
    does: 'An ISO duration in words: 92 days.',
    takes: [1, 1],
    named: [],
    call: duration,
  },
];
