// Gives the pieces of a line their places: alignment, justification, leaders, baseline and height.

import type { Style } from '../../../model/document.ts';
import type { Ink, Paragraph } from '../boxes/box.ts';
import type { RawLine } from './break-lines.ts';
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

/** `baseline` is the distance from the line's top; both in points. */
export type Line = {
  readonly parts: readonly LinePart[];
  readonly height: number;
  readonly baseline: number;
};

type Extent = { readonly above: number; readonly below: number };

export function placeLine(raw: RawLine, paragraph: Paragraph, room: number): Line {
  const { above, below } = lineExtent(raw.pieces, paragraph.ink);
  return { parts: placeParts(raw, paragraph, room), height: above + below, baseline: above };
}

function placeParts(raw: RawLine, { style, ink }: Paragraph, room: number): readonly LinePart[] {
  const shownEnd = raw.pieces.findLastIndex((piece) => piece.kind !== 'space') + 1;
  const shown = raw.pieces.slice(0, shownEnd);
  const free = Math.max(0, room - raw.indent - shown.reduce((sum, piece) => sum + piece.width, 0));
  const leaders = shown.filter((piece) => piece.kind === 'leader').length;
  const spaces = shown.filter((piece) => piece.kind === 'space').length;
  const perSpace =
    leaders === 0 && style.textAlign === 'justify' && !raw.ends && spaces > 0 ? free / spaces : 0;
  const perLeader = leaders > 0 ? free / leaders : 0;
  let x = raw.indent + (leaders > 0 ? 0 : startOf(style.textAlign, free));
  return raw.pieces.map((piece, index): LinePart => {
    const more =
      index >= shownEnd ? 0 : piece.kind === 'space' ? perSpace : piece.kind === 'leader' ? perLeader : 0;
    const part = {
      piece,
      x,
      width: piece.width + more,
      rise: piece.kind === 'drawing' ? drawingTop(piece, ink) : 0,
    };
    x += part.width;
    return part;
  });
}

function startOf(align: Style['textAlign'], free: number): number {
  if (align === 'right') return free;
  return align === 'center' ? free / 2 : 0;
}

function lineExtent(pieces: readonly Piece[], strut: Ink): Extent {
  const own = textExtent(strut, strut.typeface.faces[0]);
  let { above, below } = own;
  for (const piece of pieces) {
    const extent = pieceExtent(piece, strut, own);
    above = Math.max(above, extent.above);
    below = Math.max(below, extent.below);
  }
  return { above, below };
}

function pieceExtent(piece: Piece, strut: Ink, own: Extent): Extent {
  if (piece.kind === 'word' || piece.kind === 'space' || piece.kind === 'leader')
    return textExtent(piece.ink, piece.word.face);
  return piece.kind === 'drawing' ? drawingExtent(piece, strut, own) : own;
}

/** CSS 2.2, 10.8.1: half of what the line height has more than the font goes above, half below. */
function textExtent(ink: Ink, metrics: { readonly ascent: number; readonly descent: number }): Extent {
  const { fontSize, lineHeight } = ink.style;
  const half = (lineHeight - (metrics.ascent + metrics.descent) * fontSize) / 2;
  return {
    above: metrics.ascent * fontSize + half + ink.shift,
    below: metrics.descent * fontSize + half - ink.shift,
  };
}

/** How far a drawing reaches above and below the baseline. */
function drawingExtent(piece: Extract<Piece, { kind: 'drawing' }>, strut: Ink, own: Extent): Extent {
  const { height, ink } = piece;
  const middle = (strut.typeface.faces[0].xHeight * strut.style.fontSize) / 2;
  switch (ink.style.verticalAlign) {
    case 'middle':
      return { above: height / 2 + middle, below: height / 2 - middle };
    case 'top':
      return { above: own.above, below: height - own.above };
    case 'bottom':
      return { above: height - own.below, below: own.below };
    default:
      return { above: height + ink.shift, below: -ink.shift };
  }
}

/** Height of a drawing's top edge above the baseline. */
const drawingTop = (piece: Extract<Piece, { kind: 'drawing' }>, strut: Ink): number =>
  drawingExtent(piece, strut, textExtent(strut, strut.typeface.faces[0])).above;
