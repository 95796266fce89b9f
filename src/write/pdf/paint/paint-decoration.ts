// Paints backgrounds and borders.

import type { Border } from '../../../model/document.ts';
import type { Decoration } from '../pages/placed.ts';
import { type Canvas, setState } from './canvas.ts';
import { fillColor, num, nums, rectangle, strokeColor } from './operators.ts';

export function paintDecoration(canvas: Canvas, decoration: Decoration): void {
  const { x, top, width, height, style } = decoration;
  if (style.backgroundColor !== null) {
    setState(canvas, 'color', fillColor(style.backgroundColor));
    canvas.operators.push(rectangle(x, top, width, height), 'f');
  }
  const right = x + width;
  const bottom = top + height;
  const { border } = style;
  if (decoration.begins) paintEdge(canvas, border.top, [x, top, right, top], [0, 0.5]);
  if (decoration.ends) paintEdge(canvas, border.bottom, [x, bottom, right, bottom], [0, -0.5]);
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
  if (border.width <= 0 || border.style === 'none') return;
  const dx = inward[0] * border.width;
  const dy = inward[1] * border.width;
  const dash = {
    solid: '[] 0 d',
    dashed: `[${nums(border.width * 3, border.width * 3)}] 0 d`,
    dotted: `[${nums(border.width, border.width)}] 0 d`,
  };
  setState(canvas, 'stroke', strokeColor(border.color));
  setState(canvas, 'width', `${num(border.width)} w`);
  setState(canvas, 'dash', dash[border.style]);
  canvas.operators.push(`${nums(x1 + dx, y1 + dy)} m ${nums(x2 + dx, y2 + dy)} l S`);
}
