// Paints shaped words: one text object for as many lines as follow each other undisturbed, one TJ for each run of the
// same ink, with kerning, justification and writing direction as its adjustments.

import type { Ink } from '../boxes/box.ts';
import type { Word } from '../fonts/face.ts';
import { type Canvas, fontOn, setState } from './canvas.ts';
import { fillColor, num } from './operators.ts';
import type { PdfFont } from './pdf-file.ts';
import { closeText, openText } from './text-objects.ts';
import { type CodeBook, codeBook, codesOf } from './word-codes.ts';

/** Words of one face to be painted in one go, in reading order; `x` of each counts from the left of the page. */
export type TextRun = {
  readonly ink: Ink;
  readonly words: readonly { readonly word: Word; readonly x: number }[];
};

/** `baseline` is a y on the canvas; the run's ink says the size. */
export function paintRun(canvas: Canvas, run: TextRun, baseline: number): void {
  const first = run.words[0];
  if (first === undefined) return;
  const show = beginShow(canvas, run.ink, first.word, first.x, baseline);
  for (const { word, x } of run.words) showWord(show, word, x);
  endShow(canvas, show);
}

/** Words being shown; all are of one ink and face. */
export type Show = {
  readonly book: CodeBook;
  readonly style: Ink['style'];
  array: string;
  /** Where the next glyph would stand by itself. */
  pen: number;
};

/** Begins to show words, of which `word` is the first; `x` is its left edge on the page. */
export function beginShow(canvas: Canvas, ink: Ink, word: Word, x: number, baseline: number): Show {
  const { style, shift } = ink;
  const font = fontOn(canvas, word.face);
  const book = codeBook(font);
  const pen = x + (codesOf(book, word, style).start * style.fontSize) / 1000;
  openText(canvas, pen, baseline - shift);
  setState(canvas, 'color', fillColor(style.color));
  setFont(canvas, font, style);
  return { book, style, array: '', pen };
}

/** Size and letter spacing are looked at before they are spelled. */
function setFont(canvas: Canvas, font: PdfFont, { fontSize, letterSpacing }: Ink['style']): void {
  const { state } = canvas;
  if (state.get('face') !== font || state.get('size') !== fontSize) {
    setState(canvas, 'font', `/${font.id} ${num(fontSize)} Tf`);
    state.set('face', font).set('size', fontSize);
  }
  if (state.get('letters') !== letterSpacing) {
    setState(canvas, 'spacing', `${num(letterSpacing)} Tc`);
    state.set('letters', letterSpacing);
  }
}

export function showWord(show: Show, word: Word, x: number): void {
  const { book, style } = show;
  const scale = style.fontSize / 1000;
  const { start, codes, end } = codesOf(book, word, style);
  if (codes === '') return;
  const move = Math.round((x + start * scale - show.pen) / scale);
  if (move !== 0) show.array += show.array === '' ? `${-move}(` : `)${-move}(`;
  else if (show.array === '') show.array = '(';
  show.array += codes;
  show.pen += move * scale + (end - start) * scale;
}

export function endShow(canvas: Canvas, { array }: Show): void {
  if (array !== '') canvas.operators.push(`[${array})]TJ`);
  closeText(canvas);
}
