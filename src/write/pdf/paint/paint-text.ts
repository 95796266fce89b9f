// Paints shaped words: one text object for as many lines as follow each other undisturbed, one TJ for each run of the
// same ink, with kerning, justification and writing direction as its adjustments.

import type { Ink } from '../boxes/box.ts';
import type { Face, Word } from '../fonts/face.ts';
import { type Canvas, fontOn, setState } from './canvas.ts';
import { fillColor, num } from './operators.ts';
import type { PdfFont } from './pdf-file.ts';
import { codesOf } from './word-codes.ts';

/** Words to be painted in one go, in reading order; `x` of each counts from the left of the page. */
export type TextRun = {
  readonly face: Face;
  readonly ink: Ink;
  readonly words: readonly { readonly word: Word; readonly x: number }[];
};

/** `baseline` is a y on the canvas; the run's ink says the size. */
export function paintRun(canvas: Canvas, run: TextRun, baseline: number): void {
  const { style, shift } = run.ink;
  const font = fontOn(canvas, run.face);
  const showing: Showing = { font, style, array: '', pen: 0, operators: [] };
  const first = run.words[0];
  if (first === undefined) return;
  showing.pen = first.x + (codesOf(font, first.word, style).start * style.fontSize) / 1000;
  openText(canvas, showing.pen, baseline - shift);
  setState(canvas, 'color', fillColor(style.color));
  setState(canvas, 'font', `/${font.id} ${num(style.fontSize)} Tf`);
  setState(canvas, 'spacing', `${num(style.letterSpacing)} Tc`);
  for (const { word, x } of run.words) showWord(showing, word, x);
  endShow(showing);
  canvas.operators.push(...showing.operators);
  closeText(canvas);
}

type Showing = {
  readonly font: PdfFont;
  readonly style: Ink['style'];
  readonly operators: string[];
  array: string;
  /** Where the next glyph would stand by itself. */
  pen: number;
};

function showWord(showing: Showing, word: Word, x: number): void {
  const { font, style } = showing;
  const scale = style.fontSize / 1000;
  const { start, codes, end } = codesOf(font, word, style);
  if (codes === '') return;
  const move = Math.round((x + start * scale - showing.pen) / scale);
  if (move !== 0) showing.array += showing.array === '' ? `${-move}(` : `)${-move}(`;
  else if (showing.array === '') showing.array = '(';
  showing.array += codes;
  showing.pen += move * scale + (end - start) * scale;
}

function endShow(showing: Showing): void {
  if (showing.array !== '') showing.operators.push(`[${showing.array})]TJ`);
  showing.array = '';
}

/** Where the last text object was left: behind this operator, its line beginning here. */
type Left = { after: number; x: number; y: number };
const left = new WeakMap<Canvas, Left>();

/** Begins a text object, or goes on with the last one when nothing was painted since. */
function openText(canvas: Canvas, x: number, y: number): void {
  const last = left.get(canvas);
  const place = { after: 0, x: hundredths(x), y: hundredths(y) };
  left.set(canvas, place);
  const { operators } = canvas;
  if (last !== undefined && last.after === operators.length && operators.at(-1) === END) {
    operators.pop();
    operators.push(`${hundredths(place.x - last.x)} ${hundredths(last.y - place.y)} Td`);
  } else operators.push(`BT 1 0 0 -1 ${place.x} ${place.y} Tm`);
}
const END = 'ET';

function closeText(canvas: Canvas): void {
  canvas.operators.push(END);
  const place = left.get(canvas);
  if (place !== undefined) place.after = canvas.operators.length;
}

const hundredths = (value: number): number => Math.round(value * 100) / 100 + 0;
