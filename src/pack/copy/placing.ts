// Where cells of a copied sheet stood in the original, and the other way round: within matched tables by key and header, else by address.
import type { ReadRange, ReadSheet } from '../../codec/xlsx/index.ts';
import type { CellPlace } from './cells.ts';
import { dataOf, matchTable, type TablePair } from './match-table.ts';

export type Placing = {
  readonly pairs: readonly TablePair[];
  /** Null for a cell that the original does not have. */
  readonly toOriginal: (place: CellPlace) => CellPlace | null;
  /** Null for a cell that the copy does not have any more. */
  readonly toCopy: (place: CellPlace) => CellPlace | null;
  readonly rangeToOriginal: (range: ReadRange) => ReadRange | null;
};

/** What places are carried by, in either direction. */
type Sides = Omit<TablePair, 'kept'>;

export const placeSheet = (original: ReadSheet, copy: ReadSheet): Placing => {
  const pairs = original.tables.flatMap((table) => matchTable(table, original, copy) ?? []);
  const there = pairs.map(reversed);
  const toOriginal = (place: CellPlace): CellPlace | null => carry(place, pairs);
  return {
    pairs,
    toOriginal,
    toCopy: (place) => carry(place, there),
    rangeToOriginal: (range) => carryRange(range, pairs, toOriginal),
  };
};

const reversed = ({ original, copy, rows, columns }: TablePair): Sides => ({
  original: copy,
  copy: original,
  rows: flipped(rows),
  columns: flipped(columns),
});

const flipped = (map: ReadonlyMap<number, number>): ReadonlyMap<number, number> =>
  new Map([...map].map(([a, b]) => [b, a]));

const isWithin = ({ row, column }: CellPlace, { top, left, bottom, right }: ReadRange): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

/** From the copy's side of each pair to the original's. */
const carry = (place: CellPlace, pairs: readonly Sides[]): CellPlace | null => {
  const pair = pairs.find(({ copy }) => isWithin(place, copy.range));
  if (pair === undefined) return pairs.some(({ original }) => isWithin(place, original.range)) ? null : place;
  const row = carryRow(place.row, pair);
  const column = pair.columns.get(place.column);
  return row === null || column === undefined ? null : { row, column };
};

const carryRow = (row: number, { original, copy, rows }: Sides): number | null => {
  const data = dataOf(copy);
  if (row < data.top)
    return row - copy.range.top < original.headerRows ? original.range.top + row - copy.range.top : null;
  if (row <= data.bottom) return rows.get(row) ?? null;
  return copy.range.bottom - row < original.totalsRows
    ? original.range.bottom - (copy.range.bottom - row)
    : null;
};

/**
 * A single cell moves with its row and column. A range that takes all rows of a table, with or without its header, still does; of any
 * other, the rows stay what they are: nobody knows which of them were meant.
 */
const carryRange = (
  range: ReadRange,
  pairs: readonly Sides[],
  toOriginal: (place: CellPlace) => CellPlace | null,
): ReadRange | null => {
  const { top, left, bottom, right } = range;
  if (top === bottom && left === right) {
    const there = toOriginal({ row: top, column: left });
    return there && { top: there.row, left: there.column, bottom: there.row, right: there.column };
  }
  const pair = pairs.find(
    ({ copy }) =>
      isWithin({ row: top, column: left }, copy.range) &&
      isWithin({ row: bottom, column: right }, copy.range),
  );
  if (pair === undefined) return range;
  const rows = carryRows(range, pair);
  const from = pair.columns.get(left);
  const to = pair.columns.get(right);
  if (rows === null || from === undefined || to === undefined) return null;
  return { ...rows, left: Math.min(from, to), right: Math.max(from, to) };
};

const carryRows = ({ top, bottom }: ReadRange, pair: Sides): Pick<ReadRange, 'top' | 'bottom'> | null => {
  const [here, there] = [dataOf(pair.copy), dataOf(pair.original)];
  if (top === bottom) {
    const row = carryRow(top, pair);
    return row === null ? null : { top: row, bottom: row };
  }
  const first = new Map([
    [pair.copy.range.top, pair.original.range.top],
    [here.top, there.top],
  ]).get(top);
  const last = new Map([
    [pair.copy.range.bottom, pair.original.range.bottom],
    [here.bottom, there.bottom],
  ]).get(bottom);
  return { top: first ?? top, bottom: last ?? bottom };
};
