// Paints a placed line: its runs of text in reading order, leaders and inline pictures.

import type { LinePart } from '../lines/line.ts';
import type { PlacedLine } from '../pages/placed.ts';
import { type Canvas, mark } from './canvas.ts';
import { paintPicture } from './paint-picture.ts';
import { beginShow, endShow, paintRun, type Show, showWord } from './paint-text.ts';

export function paintLine(canvas: Canvas, placed: PlacedLine): void {
  const baseline = placed.top + placed.line.baseline;
  const { parts } = placed.line;
  for (let index = 0; index < parts.length; ) {
    const part = parts[index];
    if (part === undefined) return;
    const end = runEnd(parts, index);
    const { piece } = part;
    const leaf = placed.repeated ? null : piece.ink.leaf;
    if (piece.kind === 'drawing') {
      const place = {
        x: placed.x + part.x,
        top: baseline - part.rise,
        width: part.width,
        height: piece.height,
      };
      paintPicture(canvas, piece.drawing, place, leaf);
    } else if (piece.kind === 'leader') paintLeader(canvas, placed, part, baseline);
    else if (piece.kind === 'word' || piece.kind === 'space') {
      mark(canvas, leaf);
      const show = beginShow(canvas, piece.ink, piece.word, placed.x + part.x, baseline);
      showParts(show, parts, index, end, placed.x);
      endShow(canvas, show);
    }
    index = end;
  }
}

/** Index behind the neighbouring text of the same ink and face; everything else stands by itself. */
function runEnd(parts: readonly LinePart[], start: number): number {
  const first = parts[start]?.piece;
  let end = start + 1;
  if (first === undefined || (first.kind !== 'word' && first.kind !== 'space')) return end;
  while (end < parts.length) {
    const piece = parts[end]?.piece;
    const through = piece?.kind === 'anchor' || piece?.kind === 'gap';
    if (!through && !(piece !== undefined && goesOn(first, piece))) break;
    end += 1;
  }
  return end;
}

type Piece = LinePart['piece'];

function goesOn(a: Extract<Piece, { kind: 'word' | 'space' }>, b: Piece): boolean {
  if (b.kind !== 'word' && b.kind !== 'space') return false;
  return (
    a.word.face === b.word.face &&
    (a.ink === b.ink ||
      (a.ink.style === b.ink.style && a.ink.leaf === b.ink.leaf && a.ink.shift === b.ink.shift))
  );
}

function showParts(show: Show, parts: readonly LinePart[], start: number, end: number, left: number): void {
  for (let index = start; index < end; index += 1) {
    const part = parts[index];
    if (part?.piece.kind === 'word' || part?.piece.kind === 'space')
      showWord(show, part.piece.word, left + part.x);
  }
}

/** Dots from the end of their room towards its start, so that those of several lines stand below each other. */
function paintLeader(canvas: Canvas, placed: PlacedLine, part: LinePart, baseline: number): void {
  const { piece } = part;
  if (piece.kind !== 'leader') return;
  const step = piece.word.width * piece.ink.style.fontSize;
  const count = step > 0 ? Math.min(Math.floor(part.width / step), 2_000) : 0;
  if (count === 0) return;
  const start = placed.x + part.x + (piece.level % 2 === 1 ? 0 : part.width - count * step);
  const words = Array.from({ length: count }, (_, index) => ({ word: piece.word, x: start + index * step }));
  mark(canvas, null);
  paintRun(canvas, { ink: piece.ink, words }, baseline);
}
