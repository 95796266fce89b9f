// Backgrounds and borders of inline elements: one decoration for each stretch of a line they cover.

import type { InlineBox } from '../boxes/box.ts';
import { type LinePart, placeLine } from '../lines/line.ts';
import type { SetLine } from './pages.ts';
import type { Decoration } from './placed.ts';

export function inlineDecorations(placed: SetLine, order: number): readonly Decoration[] {
  const stretches = new Map<InlineBox, LinePart[]>();
  for (const part of placeLine(placed.line).parts) {
    for (const box of part.piece.ink.boxes) stretches.set(box, [...(stretches.get(box) ?? []), part]);
  }
  return [...stretches].flatMap(([box, parts]) => decoration(placed, box, parts, order));
}

function decoration(
  placed: SetLine,
  box: InlineBox,
  parts: readonly LinePart[],
  order: number,
): readonly Decoration[] {
  const text = parts.find(({ piece }) => piece.kind === 'word');
  const shown = parts.slice(0, parts.findLastIndex(({ piece }) => piece.kind !== 'space') + 1);
  if (shown.length === 0 || text?.piece.kind !== 'word') return [];
  const { style } = box;
  const { face } = text.piece.word;
  const above =
    face.ascent * style.fontSize + style.padding.top + style.border.top.width + text.piece.ink.shift;
  const below =
    face.descent * style.fontSize + style.padding.bottom + style.border.bottom.width - text.piece.ink.shift;
  // Parts may run from right to left.
  const left = Math.min(...shown.map((part) => part.x));
  const width = Math.max(...shown.map((part) => part.x + part.width)) - left;
  const x = placed.x + left;
  const top = placed.top + placed.line.baseline - above;
  return [{ order, x, top, width, height: above + below, style, begins: true, ends: true }];
}
