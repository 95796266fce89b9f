// Helpers that draw: status marks and stacked bars, as inline SVG of the subset. What comes from data is escaped here.

import { didYouMean } from '../../did-you-mean.ts';
import { escapeText, type Markup, markup } from '../escape.ts';
import type { HelperCall, HelperRow } from '../helper.ts';
import { kindOf } from '../values.ts';
import { namedText, textAt } from './arguments.ts';
import { alternative, round } from './drawn.ts';
import { MARKS } from './marks.ts';

const mark = (call: HelperCall): Markup => {
  const name = textAt(call, 0);
  const shapes = Object.hasOwn(MARKS, name) ? MARKS[name] : undefined;
  if (shapes === undefined)
    return call.fail(
      'word-unknown',
      `There is no mark \`${name.slice(0, 80)}\`.`,
      didYouMean(name, Object.keys(MARKS)),
    );
  const size = escapeText(namedText(call, 'size', '0.85em'));
  const label = alternative(namedText(call, 'label', ''));
  return markup(
    `<svg class="mark mark-${name}" viewBox="0 0 16 16" width="${size}" height="${size}" ${label}>${shapes}</svg>`,
  );
};

type Segment = { readonly name: string; readonly count: number };
const OPTIONS = ['label', 'width', 'height'];

const segments = (call: HelperCall): readonly Segment[] =>
  Object.entries(call.named)
    .filter(([name]) => !OPTIONS.includes(name))
    .map(([name, count]) =>
      typeof count === 'number' && Number.isFinite(count) && count >= 0
        ? { name, count }
        : call.fail(
            'value-invalid',
            `\`${name}\` must be a count, but is ${kindOf(count)}.`,
            'Give each part of the bar a number.',
          ),
    );

// A part narrower than this many units has no room for its number; the alternative text still tells it.
const ROOM = 6;

const part = (segment: Segment, x: number, width: number, of: { readonly height: number }): string => {
  const box = `<rect class="bar-${segment.name}" x="${round(x)}" y="0" width="${round(width)}" height="${of.height}" fill="currentColor" stroke="#ffffff" stroke-width="0.5"/>`;
  if (width < ROOM) return box;
  return `${box}<text class="bar-number bar-number-${segment.name}" x="${round(x + width / 2)}" y="${round(of.height / 2 + 2.6)}" text-anchor="middle" font-size="7" font-weight="600" fill="currentColor">${segment.count}</text>`;
};

/** One rectangle per part, in the order written, with its number inside; an empty bar is an outline. */
const bar = (call: HelperCall): Markup => {
  const [width, height] = [Number(namedText(call, 'width', '200')), Number(namedText(call, 'height', '12'))];
  const parts = segments(call).filter(({ count }) => count > 0);
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  let x = 0;
  const drawn = parts.map((segment) => {
    const share = (segment.count / total) * width;
    x += share;
    return part(segment, x - share, share, { height });
  });
  const outline = `<rect x="0.25" y="0.25" width="${width - 0.5}" height="${height - 0.5}" fill="none" stroke="currentColor" stroke-width="0.5"/>`;
  const label = alternative(namedText(call, 'label', ''));
  return markup(
    `<svg class="bar" viewBox="0 0 ${width} ${height}" width="${width}pt" height="${height}pt" ${label}>${drawn.length === 0 ? outline : drawn.join('')}</svg>`,
  );
};

export const DRAWINGS: readonly HelperRow[] = [
  {
    name: 'mark',
    usage: "(mark 'supported' label='…' size='0.85em')",
    does: 'The drawn shape of a status, to stand beside its word. Without `label` it is decoration.',
    takes: [1, 1],
    named: ['label', 'size'],
    call: mark,
  },
  {
    name: 'bar',
    usage: "(bar supported=3 unsupported=1 label='…' width=200 height=12)",
    does: 'A stacked bar of named counts, in the order written; `label` is its alternative text. Classes `bar-NAME` and `bar-number-NAME` colour it.',
    takes: [0, 0],
    named: 'any',
    call: bar,
  },
];
