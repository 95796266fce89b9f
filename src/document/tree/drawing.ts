// Inline SVG of the subset to a drawing: shapes with their paint resolved, sizes in points, colours from the theme.
import type { DrawingNode, SourcePlace } from '../../model/document.ts';
import { attributeOf, elementsOf, type MarkupElement } from '../parse/tree.ts';
import type { Cascade } from '../style/cascade.ts';
import type { Styled } from '../style/sheet.ts';
import { points, UNITS } from '../style/value.ts';
import { alternativeOf } from '../svg/alternative.ts';
import { numberList } from '../svg/numbers.ts';
import { INITIAL, paintOf } from '../svg/paint.ts';
import { type Coloring, shapesOf } from '../svg/shapes.ts';

export const drawingOf = (
  element: MarkupElement,
  styled: Styled,
  rem: number,
  cascade: Cascade,
  at: SourcePlace,
): DrawingNode => {
  const { style } = styled.computed;
  const size = (name: string): number => writtenLength(attributeOf(element, name), style.fontSize, rem);
  const [x = 0, y = 0, width = 0, height = 0] = numberList(attributeOf(element, 'viewBox') ?? '') ?? [];
  const paint = paintOf(element, INITIAL, style.color);
  const coloring: Coloring<Styled> = (child, outer) => {
    const own = cascade.styleOf(child, outer);
    return { own, color: own.computed.style.color };
  };
  return {
    kind: 'drawing',
    style,
    width: size('width'),
    height: size('height'),
    viewBox: [x, y, width, height],
    alt: alternativeOf(element),
    shapes: elementsOf(element).flatMap((child) => shapesOf(child, styled, paint, coloring)),
    at,
  };
};

/** `width` and `height` of a drawing or picture, in points; a number alone is pixels. */
export const writtenLength = (text: string | null, em: number, rem: number): number => {
  const [, number = '0', unit = ''] = /^([\d.]+)([a-z]*)$/.exec(text ?? '') ?? [];
  return points(Number(number), UNITS.find((one) => one === unit) ?? 'px', em, rem);
};
