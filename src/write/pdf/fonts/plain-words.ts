// Words put together from letters that were shaped before, exactly as fontkit would: most words need it for kerning alone,
// which looks at two neighbours, and for ligatures of two. Where a rule of the font might look further, the word is left to fontkit.

import type { Font } from 'fontkit';
import { advanceBefore, joinedWith, type Known, knownFor, type Letter, letterIn } from './letters.ts';
import type { Shaped, ShapedGlyph } from './shaper.ts';

/** Characters without marks, joiners and the fraction slash (which turns the digits beside it). */
const PLAIN =
  /^[!-~\u00a1-\u00ac\u00ae-\u024f\u0370-\u03e1\u0400-\u0481\u048a-\u04ff\u2010-\u2027\u2030-\u2043\u2045-\u205e]+$/;
/** A plain text: its letters, and how far each moves the pen; `steps` counts those that take room. In font units. */
export type PlainText = {
  readonly letters: readonly Letter[];
  readonly advances: readonly number[];
  readonly width: number;
  readonly steps: number;
};

/** The letters of a text from left to right with all features; null when it must be shaped as a whole, or not by this font. */
export function plainText(font: Font, text: string): PlainText | null {
  if (!PLAIN.test(text)) return null;
  const known = knownFor(font, text);
  const letters = known === null ? null : lettersOf(font, known, text);
  if (known === null || letters === null) return null;
  const advances: number[] = [];
  let [width, steps] = [0, 0];
  for (let index = 0; index < letters.length; index += 1) {
    const advance = advanceAt(font, known, letters, index);
    if (advance === null) return null;
    advances.push(advance);
    width += advance;
    if (advance > 0) steps += 1;
  }
  // A copy holds no more than it needs, and words are kept.
  return { letters, advances: advances.slice(), width, steps };
}

function advanceAt(font: Font, known: Known, letters: readonly Letter[], index: number): number | null {
  const letter = letters[index];
  const next = letters[index + 1];
  if (letter === undefined) return null;
  return next === undefined ? letter.advance : advanceBefore(font, known, letter, next);
}

/** Two letters that the font may join are one or nothing plain. */
function lettersOf(font: Font, known: Known, text: string): readonly Letter[] | null {
  const letters: Letter[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const single = letterIn(font, known, text.charCodeAt(at));
    if (single === null) return null;
    const letter = at + 1 < text.length ? joinedWith(font, known, single, text.charCodeAt(at + 1)) : single;
    if (letter === null) return null;
    letters.push(letter);
    if (letter !== single) at += 1;
  }
  return letters.slice();
}

/** What shaping the text as a whole would give. */
export function plainGlyphs({ letters, advances, width }: PlainText): Shaped {
  let pen = 0;
  const glyphs = letters.map(({ id, x, y, natural, text }, index): ShapedGlyph => {
    const advance = advances[index] ?? 0;
    const glyph = { id, x: pen + x, y, advance, natural, text };
    pen += advance;
    return glyph;
  });
  return { glyphs, width };
}
