// Paints drawings: shapes in the coordinates of their viewBox, scaled into the place they were given.

import type { DrawingNode, Shape } from '../../../model/document.ts';
import { drawingInk, type TextShape } from '../boxes/drawing-text.ts';
import { shapeText } from '../fonts/typeface.ts';
import type { PlacedDrawing } from '../pages/placed.ts';
import { type Canvas, flush, mark, setState } from './canvas.ts';
import { fillColor, nums, rectangle, strokeColor } from './operators.ts';
import { paintRun } from './paint-text.ts';

type Drawn = Pick<PlacedDrawing, 'x' | 'top' | 'width' | 'height' | 'drawing' | 'leaf'>;

export function paintDrawing(canvas: Canvas, drawn: Drawn): void {
  mark(canvas, drawn.leaf);
  if (drawn.leaf !== null) noteBox(canvas, drawn);
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

function noteBox(canvas: Canvas, { x, top, width, height, leaf }: Drawn): void {
  const page = canvas.file.page.height;
  if (leaf !== null) canvas.tags.boxes.set(leaf.owner, [x, page - top - height, x + width, page - top]);
}

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
  if (shape.kind === 'path') {
    flush(canvas);
    canvas.file.path(shape.d);
  } else canvas.operators.push(outline(shape));
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

function outline(shape: Extract<Shape, { kind: 'rect' | 'circle' | 'line' }>): string {
  switch (shape.kind) {
    case 'line':
      return `${nums(shape.x1, shape.y1)} m ${nums(shape.x2, shape.y2)} l`;
    case 'circle':
      return rounded(shape.cx - shape.r, shape.cy - shape.r, shape.r * 2, shape.r * 2, shape.r);
    case 'rect': {
      const { x, y, width, height } = shape;
      const radius = Math.min(shape.radius, width / 2, height / 2);
      return radius > 0 ? rounded(x, y, width, height, radius) : rectangle(x, y, width, height);
    }
  }
}

/** Distance of the control points of a quarter circle of radius 1 from its ends. */
const QUARTER = 0.5522848;

function rounded(x: number, y: number, width: number, height: number, radius: number): string {
  const c = radius * (1 - QUARTER);
  const [right, bottom] = [x + width, y + height];
  return [
    `${nums(x + radius, y)} m ${nums(right - radius, y)} l`,
    `${nums(right - c, y, right, y + c, right, y + radius)} c ${nums(right, bottom - radius)} l`,
    `${nums(right, bottom - c, right - c, bottom, right - radius, bottom)} c ${nums(x + radius, bottom)} l`,
    `${nums(x + c, bottom, x, bottom - c, x, bottom - radius)} c ${nums(x, y + radius)} l`,
    `${nums(x, y + c, x + c, y, x + radius, y)} c h`,
  ].join(' ');
}

function paintTextShape(canvas: Canvas, drawing: DrawingNode, shape: TextShape): void {
  const ink = drawingInk(drawing, shape, canvas.typefaces);
  const words = shapeText(ink.typeface, shape.text) ?? [];
  const width = words.reduce((sum, word) => sum + word.width * shape.size, 0);
  let x = shape.x - (shape.anchor === 'end' ? width : shape.anchor === 'middle' ? width / 2 : 0);
  for (const word of words) {
    paintRun(canvas, { face: word.face, ink, words: [{ word, x }] }, shape.y);
    x += word.width * shape.size;
  }
}
