// How far the pieces of a line reach above and below its baseline, in points.

import type { Ink } from '../boxes/box.ts';
import type { Piece } from './piece.ts';

export type Extent = { readonly above: number; readonly below: number };

type PicturePiece = Extract<Piece, { kind: 'drawing' }>;

/** The line's extent: its strut, and whatever reaches out of it. */
export function lineExtent(pieces: readonly Piece[], strut: Ink): Extent {
  const own = textExtent(strut);
  let { above, below } = own;
  let last = strut;
  for (const piece of pieces) {
    const drawn = piece.kind === 'drawing';
    if (!drawn && (piece.ink === last || !isText(piece))) continue;
    last = drawn ? last : piece.ink;
    const extent = drawn ? pictureExtent(piece, strut, own) : textExtent(piece.ink);
    above = Math.max(above, extent.above);
    below = Math.max(below, extent.below);
  }
  return { above, below };
}

const isText = (piece: Piece): boolean =>
  piece.kind === 'word' || piece.kind === 'space' || piece.kind === 'leader';

/**
 * CSS 2.2, 10.8.1: half of what the line height has more than the font goes above, half below. The element's first
 * font decides (CSS Inline 3, 4.3), so that a character from another one does not move the lines.
 */
function textExtent(ink: Ink): Extent {
  const { fontSize, lineHeight } = ink.style;
  const { ascent, descent } = ink.typeface.faces[0];
  const half = (lineHeight - (ascent + descent) * fontSize) / 2;
  return { above: ascent * fontSize + half + ink.shift, below: descent * fontSize + half - ink.shift };
}

function pictureExtent(piece: PicturePiece, strut: Ink, own: Extent): Extent {
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

/** Height of a picture's top edge above the baseline. */
export const pictureTop = (piece: PicturePiece, strut: Ink): number =>
  pictureExtent(piece, strut, textExtent(strut)).above;
