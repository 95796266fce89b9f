// References in a formula, whichever way they are written, as ranges of a sheet.

import { columnOf } from '../../codec/xlsx/address.ts';
import type { FormulaToken } from '../../codec/xlsx/formula-tokens.ts';
import type { ReadRange, ReadTable, ReadWorkbook } from '../../codec/xlsx/index.ts';
import { MOST_COLUMNS, MOST_ROWS } from '../../model/sheet-limits.ts';
import { resolveStructured } from './structured-reference.ts';

export type PlacedTable = { readonly sheet: string; readonly table: ReadTable };
export type Tables = ReadonlyMap<string, PlacedTable>;

/** Where a formula stands. A defined name stands nowhere: its sheet is empty and its row 0. */
export type Standpoint = { readonly sheet: string; readonly row: number; readonly column: number };

/** `length` counts the tokens it takes. */
export type Reference = { readonly sheet: string; readonly range: ReadRange; readonly length: number };

/** The tables of a workbook by name, capitals not told apart. */
export const tablesOf = ({ sheets }: ReadWorkbook): Tables =>
  new Map(
    sheets.flatMap(({ name, tables }) =>
      tables.map((table): [string, PlacedTable] => [table.name.toLowerCase(), { sheet: name, table }]),
    ),
  );

/** The reference that begins at `at`, in tokens without spaces; null where there is none. */
export const referenceAt = (
  tokens: readonly FormulaToken[],
  at: number,
  standpoint: Standpoint,
  tables: Tables,
): Reference | null => structuredAt(tokens, at, standpoint, tables) ?? plainAt(tokens, at, standpoint);

const structuredAt = (
  tokens: readonly FormulaToken[],
  at: number,
  standpoint: Standpoint,
  tables: Tables,
): Reference | null => {
  const [first, second] = tokens.slice(at, at + 2);
  const named = first?.kind === 'word';
  if (!named && first?.kind !== 'bracket') return null;
  const placed = named ? tables.get(first.text.toLowerCase()) : around(standpoint, tables);
  const bracket = named ? (second?.kind === 'bracket' ? second.text : '[]') : first.text;
  if (placed === undefined || (named && second?.text === '(')) return null;
  const range = resolveStructured(bracket, placed.table, standpoint.row);
  const length = named && second?.kind === 'bracket' ? 2 : 1;
  return range === null ? null : { sheet: placed.sheet, range, length };
};

/** The table that a formula stands in. */
const around = ({ sheet, row, column }: Standpoint, tables: Tables): PlacedTable | undefined =>
  [...tables.values()].find(
    ({ sheet: own, table: { range } }) =>
      own === sheet &&
      row >= range.top &&
      row <= range.bottom &&
      column >= range.left &&
      column <= range.right,
  );

const plainAt = (tokens: readonly FormulaToken[], at: number, standpoint: Standpoint): Reference | null => {
  const onSheet = tokens[at]?.kind === 'sheet' ? sheetName(tokens[at].text) : null;
  const start = at + (onSheet === null ? 0 : 1);
  const colon = tokens[start + 1]?.text === ':';
  const again =
    colon && tokens[start + 2]?.kind === 'sheet' && sheetName(tokens[start + 2]?.text ?? '') === onSheet;
  const end = start + (again ? 3 : 2);
  const from = corner(tokens[start]);
  const to = colon ? corner(tokens[end]) : null;
  const sheet = onSheet ?? standpoint.sheet;
  if (from !== null && to !== null && from.kind === to.kind)
    return { sheet, range: spanning(from, to), length: end + 1 - at };
  return from?.kind === 'cell' ? { sheet, range: spanning(from, from), length: start + 1 - at } : null;
};

const sheetName = (token: string): string => {
  const name = token.endsWith('!') ? token.slice(0, -1) : token;
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
};

/** Whole columns and rows leave the other side open, which is 0. */
type Corner = { readonly kind: 'cell' | 'column' | 'row'; readonly row: number; readonly column: number };

const corner = (token: FormulaToken | undefined): Corner | null => {
  const text = token?.text.replaceAll('$', '').toUpperCase() ?? '';
  const [, letters = '', digits = ''] = /^([A-Z]{0,3})(\d{0,7})$/.exec(text) ?? [];
  const place = { row: Number(digits), column: columnOf(letters) };
  if (token?.kind === 'cell') return { kind: 'cell', ...place };
  if (token?.kind === 'word' && letters !== '' && digits === '') return { kind: 'column', ...place };
  const bare = token?.kind === 'number' || token?.kind === 'word';
  return bare && letters === '' && digits !== '' ? { kind: 'row', ...place } : null;
};

const spanning = (a: Corner, b: Corner): ReadRange => ({
  top: a.kind === 'column' ? 1 : Math.min(a.row, b.row),
  bottom: a.kind === 'column' ? MOST_ROWS : Math.max(a.row, b.row),
  left: a.kind === 'row' ? 1 : Math.min(a.column, b.column),
  right: a.kind === 'row' ? MOST_COLUMNS : Math.max(a.column, b.column),
});
