// Drawings as inline SVG and pictures as data: URLs, each with its alternative text, or hidden from a screen reader without one.

import { htmlText } from '../../codec/html-text.ts';
import type { DrawingNode, ImageNode, Shape } from '../../model/document.ts';
import { number, points } from './css-text.ts';
import { attributes } from './markup.ts';

export const drawing = (node: DrawingNode, className: string): string => {
  const head = attributes({
    class: className,
    viewBox: node.viewBox.map(number).join(' '),
    width: points(node.width),
    height: points(node.height),
    ...(node.alt === '' ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': node.alt }),
  });
  return `<svg${head}>${node.shapes.map(shape).join('')}</svg>`;
};

const shape = (one: Shape): string => {
  const paint = attributes({
    fill: one.fill ?? 'none',
    ...(one.fillRule === 'evenodd' ? { 'fill-rule': one.fillRule } : {}),
    ...(one.transform === null ? {} : { transform: `matrix(${one.transform.map(exact).join(' ')})` }),
    ...(one.stroke === null ? {} : pen(one, one.stroke)),
  });
  if (one.kind === 'text') return `<text${textHead(one)}${paint}>${htmlText(one.text)}</text>`;
  const tag = one.kind;
  return `<${tag}${attributes(outline(one))}${paint}/>`;
};

const pen = (one: Shape, stroke: string): Readonly<Record<string, string>> => ({
  stroke,
  'stroke-width': number(one.strokeWidth),
  ...(one.lineCap === 'butt' ? {} : { 'stroke-linecap': one.lineCap }),
  ...(one.lineJoin === 'miter' ? {} : { 'stroke-linejoin': one.lineJoin }),
  ...(one.dashes.length === 0 ? {} : { 'stroke-dasharray': one.dashes.map(number).join(' ') }),
});

/** A factor may be small and stand before something large. */
const exact = (value: number): string => String(Number.isFinite(value) ? value : 0);

const textHead = (one: Extract<Shape, { kind: 'text' }>): string =>
  attributes({
    x: number(one.x),
    y: number(one.y),
    'text-anchor': one.anchor,
    'font-size': number(one.size),
    'font-weight': number(one.weight),
  });

const outline = (one: Exclude<Shape, { kind: 'text' }>): Readonly<Record<string, string>> => {
  if (one.kind === 'path') return { d: one.d };
  if (one.kind === 'circle') return { cx: number(one.cx), cy: number(one.cy), r: number(one.r) };
  if (one.kind === 'line')
    return { x1: number(one.x1), y1: number(one.y1), x2: number(one.x2), y2: number(one.y2) };
  return {
    x: number(one.x),
    y: number(one.y),
    width: number(one.width),
    height: number(one.height),
    ...(one.radius === 0 ? {} : { rx: number(one.radius) }),
  };
};

/** A picture has its own size unless its style gives it one; then the other side follows. */
export const picture = (node: ImageNode, className: string): string => {
  const { width, height, style } = node;
  const own = style.width === 'auto' && style.height === 'auto';
  const size = own
    ? `width:${points(width)};height:${points(height)}`
    : `aspect-ratio:${number(width)}/${number(height)}`;
  const source = `data:image/${node.source.format};base64,${base64(node.source.data)}`;
  return `<img${attributes({ class: className, alt: node.alt, style: size, src: source })}>`;
};

export const base64 = (data: Uint8Array): string =>
  Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64');
