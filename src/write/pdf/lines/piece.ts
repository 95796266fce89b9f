// The measured parts a line is put together from. Widths are in points.

import type { Anchor, Ink, Picture } from '../boxes/box.ts';
import type { Word } from '../fonts/face.ts';

export type Piece =
  | { readonly kind: 'word'; readonly word: Word; readonly ink: Ink; readonly width: number }
  | { readonly kind: 'space'; readonly word: Word; readonly ink: Ink; readonly width: number }
  | {
      readonly kind: 'drawing';
      readonly drawing: Picture;
      readonly ink: Ink;
      readonly width: number;
      readonly height: number;
    }
  | { readonly kind: 'leader'; readonly word: Word; readonly ink: Ink; readonly width: number }
  | { readonly kind: 'gap'; readonly ink: Ink; readonly width: number }
  | { readonly kind: 'anchor'; readonly anchor: Anchor; readonly ink: Ink; readonly width: 0 };

/** What stays on one line unless it is wider than the line. `width` leaves out the white space at its end, `full` has it. */
export type Segment = {
  readonly pieces: readonly Piece[];
  readonly width: number;
  readonly full: number;
  /** A line ends after this segment whatever room is left. */
  readonly ends: boolean;
  /** Letters may be torn apart to make a column narrow. */
  readonly anywhere: boolean;
  /** Put at the end of the line when the line is broken here (a soft hyphen). */
  readonly hyphen: Piece | null;
};

export function wordPiece(word: Word, ink: Ink, kind: 'word' | 'space' | 'leader' = 'word'): Piece {
  return { kind, word, ink, width: wordWidth(word, ink) };
}

/** Letter spacing comes after every glyph, as PDF's own operator has it. */
export const wordWidth = (word: Word, ink: Ink): number =>
  word.width * ink.style.fontSize + word.glyphs.length * ink.style.letterSpacing;
