// Inline SVG of the subset to a drawing: shapes with their paint resolved, sizes in points.
import type { DrawingNode, Shape, ShapeOutline, SourcePlace } from '../../model/document.ts';
import { attributeOf, elementsOf, type MarkupElement, textOf } from '../parse/tree.ts';
import type { Cascade } from '../style/cascade.ts';
import type { Computed } from '../style/computed.ts';
import { points, UNITS } from '../style/value.ts';

/** Paint as SVG inherits it: null is none, `currentColor` is the shape's own `color`. */
type Paint = { readonly fill: string | null; readonly stroke: string | null; readonly strokeWidth: number };
const INITIAL: Paint = { fill: '#000000', stroke: null, strokeWidth: 1 };

export const drawingOf = (
  element: MarkupElement,
  computed: Computed,
  rem: number,
  cascade: Cascade,
  at: SourcePlace,
): DrawingNode => {
  const size = (name: string): number => svgLength(attributeOf(element, name), computed.style.fontSize, rem);
  const [x = 0, y = 0, width = 0, height = 0] = (attributeOf(element, 'viewBox') ?? '')
    .split(' ')
    .map(Number);
  const shapes = elementsOf(element).flatMap((child) =>
    shapesOf(child, computed, paintOf(element, INITIAL, computed.style.color), cascade),
  );
  return {
    kind: 'drawing',
    style: computed.style,
    width: size('width'),
    height: size('height'),
    viewBox: [x, y, width, height],
    alt: attributeOf(element, 'aria-label') ?? '',
    shapes,
    at,
  };
};

const svgLength = (text: string | null, em: number, rem: number): number => {
  const [, number = '0', written = ''] = /^([\d.]+)([a-z]*)$/.exec(text ?? '') ?? [];
  return points(Number(number), UNITS.find((unit) => unit === written) ?? 'px', em, rem);
};

const paintOf = (element: MarkupElement, inherited: Paint, color: string): Paint => {
  const paint = (name: 'fill' | 'stroke'): string | null => {
    const written = attributeOf(element, name);
    if (written === null) return inherited[name];
    if (written === 'none') return null;
    return written === 'currentColor' ? color : written.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
  };
  return {
    fill: paint('fill'),
    stroke: paint('stroke'),
    strokeWidth: Number(attributeOf(element, 'stroke-width') ?? inherited.strokeWidth),
  };
};

const shapesOf = (
  element: MarkupElement,
  parent: Computed,
  inherited: Paint,
  cascade: Cascade,
): readonly Shape[] => {
  const computed = cascade.styleOf(element, parent);
  const paint = paintOf(element, inherited, computed.style.color);
  if (element.tag === 'g')
    return elementsOf(element).flatMap((child) => shapesOf(child, computed, paint, cascade));
  const outline = outlineOf(element);
  return outline === null ? [] : [{ ...outline, ...paint }];
};

const outlineOf = (element: MarkupElement): ShapeOutline | null => {
  const number = (name: string, otherwise = 0): number => Number(attributeOf(element, name) ?? otherwise);
  if (element.tag === 'rect')
    return {
      kind: 'rect',
      x: number('x'),
      y: number('y'),
      width: number('width'),
      height: number('height'),
      radius: number('rx'),
    };
  if (element.tag === 'circle') return { kind: 'circle', cx: number('cx'), cy: number('cy'), r: number('r') };
  if (element.tag === 'line')
    return { kind: 'line', x1: number('x1'), y1: number('y1'), x2: number('x2'), y2: number('y2') };
  if (element.tag === 'path') return { kind: 'path', d: attributeOf(element, 'd') ?? '' };
  if (element.tag !== 'text') return null;
  const anchor =
    (['start', 'middle', 'end'] as const).find((word) => word === attributeOf(element, 'text-anchor')) ??
    'start';
  return {
    kind: 'text',
    x: number('x'),
    y: number('y'),
    text: textOf(element).replace(/\s+/g, ' ').trim(),
    anchor,
    size: number('font-size', 10),
    weight: number('font-weight', 400),
  };
};
