// The measured parts a line is put together from, in reading order. Widths are in points.

import type { Anchor, Ink, Picture } from '../boxes/box.ts';
import type { Word } from '../fonts/face.ts';

/** `level` is the embedding level of the writing direction: odd runs from right to left. */
type Text = { readonly word: Word; readonly ink: Ink; readonly width: number; readonly level: number };

export type Piece =
  | ({ readonly kind: 'word' } & Text)
  /** `tab`: distance of the stops that a tab goes to the next of; 0 for spaces. */
  | ({ readonly kind: 'space'; readonly tab: number } & Text)
  | ({ readonly kind: 'leader' } & Text)
  | {
      readonly kind: 'drawing';
      readonly drawing: Picture;
      readonly ink: Ink;
      readonly width: number;
      readonly height: number;
      readonly level: number;
    }
  | { readonly kind: 'gap'; readonly ink: Ink; readonly width: number; readonly level: number }
  | {
      readonly kind: 'anchor';
      readonly anchor: Anchor;
      readonly ink: Ink;
      readonly width: 0;
      readonly level: number;
    };
export type TextPiece = Extract<Piece, { word: Word }>;

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

export const wordPiece = (word: Word, ink: Ink, level: number): Piece => ({
  kind: 'word',
  word,
  ink,
  width: wordWidth(word, ink),
  level,
});

export const spacePiece = (word: Word, ink: Ink, level: number): Piece => ({
  kind: 'space',
  word,
  ink,
  width: wordWidth(word, ink) + word.text.length * ink.style.wordSpacing,
  level,
  tab: 0,
});

/** As wide as a tab can be; the line knows how wide it is. */
export function tabPiece(word: Word, ink: Ink, level: number): Piece {
  const tab = SPACES_A_TAB * (wordWidth(word, ink) + ink.style.wordSpacing);
  return { kind: 'space', word, ink, width: tab, level, tab };
}
const SPACES_A_TAB = 8;

/** Letter spacing comes after every glyph that takes room; word spacing goes to spaces, no-break ones as well. */
export function wordWidth(word: Word, ink: Ink): number {
  const { fontSize, letterSpacing, wordSpacing } = ink.style;
  const width = word.width * fontSize + word.steps * letterSpacing;
  return wordSpacing !== 0 && word.text === '\u00a0' ? width + wordSpacing : width;
}
