// One sheet's part, cell by cell as it streams by: rows and cells that hold nothing leave nothing behind.

import { columnLetters } from '../../model/sheet-address.ts';
import { MOST_COLUMNS, MOST_ROWS } from '../../model/sheet-limits.ts';
import { readAddress, readRange } from './address.ts';
import type { Budget } from './budget.ts';
import { decodeCellText } from './cell-text.ts';
import { MOST_CELLS } from './limits.ts';
import { readValue, type ValueContext } from './read-value.ts';
import type { ReadCell, ReadRange, UnlockedBand } from './read-workbook.ts';
import { quoted, XlsxRefused } from './refused.ts';
import { type SharedFormulas, sharedFormulas } from './shared-formulas.ts';
import { PLAIN, type ReadStyle } from './styles.ts';
import { collectUnlocked } from './unlocked.ts';
import { type Attributes, readXml, relationOf } from './xml.ts';

export type SheetContext = ValueContext & {
  readonly styles: readonly ReadStyle[];
  readonly budget: Budget;
};
export type SheetPart = {
  readonly rows: ReadonlyMap<number, readonly ReadCell[]>;
  readonly unlocked: readonly UnlockedBand[];
  readonly merges: readonly ReadRange[];
  /** Relationships of its tables. */
  readonly tables: readonly string[];
};

/** A cell while its element is open. */
type OpenCell = {
  readonly column: number;
  readonly type: string;
  readonly style: ReadStyle;
  raw: string | null;
  inline: string | null;
  formula: string | null;
  formulaAttributes: Attributes | null;
};

/** Throws XlsxRefused; so it does for cells out of order, which two programs could read in two ways. */
export const readSheetPart = (part: string, bytes: Uint8Array, context: SheetContext): SheetPart => {
  const rows = new Map<number, ReadCell[]>();
  const unlocked = collectUnlocked();
  const merges: ReadRange[] = [];
  const tables: string[] = [];
  const formulas = sharedFormulas();
  let row = 0;
  let column = 0;
  let cell: OpenCell | null = null;
  let piece: string | null = null;

  const open = (name: string, attributes: Attributes, parent: string): void => {
    if (name === 'row' && parent === 'sheetData') {
      row = nextRow(row, attributes.r);
      column = 0;
    } else if (name === 'c' && parent === 'row') {
      column = nextColumn(row, column, attributes.r);
      cell = openCell(column, attributes, context);
    } else if (cell !== null) {
      if (name === 'f' && parent === 'c') cell.formulaAttributes = attributes;
      if ((name === 'v' || name === 'f') && parent === 'c') piece = '';
      if (name === 't' && (parent === 'is' || parent === 'r')) piece = '';
    } else if (name === 'mergeCell' && parent === 'mergeCells') {
      merges.push(readRange(attributes.ref ?? ''));
      if (merges.length > MOST_CELLS)
        throw new XlsxRefused(`A sheet has more than ${MOST_CELLS} merged ranges.`);
    } else if (name === 'tablePart' && parent === 'tableParts') tables.push(relationOf(attributes) ?? '');
  };

  const close = (name: string, parent: string): void => {
    if (cell === null) return;
    if (piece !== null) takePiece(cell, name, piece);
    piece = null;
    if (name !== 'c' || parent !== 'row') return;
    const { style } = cell;
    if (style.unlocked) unlocked.add(row, column);
    const kept = finishCell(cell, row, formulas, context);
    if (kept !== null) {
      context.budget.takeCell(kept.formula);
      const cells = rows.get(row);
      if (cells === undefined) rows.set(row, [kept]);
      else cells.push(kept);
    }
    cell = null;
  };

  const text = (more: string): void => {
    if (piece !== null) piece += more;
  };
  readXml(part, bytes, { open, close, text });
  return { rows, unlocked: unlocked.bands(), merges, tables };
};

const nextRow = (before: number, r: string | undefined): number => {
  const row = r === undefined ? before + 1 : /^[1-9]\d{0,6}$/.test(r) ? Number(r) : 0;
  if (row < 1 || row > MOST_ROWS) throw new XlsxRefused(`${quoted(r ?? '')} is no row.`);
  if (row <= before) throw new XlsxRefused(`Row ${row} comes after row ${before}.`);
  return row;
};

const nextColumn = (row: number, before: number, r: string | undefined): number => {
  if (r === undefined && before < MOST_COLUMNS) return before + 1;
  const place = readAddress(r ?? '');
  if (place.row !== row) throw new XlsxRefused(`The cell ${quoted(r ?? '')} stands in row ${row}.`);
  if (place.column <= before)
    throw new XlsxRefused(
      `The cell ${columnLetters(place.column)}${row} is there twice, or after those to its right.`,
    );
  return place.column;
};

const openCell = (column: number, { t = 'n', s }: Attributes, { styles }: SheetContext): OpenCell => ({
  column,
  type: t,
  style: (s === undefined ? undefined : styles[Number(s)]) ?? styles[0] ?? PLAIN,
  raw: null,
  inline: null,
  formula: null,
  formulaAttributes: null,
});

const takePiece = (cell: OpenCell, name: string, piece: string): void => {
  if (name === 'v') cell.raw = piece;
  if (name === 'f') cell.formula = piece;
  if (name === 't') cell.inline = (cell.inline ?? '') + decodeCellText(piece);
};

/** Null where the cell holds nothing. */
const finishCell = (
  cell: OpenCell,
  row: number,
  formulas: SharedFormulas,
  context: SheetContext,
): ReadCell | null => {
  const { column, style } = cell;
  const value = readValue(cell, context, `${columnLetters(column)}${row}`);
  const formula =
    cell.formula === null
      ? null
      : formulas(decodeCellText(cell.formula), cell.formulaAttributes ?? {}, row, column);
  if (value.kind === 'empty' && formula === null) return null;
  return { row, column, value, formula, unlocked: style.unlocked, format: style.format };
};
