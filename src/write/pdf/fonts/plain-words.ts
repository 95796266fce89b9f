// Words put together from letters that were shaped before, exactly as fontkit would: most words need it for kerning alone,
// which looks at two neighbours. Where a rule of the font might look further, the word is left to fontkit.

import type { Font } from 'fontkit';
import { type Layout, layOut } from './layout.ts';
import { eitherOf, positionRules, type Rules, substitutionRules } from './lookups.ts';
import type { Shaped, ShapedGlyph } from './shaper.ts';

/** A letter by itself, in font units, and how far the pen goes when the letter of that code follows; null: not plain. */
type Letter = {
  readonly text: string;
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly advance: number;
  readonly natural: number;
  readonly before: Map<number, number | null>;
};

/** What is known of a font in one script; null: not plain. */
type Known = { readonly script: string; rules: Rules | null; readonly letters: Map<number, Letter | null> };
type Book = { readonly scripts: Map<number, string>; readonly known: Map<string, Known> };
const books = new WeakMap<Font, Book>();

/** Characters without marks, joiners and the fraction slash (which turns the digits beside it). */
const PLAIN =
  /^[!-~\u00a1-\u00ac\u00ae-\u024f\u0370-\u03e1\u0400-\u0481\u048a-\u04ff\u2010-\u2027\u2030-\u2043\u2045-\u205e]+$/;
/** The script of what belongs to all scripts, as fontkit names it. */
const COMMON = 'zzzz';
/** Scripts that are shaped by the font's own rules and nothing else. */
const SIMPLE: readonly string[] = ['latn', 'grek', 'cyrl', COMMON];

/** A plain text: its letters, and how far each moves the pen; `steps` counts those that take room. In font units. */
export type PlainText = {
  readonly letters: readonly Letter[];
  readonly advances: readonly number[];
  readonly width: number;
  readonly steps: number;
};

/** The letters of a text from left to right with all features; null when it must be shaped as a whole. */
export function plainText(font: Font, text: string): PlainText | null {
  if (!PLAIN.test(text)) return null;
  const book = bookOf(font);
  const known = knownIn(book, scriptOf(font, book, text));
  if (known === null) return null;
  const letters: Letter[] = [];
  const advances: number[] = [];
  let [width, steps] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const letter = letterIn(font, known, text.charCodeAt(at));
    if (letter === null) return null;
    const last = at + 1 === text.length;
    const advance = last ? letter.advance : advanceBefore(font, known, letter, text.charCodeAt(at + 1));
    if (advance === null) return null;
    letters.push(letter);
    advances.push(advance);
    width += advance;
    if (advance > 0) steps += 1;
  }
  // Copies hold no more than they need, and words are kept.
  return { letters: letters.slice(), advances: advances.slice(), width, steps };
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

function letterIn(font: Font, known: Known, code: number): Letter | null {
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
  const [glyph] = layout.run.glyphs;
  const [position] = layout.run.positions;
  const [info] = layout.account?.infos ?? [];
  if (glyph === undefined || position === undefined || info === undefined) return null;
  if (!isUntouched(layout) || info.isMark !== false || known.rules?.alone(glyph.id) !== false) return null;
  const { xOffset: x, yOffset: y, xAdvance: advance } = position;
  return { text, id: glyph.id, x, y, advance, natural: glyph.advanceWidth, before: new Map() };
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

/** Whether the glyphs are those that the characters have by themselves. */
const isUntouched = ({ run, sources }: Layout): boolean =>
  run.glyphs.length === sources.length && run.glyphs.every((glyph, index) => glyph.id === sources[index]?.id);

function advanceBefore(font: Font, known: Known, letter: Letter, code: number): number | null {
  const learnt = letter.before.get(code);
  if (learnt !== undefined) return learnt;
  const next = letterIn(font, known, code);
  const advance = next === null ? null : learnPair(font, known, letter, next);
  letter.before.set(code, advance);
  return advance;
}

/** Nothing but the first letter's advance may differ from what both are by themselves. */
function learnPair(font: Font, { script, rules }: Known, letter: Letter, next: Letter): number | null {
  if (rules?.pair(letter.id, next.id) !== false) return null;
  const layout = layOut(font, letter.text + next.text, 'ltr', {}, script);
  const [first, second] = layout.run.positions;
  if (!isUntouched(layout) || first === undefined || second === undefined) return null;
  const stays =
    first.xOffset === letter.x &&
    first.yOffset === letter.y &&
    second.xOffset === next.x &&
    second.yOffset === next.y &&
    second.xAdvance === next.advance;
  return stays ? first.xAdvance : null;
}
