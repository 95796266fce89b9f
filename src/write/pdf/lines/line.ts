// Gives the pieces of a line their places: alignment, justification, leaders, baseline and height.

import type { Style } from '../../../model/document.ts';
import type { Paragraph } from '../boxes/box.ts';
import { baseLevel, visualOrder } from './bidi.ts';
import type { RawLine } from './break-lines.ts';
import { type DecimalColumn, decimalStart } from './decimal.ts';
import { lineExtent, pictureTop } from './extent.ts';
import type { Piece } from './piece.ts';

/**
 * `x` is the left edge within the paragraph, `width` what the piece takes after justification; `rise` is how far a
 * drawing's top stands above the baseline (0 for all else).
 */
export type LinePart = {
  readonly piece: Piece;
  readonly x: number;
  readonly width: number;
  readonly rise: number;
};

/** Parts are in reading order, whatever the order they stand in. `baseline` is the distance from the line's top; both in points. */
export type Line = {
  readonly parts: readonly LinePart[];
  readonly height: number;
  readonly baseline: number;
};

/** A line before its pieces have places: they get them when it comes to a page, so that a long table does not hold them all. */
export type MeasuredLine = {
  readonly raw: RawLine;
  readonly paragraph: Paragraph;
  readonly room: number;
  readonly column: DecimalColumn | null;
  readonly height: number;
  readonly baseline: number;
};

/** `column` is what the numbers of the paragraph's table column take on either side of their decimal point. */
export function measureLine(
  raw: RawLine,
  paragraph: Paragraph,
  room: number,
  column: DecimalColumn | null = null,
): MeasuredLine {
  const { above, below } = lineExtent(raw.pieces, paragraph.ink);
  return { raw, paragraph, room, column, height: above + below, baseline: above };
}

export const placeLine = ({ raw, paragraph, room, column, height, baseline }: MeasuredLine): Line => ({
  parts: placeParts(raw, paragraph, room, column),
  height,
  baseline,
});

function placeParts(
  raw: RawLine,
  { style, ink }: Paragraph,
  room: number,
  column: DecimalColumn | null,
): readonly LinePart[] {
  const { pieces, indent } = raw;
  const shown = shownOf(pieces);
  const free = Math.max(0, room - indent - shown.width);
  const more = stretch(shown, free, style.textAlign === 'justify' && !raw.ends);
  const full = more.space > 0 || more.leader > 0;
  const start = full ? 0 : lineStart(pieces, style, room, free, column);
  const parts: LinePart[] = [];
  const left = start + (style.direction === 'rtl' ? 0 : indent);
  let x = left;
  let turned = style.direction === 'rtl';
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (piece === undefined) break;
    turned ||= piece.level !== 0;
    const width = widthOf(piece, index < shown.end ? more : NO_STRETCH);
    parts.push({ piece, x, width, rise: piece.kind === 'drawing' ? pictureTop(piece, ink) : 0 });
    x += width;
  }
  return turned ? reordered(parts, shown.end, left, style.direction) : parts;
}

function lineStart(
  pieces: readonly Piece[],
  style: Style,
  room: number,
  free: number,
  column: DecimalColumn | null,
): number {
  return style.textAlign === 'decimal' && column !== null
    ? decimalStart(pieces, room, column, style.direction)
    : startOf(style, free);
}

const widthOf = (piece: Piece, more: Stretch): number =>
  piece.kind === 'space'
    ? piece.width + more.space
    : piece.kind === 'leader'
      ? piece.width + more.leader
      : piece.width;

/** What shows of a line: all but the white space at its end. `end` is the index behind it. */
type Shown = {
  readonly end: number;
  readonly width: number;
  readonly spaces: number;
  readonly leaders: number;
};

function shownOf(pieces: readonly Piece[]): Shown {
  const end = pieces.findLastIndex((piece) => piece.kind !== 'space' && piece.kind !== 'anchor') + 1;
  let [width, spaces, leaders] = [0, 0, 0];
  for (let index = 0; index < end; index += 1) {
    const piece = pieces[index];
    if (piece === undefined) continue;
    width += piece.width;
    if (piece.kind === 'space') spaces += 1;
    else if (piece.kind === 'leader') leaders += 1;
  }
  return { end, width, spaces, leaders };
}

/** What each space and each leader takes more than its own width. */
type Stretch = { readonly space: number; readonly leader: number };
const NO_STRETCH: Stretch = { space: 0, leader: 0 };

/** Free room goes to leaders if there are any, else to the spaces of a justified line. */
const stretch = (shown: Shown, free: number, justified: boolean): Stretch =>
  shown.leaders > 0
    ? { space: 0, leader: free / shown.leaders }
    : { space: justified && shown.spaces > 0 ? free / shown.spaces : 0, leader: 0 };

/** Numbers that have no column to line up in stand at the end, as numbers do. */
function startOf({ textAlign, direction }: Style, free: number): number {
  if (textAlign === 'center') return free / 2;
  const [start, end] = direction === 'rtl' ? [free, 0] : [0, free];
  switch (textAlign) {
    case 'left':
      return 0;
    case 'right':
      return free;
    case 'end':
    case 'decimal':
      return end;
    default:
      return start;
  }
}

/** The parts in the places their directions give them; white space at the line's end hangs outside of it. */
function reordered(
  parts: readonly LinePart[],
  shownEnd: number,
  start: number,
  direction: Style['direction'],
): readonly LinePart[] {
  const base = baseLevel(direction);
  const levels = parts.map(({ piece }, index) =>
    index >= shownEnd || isBeforeTab(parts, index) ? base : piece.level,
  );
  const hanging = parts.slice(shownEnd).reduce((sum, part) => sum + part.width, 0);
  const lefts: number[] = [];
  let x = start - (base === 1 ? hanging : 0);
  for (const index of visualOrder(levels)) {
    lefts[index] = x;
    x += parts[index]?.width ?? 0;
  }
  return parts.map((part, index) => ({ ...part, x: lefts[index] ?? 0 }));
}

/** Rule L1: a tab and the spaces before it run as the paragraph does. */
function isBeforeTab(parts: readonly LinePart[], index: number): boolean {
  for (let at = index; at < parts.length; at += 1) {
    const piece = parts[at]?.piece;
    if (piece?.kind !== 'space') return false;
    if (piece.tab > 0) return true;
  }
  return false;
}
