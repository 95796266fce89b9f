// The markers of list items: their text or shape, their number, and what the structure says of the numbering.

import { counterText } from '../../../model/counter-text.ts';
import type { DrawingNode, ElementNode, Shape, Style } from '../../../model/document.ts';
import { shapeText } from '../fonts/typeface.ts';
import type { Ink, Inline } from './box.ts';
import type { Attributes } from './structure.ts';

type ListStyle = Style['listStyleType'];

const NUMBERINGS: Readonly<Record<ListStyle, Attributes | null>> = {
  none: null,
  disc: { O: 'List', ListNumbering: 'Disc' },
  circle: { O: 'List', ListNumbering: 'Circle' },
  square: { O: 'List', ListNumbering: 'Square' },
  decimal: { O: 'List', ListNumbering: 'Decimal' },
  'lower-alpha': { O: 'List', ListNumbering: 'LowerAlpha' },
  'upper-alpha': { O: 'List', ListNumbering: 'UpperAlpha' },
  'lower-roman': { O: 'List', ListNumbering: 'LowerRoman' },
  'upper-roman': { O: 'List', ListNumbering: 'UpperRoman' },
};

/** What is said of a list's numbering: that of its first item. Nothing says that there is none. */
export function listAttributes(list: ElementNode): Attributes | null {
  const item = list.children.find((child) => child.kind === 'element' && child.style.display === 'list-item');
  return item?.kind === 'element' ? NUMBERINGS[item.style.listStyleType] : null;
}

/** The number of the item after one of number `before`. */
export const nextOrdinal = (item: ElementNode, before: number): number =>
  wholeNumber(item.attributes.value) ?? before + 1;

/** The number before that of a list's first item. */
export const firstOrdinal = (list: Pick<ElementNode, 'attributes'>): number =>
  (wholeNumber(list.attributes.start) ?? 1) - 1;

function wholeNumber(text: string | undefined): number | null {
  const number = Number.parseInt(text ?? '', 10);
  return Number.isSafeInteger(number) ? number : null;
}

type Bullet = 'disc' | 'circle' | 'square';

const BULLETS: Readonly<Record<Bullet, string>> = { disc: '\u2022', circle: '\u25e6', square: '\u25aa' };

const isBullet = (type: ListStyle): type is Bullet => Object.hasOwn(BULLETS, type);

/** What stands before an item: its number or bullet, drawn when no font has it. Null for no marker. */
export function markerContent(node: ElementNode, ordinal: number, ink: Ink): Inline | null {
  const type = node.style.listStyleType;
  if (type === 'none') return null;
  const text = isBullet(type) ? BULLETS[type] : `${counterText(ordinal, type)}.`;
  if (!isBullet(type) || shapeText(ink.typeface, text) !== null)
    return { kind: 'text', text, ink, at: node.at };
  return { kind: 'drawing', drawing: drawnBullet(type, ink.style), ink: { ...ink, leaf: null } };
}

const UNPAINTED = {
  fill: null,
  fillRule: 'nonzero',
  stroke: null,
  strokeWidth: 0,
  lineCap: 'butt',
  lineJoin: 'miter',
  dashes: [],
  transform: null,
} as const;

/** A bullet in a box as high as a lower-case letter, in hundredths of the font size. */
function drawnBullet(type: Bullet, style: Style): DrawingNode {
  const paint =
    type === 'circle'
      ? { ...UNPAINTED, stroke: style.color, strokeWidth: 4 }
      : { ...UNPAINTED, fill: style.color };
  const shape: Shape =
    type === 'square'
      ? { kind: 'rect', x: 9, y: 17, width: 17, height: 17, radius: 0, ...paint }
      : { kind: 'circle', cx: 17.5, cy: 25, r: type === 'circle' ? 9 : 10, ...paint };
  const scale = style.fontSize / 100;
  return {
    kind: 'drawing',
    style,
    width: 35 * scale,
    height: 52 * scale,
    viewBox: [0, 0, 35, 52],
    alt: '',
    shapes: [shape],
    at: null,
  };
}
