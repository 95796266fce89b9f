// Paints what stands for itself in a document, be it drawn or a picture file.

import type { DrawingNode, ImageNode } from '../../../model/document.ts';
import type { Leaf } from '../boxes/structure.ts';
import { type Canvas, imageOn, mark, noteBox, type Place } from './canvas.ts';
import { nums } from './operators.ts';
import { paintDrawing } from './paint-drawing.ts';

/** Paints it to fill its place; without a leaf it is decoration. */
export function paintPicture(
  canvas: Canvas,
  picture: DrawingNode | ImageNode,
  place: Place,
  leaf: Leaf | null,
): void {
  if (picture.kind === 'drawing') paintDrawing(canvas, { ...place, drawing: picture, leaf });
  else paintImage(canvas, picture, place, leaf);
}

/** An image is a square of one by one whose y runs upwards. */
function paintImage(canvas: Canvas, image: ImageNode, place: Place, leaf: Leaf | null): void {
  const { x, top, width, height } = place;
  mark(canvas, leaf);
  noteBox(canvas, { ...place, leaf });
  const name = imageOn(canvas, image.source);
  canvas.operators.push(`q ${nums(width, 0, 0, -height, x, top + height)} cm /${name} Do Q`);
}
