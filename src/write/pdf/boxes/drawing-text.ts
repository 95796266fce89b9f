// The ink of text inside a drawing: the drawing's own font, the shape's size and weight.

import type { DrawingNode, Shape } from '../../../model/document.ts';
import type { Typefaces } from '../fonts/typeface.ts';
import type { Ink } from './box.ts';

export type TextShape = Extract<Shape, { kind: 'text' }>;

export function drawingInk(drawing: DrawingNode, shape: TextShape, typefaces: Typefaces): Ink {
  const style = {
    ...drawing.style,
    fontSize: shape.size,
    fontWeight: shape.weight,
    letterSpacing: 0,
    color: shape.fill ?? '#000000',
  };
  return { style, typeface: typefaces.choose(style), shift: 0, leaf: null, link: null, boxes: [] };
}
