// Widths of a grid's columns (after CSS Grid 1, 11): sizes as given, what `auto` columns want, and the rest shared out by
// fractions, none below what its content needs. The sum never exceeds the room.

import type { Track } from '../../../model/document.ts';
import type { Tracks } from '../boxes/box.ts';
import { between, capped } from './column-widths.ts';
import type { Intrinsic } from './intrinsic.ts';
import { points } from './margins.ts';

const NOTHING: Intrinsic = { least: 0, min: 0, max: 0 };

export function trackWidths(
  { columns, columnGap }: Tracks,
  intrinsics: readonly Intrinsic[],
  room: number,
): readonly number[] {
  const free = Math.max(columns.length, room - columnGap * (columns.length - 1));
  const wants = columns.map((track, index) => wantOf(track, intrinsics[index] ?? NOTHING, room));
  const torn = wants.map((want) => want.least);
  const least = wants.map((want) => want.min);
  const most = wants.map((want) => want.max);
  if (sum(torn) > free) return capped(torn, free);
  if (sum(least) > free) return between(torn, least, free);
  const flexible = columns.some((track) => track.kind === 'fraction');
  if (sum(most) > free) return between(least, most, free);
  return flexible ? shared(columns, most, free) : stretched(columns, most, free);
}

/** A part is of all the grid's width. A column of a fraction wants no more than it needs until the others have what they want. */
function wantOf(track: Track, { least, min, max }: Intrinsic, room: number): Intrinsic {
  if (track.kind === 'fraction') return { least, min, max: min };
  if (track.kind === 'auto') return { least, min, max };
  const size = points(track.size, room);
  return { least: Math.min(least, size), min: size, max: size };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Columns whose content needs more than their share drop out, and the rest is shared anew (CSS Grid 1, 12.7.1). */
function shared(tracks: readonly Track[], widths: readonly number[], room: number): readonly number[] {
  let taking = tracks.map((track) => (track.kind === 'fraction' ? track.fraction : 0));
  for (;;) {
    const rest = room - sum(widths.filter((_, index) => taking[index] === 0));
    const each = rest / Math.max(1, sum(taking));
    const next = taking.map((part, index) => (part * each < (widths[index] ?? 0) ? 0 : part));
    if (next.every((part, index) => part === taking[index]))
      return widths.map((width, index) => (taking[index] ? (taking[index] ?? 0) * each : width));
    taking = next;
  }
}

/** Without fractions the `auto` columns share what is left. */
function stretched(tracks: readonly Track[], widths: readonly number[], room: number): readonly number[] {
  const open = tracks.filter((track) => track.kind === 'auto').length;
  const more = open === 0 ? 0 : (room - sum(widths)) / open;
  return widths.map((width, index) => (tracks[index]?.kind === 'auto' ? width + more : width));
}
