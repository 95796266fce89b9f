// The content of one margin box: its text for a page, cut into segments, and set into the room the box gets.

import type { MarginBox, Style } from '../../../model/document.ts';
import type { Ink, Paragraph } from '../boxes/box.ts';
import { type InlineRun, newRun, pushOther, pushText } from '../boxes/inline-run.ts';
import type { Typefaces } from '../fonts/typeface.ts';
import { breakLines } from '../lines/break-lines.ts';
import { dynamicText, type Knowledge } from '../lines/dynamic.ts';
import { type Line, measureLine, placeLine } from '../lines/line.ts';
import type { Segment } from '../lines/piece.ts';
import { segmentsOf } from '../lines/segments.ts';
import { points } from '../measure/margins.ts';
import { sides } from '../measure/widths.ts';
import type { Troubles } from '../troubles.ts';
import { isPainted } from './emit.ts';
import type { Furniture } from './placed.ts';

export type FurnitureContext = {
  readonly typefaces: Typefaces;
  readonly known: Knowledge;
  readonly troubles: Troubles;
  /** The last text of each box: most say the same on page after page. */
  readonly filled: Map<MarginBox, Filled>;
};

/** A box with its text; `min` and `max` are the widths its content can do with and would like. */
export type Filled = {
  readonly box: MarginBox;
  readonly align: Placing['align'];
  readonly texts: readonly string[];
  readonly paragraph: Paragraph;
  readonly segments: readonly Segment[];
  readonly min: number;
  readonly max: number;
};

export type Rect = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
/** Where text stands unless the theme says otherwise. */
export type Placing = {
  readonly align: 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'middle' | 'bottom';
};

/** The box with its text on page `page` (from 1). */
export function fillBox(box: MarginBox, page: number, placing: Placing, context: FurnitureContext): Filled {
  const texts = box.content.map((part) => dynamicText(part, page, context.known));
  const last = context.filled.get(box);
  const { align } = placing;
  if (last?.align === align && texts.every((text, at) => text === last.texts[at])) return last;
  const paragraph = paragraphOf(box, texts, placing, context);
  const segments = segmentsOf(paragraph.content, context);
  const filled = { box, align, texts, paragraph, segments, ...widthsOf(segments) };
  context.filled.set(box, filled);
  return filled;
}

function paragraphOf(
  box: MarginBox,
  texts: readonly string[],
  { align }: Placing,
  { typefaces }: FurnitureContext,
): Paragraph {
  const textAlign = box.style.textAlign === 'start' ? align : box.style.textAlign;
  const style: Style = { ...box.style, textAlign };
  const ink: Ink = { style, typeface: typefaces.choose(style), shift: 0, leaf: null, link: null, boxes: [] };
  const run: InlineRun = newRun();
  for (const [at, part] of box.content.entries()) {
    if (part.kind === 'leader') pushOther(run, { kind: 'leader', fill: part.fill, ink, at: null });
    else pushText(run, texts[at] ?? '', ink, null);
  }
  const breaks = { before: 'auto', after: 'auto', startPage: '', endPage: '' } as const;
  return { kind: 'paragraph', style, ink, breaks, content: run.content };
}

function widthsOf(segments: readonly Segment[]): { readonly min: number; readonly max: number } {
  let [min, max, line] = [0, 0, 0];
  for (const segment of segments) {
    min = Math.max(min, segment.width);
    max = Math.max(max, line + segment.width);
    line = segment.ends ? 0 : line + segment.full;
  }
  return { min, max };
}

/** Lines of the box when its content is `width` wide. */
export function linesIn({ segments, paragraph }: Filled, width: number): readonly Line[] {
  const room = Math.max(1, width) + 0.01;
  return breakLines(segments, room, 0).map((line) => placeLine(measureLine(line, paragraph, room)));
}

/** Padding and border above and below together. */
export const around = ({ border, padding }: Style): number =>
  border.top.width + padding.top + padding.bottom + border.bottom.width;

/** Sets the box into `rect`, which its border box takes. */
export function setBox(filled: Filled, rect: Rect, { vertical }: Placing): Furniture {
  const { style } = filled.box;
  const lines = linesIn(filled, rect.width - sides(style));
  const height = lines.reduce((sum, line) => sum + line.height, 0);
  const free = Math.max(0, rect.height - around(style) - height);
  const x = rect.x + style.border.left.width + style.padding.left;
  let top = rect.y + style.border.top.width + style.padding.top + free * shareAbove(style, vertical);
  const placed = lines.map((line) => {
    const one = { kind: 'line' as const, x, top, line, repeated: true };
    top += line.height;
    return one;
  });
  const { y, ...size } = rect;
  const decoration = { order: 0, top: y, ...size, style, begins: true, ends: true };
  return { lines: placed, decorations: isPainted(style) ? [decoration] : [] };
}

function shareAbove({ verticalAlign }: Style, vertical: Placing['vertical']): number {
  const used = verticalAlign === 'baseline' ? vertical : verticalAlign;
  return used === 'top' ? 0 : used === 'bottom' ? 1 : 0.5;
}

/** Margins on both sides in the direction of `first` and `second`, of a room `of` wide. */
export const margins = ({ margin }: Style, first: 'left' | 'top', of: number): number =>
  points(margin[first], of) + points(margin[first === 'left' ? 'right' : 'bottom'], of);
