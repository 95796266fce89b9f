// Widths of a table's columns (after CSS 2.2, 17.5.2.2): given widths first, the rest by what the content wants.
// The sum never exceeds the room; then the widest columns give way first.

import type { Size, Style } from '../../../model/document.ts';
import type { TableBox } from '../boxes/box.ts';
import type { Intrinsic } from './intrinsic.ts';
import { sides } from './widths.ts';

type Column = Intrinsic & { readonly given: number | null };

/** `fills`: the table has a width of its own, so the columns take all of `room`. */
export function columnWidths(
  intrinsics: readonly Intrinsic[],
  hints: readonly Size[],
  room: number,
  fills: boolean,
): readonly number[] {
  const columns = intrinsics.map((one, index): Column => {
    const given = givenWidth(hints[index] ?? 'auto', room);
    return { given: given === null ? null : Math.max(given, one.min), ...one };
  });
  const least = columns.map((column) => column.min);
  const torn = columns.map((column) => column.least);
  if (sum(torn) > room) return capped(torn, room);
  if (sum(least) > room) return between(torn, least, room);
  const wanted = columns.map((column) => column.given ?? column.max);
  if (sum(wanted) <= room) return fills ? stretched(columns, wanted, room) : wanted;
  const firm = columns.map((column) => column.given ?? column.min);
  if (sum(firm) > room) return between(least, firm, room);
  return between(firm, wanted, room);
}

function givenWidth(hint: Size, room: number): number | null {
  if (hint === 'auto') return null;
  return typeof hint === 'number' ? hint : (hint.percent / 100) * room;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Every number stays as it is up to one common limit, found so that the sum is the room. */
export function capped(least: readonly number[], room: number): readonly number[] {
  let left = room;
  let limit = room;
  const ascending = [...least].sort((a, b) => a - b);
  for (const [index, width] of ascending.entries()) {
    limit = left / (ascending.length - index);
    if (width > limit) break;
    left -= width;
  }
  return least.map((width) => Math.min(width, limit));
}

/**
 * Widths between `low` and `high`. Short columns (an id, a status) are satisfied before long texts share the rest, the
 * longer one taking more of it, though far less than its length would ask for.
 */
export function between(low: readonly number[], high: readonly number[], room: number): readonly number[] {
  const ways = low.map((width, index) => Math.max(0, (high[index] ?? width) - width));
  const limit = satisfied(ways, Math.max(0, room - sum(low)));
  return low.map((width, index) => width + grown(ways[index] ?? 0, limit));
}

/** What a column that wants `way` gets: all up to the limit, and beyond it less and less. */
function grown(way: number, limit: number): number {
  if (way <= limit) return way;
  return limit > 0 ? limit * (way / limit) ** SHARE : 0;
}
const SHARE = 1 / 3;

/** The limit with which the growth of all is `room`: found by satisfying one column more until the next wants too much. */
function satisfied(ways: readonly number[], room: number): number {
  const ascending = [...ways].sort((a, b) => a - b);
  let left = room;
  let weight = ascending.reduce((total, way) => total + way ** SHARE, 0);
  let limit = 0;
  for (const way of ascending) {
    limit = weight > 0 ? (Math.max(0, left) / weight) ** (1 / (1 - SHARE)) : Number.POSITIVE_INFINITY;
    if (way > limit) return limit;
    left -= way;
    weight -= way ** SHARE;
  }
  return Number.POSITIVE_INFINITY;
}

/** Room beyond what is wanted goes to the columns without a given width, by what they hold. */
function stretched(columns: readonly Column[], wanted: readonly number[], room: number): readonly number[] {
  const free = room - sum(wanted);
  const open = columns.some((column) => column.given === null && column.max > 0);
  const weights = wanted.map((width, index) => (!open || columns[index]?.given === null ? width : 0));
  const all = sum(weights);
  return wanted.map(
    (width, index) => width + (all > 0 ? (free * (weights[index] ?? 0)) / all : free / wanted.length),
  );
}

/** A column's width: its `col`, else the first cell that stands in it alone and has one. */
export function columnHints(box: TableBox): readonly Size[] {
  const hints: Size[] = Array.from({ length: box.columnCount }, (_, column) => box.columns[column] ?? 'auto');
  let open = hints.filter((hint) => hint === 'auto').length;
  for (const row of [...box.head, ...box.body]) {
    if (open === 0) break;
    for (const { block, column, columnSpan } of row.cells) {
      if (columnSpan > 1 || block.style.width === 'auto' || hints[column] !== 'auto') continue;
      hints[column] = withSides(block.style);
      open -= 1;
    }
  }
  return hints;
}

const withSides = (style: Style): Size =>
  typeof style.width === 'number' ? style.width + sides(style) : style.width;
