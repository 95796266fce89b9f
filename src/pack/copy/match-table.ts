// A table of the original and the same table in the copy: which row is which by the values of its first columns, which column by its header.
import type { ReadCell, ReadRange, ReadSheet, ReadTable } from '../../codec/xlsx/index.ts';
import { cellAt, isUnlocked, plainText, shownValue } from './cells.ts';

/** Rows and columns by their numbers in the copy, to those in the original; what is new in the copy is not among them. */
export type TablePair = {
  readonly original: ReadTable;
  readonly copy: ReadTable;
  readonly rows: ReadonlyMap<number, number>;
  readonly columns: ReadonlyMap<number, number>;
  /** What of the original is still there. */
  readonly kept: { readonly rows: ReadonlySet<number>; readonly columns: ReadonlySet<number> };
};

export const dataOf = ({ range, headerRows, totalsRows }: ReadTable): ReadRange => ({
  ...range,
  top: range.top + headerRows,
  bottom: range.bottom - totalsRows,
});

/** Null where rows cannot be told apart by what they say, or the copy has no such table: cells are then compared by address. */
export const matchTable = (table: ReadTable, original: ReadSheet, copy: ReadSheet): TablePair | null => {
  const there = findTable(table, copy);
  if (there === null) return null;
  const columns = matchColumns(table, there);
  const keys = rowKeys(original, table);
  if (keys === null) return null;
  const now = new Map([...columns].map(([column, was]) => [was, column]));
  const keyColumns = keys.columns.flatMap((column) => now.get(column) ?? []);
  if (keyColumns.length < keys.columns.length) return null;
  const rows = matchRows(keys.rows, copy, dataOf(there), keyColumns);
  const kept = { rows: new Set(rows.values()), columns: new Set(columns.values()) };
  return { original: table, copy: there, rows, columns, kept };
};

const findTable = (table: ReadTable, copy: ReadSheet): ReadTable | null =>
  copy.tables.find(({ name }) => name.toLowerCase() === table.name.toLowerCase()) ??
  unmarkedTable(table, copy);

/** Some programs keep a table's cells and forget that they were one: its headers still stand where they stood. */
const unmarkedTable = (table: ReadTable, copy: ReadSheet): ReadTable | null => {
  const { top, left, right } = table.range;
  if (table.headerRows !== 1) return null;
  const columns = Array.from({ length: right - left + 1 }, (_, index) => {
    const value = cellAt(copy, { row: top, column: left + index })?.value;
    return value?.kind === 'text' ? value.text : '';
  });
  if (!table.columns.every((column) => columns.some((one) => header(one) === header(column)))) return null;
  const key = left + columns.findIndex((one) => header(one) === header(table.columns[0] ?? ''));
  let bottom = top;
  while (cellAt(copy, { row: bottom + 1, column: key }) !== null) bottom += 1;
  return { ...table, range: { ...table.range, bottom: Math.max(bottom, top + 1) }, totalsRows: 0, columns };
};

const header = (text: string): string => plainText(text).toLowerCase();

const matchColumns = (table: ReadTable, there: ReadTable): ReadonlyMap<number, number> => {
  const byHeader = new Map(table.columns.map((name, index) => [header(name), table.range.left + index]));
  const columns = new Map<number, number>();
  there.columns.forEach((name, index) => {
    const column = byHeader.get(header(name));
    if (column !== undefined) columns.set(there.range.left + index, column);
    // A second column of that name is a new one.
    byHeader.delete(header(name));
  });
  return columns;
};

type RowKeys = { readonly columns: readonly number[]; readonly rows: ReadonlyMap<string, number> };

/**
 * Rows of the original by the values of as few columns from the left as tell them apart: an id where there is one, else a duty with what
 * was done to it and when. Null where even all columns that are not open to be typed into leave two rows alike.
 */
const rowKeys = (sheet: ReadSheet, table: ReadTable): RowKeys | null => {
  const { top, left, right } = dataOf(table);
  const columns: number[] = [];
  for (let column = left; column <= right; column += 1) {
    if (isUnlocked(sheet, { row: top, column })) continue;
    columns.push(column);
    const rows = keyRows(sheet, dataOf(table), columns);
    if (rows === 'no-key') return null;
    if (rows !== 'alike') return { columns, rows };
  }
  return null;
};

/** `no-key` where the first column is missing, computed, or open to be typed into in some row. */
const keyRows = (
  sheet: ReadSheet,
  { top, bottom }: ReadRange,
  columns: readonly number[],
): ReadonlyMap<string, number> | 'alike' | 'no-key' => {
  const rows = new Map<string, number>();
  for (let row = top; row <= bottom; row += 1) {
    const key = keyAt(sheet, row, columns);
    if (key === null || isUnlocked(sheet, { row, column: columns[0] ?? 0 })) return 'no-key';
    if (rows.has(key)) return 'alike';
    rows.set(key, row);
  }
  return rows;
};

/** What a row says in columns; null where the first of them says nothing of its own. */
const keyAt = (sheet: ReadSheet, row: number, columns: readonly number[]): string | null => {
  const parts = columns.map((column) => partAt(cellAt(sheet, { row, column })));
  return parts[0] === null ? null : JSON.stringify(parts);
};

/** What formulas come to follows from other cells, and tells no row apart. */
const partAt = (cell: ReadCell | null): string | null => {
  if (cell === null || cell.formula !== null) return null;
  return cell.value.kind === 'text'
    ? plainText(cell.value.text)
    : `${cell.value.kind} ${shownValue(cell.value)}`;
};

const matchRows = (
  keys: ReadonlyMap<string, number>,
  copy: ReadSheet,
  { top, bottom }: ReadRange,
  keyColumns: readonly number[],
): ReadonlyMap<number, number> => {
  const left = new Map(keys);
  const rows = new Map<number, number>();
  for (let row = top; row <= bottom; row += 1) {
    const key = keyAt(copy, row, keyColumns);
    const was = key === null ? undefined : left.get(key);
    if (key === null || was === undefined) continue;
    rows.set(row, was);
    left.delete(key);
  }
  return rows;
};
