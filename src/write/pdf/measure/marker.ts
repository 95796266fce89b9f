// The marker of a list item, hanging to the left of its text.

import type { Block } from '../boxes/box.ts';
import { type Line, placeLine } from '../lines/line.ts';
import { segmentsOf } from '../lines/segments.ts';
import type { MeasureContext } from './measure-context.ts';

/** Distance between marker and text, in parts of the font size. */
const DISTANCE = 0.45;

/** The marker as a line of its own; `x` counts from the left edge of the item's content and is negative. */
export function markerLine(
  box: Block,
  context: MeasureContext,
): { readonly line: Line; readonly x: number } | null {
  if (box.marker === null) return null;
  const { ink, text, at } = box.marker;
  const segments = segmentsOf([{ kind: 'text', text, ink, at }], context);
  const pieces = segments.flatMap((segment) => segment.pieces);
  const width = pieces.reduce((sum, piece) => sum + piece.width, 0);
  const style = { ...ink.style, textAlign: 'left' as const };
  const line = placeLine(
    { pieces, indent: 0, ends: true },
    { kind: 'paragraph', style, ink, breaks: box.breaks, content: [] },
    width,
  );
  return { line, x: -width - DISTANCE * ink.style.fontSize };
}
