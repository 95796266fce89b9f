// A declaration's value to longhands: `margin: 0 auto` becomes four typed values, or a sentence that says what is wrong.
import type { CssNode, FunctionNode } from 'css-tree';
import { PAGE_SIZES } from './names.ts';
import { type PropertyRow, type PropertyTable, SIDES } from './properties.ts';
import { readAs } from './types.ts';
import type { DeclaredPart, Value } from './value.ts';

export type Longhand = readonly [property: string, value: Value];
/** What is wrong with a value: the piece that cannot be read, if it is one of them. */
export type Unreadable = { readonly kind: 'unreadable'; readonly node: CssNode | null };

const unreadable = (node: CssNode | null): Unreadable => ({ kind: 'unreadable', node });
const isUnreadable = (value: Value | Unreadable): value is Unreadable => value.kind === 'unreadable';

/** Reads the pieces of a value by its property's row. */
export const readValue = (
  row: PropertyRow,
  pieces: readonly CssNode[],
  table: PropertyTable,
): readonly Longhand[] | Unreadable => {
  const [first] = pieces;
  if (first === undefined) return unreadable(null);
  if (row.many === 'one to four') return readSides(row, pieces);
  if (row.sets.length > 0) return readAnyOrder(row, pieces, table);
  const value = readLonghand(row, pieces, first);
  return isUnreadable(value) ? value : [[row.name, value]];
};

const readLonghand = (row: PropertyRow, pieces: readonly CssNode[], first: CssNode): Value | Unreadable => {
  const single = pieces.length === 1 && row.many !== 'list' ? readAs(first, row.values) : null;
  if (single !== null) return single;
  if (row.name === 'content') return readContent(pieces);
  if (row.name === 'font-family') return readFamilies(pieces);
  if (row.name === 'string-set') return readStringSet(pieces);
  if (row.name === 'size') return readPageSize(pieces);
  return unreadable(pieces.length === 1 ? first : (pieces[1] ?? first));
};

const readSides = (row: PropertyRow, pieces: readonly CssNode[]): readonly Longhand[] | Unreadable => {
  const values: Value[] = [];
  for (const piece of pieces) {
    const value = readAs(piece, row.values);
    if (value === null || values.length === 4) return unreadable(piece);
    values.push(value);
  }
  // CSS: top; right or top; bottom or top; left, or right, or top.
  const order = [[0], [1, 0], [2, 0], [3, 1, 0]];
  return row.sets.flatMap((property, side) => {
    const value = (order[side] ?? [])
      .map((index) => values[index])
      .find((candidate) => candidate !== undefined);
    return value === undefined ? [] : [[property, value] as const];
  });
};

const BORDER_PARTS = ['width', 'style', 'color'] as const;

/** `border: 1pt solid #ccc` in any order; what is not said falls back to its initial value, as in CSS. */
const readAnyOrder = (
  row: PropertyRow,
  pieces: readonly CssNode[],
  table: PropertyTable,
): readonly Longhand[] | Unreadable => {
  const found = new Map<string, Value>();
  for (const piece of pieces) {
    const part = BORDER_PARTS.find(
      (name) => !found.has(name) && readAs(piece, rowOfPart(table, name)) !== null,
    );
    const value = part === undefined ? null : readAs(piece, rowOfPart(table, part));
    if (part === undefined || value === null) return unreadable(piece);
    found.set(part, value);
  }
  const initial: Readonly<Record<string, Value>> = {
    width: { kind: 'length', value: 1.5, unit: 'pt' },
    style: { kind: 'keyword', word: 'none' },
    color: { kind: 'keyword', word: 'currentcolor' },
  };
  return row.sets.flatMap((property) => {
    const part = property.slice(property.lastIndexOf('-') + 1);
    const value = found.get(part) ?? initial[part];
    return value === undefined ? [] : [[property, value] as const];
  });
};

const rowOfPart = (table: PropertyTable, part: string): readonly string[] =>
  table.get(`border-${SIDES[0]}-${part}`)?.values ?? [];

const isComma = (node: CssNode): boolean => node.type === 'Operator' && node.value === ',';

const readFamilies = (pieces: readonly CssNode[]): Value | Unreadable => {
  const names: string[] = [];
  for (const [index, piece] of pieces.entries()) {
    const value = readAs(piece, ['<family>']);
    if (index % 2 === 1 ? !isComma(piece) : value?.kind !== 'names') return unreadable(piece);
    if (value?.kind === 'names') names.push(...value.names);
  }
  return pieces.length % 2 === 1 ? { kind: 'names', names } : unreadable(pieces.at(-1) ?? null);
};

const readStringSet = (pieces: readonly CssNode[]): Value | Unreadable => {
  if (pieces.length === 1 && pieces[0]?.type === 'Identifier' && pieces[0].name === 'none')
    return { kind: 'names', names: [] };
  const names: string[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (index % 3 === 0 && piece.type === 'Identifier') names.push(piece.name);
    else if (
      !(index % 3 === 1 && piece.type === 'Function' && piece.name === 'content' && piece.children.isEmpty) &&
      !(index % 3 === 2 && isComma(piece))
    )
      return unreadable(piece);
  }
  return pieces.length % 3 === 2 ? { kind: 'names', names } : unreadable(pieces.at(-1) ?? null);
};

const readPageSize = (pieces: readonly CssNode[]): Value | Unreadable => {
  const [first = null, second] = pieces;
  const [width, height] = pieces.map((piece) => readAs(piece, ['<positive-length>']));
  if (width && height && pieces.length === 2) return { kind: 'size', width, height };
  const paper =
    first?.type === 'Identifier'
      ? Object.entries(PAGE_SIZES).find(([name]) => name.toLowerCase() === first.name.toLowerCase())
      : undefined;
  const turn = second === undefined ? 'portrait' : second.type === 'Identifier' ? second.name : '';
  if (paper === undefined || pieces.length > 2) return unreadable(first);
  if (turn !== 'portrait' && turn !== 'landscape') return unreadable(second ?? first);
  const [short, long] = paper[1].map((value): Value => ({ kind: 'length', value, unit: 'pt' }));
  if (short === undefined || long === undefined) return unreadable(first);
  return turn === 'portrait'
    ? { kind: 'size', width: short, height: long }
    : { kind: 'size', width: long, height: short };
};

const readContent = (pieces: readonly CssNode[]): Value | Unreadable => {
  const parts: DeclaredPart[] = [];
  for (const piece of pieces) {
    const part =
      piece.type === 'String'
        ? ({ kind: 'text', text: piece.value } as const)
        : piece.type === 'Function'
          ? contentFunction(piece)
          : null;
    if (part === null) return unreadable(piece);
    parts.push(part);
  }
  return { kind: 'content', parts };
};

/** The inner words of a function, with inner functions as `name(words)`: `attr(href),page`. */
const innerOf = (node: FunctionNode): string =>
  node.children
    .toArray()
    .map((child) => {
      if (child.type === 'Identifier') return child.name;
      if (child.type === 'Function') return `${child.name}(${innerOf(child)})`;
      return child.type === 'Operator' ? child.value.trim() : '?';
    })
    .join('');

const contentFunction = (node: FunctionNode): DeclaredPart | null => {
  const [only] = node.children.toArray();
  if (node.name === 'leader' && node.children.size === 1 && only?.type === 'String' && only.value !== '')
    return { kind: 'leader', fill: only.value };
  const call = `${node.name}(${innerOf(node)})`;
  if (call === 'counter(page)' || call === 'counter(pages)')
    return { kind: 'counter', counter: call === 'counter(page)' ? 'page' : 'pages', style: 'decimal' };
  const target = /^target-counter\(attr\(([a-z-]+)\),page\)$/.exec(call)?.[1];
  if (target !== undefined) return { kind: 'target-attribute', name: target };
  const [, kind, name] = /^(string|attr)\(([A-Za-z_][\w-]*)\)$/.exec(call) ?? [];
  if (name === undefined) return null;
  return kind === 'attr' ? { kind: 'attribute', name } : { kind: 'string', name };
};
