// How shapes are painted: attributes as SVG inherits them from `svg` and `g` to the shapes inside.
import type { Matrix, ShapePaint } from '../../model/document.ts';
import { attributeOf, type MarkupElement } from '../parse/tree.ts';
import { hexColor } from './colors.ts';
import { numberList } from './numbers.ts';
import { multiply, readTransform } from './transform.ts';

export const INITIAL: ShapePaint = {
  fill: '#000000',
  fillRule: 'nonzero',
  stroke: null,
  strokeWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  dashes: [],
  transform: null,
};

/** The paint of an element inside one with the paint `outer`; `color` is what `currentColor` means there. */
export const paintOf = (element: MarkupElement, outer: ShapePaint, color: string): ShapePaint => {
  const paint = (name: 'fill' | 'stroke'): string | null => {
    const given = attributeOf(element, name);
    if (given === null) return outer[name];
    return given === 'none' ? null : given === 'currentColor' ? color : hexColor(given);
  };
  const word = <T extends string>(name: string, words: readonly T[], otherwise: T): T =>
    words.find((one) => one === attributeOf(element, name)) ?? otherwise;
  return {
    fill: paint('fill'),
    fillRule: word('fill-rule', ['nonzero', 'evenodd'], outer.fillRule),
    stroke: paint('stroke'),
    strokeWidth: Number(attributeOf(element, 'stroke-width') ?? outer.strokeWidth),
    lineCap: word('stroke-linecap', ['butt', 'round', 'square'], outer.lineCap),
    lineJoin: word('stroke-linejoin', ['miter', 'round', 'bevel'], outer.lineJoin),
    dashes: dashesOf(attributeOf(element, 'stroke-dasharray')) ?? outer.dashes,
    transform: within(outer.transform, attributeOf(element, 'transform')),
  };
};

/** Null when there is nothing to say. A list of odd length stands for itself twice, and one of nothing but noughts for no gaps. */
const dashesOf = (text: string | null): readonly number[] | null => {
  if (text === null) return null;
  const numbers = text === 'none' ? [] : (numberList(text) ?? []);
  if (numbers.every((number) => number === 0)) return [];
  return numbers.length % 2 === 0 ? numbers : [...numbers, ...numbers];
};

const within = (outer: Matrix | null, text: string | null): Matrix | null => {
  const own = text === null ? null : readTransform(text);
  if (own === null || outer === null) return own ?? outer;
  return multiply(outer, own);
};
