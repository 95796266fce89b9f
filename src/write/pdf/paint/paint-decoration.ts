// Paints backgrounds and borders.

import type { Border, Edges } from '../../../model/document.ts';
import type { Decoration } from '../pages/placed.ts';
import { type Background, backgroundsOf, radiiOf } from './backgrounds.ts';
import { type Canvas, setState } from './canvas.ts';
import { fillColor, num, nums, strokeColor } from './operators.ts';
import { roundedRectangle } from './rounded.ts';

/** Paints what stands behind the text of a page, in the order of the boxes. */
export function paintDecorations(canvas: Canvas, decorations: readonly Decoration[]): void {
  const backgrounds = new Map(backgroundsOf(decorations).map((one) => [one.at, one]));
  for (const [at, decoration] of decorations.entries()) {
    const background = backgrounds.get(at);
    if (background !== undefined) paintBackground(canvas, background);
    paintBorders(canvas, decoration);
  }
}

function paintBackground(canvas: Canvas, background: Background): void {
  setState(canvas, 'color', fillColor(background.color));
  canvas.operators.push(`${roundedRectangle(background, background.radii)} f`);
}

function paintBorders(canvas: Canvas, decoration: Decoration): void {
  const { style, begins, ends } = decoration;
  const { border } = style;
  if (!Object.values(border).some(isShown)) return;
  if (begins && ends && isUniform(border)) paintFrame(canvas, decoration, border.top);
  else if (style.borderRadius <= 0) paintEdges(canvas, decoration);
  else paintClipped(canvas, decoration);
}

/** Edges that differ stay straight; the round outline cuts them off. */
function paintClipped(canvas: Canvas, decoration: Decoration): void {
  canvas.operators.push(`q ${roundedRectangle(decoration, radiiOf(decoration))} W n`);
  canvas.state.clear();
  paintEdges(canvas, decoration);
  canvas.operators.push('Q');
  canvas.state.clear();
}

const isShown = (border: Border): boolean => border.width > 0 && border.style !== 'none';

const isUniform = ({ top, right, bottom, left }: Edges<Border>): boolean =>
  [right, bottom, left].every(
    (one) => one.width === top.width && one.style === top.style && one.color === top.color,
  );

/** One line around the box, its middle half its width inside. */
function paintFrame(canvas: Canvas, decoration: Decoration, border: Border): void {
  const half = border.width / 2;
  const { x, top, width, height, style } = decoration;
  const inner = {
    x: x + half,
    top: top + half,
    width: Math.max(0, width - border.width),
    height: Math.max(0, height - border.width),
  };
  const radius = Math.max(0, style.borderRadius - half);
  setPen(canvas, border);
  canvas.operators.push(`${roundedRectangle(inner, { upper: radius, lower: radius })} S`);
}

function paintEdges(canvas: Canvas, decoration: Decoration): void {
  const { x, top, width, height, begins, ends } = decoration;
  const { border } = decoration.style;
  const [right, bottom] = [x + width, top + height];
  if (begins) paintEdge(canvas, border.top, [x, top, right, top], [0, 0.5]);
  if (ends) paintEdge(canvas, border.bottom, [x, bottom, right, bottom], [0, -0.5]);
  paintEdge(canvas, border.left, [x, top, x, bottom], [0.5, 0]);
  paintEdge(canvas, border.right, [right, top, right, bottom], [-0.5, 0]);
}

type Edge = readonly [number, number, number, number];

/** `inward` moves the edge's middle by parts of its width, for borders lie inside the box. */
function paintEdge(
  canvas: Canvas,
  border: Border,
  [x1, y1, x2, y2]: Edge,
  inward: readonly [number, number],
): void {
  if (!isShown(border)) return;
  const dx = inward[0] * border.width;
  const dy = inward[1] * border.width;
  setPen(canvas, border);
  canvas.operators.push(`${num(x1 + dx)} ${num(y1 + dy)} m ${num(x2 + dx)} ${num(y2 + dy)} l S`);
}

function setPen(canvas: Canvas, { width, style, color }: Border): void {
  setState(canvas, 'stroke', strokeColor(color));
  setState(canvas, 'width', `${num(width)} w`);
  setState(canvas, 'dash', `[${dashOf(style, width)}] 0 d`);
}

function dashOf(style: Border['style'], width: number): string {
  if (style === 'dashed') return nums(width * 3, width * 3);
  return style === 'dotted' ? nums(width, width) : '';
}
