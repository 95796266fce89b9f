// The marker of a list item: it hangs before the item's text, on the baseline of its first line.

import type { Block, Paragraph } from '../boxes/box.ts';
import { shapeText } from '../fonts/typeface.ts';
import { measureLine } from '../lines/line.ts';
import { segmentsOf } from '../lines/segments.ts';
import type { Flow, MarkerFlow } from './flow.ts';
import type { MeasureContext } from './measure-context.ts';

/** Distance between a bullet and the text, in parts of the font size. */
const BULLET_DISTANCE = 0.45;
/** Distance where no font has a space that says it. */
const NUMBER_DISTANCE = 0.25;

type Content = {
  readonly width: number;
  readonly children: readonly Flow[];
  readonly gaps: readonly number[];
};

/** The marker as a line of its own, left of the item's content, or right of it where the text runs from right to left. */
export function markerFlow(box: Block, content: Content, context: MeasureContext): MarkerFlow | null {
  if (box.marker === null) return null;
  const { ink, content: inline } = box.marker;
  const segments = segmentsOf([inline], context, ink.style.direction);
  const pieces = segments.flatMap((segment) => segment.pieces);
  const width = pieces.reduce((sum, piece) => sum + piece.width, 0);
  const line = measureLine({ pieces, indent: 0, ends: true }, paragraphOf(box, ink), width);
  const distance = distanceOf(box.marker);
  const first = firstBaseline(content.children, content.gaps);
  return {
    line,
    x: ink.style.direction === 'rtl' ? content.width + distance : -width - distance,
    drop: first === null ? 0 : first - (content.gaps[0] ?? 0) - line.baseline,
  };
}

/** A number stands a space away from its text, as browsers have it. */
function distanceOf({ ink, content }: NonNullable<Block['marker']>): number {
  if (content.kind !== 'text' || !content.text.endsWith('.')) return BULLET_DISTANCE * ink.style.fontSize;
  const space = shapeText(ink.typeface, ' ')?.[0]?.width ?? NUMBER_DISTANCE;
  return space * ink.style.fontSize;
}

const paragraphOf = (box: Block, ink: Paragraph['ink']): Paragraph => ({
  kind: 'paragraph',
  style: ink.style,
  ink,
  breaks: box.breaks,
  content: [],
});

/** How far the baseline of the first line is below the top of the content; null when it does not begin with text. */
function firstBaseline(children: readonly Flow[], gaps: readonly number[]): number | null {
  let top = 0;
  for (const [index, child] of children.entries()) {
    top += gaps[index] ?? 0;
    if (child.height > 0) {
      const baseline = baselineOf(child);
      return baseline === null ? null : top + baseline;
    }
  }
  return null;
}

function baselineOf(flow: Flow): number | null {
  switch (flow.kind) {
    case 'paragraph':
      return flow.lines[0]?.baseline ?? null;
    case 'drawing':
      return null;
    case 'block':
      return below(flow.top, firstBaseline(flow.children, flow.gaps));
    case 'table': {
      const cell = [...flow.headRows, ...flow.bodyRows][0]?.cells[0]?.block;
      if (flow.caption !== null) return baselineOf(flow.caption);
      return cell === undefined ? null : below(flow.top, baselineOf(cell));
    }
  }
}

const below = (top: number, baseline: number | null): number | null =>
  baseline === null ? null : top + baseline;
