// The text within a signature field: the label of an empty one, the lines of a seal.

import type { Ink } from '../boxes/box.ts';
import { missingIn } from '../fonts/coverage.ts';
import type { Word } from '../fonts/face.ts';
import { shapeText } from '../fonts/typeface.ts';
import type { PlacedField } from '../pages/placed.ts';
import type { Canvas } from './canvas.ts';
import { paintRun } from './paint-text.ts';

/** Room between frame and text that there always is. */
const LEAST = 3;

/** On one line at the upper left, inside the element's padding. */
export function paintLabel(canvas: Canvas, { seal }: PlacedField): void {
  const { ink, label } = seal;
  if (ink !== null) paintLine(canvas, ink, shapeText(ink.typeface, label) ?? [], 0);
}

/** Each on a line of its own from the upper left, all of them as much smaller as it takes to fit the field. */
export function paintLines(canvas: Canvas, field: PlacedField, lines: readonly string[]): void {
  const { ink } = field.seal;
  if (ink === null || lines.length === 0) return;
  const shaped = lines.map((line) => shapeText(ink.typeface, shownBy(ink, line)) ?? []);
  const scale = scaleFor(field, ink.style, shaped);
  const style = {
    ...ink.style,
    letterSpacing: 0,
    fontSize: ink.style.fontSize * scale,
    lineHeight: ink.style.lineHeight * scale,
  };
  for (const [index, words] of shaped.entries()) paintLine(canvas, { ...ink, style }, words, index);
}

/** What is said in a seal comes from a certificate, and must not keep a report from being written: `?` stands for what no font has. */
function shownBy({ typeface }: Ink, text: string): string {
  const plain = text.toWellFormed().replace(/\p{Cc}/gu, ' ');
  const missing = new Set(missingIn(typeface.faces, plain));
  const mark = missingIn(typeface.faces, '?').length === 0 ? '?' : '';
  return Array.from(plain, (character) => (missing.has(character) ? mark : character)).join('');
}

const insetOf = ({ padding }: Ink['style']) => ({
  left: Math.max(padding.left, LEAST),
  top: Math.max(padding.top, LEAST),
  right: Math.max(padding.right, LEAST),
  bottom: Math.max(padding.bottom, LEAST),
});

/** At most 1; above 0 even where the field is too small for any text. */
function scaleFor(field: PlacedField, style: Ink['style'], lines: readonly (readonly Word[])[]): number {
  const { left, top, right, bottom } = insetOf(style);
  const widest = Math.max(...lines.map((words) => style.fontSize * sum(words)));
  const across = widest === 0 ? 1 : (field.width - left - right) / widest;
  const down = (field.height - top - bottom) / (lines.length * style.lineHeight);
  return Math.max(0.01, Math.min(1, across, down));
}

const sum = (words: readonly Word[]): number => words.reduce((width, word) => width + word.width, 0);

function paintLine(canvas: Canvas, ink: Ink, words: readonly Word[], index: number): void {
  const { style, typeface } = ink;
  const { left, top } = insetOf(style);
  const half = (style.lineHeight - style.fontSize) / 2;
  const baseline = top + index * style.lineHeight + half + typeface.faces[0].ascent * style.fontSize;
  let x = left;
  for (const word of words) {
    paintRun(canvas, { ink, words: [{ word, x }] }, baseline);
    x += word.width * style.fontSize;
  }
}
