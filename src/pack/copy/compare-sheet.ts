// One sheet and its copy: every locked cell of the original looked up in the copy, then every cell of the copy that is new.
import type { ReadCell, ReadSheet, ReadTable } from '../../codec/xlsx/index.ts';
import {
  addressOf,
  type CellPlace,
  cellAt,
  isSameValue,
  isUnlocked,
  shownCell,
  shownValue,
} from './cells.ts';
import type { Ledger, WorkbookDifference } from './differences.ts';
import { dataOf, type TablePair } from './match-table.ts';
import { showsMore } from './own-text.ts';
import type { Placing } from './placing.ts';

export type SheetPair = {
  readonly original: ReadSheet;
  readonly copy: ReadSheet;
  readonly placing: Placing;
  /** True when both formulas say the same, each where it stands. */
  readonly isSameFormula: (was: ReadCell, now: ReadCell) => boolean;
};

export const compareSheet = (pair: SheetPair, ledger: Ledger): void => {
  for (const cells of pair.original.rows.values()) {
    for (const cell of cells) compareCell(cell, pair, ledger);
  }
  for (const table of pair.placing.pairs) listMissing(table, pair, ledger);
  for (const cells of pair.copy.rows.values()) listNew(cells, pair, ledger);
  for (const table of pair.placing.pairs) listMoves(table, pair.original.name, ledger);
};

const compareCell = (
  was: ReadCell,
  { original, copy, placing, isSameFormula }: SheetPair,
  ledger: Ledger,
): void => {
  if (was.unlocked) return;
  const place = placing.toCopy(was);
  if (place === null) {
    if (!isToldAsWhole(was, placing)) ledger.add(lost(was, original.name));
    return;
  }
  const now = cellAt(copy, place);
  const where = { sheet: original.name, address: addressOf(place), was: addressOf(was) };
  if (!isSameCell(was, now, isSameFormula)) ledger.add({ kind: 'cell', ...where, ...shownBoth(was, now) });
  else if (now !== null && showsMore(now.format, was.format))
    ledger.add({ kind: 'number-format', ...where, now: now.format, before: was.format });
};

/** True in a row or column of which `listMissing` tells. */
const isToldAsWhole = (was: ReadCell, { pairs }: Placing): boolean =>
  pairs.some(({ original, kept }) => {
    const { top, bottom } = dataOf(original);
    if (!isColumnOf(original, was) || was.row < original.range.top || was.row > original.range.bottom)
      return false;
    const inData = was.row >= top && was.row <= bottom;
    return !kept.columns.has(was.column) || (inData && !kept.rows.has(was.row));
  });

const lost = (was: ReadCell, sheet: string): WorkbookDifference => {
  const address = addressOf(was);
  return { kind: 'cell', sheet, address, was: address, now: 'nothing', before: shownCell(was) };
};

const isSameCell = (
  was: ReadCell,
  now: ReadCell | null,
  isSameFormula: SheetPair['isSameFormula'],
): boolean => {
  if (now === null || (was.formula === null) !== (now.formula === null)) return false;
  if (was.formula === null) return isSameValue(was.value, now.value);
  // What a formula comes to follows from the auditor's cells; that it comes to nothing at all does not.
  const failed = now.value.kind === 'error' && !isSameValue(was.value, now.value);
  return !failed && isSameFormula(was, now);
};

/** A formula that stayed and now fails is shown by what it comes to. */
const shownBoth = (
  was: ReadCell,
  now: ReadCell | null,
): { readonly now: string; readonly before: string } => {
  const [shown, before] = [shownCell(now), shownCell(was)];
  return now !== null && shown === before && now.value.kind === 'error'
    ? { now: shownValue(now.value), before: shownValue(was.value) }
    : { now: shown, before };
};

const listMissing = ({ original: table, kept }: TablePair, { original }: SheetPair, ledger: Ledger): void => {
  const { top, bottom, left } = dataOf(table);
  for (let row = top; row <= bottom; row += 1) {
    const place = { row, column: left };
    if (!kept.rows.has(row))
      ledger.add({
        kind: 'row-missing',
        sheet: original.name,
        address: addressOf(place),
        called: shownCell(cellAt(original, place)),
      });
  }
  table.columns.forEach((called, index) => {
    const address = addressOf({ row: table.range.top, column: left + index });
    if (!kept.columns.has(left + index))
      ledger.add({ kind: 'column-missing', sheet: original.name, address, called });
  });
};

const listNew = (cells: readonly ReadCell[], pair: SheetPair, ledger: Ledger): void => {
  const { original, placing } = pair;
  const row = cells[0]?.row ?? 0;
  for (const table of placing.pairs) listNewRow(cells, row, table, pair, ledger);
  for (const cell of cells) {
    if (isInNewRow(cell, placing)) continue;
    const table = placing.pairs.find(
      ({ copy }) => isColumnOf(copy, cell) && row >= copy.range.top && row <= copy.range.bottom,
    );
    if (table !== undefined && !table.columns.has(cell.column)) {
      if (row === table.copy.range.top)
        ledger.add({
          kind: 'column-added',
          sheet: original.name,
          address: addressOf(cell),
          called: shownCell(cell),
        });
      continue;
    }
    listNewCell(cell, pair, ledger);
  }
};

const listNewCell = (cell: ReadCell, { original, placing }: SheetPair, ledger: Ledger): void => {
  const place = placing.toOriginal(cell);
  if (place !== null && (isUnlocked(original, place) || cellAt(original, place) !== null)) return;
  const address = addressOf(cell);
  const was = place === null ? address : addressOf(place);
  ledger.add({ kind: 'cell', sheet: original.name, address, was, now: shownCell(cell), before: 'nothing' });
};

const isColumnOf = ({ range }: ReadTable, { column }: CellPlace): boolean =>
  column >= range.left && column <= range.right;

const isNewRow = ({ copy, rows }: TablePair, row: number): boolean => {
  const { top, bottom } = dataOf(copy);
  return row >= top && row <= bottom && !rows.has(row);
};

const isInNewRow = (cell: ReadCell, { pairs }: Placing): boolean =>
  pairs.some((table) => isColumnOf(table.copy, cell) && isNewRow(table, cell.row));

const listNewRow = (
  cells: readonly ReadCell[],
  row: number,
  table: TablePair,
  { original }: SheetPair,
  ledger: Ledger,
): void => {
  const own = isNewRow(table, row) ? cells.filter((cell) => isColumnOf(table.copy, cell)) : [];
  const [first] = own;
  if (first === undefined) return;
  const listed = own
    .slice(0, MOST_LISTED)
    .map((cell) => ({ address: addressOf(cell), value: shownCell(cell) }));
  ledger.add({ kind: 'row-added', sheet: original.name, address: addressOf(first), cells: listed });
};

/** Cells of a new row that are listed. */
const MOST_LISTED = 50;

const listMoves = ({ rows, columns }: TablePair, sheet: string, ledger: Ledger): void => {
  if (!isRising([...rows.values()])) ledger.note({ kind: 'rows-moved', sheet });
  if (!isRising([...columns.values()])) ledger.note({ kind: 'columns-moved', sheet });
};

const isRising = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
