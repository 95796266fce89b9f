// One font face with its metrics and the words it has shaped so far, and what a shaped word is made of.

import type { Font } from 'fontkit';
import type { FontFace } from '../../../model/document.ts';
import type { Memory } from './memory.ts';
import type { PlainText } from './plain-words.ts';

/** `ascent`, `descent` (positive, below the baseline) and `xHeight` in ems. */
export type Face = {
  readonly source: FontFace;
  readonly font: Font;
  /** Font units that make an em. */
  readonly em: number;
  readonly ascent: number;
  readonly descent: number;
  readonly xHeight: number;
  /** Whether there is a glyph, for the characters that were asked for before. */
  readonly covered: Map<string, boolean>;
  /** Words by their text, shaped left to right with all features: what nearly every text is. */
  readonly words: Memory<Word>;
  /** Words shaped in another manner, by manner and text. */
  readonly others: Memory<Word>;
};

/** In reading order. `x` is the origin from the word's left edge; distances are thousandths of the font size. */
export type Glyph = {
  readonly id: number;
  readonly x: number;
  readonly rise: number;
  /** The font's own width, by which a viewer moves on. */
  readonly natural: number;
  /** How many glyphs that take room stand to the left: where letter spacing has been added. */
  readonly step: number;
  /** The characters it stands for; those of all glyphs in order are the word's. Empty: the glyph before it says it. */
  readonly text: string;
};

/** A shaped text in one face and one direction; `width` in ems. */
export type Word = {
  readonly text: string;
  readonly face: Face;
  readonly rtl: boolean;
  readonly width: number;
  /** A plain word has its letters instead: they take less, and a document has many words (see `glyphsOf`). */
  readonly glyphs: readonly Glyph[] | PlainText;
  /** Glyphs that take room: letter spacing is added after each. */
  readonly steps: number;
};
