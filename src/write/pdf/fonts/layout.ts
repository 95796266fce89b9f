// fontkit's layout with what it knew while it worked. What is used of fontkit's inside is named in this file and in
// lookups.ts, which is why its version is pinned.

import type { Font } from 'fontkit';
import { Failure } from '../../../problem.ts';
import type { Processor } from './lookups.ts';

export type Direction = 'ltr' | 'rtl';
export type Features = Readonly<Record<string, boolean>>;

/** What fontkit knows about a glyph while it shapes. */
export type Info = { readonly codePoints: readonly number[]; readonly isMark?: boolean };
type Source = { readonly id: number; readonly codePoints: readonly number[]; readonly advanceWidth: number };
type Plan = { readonly stages: readonly unknown[]; readonly globalFeatures: Features };
type Engine = {
  readonly GSUBProcessor?: Processor | null;
  readonly GPOSProcessor?: Processor | null;
  glyphInfos?: readonly Info[] | null;
  plan?: Plan | null;
  cleanup?: () => void;
};
type Run = ReturnType<Font['layout']>;
type Inside = {
  readonly _layoutEngine: { readonly engine: Engine | null | undefined; hideDefaultIgnorables: () => void };
  layout(
    glyphs: readonly Source[],
    features: Features,
    script: string | undefined,
    language: undefined,
    direction: Direction,
  ): Run;
};

/** What fontkit would forget at its end: the glyphs' characters, and the features that were asked for. */
type Account = { readonly infos: readonly Info[]; readonly plan: Plan };
const accounts = new WeakMap<Engine, Account>();
const prepared = new WeakSet<Font>();

/** A layout; `account` and `engine` are null where fontkit has no OpenType layout for the font. */
export type Layout = {
  readonly run: Run;
  readonly sources: readonly Source[];
  readonly account: Account | null;
  readonly engine: Engine | null;
};

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
    if (engine.glyphInfos && engine.plan)
      accounts.set(engine, { infos: engine.glyphInfos, plan: engine.plan });
    cleanUp();
  };
  return inside;
}

const isKnown = (inside: object): inside is Inside => '_layoutEngine' in inside && 'layout' in inside;

/** Lays out `text`, all in one direction. `script` is the OpenType tag; undefined: that of its first letter. */
export function layOut(
  font: Font,
  text: string,
  direction: Direction,
  features: Features,
  script?: string,
): Layout {
  const inside = prepare(font);
  const engine = inside._layoutEngine.engine ?? null;
  if (engine) accounts.delete(engine);
  const sources = Array.from(text, (character): Source => {
    const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
    return { id: glyph.id, codePoints: [character.codePointAt(0) ?? 0], advanceWidth: glyph.advanceWidth };
  });
  // fontkit writes into the features it is given.
  const run = inside.layout([...sources], { ...features }, script, undefined, direction);
  return { run, sources, account: (engine ? accounts.get(engine) : undefined) ?? null, engine };
}
