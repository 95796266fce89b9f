// Paints a placed line: its runs of text, leaders and inline drawings, and the rules under or through its text.

import type { LinePart } from '../lines/line.ts';
import type { PlacedLine } from '../pages/placed.ts';
import { type Canvas, mark, setState } from './canvas.ts';
import { fillColor, rectangle } from './operators.ts';
import { paintDrawing } from './paint-drawing.ts';
import { paintRun, type TextRun } from './paint-text.ts';

export function paintLine(canvas: Canvas, placed: PlacedLine): void {
  const baseline = placed.top + placed.line.baseline;
  for (const group of groups(placed.line.parts)) {
    const [first] = group;
    const { piece } = first;
    const x = placed.x + first.x;
    const leaf = placed.repeated ? null : piece.ink.leaf;
    if (piece.kind === 'drawing' && piece.drawing.kind === 'drawing') {
      const size = { width: first.width, height: piece.height };
      paintDrawing(canvas, { x, top: baseline - first.rise, ...size, drawing: piece.drawing, leaf });
    } else if (piece.kind === 'leader') paintLeader(canvas, placed, first, baseline);
    else if (piece.kind === 'word' || piece.kind === 'space') {
      mark(canvas, leaf);
      paintRun(canvas, runOf(group, placed.x), baseline);
    }
  }
}

type Group = [LinePart, ...LinePart[]];

/** Neighbouring text of the same ink and face together; everything else by itself. */
function groups(parts: readonly LinePart[]): readonly Group[] {
  const made: Group[] = [];
  for (const part of parts) {
    const last = made.at(-1);
    if (part.piece.kind === 'anchor' || part.piece.kind === 'gap') continue;
    if (last !== undefined && goesOn(last[0], part)) last.push(part);
    else made.push([part]);
  }
  return made;
}

function goesOn(first: LinePart, part: LinePart): boolean {
  const [a, b] = [first.piece, part.piece];
  if ((a.kind !== 'word' && a.kind !== 'space') || (b.kind !== 'word' && b.kind !== 'space')) return false;
  return (
    a.word.face === b.word.face &&
    a.ink.style === b.ink.style &&
    a.ink.leaf === b.ink.leaf &&
    a.ink.shift === b.ink.shift
  );
}

function runOf(group: Group, left: number): TextRun {
  const { piece } = group[0];
  const words = group.flatMap(({ piece: one, x }) =>
    one.kind === 'word' || one.kind === 'space' ? [{ word: one.word, x: left + x }] : [],
  );
  const face =
    piece.kind === 'word' || piece.kind === 'space' ? piece.word.face : piece.ink.typeface.faces[0];
  return { face, ink: piece.ink, words };
}

/** Dots from the right edge of their room leftwards, so that those of several lines stand below each other. */
function paintLeader(canvas: Canvas, placed: PlacedLine, part: LinePart, baseline: number): void {
  const { piece } = part;
  if (piece.kind !== 'leader') return;
  const step = piece.word.width * piece.ink.style.fontSize;
  const count = step > 0 ? Math.min(Math.floor(part.width / step), 2_000) : 0;
  if (count === 0) return;
  const start = placed.x + part.x + part.width - count * step;
  const words = Array.from({ length: count }, (_, index) => ({ word: piece.word, x: start + index * step }));
  mark(canvas, null);
  paintRun(canvas, { face: piece.word.face, ink: piece.ink, words }, baseline);
}

/** Underlines and strike-throughs of a line: rules, hence artifacts. */
export function paintTextRules(canvas: Canvas, placed: PlacedLine): void {
  const baseline = placed.top + placed.line.baseline;
  const shownEnd = placed.line.parts.findLastIndex(({ piece }) => piece.kind === 'word') + 1;
  for (const { piece, x, width } of placed.line.parts.slice(0, shownEnd)) {
    if (piece.kind !== 'word' && piece.kind !== 'space') continue;
    const { style, shift } = piece.ink;
    if (style.textDecoration === 'none') continue;
    const { font } = piece.word.face;
    const scale = style.fontSize / font.unitsPerEm;
    const height = font.underlineThickness * scale;
    const rise =
      style.textDecoration === 'underline' ? font.underlinePosition * scale : (font.xHeight * scale) / 2;
    setState(canvas, 'color', fillColor(style.color));
    canvas.operators.push(rectangle(placed.x + x, baseline - shift - rise - height / 2, width, height), 'f');
  }
}
