// Paints shaped words: one TJ for each run of the same ink, kerning and justification as its adjustments.

import type { Ink } from '../boxes/box.ts';
import type { Face, Glyph, Word } from '../fonts/face.ts';
import { type Canvas, fontOn, setState } from './canvas.ts';
import { fillColor, num, nums } from './operators.ts';
import type { PdfFont } from './pdf-file.ts';

/** Words to be painted in one go; `x` of each counts from the left of the page. */
export type TextRun = {
  readonly face: Face;
  readonly ink: Ink;
  readonly words: readonly { readonly word: Word; readonly x: number }[];
};

/** `baseline` is a y on the canvas; the run's ink says the size. */
export function paintRun(canvas: Canvas, run: TextRun, baseline: number): void {
  const { style, shift } = run.ink;
  const font = fontOn(canvas, run.face);
  const x = run.words[0]?.x ?? 0;
  setState(canvas, 'color', fillColor(style.color));
  setState(canvas, 'font', `/${font.id} ${num(style.fontSize)} Tf`);
  setState(canvas, 'spacing', `${num(style.letterSpacing)} Tc`);
  canvas.operators.push(`BT 1 0 0 -1 ${nums(x, baseline - shift)} Tm`, ...showText(run, font, x), 'ET');
}

function showText(run: TextRun, font: PdfFont, start: number): readonly string[] {
  const size = run.ink.style.fontSize;
  const spacing = run.ink.style.letterSpacing;
  const operators: string[] = [];
  let array = '';
  let hex = '';
  let pen = start;
  const closeHex = () => {
    if (hex !== '') array += `<${hex}>`;
    hex = '';
  };
  const adjust = (thousandths: number) => {
    if (Math.abs(thousandths) < 0.05) return;
    closeHex();
    array += ` ${num(-thousandths)} `;
    pen += (thousandths * size) / 1000;
  };
  const show = () => {
    closeHex();
    if (array !== '') operators.push(`[${array}] TJ`);
    array = '';
  };
  for (const { word, x } of run.words) {
    adjust(((x - pen) * 1000) / size);
    for (const glyph of word.glyphs) {
      if (glyph.offsetX !== 0) adjust(glyph.offsetX);
      if (glyph.offsetY !== 0) raise(show, operators, (glyph.offsetY * size) / 1000);
      hex += code(font, glyph);
      pen += (glyph.natural * size) / 1000 + spacing;
      if (glyph.offsetY !== 0) raise(show, operators, 0);
      adjust(glyph.advance - glyph.natural - glyph.offsetX);
    }
  }
  show();
  return operators;
}

/** Marks that stand above or below their letter (text rise). */
function raise(show: () => void, operators: string[], points: number): void {
  show();
  operators.push(`${num(points)} Ts`);
}

/** The glyph's code in the file's subset of the font; the first use tells what text it stands for. */
function code(font: PdfFont, glyph: Glyph): string {
  const id = font.subset.includeGlyph(glyph.id);
  font.widths[id] ??= glyph.natural;
  font.unicode[id] ??= glyph.codePoints.map((point) => (point === 0xa0 ? 0x20 : point));
  return id.toString(16).padStart(4, '0');
}
