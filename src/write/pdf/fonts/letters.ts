// Letters as a font shapes them, and what becomes of two of them beside each other: asked of fontkit once, and remembered for as
// long as the font is. Where a rule of the font might look further than two letters, they are not plain.

import type { Font } from 'fontkit';
import { type Layout, layOut } from './layout.ts';
import { eitherOf, positionRules, type Rules, substitutionRules } from './lookups.ts';

/** A letter by itself or a ligature of two, in font units. */
export type Letter = {
  readonly text: string;
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly advance: number;
  readonly natural: number;
  /** The glyphs that it may show at its two ends while the font's rules are at work: of a ligature, also those of its letters. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** How far the pen goes when that letter follows; null: not plain. */
  readonly before: Map<Letter, number | null>;
  /** What comes of it and the letter of that code: a ligature, or the letter alone as it was; null: not plain. */
  readonly joined: Map<number, Letter | null>;
};

/** What is known of a font in one script; null: not plain. */
export type Known = {
  readonly script: string;
  rules: Rules | null;
  readonly letters: Map<number, Letter | null>;
};
type Book = { readonly scripts: Map<number, string>; readonly known: Map<string, Known> };
const books = new WeakMap<Font, Book>();

/** The script of what belongs to all scripts, as fontkit names it. */
const COMMON = 'zzzz';
/** Scripts that are shaped by the font's own rules and nothing else. */
const SIMPLE: readonly string[] = ['latn', 'grek', 'cyrl', COMMON];

/** Stands for characters that the font does not have. */
const NO_GLYPH = 0;

/** What is known of the script that the text is shaped in; null: not plain. */
export function knownFor(font: Font, text: string): Known | null {
  const book = bookOf(font);
  return knownIn(book, scriptOf(font, book, text));
}

function bookOf(font: Font): Book {
  const book = books.get(font) ?? { scripts: new Map(), known: new Map() };
  books.set(font, book);
  return book;
}

/** The script that fontkit shapes a text in: that of its first character that is not common to all. */
function scriptOf(font: Font, { scripts }: Book, text: string): string {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const script = scripts.get(code) ?? String(layOut(font, text.charAt(at), 'ltr', {}).run.script);
    scripts.set(code, script);
    if (script !== COMMON) return script;
  }
  return COMMON;
}

function knownIn(book: Book, script: string): Known | null {
  if (!SIMPLE.includes(script)) return null;
  const known = book.known.get(script) ?? { script, rules: null, letters: new Map() };
  book.known.set(script, known);
  return known;
}

/** The letter of this code by itself; null: not plain. */
export function letterIn(font: Font, known: Known, code: number): Letter | null {
  const learnt = known.letters.get(code);
  if (learnt !== undefined) return learnt;
  const letter = learnLetter(font, known, code);
  known.letters.set(code, letter);
  return letter;
}

function learnLetter(font: Font, known: Known, code: number): Letter | null {
  const text = String.fromCharCode(code);
  const layout = layOut(font, text, 'ltr', {}, known.script);
  known.rules ??= rulesOf(layout);
  const id = layout.sources[0]?.id ?? NO_GLYPH;
  if (id === NO_GLYPH || !isUntouched(layout, [id])) return null;
  return onlyGlyph(layout, known, text, [id], [id]);
}

/** The one glyph that a text became, if no rule acts on it by itself. */
function onlyGlyph(
  { run, account }: Layout,
  { rules }: Known,
  text: string,
  starts: readonly number[],
  ends: readonly number[],
): Letter | null {
  const [glyph] = run.glyphs;
  const [position] = run.positions;
  const [info] = account?.infos ?? [];
  if (glyph === undefined || position === undefined || info === undefined || run.glyphs.length > 1)
    return null;
  if (info.isMark !== false || rules?.alone(glyph.id) !== false) return null;
  const { xOffset: x, yOffset: y, xAdvance: advance } = position;
  const { id, advanceWidth: natural } = glyph;
  return { text, id, x, y, advance, natural, starts, ends, before: new Map(), joined: new Map() };
}

/** The letter, or what it and the one of this code are joined to; null: not plain. */
export function joinedWith(font: Font, known: Known, letter: Letter, code: number): Letter | null {
  const learnt = letter.joined.get(code);
  if (learnt !== undefined) return learnt;
  const next = letterIn(font, known, code);
  const joined = next === null ? null : learnJoined(font, known, letter, next);
  letter.joined.set(code, joined);
  return joined;
}

function learnJoined(font: Font, known: Known, letter: Letter, next: Letter): Letter | null {
  if (known.rules?.pair(letter.id, next.id) === false) return letter;
  const text = letter.text + next.text;
  const layout = layOut(font, text, 'ltr', {}, known.script);
  const id = layout.run.glyphs[0]?.id ?? NO_GLYPH;
  return onlyGlyph(layout, known, text, [letter.id, id], [next.id, id]);
}

/** Null when fontkit keeps no account for this font, or does more than the font's rules say. */
function rulesOf({ account, engine }: Layout): Rules | null {
  if (account === null || engine === null) return null;
  const { stages, globalFeatures } = account.plan;
  if (!stages.every(Array.isArray)) return null;
  const features = Object.keys(globalFeatures);
  const { GSUBProcessor, GPOSProcessor } = engine;
  return eitherOf([
    ...(GSUBProcessor ? [substitutionRules(GSUBProcessor, features)] : []),
    ...(GPOSProcessor ? [positionRules(GPOSProcessor, features)] : []),
  ]);
}

/** Whether the glyphs are these. */
const isUntouched = ({ run }: Layout, ids: readonly number[]): boolean =>
  run.glyphs.length === ids.length && run.glyphs.every((glyph, index) => glyph.id === ids[index]);

/** How far a letter moves the pen when `next` follows; null: not plain. */
export function advanceBefore(font: Font, known: Known, letter: Letter, next: Letter): number | null {
  const learnt = letter.before.get(next);
  if (learnt !== undefined) return learnt;
  const advance = learnPair(font, known, letter, next);
  letter.before.set(next, advance);
  return advance;
}

/** Nothing but the first letter's advance may differ from what both are by themselves. */
function learnPair(font: Font, { script, rules }: Known, letter: Letter, next: Letter): number | null {
  if (letter.ends.some((left) => next.starts.some((right) => rules?.pair(left, right) !== false)))
    return null;
  const layout = layOut(font, letter.text + next.text, 'ltr', {}, script);
  const [first, second] = layout.run.positions;
  if (!isUntouched(layout, [letter.id, next.id]) || first === undefined || second === undefined) return null;
  const stays =
    first.xOffset === letter.x &&
    first.yOffset === letter.y &&
    second.xOffset === next.x &&
    second.yOffset === next.y &&
    second.xAdvance === next.advance;
  return stays ? first.xAdvance : null;
}
