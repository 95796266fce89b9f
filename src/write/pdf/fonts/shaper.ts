// Shaping with the characters behind each glyph kept.

import type { Font } from 'fontkit';
import { type Direction, type Features, type Info, type Layout, layOut } from './layout.ts';

/** A glyph in reading order; `x` is its origin from the left edge of the word, all in font units. */
export type ShapedGlyph = {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly advance: number;
  readonly natural: number;
  /** The characters it stands for; empty for the further glyphs of what one character was cut into. */
  readonly text: string;
};
export type Shaped = { readonly glyphs: readonly ShapedGlyph[]; readonly width: number };

/** Joiners have done their work once the glyphs are chosen; they never show. */
const IGNORABLE = /^\p{Default_Ignorable_Code_Point}+$/u;

/** Shapes `text`, all in one direction. `features` switches some off or on. */
export function shapeGlyphs(font: Font, text: string, direction: Direction, features: Features): Shaped {
  const { run, account, sources } = layOut(font, text, direction, features);
  return placed(run, textsOf(account?.infos ?? sources, run.glyphs.length, text), direction);
}

/** Where an engine keeps no account and the numbers differ, the first glyph stands for the whole. */
const textsOf = (infos: readonly Info[], count: number, text: string): readonly string[] =>
  infos.length === count
    ? infos.map((info) => String.fromCodePoint(...info.codePoints))
    : Array.from({ length: count }, (_, index) => (index === 0 ? text : ''));

function placed(run: Layout['run'], texts: readonly string[], direction: Direction): Shaped {
  const glyphs: ShapedGlyph[] = [];
  let pen = 0;
  for (const [index, glyph] of run.glyphs.entries()) {
    const text = texts[direction === 'rtl' ? run.glyphs.length - 1 - index : index] ?? '';
    if (IGNORABLE.test(text)) continue;
    const position = run.positions[index];
    const advance = position?.xAdvance ?? glyph.advanceWidth;
    const x = pen + (position?.xOffset ?? 0);
    glyphs.push({ id: glyph.id, x, y: position?.yOffset ?? 0, advance, natural: glyph.advanceWidth, text });
    pen += advance;
  }
  return { glyphs: direction === 'rtl' ? glyphs.reverse() : glyphs, width: pen };
}
