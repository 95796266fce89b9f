// Fills lines greedily with segments. A segment wider than a whole line is torn; nothing is ever dropped.

import type { Piece, Segment } from './piece.ts';
import { tearWord } from './tear.ts';

/** `ends`: the line ends by itself (paragraph end or forced), so it is not justified. */
export type RawLine = { readonly pieces: readonly Piece[]; readonly indent: number; readonly ends: boolean };

/** Rounding slack in points: widths are sums of many numbers. */
const SLACK = 0.01;

type Filling = {
  readonly room: number;
  readonly lines: RawLine[];
  pieces: Piece[];
  indent: number;
  x: number;
};

/** Breaks `segments` into lines of width `room`; the first line starts `indent` further in. */
export function breakLines(segments: readonly Segment[], room: number, indent: number): readonly RawLine[] {
  const filling: Filling = { room, lines: [], pieces: [], indent, x: indent };
  let before: Segment | null = null;
  for (const segment of segments) {
    if (filling.x + segment.width > room + SLACK && hasContent(filling)) endLine(filling, false, before);
    if (filling.x + segment.width > room + SLACK) tearSegment(filling, segment);
    else for (const piece of segment.pieces) append(filling, piece);
    if (segment.ends) endLine(filling, true, null);
    before = segment;
  }
  if (filling.pieces.length > 0) endLine(filling, true, null);
  return filling.lines;
}

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

function endLine(filling: Filling, ends: boolean, broken: Segment | null): void {
  const hyphen = broken?.hyphen ?? null;
  const pieces = hyphen === null ? filling.pieces : [...filling.pieces, hyphen];
  filling.lines.push({ pieces, indent: filling.indent, ends });
  filling.pieces = [];
  filling.indent = 0;
  filling.x = 0;
}

function tearSegment(filling: Filling, segment: Segment): void {
  for (const whole of segment.pieces) {
    for (const piece of narrowed(whole, filling)) {
      const hangs = piece.kind === 'space';
      if (!hangs && filling.x + piece.width > filling.room + SLACK && hasContent(filling))
        endLine(filling, false, null);
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
