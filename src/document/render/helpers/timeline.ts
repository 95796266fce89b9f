// Draws days and intervals against a span of time, as inline SVG of the subset: whether evidence speaks of the period is seen, not read.

import { daysBetween, ends, isDay } from '../../../model/calendar.ts';
import { type Markup, markup } from '../escape.ts';
import type { HelperCall, HelperRow } from '../helper.ts';
import { namedText, textAt } from './arguments.ts';
import { alternative, round } from './drawn.ts';

/** Radius of a day's dot, and height of an interval's bar, in units of the drawing. */
const DOT = 2.6;
const BAR = 4;

type Axis = { readonly from: string; readonly days: number; readonly width: number; readonly middle: number };

const timeline = (call: HelperCall): Markup => {
  const [width, height] = [Number(namedText(call, 'width', '120')), Number(namedText(call, 'height', '10'))];
  const [from, to] = [dayAt(call, textAt(call, 0)), dayAt(call, textAt(call, 1))];
  // The last day has a width too, so that a span of one day can be seen.
  const axis = { from, days: Math.max(1, daysBetween(from, to) + 1), width, middle: height / 2 };
  const shown = call.values.slice(2).flatMap((value) => (value == null ? [] : [String(value)]));
  const intervals = shown.filter((text) => text.includes('/')).map((text) => intervalShape(call, text, axis));
  const days = shown.filter((text) => !text.includes('/')).map((text) => dayShape(dayAt(call, text), axis));
  const line = `<rect class="timeline-axis" x="0" y="${round(axis.middle - 0.5)}" width="${round(width)}" height="1" fill="currentColor"/>`;
  const label = alternative(namedText(call, 'label', ''));
  return markup(
    `<svg class="timeline" viewBox="0 0 ${width} ${height}" width="${width}pt" height="${height}pt" ${label}>${line}${intervals.join('')}${days.join('')}</svg>`,
  );
};

const dayAt = (call: HelperCall, text: string): string =>
  isDay(text)
    ? text
    : call.fail(
        'value-invalid',
        `\`${text.slice(0, 40)}\` is neither a day nor an interval.`,
        'Give ISO days like 2026-10-09, or intervals like 2026-07-01/2026-09-30.',
      );

/** Where a day begins on the axis; outside it when the day is. */
const placeOf = (day: string, axis: Axis): number => (daysBetween(axis.from, day) / axis.days) * axis.width;

const dayShape = (day: string, axis: Axis): string => {
  const x = placeOf(day, axis) + axis.width / axis.days / 2;
  if (x < 0) return outside(0, DOT * 2, axis);
  if (x > axis.width) return outside(axis.width, axis.width - DOT * 2, axis);
  const inside = Math.min(Math.max(x, DOT), axis.width - DOT);
  return `<circle class="timeline-day" cx="${round(inside)}" cy="${round(axis.middle)}" r="${DOT}" fill="currentColor"/>`;
};

/** An arrow at the edge of the axis: the day lies beyond it. */
const outside = (tip: number, base: number, { middle }: Axis): string =>
  `<path class="timeline-outside" d="M${round(tip)} ${round(middle)} L${round(base)} ${round(middle - DOT)} L${round(base)} ${round(middle + DOT)} Z" fill="currentColor"/>`;

const intervalShape = (call: HelperCall, text: string, axis: Axis): string => {
  const { from, to } = ends(text);
  const [first, last] = [dayAt(call, from), dayAt(call, to)];
  const start = placeOf(first, axis);
  const end = placeOf(last, axis) + axis.width / axis.days;
  if (end <= 0) return outside(0, DOT * 2, axis);
  if (start >= axis.width) return outside(axis.width, axis.width - DOT * 2, axis);
  const [left, right] = [Math.max(0, start), Math.min(axis.width, end)];
  return `<rect class="timeline-interval" x="${round(left)}" y="${round(axis.middle - BAR / 2)}" width="${round(Math.max(1, right - left))}" height="${BAR}" fill="currentColor"/>`;
};

export const TIMELINES: readonly HelperRow[] = [
  {
    name: 'timeline',
    usage: "(timeline from to '2026-10-02' '2026-07-01/2026-09-30' label='…' width=120 height=10)",
    does: 'Days as dots and intervals as bars on a line from the first day to the second; what lies beyond is an arrow at that end, null is nothing. Classes `timeline-axis`, `-day`, `-interval`, `-outside` colour it.',
    takes: [2, null],
    named: ['label', 'width', 'height'],
    call: timeline,
  },
];
