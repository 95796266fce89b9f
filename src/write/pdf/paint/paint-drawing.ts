// Paints drawings: shapes in the coordinates of their viewBox, scaled into the place they were given.

import type { DrawingNode, Shape } from '../../../model/document.ts';
import { drawingInk, type TextShape } from '../boxes/drawing-text.ts';
import { shapeText } from '../fonts/typeface.ts';
import type { PlacedDrawing } from '../pages/placed.ts';
import { type Canvas, mark, noteBox, setState } from './canvas.ts';
import { fillColor, nums, strokeColor } from './operators.ts';
import { paintRun } from './paint-text.ts';
import { roundedRectangle } from './rounded.ts';
import { pathOperators } from './svg-path.ts';

type Drawn = Pick<PlacedDrawing, 'x' | 'top' | 'width' | 'height' | 'drawing' | 'leaf'>;

export function paintDrawing(canvas: Canvas, drawn: Drawn): void {
  mark(canvas, drawn.leaf);
  noteBox(canvas, drawn);
  canvas.operators.push('q', transformOf(drawn));
  canvas.state.clear();
  for (const shape of drawn.drawing.shapes) paintShape(canvas, drawn.drawing, shape);
  canvas.operators.push('Q');
  canvas.state.clear();
}

function paintShape(canvas: Canvas, drawing: DrawingNode, shape: Shape): void {
  if (shape.transform !== null) {
    canvas.operators.push('q', `${shape.transform.map(factor).join(' ')} cm`);
    canvas.state.clear();
  }
  if (shape.kind === 'text') paintTextShape(canvas, drawing, shape);
  else paintOutline(canvas, shape);
  if (shape.transform === null) return;
  canvas.operators.push('Q');
  canvas.state.clear();
}

/** Six decimals: a factor is multiplied by whole coordinates. */
const factor = (value: number): string => String(Number(value.toFixed(6)));

/** Scaled evenly and centred, as SVG does unless told otherwise. */
function transformOf({ x, top, width, height, drawing }: Drawn): string {
  const [left, upper, across, down] = drawing.viewBox;
  const scale = Math.min(width / Math.max(across, 1e-6), height / Math.max(down, 1e-6));
  const dx = x + (width - across * scale) / 2 - left * scale;
  const dy = top + (height - down * scale) / 2 - upper * scale;
  return `${scale.toFixed(6)} 0 0 ${scale.toFixed(6)} ${nums(dx, dy)} cm`;
}

function paintOutline(canvas: Canvas, shape: Exclude<Shape, TextShape>): void {
  const filled = shape.fill !== null && shape.kind !== 'line';
  const stroked = shape.stroke !== null && shape.strokeWidth > 0;
  if (!filled && !stroked) return;
  if (shape.fill !== null && filled) setState(canvas, 'color', fillColor(shape.fill));
  if (shape.stroke !== null && stroked) canvas.operators.push(...pen(shape, shape.stroke));
  canvas.operators.push(outline(shape));
  const even = shape.fillRule === 'evenodd' ? '*' : '';
  canvas.operators.push(filled ? `${stroked ? 'B' : 'f'}${even}` : 'S');
}

const CAPS = { butt: 0, round: 1, square: 2 } as const;
const JOINS = { miter: 0, round: 1, bevel: 2 } as const;

/** Everything about a stroke anew, because what is painted between shapes sets its own. SVG's limit of a mitre is 4. */
const pen = (shape: Shape, stroke: string): readonly string[] => [
  `[${nums(...shape.dashes)}] 0 d`,
  strokeColor(stroke),
  `${nums(shape.strokeWidth)} w`,
  `${CAPS[shape.lineCap]} J ${JOINS[shape.lineJoin]} j 4 M`,
];

function outline(shape: Exclude<Shape, TextShape>): string {
  switch (shape.kind) {
    case 'path':
      return pathOperators(shape);
    case 'line':
      return `${nums(shape.x1, shape.y1)} m ${nums(shape.x2, shape.y2)} l`;
    case 'circle':
      return rounded(shape.cx - shape.r, shape.cy - shape.r, shape.r * 2, shape.r * 2, shape.r);
    case 'rect':
      return rounded(shape.x, shape.y, shape.width, shape.height, shape.radius);
  }
}

const rounded = (x: number, top: number, width: number, height: number, radius: number): string =>
  roundedRectangle({ x, top, width, height }, { upper: radius, lower: radius });

function paintTextShape(canvas: Canvas, drawing: DrawingNode, shape: TextShape): void {
  const ink = drawingInk(drawing, shape, canvas.typefaces);
  const words = shapeText(ink.typeface, shape.text) ?? [];
  const width = words.reduce((sum, word) => sum + word.width * shape.size, 0);
  let x = shape.x - (shape.anchor === 'end' ? width : shape.anchor === 'middle' ? width / 2 : 0);
  for (const word of words) {
    paintRun(canvas, { ink, words: [{ word, x }] }, shape.y);
    x += word.width * shape.size;
  }
}
