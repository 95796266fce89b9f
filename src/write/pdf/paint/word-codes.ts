// The codes by which a word's glyphs are shown, reckoned once for each file, font and word. They depend on this file's
// subset alone, so that the bytes never tell what else was written by the same process.

import type { Glyph, Word } from '../fonts/face.ts';
import type { Letter } from '../fonts/letters.ts';
import type { PlainText } from '../fonts/plain-words.ts';
import { glyphsOf } from '../fonts/word.ts';
import type { PdfFont } from './pdf-file.ts';

/**
 * The inside of a TJ array for one word, from after the first `(` to before the last `)`. `start` is where its first glyph
 * stands and `end` where the pen is left, both from the word's left edge, in thousandths of the font size.
 */
export type WordCodes = { readonly start: number; readonly codes: string; readonly end: number };

/** Letter spacing and text rise need the size; both in points. */
type Sizes = { readonly fontSize: number; readonly letterSpacing: number };

/** Words kept per font and file, as many as their face keeps; beyond it the memory is dropped and fills anew. */
const WORDS_KEPT = 8_000;

/** What has been shown in a font of a file, by word and by glyph. */
export type CodeBook = {
  readonly font: PdfFont;
  readonly words: Map<Word, WordCodes>;
  /** By glyph, then by text. */
  readonly codes: Map<number, Map<string, string>>;
  /** The same for letters of plain words. */
  readonly letters: Map<Letter, string>;
};
const books = new WeakMap<PdfFont, CodeBook>();
type Shown = Pick<Glyph, 'id' | 'text' | 'natural'>;

export function codeBook(font: PdfFont): CodeBook {
  const known = books.get(font);
  if (known !== undefined) return known;
  const book = { font, words: new Map(), codes: new Map(), letters: new Map() };
  books.set(font, book);
  return book;
}

export function codesOf(book: CodeBook, word: Word, sizes: Sizes): WordCodes {
  const known = sizes.letterSpacing === 0 ? book.words.get(word) : undefined;
  if (known !== undefined) return known;
  if (sizes.letterSpacing === 0 && 'letters' in word.glyphs && word.glyphs.letters.every(isLevel))
    return remember(book, word, plainCodes(book, word.glyphs, 1000 / word.face.em));
  const glyphs = glyphsOf(word);
  const made = makeCodes(book, word, glyphs, sizes);
  // A glyph that stands above or below needs its rise in points, so such a word differs from size to size.
  if (sizes.letterSpacing === 0 && glyphs.every((glyph) => glyph.rise === 0)) remember(book, word, made);
  return made;
}

function remember({ words }: CodeBook, word: Word, codes: WordCodes): WordCodes {
  if (words.size >= WORDS_KEPT) words.clear();
  words.set(word, codes);
  return codes;
}

const isLevel = (letter: Letter): boolean => letter.y === 0;

/** What `makeCodes` makes of a plain word without spacing, its glyphs never spelled out: nearly all words are such. */
function plainCodes(book: CodeBook, { letters, advances }: PlainText, scale: number): WordCodes {
  const start = (letters[0]?.x ?? 0) * scale;
  let pen = start;
  let [x, codes] = [0, ''];
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters[index];
    if (letter === undefined) break;
    const move = Math.round((x + letter.x) * scale - pen);
    if (move !== 0) codes += `)${-move}(`;
    codes += book.letters.get(letter) ?? letterCode(book, letter, scale);
    pen += move + letter.natural * scale;
    x += advances[index] ?? 0;
  }
  return { start, codes, end: pen };
}

function letterCode(book: CodeBook, letter: Letter, scale: number): string {
  const code = codeOf(book, { id: letter.id, text: letter.text, natural: letter.natural * scale });
  book.letters.set(letter, code);
  return code;
}

function makeCodes(
  book: CodeBook,
  word: Word,
  glyphs: readonly Glyph[],
  { fontSize, letterSpacing }: Sizes,
): WordCodes {
  const spacing = word.steps === 0 ? 0 : (letterSpacing * 1000) / fontSize;
  const first = glyphs[0];
  const start = first === undefined ? 0 : first.x + first.step * spacing;
  let pen = start;
  const codes: string[] = [];
  for (const glyph of glyphs) {
    const move = Math.round(glyph.x + glyph.step * spacing - pen);
    if (move !== 0) codes.push(`)${-move}(`);
    codes.push(raised(codeOf(book, glyph), (glyph.rise * fontSize) / 1000));
    pen += move + glyph.natural + spacing;
  }
  return { start, codes: codes.join(''), end: pen };
}

/** Marks that stand above or below where the font has them (text rise). */
const raised = (code: string, rise: number): string =>
  Math.abs(rise) < 0.005 ? code : `)]TJ ${Math.round(rise * 100) / 100} Ts[(${code})]TJ 0 Ts[(`;

/**
 * The glyph's code in the file's subset. A glyph that stands for another text elsewhere (a space that does not break, a
 * bracket turned round) goes into the subset once more, for a code has one text.
 */
function codeOf({ font, codes }: CodeBook, glyph: Shown): string {
  const texts = codes.get(glyph.id) ?? new Map<string, string>();
  const known = texts.get(glyph.text);
  if (known !== undefined) return known;
  const code = literal(addGlyph(font, glyph));
  codes.set(glyph.id, texts.set(glyph.text, code));
  return code;
}

/** Two bytes inside a literal string: half of what hexadecimal digits take. */
const literal = (code: number): string =>
  String.fromCharCode(code >> 8, code & 255).replace(/[()\\\r]/g, (byte) =>
    byte === '\r' ? '\\r' : `\\${byte}`,
  );

function addGlyph(font: PdfFont, glyph: Shown): number {
  const { subset, widths, unicode } = font;
  let id = subset.includeGlyph(glyph.id);
  if (unicode[id] !== undefined) id = subset.glyphs.push(glyph.id) - 1;
  widths[id] = glyph.natural;
  unicode[id] = readable(glyph.text);
  return id;
}

/**
 * A no-break space is searched for as a space. A glyph whose text another one says is read as a soft hyphen, which no
 * reader speaks or searches for; a code must not be without text (PDF/A-3a), and marked content of its own with the
 * word's text would end the element's content for some readers.
 */
function readable(text: string): readonly number[] {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return points.length === 0 ? [SOFT_HYPHEN] : points.map((point) => (point === 0xa0 ? 0x20 : point));
}
const SOFT_HYPHEN = 0xad;
