// Values as CSS text: lengths, sizes, names and strings. No text from anywhere can end the string, the rule or the style element.

import type { Border, Edges, Size, Track } from '../../model/document.ts';

/** Three decimals are a fiftieth of a pixel; no exponents, no minus zero. */
export const number = (value: number): string => {
  const rounded = Math.round(value * 1000) / 1000;
  return Number.isFinite(rounded) ? String(rounded === 0 ? 0 : rounded) : '0';
};

export const points = (value: number): string => (number(value) === '0' ? '0' : `${number(value)}pt`);

export const size = (value: Size): string => {
  if (value === 'auto') return 'auto';
  return typeof value === 'number' ? points(value) : `${number(value.percent)}%`;
};

/** Top, right, bottom and left; one value where all are alike. */
export const edges = (values: Edges<Size>): string => {
  const four = [values.top, values.right, values.bottom, values.left].map(size);
  return four.every((one) => one === four[0]) ? (four[0] ?? '0') : four.join(' ');
};

export const border = ({ width, style, color }: Border): string =>
  style === 'none' || width === 0 ? 'none' : `${points(width)} ${style} ${color}`;

/** A share may become smaller than its content wants, as shares of what is left must add up to it. */
export const track = (one: Track): string => {
  if (one.kind === 'auto') return 'auto';
  return one.kind === 'size' ? size(one.size) : `minmax(0,${number(one.fraction)}fr)`;
};

/** A quoted string. Whatever is not plain is written as a hex escape, so that it means nothing to CSS and nothing to HTML. */
export const quoted = (text: string): string =>
  `"${text
    .toWellFormed()
    .replaceAll('\0', '�')
    .replace(/["'\\<>&]|\p{Cc}|[\u2028\u2029]/gu, escaped)}"`;

const escaped = (character: string): string => `\\${(character.codePointAt(0) ?? 0).toString(16)} `;

const GENERIC = ['serif', 'sans-serif', 'monospace', 'cursive', 'fantasy', 'system-ui'];

/** Names in quotes, and after them words like `serif`. */
export const families = (names: readonly string[]): string => familyList(names, []);

/** The same for an element: between the two, the families that the document falls back on. */
export const familiesWithMore = (names: readonly string[]): string => familyList(names, ['var(--more)']);

const familyList = (names: readonly string[], between: readonly string[]): string => {
  const generic = names.filter((name) => GENERIC.includes(name));
  return [...names.filter((name) => !GENERIC.includes(name)).map(quoted), ...between, ...generic].join(',');
};
