// Margin boxes: what stands above and below the text of every page.

import type { MarginBox, MarginBoxName, PageRule } from '../../../model/document.ts';
import type { Ink, Inline, Paragraph } from '../boxes/box.ts';
import { type InlineRun, newRun, pushOther, pushText } from '../boxes/inline-run.ts';
import type { Typefaces } from '../fonts/typeface.ts';
import { breakLines } from '../lines/break-lines.ts';
import { dynamicText, type Knowledge } from '../lines/dynamic.ts';
import { type Line, placeLine } from '../lines/line.ts';
import type { Segment } from '../lines/piece.ts';
import { segmentsOf } from '../lines/segments.ts';
import { sides } from '../measure/widths.ts';
import type { Troubles } from '../troubles.ts';
import { isPainted } from './emit.ts';
import type { Decoration, Furniture, PlacedLine } from './placed.ts';

export type FurnitureContext = {
  readonly typefaces: Typefaces;
  readonly known: Knowledge;
  readonly troubles: Troubles;
};
type Filled = {
  readonly box: MarginBox;
  readonly paragraph: Paragraph;
  readonly segments: readonly Segment[];
  readonly wanted: number;
};
type Strip = { readonly top: number; readonly height: number };

/** The margin boxes of page `index` (from 0). */
export function furnish(rule: PageRule, index: number, context: FurnitureContext): Furniture {
  const strips = {
    top: { top: 0, height: rule.margin.top },
    bottom: { top: rule.height - rule.margin.bottom, height: rule.margin.bottom },
  };
  const rows = (['top', 'bottom'] as const).flatMap((edge) =>
    furnishStrip(rule, index, edge, strips[edge], context),
  );
  return { lines: rows.flatMap((row) => row.lines), decorations: rows.flatMap((row) => row.decorations) };
}

function furnishStrip(
  rule: PageRule,
  index: number,
  edge: 'top' | 'bottom',
  strip: Strip,
  context: FurnitureContext,
): readonly Furniture[] {
  const names: readonly MarginBoxName[] = [`${edge}-left`, `${edge}-center`, `${edge}-right`];
  const boxes = names.map((name) => fill(rule, index, name, context));
  const room = rule.width - rule.margin.left - rule.margin.right;
  const places = shareOut(
    boxes.map((box) => box?.wanted ?? null),
    room,
  );
  return boxes.flatMap((box, at) => {
    const place = places[at];
    return box === null || place === undefined
      ? []
      : [placeBox(box, at, rule.margin.left + place.x, place.width, strip)];
  });
}

function fill(rule: PageRule, index: number, name: MarginBoxName, context: FurnitureContext): Filled | null {
  const box = rule.boxes[name];
  if (box === undefined || box.content.length === 0) return null;
  const ink: Ink = {
    style: box.style,
    typeface: context.typefaces.choose(box.style),
    shift: 0,
    leaf: null,
    link: null,
    boxes: [],
  };
  const run: InlineRun = newRun();
  for (const part of box.content) {
    if (part.kind === 'leader') pushOther(run, { kind: 'leader', fill: part.fill, ink, at: null });
    else pushText(run, dynamicText(part, index + 1, context.known), ink, null);
  }
  const content: readonly Inline[] = run.content;
  const segments = segmentsOf(content, context);
  const breaks = { before: 'auto', after: 'auto', startPage: '', endPage: '' } as const;
  const width = lineWidths(segments) + sides(box.style);
  return {
    box,
    paragraph: { kind: 'paragraph', style: box.style, ink, breaks, content },
    segments,
    wanted: width,
  };
}

function lineWidths(segments: readonly Segment[]): number {
  let widest = 0;
  let line = 0;
  for (const segment of segments) {
    widest = Math.max(widest, line + segment.width);
    line = segment.ends ? 0 : line + segment.full;
  }
  return widest;
}

type Share = { readonly x: number; readonly width: number };

/** Left, centre and right share the room: each what it wants where that fits, else in proportion; the centre stays central if it can. */
function shareOut(wanted: readonly (number | null)[], room: number): readonly Share[] {
  const [left = null, center = null, right = null] = wanted;
  const total = (left ?? 0) + (center ?? 0) + (right ?? 0);
  const shrink = total > room ? room / total : 1;
  const width = (one: number | null) => (one ?? 0) * shrink;
  if (center === null) {
    const split =
      right === null
        ? room
        : left === null
          ? 0
          : Math.max(width(left), room - Math.max(width(right), room / 2));
    return [
      { x: 0, width: split },
      { x: split, width: 0 },
      { x: split, width: room - split },
    ];
  }
  const centered = Math.min(
    Math.max((room - width(center)) / 2, width(left)),
    room - width(right) - width(center),
  );
  const after = centered + width(center);
  return [
    { x: 0, width: centered },
    { x: centered, width: width(center) },
    { x: after, width: room - after },
  ];
}

const ALIGNMENTS = ['left', 'center', 'right'] as const;

function placeBox(filled: Filled, position: number, x: number, width: number, strip: Strip): Furniture {
  const { style } = filled.box;
  const room = Math.max(1, width - sides(style)) + 0.01;
  const paragraph = { ...filled.paragraph, style: { ...style, textAlign: ALIGNMENTS[position] ?? 'left' } };
  const lines = breakLines(filled.segments, room, 0).map((line) => placeLine(line, paragraph, room));
  const start = x + style.border.left.width + style.padding.left;
  return {
    lines: stackLines(lines, start, filled.box, strip),
    decorations: decorate(filled.box, x, width, strip),
  };
}

/** CSS Paged Media 3, 5.3: margin boxes are centred vertically unless told otherwise. */
function stackLines(
  lines: readonly Line[],
  x: number,
  { style }: MarginBox,
  strip: Strip,
): readonly PlacedLine[] {
  const height = lines.reduce((sum, line) => sum + line.height, 0);
  const above = style.border.top.width + style.padding.top;
  const free = Math.max(0, strip.height - above - style.border.bottom.width - style.padding.bottom - height);
  const share = style.verticalAlign === 'top' ? 0 : style.verticalAlign === 'bottom' ? 1 : 0.5;
  let top = strip.top + above + free * share;
  return lines.map((line) => {
    const placed = { kind: 'line' as const, x, top, line, repeated: true };
    top += line.height;
    return placed;
  });
}

function decorate({ style }: MarginBox, x: number, width: number, strip: Strip): readonly Decoration[] {
  if (!isPainted(style)) return [];
  return [{ order: 0, x, top: strip.top, width, height: strip.height, style, begins: true, ends: true }];
}
