// A pair of the file as a place for changes: where its key and value stand, and how they are written.
import type { Plain } from '../../read/plain.ts';
import type { Span } from '../../read/source-text.ts';
import type { Spot } from '../../read/yaml-tree.ts';
import { colonAfter, columnOf, lineEnd, lineStart, onOneLine } from './lines.ts';
import type { TextStyle } from './text-form.ts';
import type { ValueStyle } from './value-form.ts';
import { isList } from './wish.ts';

/** The text with `\n` line ends, and by how many columns the file indents what is below a key. */
export type Page = { readonly text: string; readonly step: number };

/** `block` is the start of the innermost line that no bracket is open on: comments can stand above it. */
export type Mapping = { readonly spot: Spot; readonly data: Plain; readonly block: number };

export type Pair = Mapping & {
  readonly name: string;
  readonly key: Span;
  /** Offset of the colon; null where a key stands alone within brackets. */
  readonly colon: number | null;
};

export const isFlow = (page: Page, { spot }: { readonly spot: Spot }): boolean =>
  /[[{]/.test(page.text[spot.value.start] ?? '');

/** The pairs of a mapping in the order of the file. */
export const pairsOf = (page: Page, mapping: Mapping): readonly Pair[] => {
  const flow = isFlow(page, mapping);
  return [...mapping.spot.below].flatMap(([name, spot]): readonly Pair[] => {
    const key = spot.key;
    if (typeof name !== 'string' || key === null) return [];
    const block = flow ? mapping.block : lineStart(page.text, key.start);
    const data = memberOf(mapping.data, name);
    return [{ name, key, colon: colonAfter(page.text, key), spot, data, block }];
  });
};

const memberOf = (data: Plain, name: string): Plain =>
  typeof data === 'object' && data !== null && !Array.isArray(data)
    ? (data as { readonly [key: string]: Plain })[name]
    : undefined;

/** Where a pair's own text ends, without what is behind it on the line; the `\n` of the last line for a block scalar. */
export const endOf = (page: Page, pair: Pair): number => {
  const nothing = (pair.colon ?? pair.key.end - 1) + 1;
  return pair.data === undefined ? nothing : Math.max(nothing, endOfValue(page, pair.spot, pair.data));
};

const endOfValue = (page: Page, spot: Spot, data: Plain): number => {
  if (spot.leaf || isFlow(page, { spot })) return withoutLineEnd(page, spot.value);
  const last = [...spot.below].at(-1);
  if (last === undefined) return withoutLineEnd(page, spot.value);
  const [name, below] = last;
  const member = Array.isArray(data)
    ? (data as readonly Plain[])[Number(name)]
    : memberOf(data, String(name));
  if (below.key === null) return endOfValue(page, below, member);
  const colon = colonAfter(page.text, below.key) ?? below.key.end;
  return member === undefined ? colon + 1 : endOfValue(page, below, member);
};

const withoutLineEnd = ({ text }: Page, { start, end }: Span): number =>
  end > start && text[end - 1] === '\n' ? end - 1 : end;

/** How a value stands: behind its key on the line, or on lines of its own. */
export const standsOnLine = (page: Page, pair: Pair): boolean =>
  (pair.spot.leaf || isFlow(page, pair)) &&
  onOneLine(page.text, (pair.colon ?? pair.key.end) + 1, pair.spot.value.start);

export const isBlockScalar = ({ text }: Page, spot: Spot, data: Plain): boolean =>
  spot.leaf && data !== undefined && /[|>]/.test(text[spot.value.start] ?? '');

/** True where the value ends with a text that keeps the empty lines behind it: whatever separates it from them has to stay. */
export const keepsEmptyLines = (page: Page, spot: Spot): boolean => {
  const last = [...spot.below.values()].at(-1);
  if (last !== undefined) return keepsEmptyLines(page, last);
  return spot.leaf && /^[|>]\d?\+/.test(page.text.slice(spot.value.start, spot.value.start + 3));
};

/** Where the first line of a scalar ends that is to be replaced, and from where to where its further lines go. */
export type ScalarSlot = { readonly head: number; readonly first: number; readonly lines: number };

/** A comment behind the sign of a block scalar is no part of the slot. `end` is where the scalar ends. */
export const scalarSlot = (page: Page, spot: Spot, data: Plain, end: number): ScalarSlot => {
  const lines = lineEnd(page.text, end);
  if (!isBlockScalar(page, spot, data)) return { head: end, first: lines, lines };
  const { start } = spot.value;
  const head = start + (/^[|>][-+\d]*/.exec(page.text.slice(start, start + 9))?.[0].length ?? 1);
  const first = lineEnd(page.text, head);
  return { head, first, lines: Math.max(first, end) };
};

const STYLES: Readonly<Record<string, TextStyle>> = {
  "'": 'single',
  '"': 'double',
  '>': 'folded',
  '|': 'literal',
};

export const styleOf = (page: Page, { spot, data }: Pick<Pair, 'spot' | 'data'>): ValueStyle => {
  const start = page.text[spot.value.start] ?? '';
  const text = spot.leaf && data !== undefined ? STYLES[start] : undefined;
  const brackets = isFlow(page, { spot }) && !spot.leaf;
  const block = Array.isArray(data) && !brackets;
  const padded = brackets && /^\[ +[^ \]]/.test(page.text.slice(spot.value.start, spot.value.start + 80));
  return {
    text: text ?? 'plain',
    list: block ? 'block' : padded ? 'padded' : 'flow',
    map: brackets && start === '{' ? 'flow' : 'block',
    spelled: brackets && start === '[' ? spellings(page, spot, data) : new Map(),
  };
};

const spellings = (page: Page, spot: Spot, data: Plain): ReadonlyMap<string, string> => {
  const items = Array.isArray(data) ? (data as readonly Plain[]) : [];
  return new Map(
    items.flatMap((item, index): readonly (readonly [string, string])[] => {
      const { start, end } = spot.below.get(index)?.value ?? { start: 0, end: 0 };
      const spelling = page.text.slice(start, end);
      return typeof item === 'string' && isOneLine(spelling) ? [[item, spelling]] : [];
    }),
  );
};

const isOneLine = (spelling: string): boolean => spelling !== '' && !spelling.includes('\n');

/** By how many columns the first mapping or list that is indented at all is indented below its key; 2 where none is. */
export const stepOf = (text: string, root: Spot): number => firstStep(text, root, 0) ?? 2;

const firstStep = (text: string, spot: Spot, above: number): number | null => {
  if (spot.leaf || /[[{]/.test(text[spot.value.start] ?? '')) return null;
  const column = columnOf(text, spot.value.start);
  if (column > above) return column - above;
  for (const below of spot.below.values()) {
    const step = below.key === null ? null : firstStep(text, below, columnOf(text, below.key.start));
    if (step !== null) return step;
  }
  return null;
};

/** True for a list of texts and for nothing else. */
export const isTextList = (data: Plain): data is readonly string[] =>
  Array.isArray(data) && isList(data) && data.every((item) => typeof item === 'string');
