// Fills lines greedily with segments. A segment wider than a whole line is torn; nothing is ever dropped.

import type { Piece, Segment } from './piece.ts';
import { tearWord } from './tear.ts';

/** `ends`: the line ends by itself (paragraph end or forced), so it is not justified. */
export type RawLine = { readonly pieces: readonly Piece[]; readonly indent: number; readonly ends: boolean };

/** Rounding slack in points: widths are sums of many numbers. */
const SLACK = 0.01;

type Filling = {
  readonly segments: readonly Segment[];
  readonly room: number;
  readonly lines: RawLine[];
  /** Index of the first segment that is in the open line with all its pieces. */
  first: number;
  pieces: Piece[];
  indent: number;
  x: number;
};

/** Breaks `segments` into lines of width `room`; the first line starts `indent` further in. */
export function breakLines(segments: readonly Segment[], room: number, indent: number): readonly RawLine[] {
  const filling: Filling = { segments, room, lines: [], first: 0, pieces: [], indent, x: indent };
  for (let index = 0; index < segments.length; index += 1) {
    const segment = segments[index];
    if (segment === undefined) break;
    while (overflows(filling, segment.width) && hasContent(filling)) breakLine(filling, index);
    if (overflows(filling, segment.width)) {
      tearSegment(filling, segment);
      filling.first = index + 1;
    } else for (const piece of segment.pieces) append(filling, piece);
    if (segment.ends) endLine(filling, true, index + 1);
  }
  if (filling.pieces.length > 0) endLine(filling, true, segments.length);
  return filling.lines;
}

const overflows = (filling: Filling, width: number): boolean => filling.x + width > filling.room + SLACK;

const hasContent = (filling: Filling): boolean =>
  filling.pieces.some((piece) => piece.kind !== 'anchor' && piece.kind !== 'gap');

function append(filling: Filling, piece: Piece): void {
  const placed = piece.kind === 'space' && piece.tab > 0 ? tabbed(piece, filling.x) : piece;
  filling.pieces.push(placed);
  filling.x += placed.width;
}

/** A tab reaches to the next stop, at least half a space away so that it always shows. */
function tabbed(piece: Extract<Piece, { kind: 'space' }>, x: number): Piece {
  const least = piece.tab / 16;
  return { ...piece, width: (Math.floor((x + least) / piece.tab) + 1) * piece.tab - x };
}

function endLine(filling: Filling, ends: boolean, next: number): void {
  // A copy holds no more than it needs, and lines are kept until their page is painted.
  filling.lines.push({ pieces: filling.pieces.slice(), indent: filling.indent, ends });
  filling.first = next;
  filling.pieces = [];
  filling.indent = 0;
  filling.x = 0;
}

/** Ends the line before segment `next`, or further back when a hyphen would find no room there. */
function breakLine(filling: Filling, next: number): void {
  const { segments, pieces } = filling;
  const at = lastFitting(filling, next);
  const hyphen = segments[at.index - 1]?.hyphen ?? null;
  pieces.length = at.end;
  if (hyphen !== null) pieces.push(hyphen);
  endLine(filling, false, at.index);
  for (const segment of segments.slice(at.index, next))
    for (const piece of segment.pieces) append(filling, piece);
}

/** The last segment to break before, and how many pieces stand before it. */
function lastFitting(filling: Filling, next: number): { readonly index: number; readonly end: number } {
  const whole = { index: next, end: filling.pieces.length };
  let { index, end } = whole;
  let { x } = filling;
  for (; index > filling.first; index -= 1) {
    const last = filling.segments[index - 1];
    if (last === undefined || last.hyphen === null || x + last.hyphen.width <= filling.room + SLACK) break;
    end -= last.pieces.length;
    x -= last.full;
  }
  return end > 0 ? { index, end } : whole;
}

function tearSegment(filling: Filling, segment: Segment): void {
  for (const whole of segment.pieces) {
    for (const piece of narrowed(whole, filling)) {
      const hangs = piece.kind === 'space';
      if (!hangs && filling.x + piece.width > filling.room + SLACK && hasContent(filling))
        endLine(filling, false, filling.first);
      append(filling, piece);
    }
  }
}

/** A word that would fit a line of its own stays whole, unless something without content (a gap) narrows this line. */
function narrowed(piece: Piece, filling: Filling): readonly Piece[] {
  if (piece.kind === 'drawing' && piece.width > filling.room) return [shrunk(piece, filling.room)];
  if (piece.kind !== 'word') return [piece];
  const left = filling.room - filling.x;
  if (piece.width <= (hasContent(filling) ? filling.room : left) + SLACK) return [piece];
  return tearWord(piece, filling.room, Math.max(left, 0));
}

function shrunk(piece: Extract<Piece, { kind: 'drawing' }>, room: number): Piece {
  return { ...piece, width: room, height: (piece.height * room) / piece.width };
}
