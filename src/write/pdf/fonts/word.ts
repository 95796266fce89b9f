// Words: the smallest texts that are shaped, each once per process and face.

import type { Face, Glyph, Word } from './face.ts';
import { attempt, nameOf } from './open-face.ts';
import { type PlainText, plainGlyphs, plainText } from './plain-words.ts';
import { type Shaped, type ShapedGlyph, shapeGlyphs } from './shaper.ts';

/** How a word is shaped. `apart`: letters stand apart, so no ligatures. */
export type Manner = { readonly rtl: boolean; readonly apart: boolean };
export const PLAIN: Manner = { rtl: false, apart: false };

const IGNORABLE = /\p{Default_Ignorable_Code_Point}+/gu;
/** Joiners act on their neighbours; every other character that never shows would only stand in the way. */
const DROPPED = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu;
/** Nothing below is ignorable but the soft hyphen. */
const PERHAPS_IGNORABLE = /\u00ad|\u034f|[\u061c-\u{10ffff}]/u;

/** The word that the face makes of `text` with all features, left to right, from letters that it knows; null when it takes more. */
export function plainWord(face: Face, text: string): Word | null {
  const plain = plainOf(face, text, PLAIN);
  return plain === null ? null : face.words.keep(text, wordOf(face, text, plain));
}

/** Shapes `text`, which the face must cover. */
export function shapeWord(face: Face, text: string, manner: Manner = PLAIN): Word {
  if (!manner.rtl && !manner.apart) {
    return face.words.get(text) ?? face.words.keep(text, shape(face, text, text, manner));
  }
  return other(face, text, text, manner);
}

/** Shapes `shown` to be read as `text`: a bracket turned round, a hyphen that only the line's end made. */
export const shapeAs = (face: Face, shown: string, text: string, manner: Manner): Word =>
  other(face, shown, text, manner);

function other(face: Face, shown: string, text: string, manner: Manner): Word {
  const key = `${manner.rtl ? 'r' : 'l'}${manner.apart ? 'a' : 'j'}${shown}${shown === text ? '' : `\u0000${text}`}`;
  return face.others.get(key) ?? face.others.keep(key, shape(face, shown, text, manner));
}

const NO_LIGATURES = { liga: false, clig: false, dlig: false };

function shape(face: Face, shown: string, text: string, manner: Manner): Word {
  const { rtl } = manner;
  const plain = shown === text ? plainOf(face, text, manner) : null;
  if (plain !== null) return wordOf(face, text, plain);
  const seen = PERHAPS_IGNORABLE.test(shown) ? shown.replace(DROPPED, '') : shown;
  const features = manner.apart ? NO_LIGATURES : {};
  const shaped = attempt(nameOf(face.source), () =>
    shapeGlyphs(face.font, seen, rtl ? 'rtl' : 'ltr', features),
  );
  const cursive = rtl && CURSIVE.test(text);
  return {
    text,
    face,
    rtl,
    width: shaped.width / face.em,
    glyphs: scaled(shaped, face, rtl, textsOf(shaped.glyphs, shown === text, text)),
    steps: cursive ? 0 : shaped.glyphs.filter((glyph) => glyph.advance > 0).length,
  };
}

const wordOf = (face: Face, text: string, glyphs: PlainText): Word => ({
  text,
  face,
  rtl: false,
  width: glyphs.width / face.em,
  glyphs,
  steps: glyphs.steps,
});

const plainOf = (face: Face, text: string, { rtl, apart }: Manner): PlainText | null =>
  rtl || apart ? null : attempt(nameOf(face.source), () => plainText(face.font, text));

/** The glyphs of a word. */
export function glyphsOf({ glyphs, face, rtl }: Word): readonly Glyph[] {
  if (!('letters' in glyphs)) return glyphs;
  const texts = glyphs.letters.map((letter) => letter.text);
  return scaled(plainGlyphs(glyphs), face, rtl, texts);
}

function scaled({ glyphs }: Shaped, face: Face, rtl: boolean, texts: readonly string[]): readonly Glyph[] {
  const scale = 1000 / face.em;
  const steps = stepsOf(glyphs, rtl);
  return glyphs.map(
    (glyph, index): Glyph => ({
      id: glyph.id,
      x: glyph.x * scale,
      rise: glyph.y * scale,
      natural: glyph.natural * scale,
      step: steps[index] ?? 0,
      text: texts[index] ?? '',
    }),
  );
}

/** What each glyph says. Where shaping changed the order of the characters, the first glyph says all of them. */
function textsOf(glyphs: readonly ShapedGlyph[], asShown: boolean, text: string): readonly string[] {
  const own = glyphs.map((glyph) => glyph.text);
  const said = own.join('').replace(IGNORABLE, '') === text.replace(IGNORABLE, '');
  return asShown && said ? own : glyphs.map((_, index) => (index === 0 ? text : ''));
}

/** Letters that join are never spaced apart. */
const CURSIVE = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}]/u;

/** A mark goes with its letter, which in reading order is the one before it. */
function stepsOf(glyphs: readonly ShapedGlyph[], rtl: boolean): readonly number[] {
  let before = 0;
  const steps = glyphs.map((glyph) => {
    if (glyph.advance <= 0) return Math.max(0, before - 1);
    before += 1;
    return before - 1;
  });
  return rtl ? steps.map((step) => Math.max(0, before - 1 - step)) : steps;
}
