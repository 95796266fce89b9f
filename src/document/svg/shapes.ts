// Elements of a drawing to shapes: what each outlines, with its paint resolved. Whatever is no rectangle, circle, line or text is a path.
import type { Shape, ShapeOutline, ShapePaint } from '../../model/document.ts';
import { attributeOf, elementsOf, type MarkupElement, textOf } from '../parse/tree.ts';
import { written } from './numbers.ts';
import { paintOf } from './paint.ts';
import { pathData, pointsPath } from './path-data.ts';

/** What `currentColor` means for an element, and what it hands on to those inside it. */
export type Coloring<T> = (element: MarkupElement, outer: T) => { readonly color: string; readonly own: T };

export const shapesOf = <T>(
  element: MarkupElement,
  outer: T,
  inherited: ShapePaint,
  coloring: Coloring<T>,
): readonly Shape[] => {
  const { color, own } = coloring(element, outer);
  const paint = paintOf(element, inherited, color);
  if (element.tag === 'g')
    return elementsOf(element).flatMap((child) => shapesOf(child, own, paint, coloring));
  const outline = outlineOf(element);
  if (outline === null || (outline.kind === 'text' && paint.fill === null)) return [];
  return [{ ...outline, ...paint }];
};

type NumberOf = (name: string, otherwise?: number) => number;

const outlineOf = (element: MarkupElement): ShapeOutline | null => {
  const number: NumberOf = (name, otherwise = 0) => Number(attributeOf(element, name) ?? otherwise);
  switch (element.tag) {
    case 'rect':
      return rectangle(element, number);
    case 'circle':
      return { kind: 'circle', cx: number('cx'), cy: number('cy'), r: number('r') };
    case 'ellipse':
      return drawn(ellipse(number('cx'), number('cy'), number('rx'), number('ry')));
    case 'line':
      return { kind: 'line', x1: number('x1'), y1: number('y1'), x2: number('x2'), y2: number('y2') };
    case 'path':
      return drawn(pathData(attributeOf(element, 'd') ?? ''));
    case 'polyline':
    case 'polygon':
      return drawn(pointsPath(attributeOf(element, 'points') ?? '', element.tag === 'polygon'));
    case 'text':
      return textOutline(element, number);
    default:
      return null;
  }
};

const drawn = (d: string | null): ShapeOutline | null =>
  d === null || d === '' ? null : { kind: 'path', d };

const rectangle = (element: MarkupElement, number: NumberOf): ShapeOutline => {
  const [rx, ry] = [attributeOf(element, 'rx'), attributeOf(element, 'ry')];
  const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')];
  const across = Math.min(Number(rx ?? ry ?? 0), width / 2);
  const down = Math.min(Number(ry ?? rx ?? 0), height / 2);
  if (across === down || across === 0 || down === 0)
    return { kind: 'rect', x, y, width, height, radius: Math.min(across, down) };
  const arc = `a ${written(across)} ${written(down)} 0 0 1`;
  const [right, foot] = [written(width - 2 * across), written(height - 2 * down)];
  const [w, h] = [written(across), written(down)];
  return {
    kind: 'path',
    d: `M ${written(x + across)} ${written(y)} h ${right} ${arc} ${w} ${h} v ${foot} ${arc} -${w} ${h} h -${right} ${arc} -${w} -${h} v -${foot} ${arc} ${w} -${h} z`,
  };
};

const ellipse = (cx: number, cy: number, rx: number, ry: number): string => {
  const [left, right, middle] = [written(cx - rx), written(cx + rx), written(cy)];
  const arc = `A ${written(rx)} ${written(ry)} 0 0 1`;
  return rx === 0 || ry === 0
    ? ''
    : `M ${left} ${middle} ${arc} ${right} ${middle} ${arc} ${left} ${middle} Z`;
};

const textOutline = (element: MarkupElement, number: NumberOf): ShapeOutline => ({
  kind: 'text',
  x: number('x'),
  y: number('y'),
  text: textOf(element).replace(/\s+/g, ' ').trim(),
  anchor:
    (['start', 'middle', 'end'] as const).find((word) => word === attributeOf(element, 'text-anchor')) ??
    'start',
  size: number('font-size', 10),
  weight: number('font-weight', 400),
});
