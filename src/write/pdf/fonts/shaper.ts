// fontkit's shaping with the characters behind each glyph kept. What is used of fontkit's inside is named here and
// nowhere else, which is why its version is pinned.

import type { Font } from 'fontkit';
import { Failure } from '../../../problem.ts';

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

export type Direction = 'ltr' | 'rtl';

type Info = { readonly codePoints: readonly number[] };
type Source = { readonly id: number; readonly codePoints: readonly number[]; readonly advanceWidth: number };
type Engine = { glyphInfos?: readonly Info[] | null; cleanup?: () => void };
type Inside = {
  readonly _layoutEngine: { readonly engine: Engine | null | undefined; hideDefaultIgnorables: () => void };
  layout(
    glyphs: readonly Source[],
    features: Readonly<Record<string, boolean>>,
    script: string | undefined,
    language: undefined,
    direction: Direction,
  ): ReturnType<Font['layout']>;
};

/** Glyph infos of the shaping that ran last, which fontkit would forget at its end. */
const lastInfos = new WeakMap<Engine, readonly Info[]>();
const prepared = new WeakSet<Font>();

/**
 * fontkit's glyphs are shared and remember the character they were first made for, in whatever text that was; so it is
 * given glyphs of our own, and what they became is read before it is cleaned away.
 */
function prepare(font: Font): Inside {
  const inside: object = font;
  if (!isKnown(inside))
    throw new Failure('bug', 'The font reader is not the version it was made for.', 'Please report this.');
  if (prepared.has(font)) return inside;
  prepared.add(font);
  const layouter = inside._layoutEngine;
  layouter.hideDefaultIgnorables = () => undefined;
  const { engine } = layouter;
  if (engine?.cleanup === undefined) return inside;
  const cleanUp = engine.cleanup.bind(engine);
  engine.cleanup = () => {
    if (engine.glyphInfos) lastInfos.set(engine, engine.glyphInfos);
    cleanUp();
  };
  return inside;
}

const isKnown = (inside: object): inside is Inside => '_layoutEngine' in inside && 'layout' in inside;

/** Shapes `text`, all in one direction. `features` switches some off or on. */
export function shapeGlyphs(
  font: Font,
  text: string,
  direction: Direction,
  features: Readonly<Record<string, boolean>>,
): Shaped {
  const inside = prepare(font);
  const { engine } = inside._layoutEngine;
  if (engine) lastInfos.delete(engine);
  const sources = Array.from(text, (character): Source => {
    const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
    return { id: glyph.id, codePoints: [character.codePointAt(0) ?? 0], advanceWidth: glyph.advanceWidth };
  });
  const run = inside.layout(sources, { ...features }, undefined, undefined, direction);
  const infos = (engine ? lastInfos.get(engine) : undefined) ?? sources;
  return placed(run, textsOf(infos, run.glyphs.length, text), direction);
}

/** Where an engine keeps no account and the numbers differ, the first glyph stands for the whole. */
const textsOf = (infos: readonly Info[], count: number, text: string): readonly string[] =>
  infos.length === count
    ? infos.map((info) => String.fromCodePoint(...info.codePoints))
    : Array.from({ length: count }, (_, index) => (index === 0 ? text : ''));

function placed(run: ReturnType<Font['layout']>, texts: readonly string[], direction: Direction): Shaped {
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
