// A declaration's value to longhands: `margin: 0 auto` becomes four typed values, or a sentence that says what is wrong.
import { type CssNode, parse } from 'css-tree';
import { type PropertyRow, type PropertyTable, SIDES } from './properties.ts';
import { readContent } from './read-content.ts';
import {
  readCounters,
  readFamilies,
  readGridSpan,
  readPageSize,
  readStringSet,
  readTracks,
  type Unreadable,
  unreadable,
} from './read-lists.ts';
import { readAs } from './types.ts';
import type { Value } from './value.ts';

export type Longhand = readonly [property: string, value: Value];

const isUnreadable = (value: Value | Unreadable): value is Unreadable => value.kind === 'unreadable';

/** Reads the pieces of a value by its property's row. */
export const readValue = (
  row: PropertyRow,
  pieces: readonly CssNode[],
  table: PropertyTable,
): readonly Longhand[] | Unreadable => {
  const [first] = pieces;
  if (first === undefined) return unreadable(null);
  const wide = pieces.length === 1 && row.on === 'elements' ? readWide(row, first, table) : null;
  if (wide !== null) return wide;
  if (row.many === 'one to four' || row.many === 'one or two') return readSides(row, pieces);
  if (row.sets.length > 0) return readAnyOrder(row, pieces, table);
  const value = readLonghand(row, pieces, first);
  return isUnreadable(value) ? value : [[row.name, value]];
};

/** `inherit` and `initial`, which every property of elements takes. */
const readWide = (row: PropertyRow, node: CssNode, table: PropertyTable): readonly Longhand[] | null => {
  const word = node.type === 'Identifier' ? node.name.toLowerCase() : '';
  const names = row.sets.length > 0 ? row.sets : [row.name];
  if (word === 'inherit') return names.map((name) => [name, { kind: 'inherit' }] as const);
  return word === 'initial' ? names.flatMap((name) => initialOf(name, table)) : null;
};

const initialOf = (name: string, table: PropertyTable): readonly Longhand[] => {
  const row = table.get(name);
  const node = row === undefined ? null : parse(row.initial, { context: 'value' });
  if (row === undefined || node?.type !== 'Value') return [];
  const longhands = readValue(row, node.children.toArray(), table);
  return 'kind' in longhands ? [] : longhands;
};

/** Properties whose value is more than one piece. */
const READERS: Readonly<Record<string, (pieces: readonly CssNode[]) => Value | Unreadable>> = {
  content: readContent,
  'font-family': readFamilies,
  'string-set': readStringSet,
  size: readPageSize,
  'grid-template-columns': readTracks,
  'grid-column': readGridSpan,
  'counter-reset': (pieces) => readCounters(pieces, 0),
  'counter-increment': (pieces) => readCounters(pieces, 1),
};

const readLonghand = (row: PropertyRow, pieces: readonly CssNode[], first: CssNode): Value | Unreadable => {
  const single = pieces.length === 1 && row.many !== 'list' ? readAs(first, row.values) : null;
  if (single !== null) return single;
  const read = READERS[row.name];
  return read === undefined ? unreadable(pieces.length === 1 ? first : (pieces[1] ?? first)) : read(pieces);
};

const readSides = (row: PropertyRow, pieces: readonly CssNode[]): readonly Longhand[] | Unreadable => {
  const values: Value[] = [];
  for (const piece of pieces) {
    const value = readAs(piece, row.values);
    if (value === null || values.length === row.sets.length) return unreadable(piece);
    values.push(value);
  }
  // CSS: top; right or top; bottom or top; left, or right, or top. Of two: row; column or row.
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
