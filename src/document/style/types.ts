// The `<types>` of values: how each is written, and how one piece of css-tree's syntax tree is read as it.
import type { CssNode } from 'css-tree';
import { COUNTER_STYLES, NAMED_COLORS, PAGE_SIZES } from './names.ts';
import { UNITS, type Unit, type Value } from './value.ts';

export type TypeRow = {
  readonly type: string;
  readonly written: string;
  readonly read: (node: CssNode) => Value | null;
};

const length = (node: CssNode, least: number): Value | null => {
  if (node.type === 'Number')
    return Number(node.value) === 0 ? { kind: 'length', value: 0, unit: 'pt' } : null;
  if (node.type !== 'Dimension' || !isUnit(node.unit) || Number(node.value) < least) return null;
  return { kind: 'length', value: Number(node.value), unit: node.unit };
};

const isUnit = (unit: string): unit is Unit => UNITS.some((known) => known === unit);

const within = (node: CssNode, least: number, most: number, step: number): Value | null => {
  const value = node.type === 'Number' ? Number(node.value) : Number.NaN;
  return value >= least && value <= most && value % step === 0 ? { kind: 'number', value } : null;
};

const hex = (number: number): string => number.toString(16).padStart(2, '0');

const color = (node: CssNode): Value | null => {
  if (node.type === 'Hash') return hashColor(node.value.toLowerCase());
  if (node.type === 'Identifier') return namedColor(node.name.toLowerCase());
  return node.type === 'Function' && node.name === 'rgb' ? rgb(node.children.toArray()) : null;
};

const namedColor = (name: string): Value | null => {
  if (name === 'currentcolor') return { kind: 'keyword', word: 'currentcolor' };
  const found = Object.hasOwn(NAMED_COLORS, name) ? NAMED_COLORS[name] : undefined;
  return found === undefined ? null : { kind: 'color', color: found };
};

const hashColor = (digits: string): Value | null => {
  if (/^[0-9a-f]{6}$/.test(digits)) return { kind: 'color', color: `#${digits}` };
  return /^[0-9a-f]{3}$/.test(digits) ? { kind: 'color', color: `#${digits.replace(/./g, '$&$&')}` } : null;
};

const rgb = (nodes: readonly CssNode[]): Value | null => {
  const numbers = nodes.filter((node) => node.type !== 'Operator');
  const commas = nodes.length - numbers.length;
  if (numbers.length !== 3 || (commas !== 0 && commas !== 2)) return null;
  const parts = numbers.map((node) => (node.type === 'Number' ? Number(node.value) : Number.NaN));
  return parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 255)
    ? { kind: 'color', color: `#${parts.map(hex).join('')}` }
    : null;
};

const name = (node: CssNode): Value | null =>
  node.type === 'Identifier' ? { kind: 'keyword', word: node.name } : null;

const family = (node: CssNode): Value | null => {
  if (node.type === 'String') return { kind: 'names', names: [node.value] };
  return node.type === 'Identifier' ? { kind: 'names', names: [node.name] } : null;
};

export const TYPES: readonly TypeRow[] = [
  {
    type: '<length>',
    written: `A number with ${UNITS.map((unit) => `\`${unit}\``).join(', ')}, or \`0\``,
    read: (node) => length(node, Number.NEGATIVE_INFINITY),
  },
  {
    type: '<positive-length>',
    written: 'A `<length>` that is not negative',
    read: (node) => length(node, 0),
  },
  {
    type: '<percentage>',
    written: 'A number with `%`',
    read: (node) => (node.type === 'Percentage' ? { kind: 'percent', value: Number(node.value) } : null),
  },
  {
    type: '<number>',
    written: 'A number that is not negative',
    read: (node) =>
      node.type === 'Number' && Number(node.value) >= 0
        ? { kind: 'number', value: Number(node.value) }
        : null,
  },
  { type: '<integer>', written: 'A whole number from 1 to 99', read: (node) => within(node, 1, 99, 1) },
  { type: '<weight>', written: '`100`, `200` … `900`', read: (node) => within(node, 100, 900, 100) },
  {
    type: '<color>',
    written: `\`#rrggbb\`, \`#rgb\`, \`rgb(r g b)\`, \`currentcolor\`, ${Object.keys(NAMED_COLORS)
      .map((known) => `\`${known}\``)
      .join(', ')}`,
    read: color,
  },
  { type: '<name>', written: 'A name without quotes', read: name },
  { type: '<family>', written: 'A font family, in quotes when it has spaces', read: family },
  {
    type: '<url>',
    written: '`url("…")` with the path of a file of the template',
    read: (node) => (node.type === 'Url' ? { kind: 'url', url: node.value } : null),
  },
  {
    type: '<page-size>',
    written: `${Object.keys(PAGE_SIZES)
      .map((known) => `\`${known}\``)
      .join(', ')}, with \`portrait\` or \`landscape\` after it; or two lengths`,
    read: () => null,
  },
  {
    type: '<point>',
    written: '`"."`: numbers of a column stand with their decimal points below each other',
    read: (node) =>
      node.type === 'String' && node.value === '.' ? { kind: 'keyword', word: 'decimal' } : null,
  },
  {
    type: '<tracks>',
    written:
      'Columns, each a `<positive-length>`, a `<percentage>`, a share of the room like `2fr`, or `auto`; `repeat(3, …)` says them three times',
    read: () => null,
  },
  {
    type: '<grid-span>',
    written: '`span 2` for two columns of a grid, `1 / -1` for all of them',
    read: () => null,
  },
  {
    type: '<counters>',
    written: 'Names of counters, each with a whole number behind it or without',
    read: () => null,
  },
  { type: '<string-set>', written: 'A name and `content()`', read: () => null },
  {
    type: '<content>',
    written:
      'Strings, `counter(page)`, `counter(pages)`, `counter(NAME)`, `counters(NAME, ".")`, `target-counter(attr(href), page)`, each of these with a `<counter-style>` last or without; `string(NAME)`, `attr(NAME)`, `leader(".")`',
    read: () => null,
  },
  {
    type: '<counter-style>',
    written: COUNTER_STYLES.map((known) => `\`${known}\``).join(', '),
    read: () => null,
  },
];

const BY_TYPE: ReadonlyMap<string, TypeRow> = new Map(TYPES.map((entry) => [entry.type, entry]));

/** Reads one piece of a value as the first of `alternatives` that it is; null when it is none of them. */
export const readAs = (node: CssNode, alternatives: readonly string[]): Value | null => {
  for (const alternative of alternatives) {
    const value = alternative.startsWith('<')
      ? (BY_TYPE.get(alternative)?.read(node) ?? null)
      : keyword(node, alternative);
    if (value !== null) return value;
  }
  return null;
};

const keyword = (node: CssNode, word: string): Value | null =>
  node.type === 'Identifier' && node.name.toLowerCase() === word ? { kind: 'keyword', word } : null;
