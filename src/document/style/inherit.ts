// `inherit` on what CSS does not inherit by itself: the parent's computed value, taken over field by field.
import type { Style } from '../../model/document.ts';
import type { Winners } from './computed.ts';
import { SIDES, TABLES } from './properties.ts';
import type { Value } from './value.ts';

/** The winners without `inherit`, and the properties that take the parent's value though CSS does not inherit them. */
export const splitInherited = (
  winners: Winners,
): { readonly own: Winners; readonly taken: readonly string[] } => {
  if (![...winners.values()].some(({ kind }) => kind === 'inherit')) return { own: winners, taken: [] };
  const own = new Map<string, Value>();
  const taken: string[] = [];
  for (const [name, value] of winners) {
    if (value.kind !== 'inherit') own.set(name, value);
    else if (TABLES.elements.get(name)?.inherited !== true) taken.push(name);
  }
  return { own, taken };
};

const RENAMED: Readonly<Record<string, string>> = {
  'grid-template-columns': 'gridColumns',
  'grid-column': 'gridSpan',
};

const only = <T extends object>(from: T, field: string): Partial<T> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => name === field)) as Partial<T>;

const fieldOf = (name: string): string =>
  RENAMED[name] ?? name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

const takeOne = (style: Style, name: string, from: Style): Style => {
  const [family = '', side = '', part = ''] = name.split('-');
  if (family === 'margin') return { ...style, margin: { ...style.margin, ...only(from.margin, side) } };
  if (family === 'padding') return { ...style, padding: { ...style.padding, ...only(from.padding, side) } };
  if (family !== 'border' || part === '') return { ...style, ...only(from, fieldOf(name)) };
  const edge = SIDES.find((known) => known === side);
  if (edge === undefined) return style;
  const border = { ...style.border[edge], ...only(from.border[edge], part) };
  return { ...style, border: { ...style.border, [edge]: border } };
};

/** `style` with these properties as they are in `from`. */
export const takeOver = (style: Style, taken: readonly string[], from: Style): Style =>
  taken.reduce((result, name) => takeOne(result, name, from), style);
