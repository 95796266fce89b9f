// Margin boxes: what stands around the text of every page, by CSS Paged Media 3, 5.3.

import type { MarginBoxName, PageRule, Size } from '../../../model/document.ts';
import { points } from '../measure/margins.ts';
import { sides } from '../measure/widths.ts';
import {
  around,
  type Filled,
  type FurnitureContext,
  fillBox,
  linesIn,
  margins,
  type Placing,
  type Rect,
  setBox,
} from './margin-box.ts';
import type { Furniture } from './placed.ts';
import { shareEdge, type Wish } from './share-edge.ts';

/** The edge a box stands at, and which way the page's content lies from there. */
type Side = 'top' | 'right' | 'bottom' | 'left';
type Three<Of> = readonly [Of, Of, Of];

const EDGES: Readonly<Record<Side, Three<MarginBoxName>>> = {
  top: ['top-left', 'top-center', 'top-right'],
  right: ['right-top', 'right-middle', 'right-bottom'],
  bottom: ['bottom-left', 'bottom-center', 'bottom-right'],
  left: ['left-top', 'left-middle', 'left-bottom'],
};
const SIDES = ['top', 'right', 'bottom', 'left'] as const;
const CORNERS = ['top-left-corner', 'top-right-corner', 'bottom-right-corner', 'bottom-left-corner'] as const;

/** The margin boxes of page `index` (from 0). */
export function furnish(rule: PageRule, index: number, context: FurnitureContext): Furniture {
  const filled = (name: MarginBoxName): Filled | null => {
    const box = rule.boxes[name];
    if (box === undefined || box.content.length === 0) return null;
    return fillBox(box, index + 1, placingOf(name), context);
  };
  const corners = CORNERS.map((name) => setCorner(filled(name), name, rule));
  const edges = SIDES.flatMap((side) => setEdge(EDGES[side], filled, side, rule));
  const all = [...corners, ...edges].flatMap((one) => one ?? []);
  return { lines: all.flatMap((one) => one.lines), decorations: all.flatMap((one) => one.decorations) };
}

/** The part of the page's margin that the boxes of one side share. */
function areaOf(side: Side, { width, height, margin }: PageRule): Rect {
  const across = { x: margin.left, width: Math.max(0, width - margin.left - margin.right) };
  const down = { y: margin.top, height: Math.max(0, height - margin.top - margin.bottom) };
  switch (side) {
    case 'top':
      return { ...across, y: 0, height: margin.top };
    case 'bottom':
      return { ...across, y: height - margin.bottom, height: margin.bottom };
    case 'left':
      return { ...down, x: 0, width: margin.left };
    case 'right':
      return { ...down, x: width - margin.right, width: margin.right };
  }
}

/** What CSS Paged Media 3, 5.1 has margin boxes do by themselves: text leans to where the box is, in corners to the page. */
function placingOf(name: MarginBoxName): Placing {
  if (name.endsWith('corner')) return { align: name.includes('left') ? 'right' : 'left', vertical: 'middle' };
  const [side, place = ''] = name.split('-');
  if (side === 'top' || side === 'bottom')
    return { align: place === 'left' || place === 'right' ? place : 'center', vertical: 'middle' };
  return { align: 'center', vertical: place === 'top' || place === 'bottom' ? place : 'middle' };
}

function setCorner(filled: Filled | null, name: (typeof CORNERS)[number], rule: PageRule): Furniture | null {
  if (filled === null) return null;
  const { x, width } = areaOf(name.includes('left') ? 'left' : 'right', rule);
  const side = name.startsWith('top') ? 'top' : 'bottom';
  const { y, height } = areaOf(side, rule);
  const area = { x, y, width, height };
  return setBox(filled, borderBox(filled, { ...area, ...sizeAcross(filled, area) }, side), placingOf(name));
}

/** Corners keep to a width they are given; it counts from the edge of the page's content. */
function sizeAcross({ box: { style } }: Filled, area: Rect): Pick<Rect, 'x' | 'width'> {
  const given = sizeOf(style.width, area.width);
  if (given === null) return area;
  const width = given + sides(style) + margins(style, 'left', area.width);
  return { width, x: area.x === 0 ? area.width - width : area.x };
}

function setEdge(
  names: Three<MarginBoxName>,
  filled: (name: MarginBoxName) => Filled | null,
  side: Side,
  rule: PageRule,
): readonly Furniture[] {
  const [first, middle, last] = names;
  const boxes = [filled(first), filled(middle), filled(last)] as const;
  if (boxes.every((box) => box === null)) return [];
  const area = areaOf(side, rule);
  const along = side === 'top' || side === 'bottom';
  const wish = (box: Filled | null) => box && (along ? widthWish(box, area) : heightWish(box, area));
  const spans = shareEdge([wish(boxes[0]), wish(boxes[1]), wish(boxes[2])], along ? area.width : area.height);
  return boxes.flatMap((box, at) => {
    const span = spans[at];
    const name = names[at];
    if (box === null || span === undefined || name === undefined) return [];
    const rect = along
      ? { ...area, x: area.x + span.at, width: span.size }
      : { ...area, y: area.y + span.at, height: span.size };
    return [setBox(box, borderBox(box, rect, side), placingOf(name))];
  });
}

const sizeOf = (size: Size, of: number): number | null => (size === 'auto' ? null : points(size, of));

function widthWish({ box: { style }, min, max }: Filled, area: Rect): Wish {
  const outside = sides(style) + margins(style, 'left', area.width);
  const given = sizeOf(style.width, area.width);
  const most = sizeOf(style.maxWidth, area.width) ?? Number.POSITIVE_INFINITY;
  return {
    given: given === null ? null : Math.min(given, most) + outside,
    min: Math.min(min, most) + outside,
    max: Math.min(max, most) + outside,
    most: most + outside,
  };
}

/** A height has no range: it is what the text takes in the width there is. */
function heightWish(filled: Filled, area: Rect): Wish {
  const { style } = filled.box;
  const outside = around(style) + margins(style, 'top', area.width);
  const given = sizeOf(style.height, area.height);
  const width =
    sizeOf(style.width, area.width) ?? area.width - sides(style) - margins(style, 'left', area.width);
  const lines = linesIn(filled, width).reduce((sum, line) => sum + line.height, 0);
  const needed = Math.max(lines, style.minHeight) + outside;
  return {
    given: given === null ? null : given + outside,
    min: needed,
    max: needed,
    most: Number.POSITIVE_INFINITY,
  };
}

/** The border box within the room a box has, its margins taken off. A size given across the edge counts from the page's content. */
function borderBox({ box: { style } }: Filled, rect: Rect, side: Side): Rect {
  const [left, top] = [points(style.margin.left, rect.width), points(style.margin.top, rect.width)];
  const inner = {
    x: rect.x + left,
    y: rect.y + top,
    width: Math.max(0, rect.width - margins(style, 'left', rect.width)),
    height: Math.max(0, rect.height - margins(style, 'top', rect.width)),
  };
  if (side === 'top' || side === 'bottom') {
    const given = sizeOf(style.height, rect.height);
    const height = given === null ? inner.height : given + around(style);
    return { ...inner, height, y: side === 'top' ? inner.y + inner.height - height : inner.y };
  }
  const given = sizeOf(style.width, rect.width);
  const width = given === null ? inner.width : given + sides(style);
  return { ...inner, width, x: side === 'left' ? inner.x + inner.width - width : inner.x };
}
