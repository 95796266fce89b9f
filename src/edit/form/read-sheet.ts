// The rows of one sheet of a filled form, in the order in which they stand.
import type { ReadCell, ReadSheet } from '../../codec/xlsx/index.ts';
import type { RecordSheet } from './fields.ts';
import { KEY_JOIN } from './fields.ts';
import { cellAt, type FilledCell, type FilledRow, refusedForm } from './filled.ts';
import type { Columns } from './find-columns.ts';
import { type CellReading, readCell } from './read-cell.ts';
import type { Said } from './verdict.ts';

/** More merged areas than people make by hand, and as many as a row is held against. */
const MOST_MERGES = 1000;

/** More rows than any attestation has duties. */
const MOST_ROWS = 100_000;

/** Rows with nothing in their id and their fields are passed over. Throws `form-refused` for a sheet merged all over. */
export const readRows = (sheet: ReadSheet, records: RecordSheet, columns: Columns): readonly FilledRow[] => {
  if (sheet.merges.length > MOST_MERGES)
    throw refusedForm(
      `The sheet ${sheet.name} has ${sheet.merges.length} merged areas.`,
      'Undo the merging: a row is one record.',
    );
  const rows: FilledRow[] = [];
  for (const [number, cells] of sheet.rows) {
    if (number <= columns.headerRow) continue;
    const used = cells.filter(isUsed);
    if (used.length > 0) rows.push(...rowOf({ sheet, records, columns, number }, used));
    if (rows.length > MOST_ROWS)
      throw refusedForm(
        `The sheet ${sheet.name} has more than ${MOST_ROWS} rows.`,
        'Remove what does not belong there.',
      );
  }
  return rows;
};

const isUsed = ({ value, formula }: ReadCell): boolean => value.kind !== 'empty' || formula !== null;

type Spot = {
  readonly sheet: ReadSheet;
  readonly records: RecordSheet;
  readonly columns: Columns;
  readonly number: number;
};

const rowOf = (spot: Spot, used: readonly ReadCell[]): readonly FilledRow[] => {
  const { sheet, columns, number } = spot;
  const found = new Map(used.map((cell) => [cell.column, cell]));
  const merged = mergedColumns(spot);
  const cells = new Map<string, FilledCell>();
  for (const [column, field] of columns.fields) {
    const reading = merged(column)
      ? mergedCell(readCell(field, found.get(column)))
      : readCell(field, found.get(column));
    cells.set(field.key, { at: cellAt(sheet.name, number, column), reading });
  }
  const key = keyOf(spot, found, merged);
  const blank = [...cells.values()].every(
    ({ reading }) => reading.kind === 'value' && reading.value === null,
  );
  return key.id === '' && key.trouble === null && blank ? [] : [{ ...key, cells }];
};

/** Whether a column of the row belongs to a merged area. */
const mergedColumns = ({ sheet, number }: Spot): ((column: number) => boolean) => {
  const over = sheet.merges.filter(
    ({ top, bottom, left, right }) => top <= number && number <= bottom && (top !== bottom || left !== right),
  );
  return (column) => over.some(({ left, right }) => left <= column && column <= right);
};

const MERGED: Said = {
  sentence: 'It belongs to merged cells, so nobody can tell for which row it speaks.',
  hint: 'Undo the merging, and write the value into each row.',
};

const mergedCell = (reading: CellReading): CellReading => ({
  kind: 'fault',
  shown: reading.kind === 'value' ? reading.value : reading.shown,
  why: MERGED,
});

type Key = Pick<FilledRow, 'id' | 'at' | 'trouble'>;

const keyOf = (
  { sheet, columns, number }: Spot,
  found: ReadonlyMap<number, ReadCell>,
  merged: (column: number) => boolean,
): Key => {
  const cells = columns.keys.map((column) => found.get(column));
  const parts = cells.map((cell) => (cell === undefined ? '' : keyText(cell)));
  const at = cellAt(sheet.name, number, columns.keys[0] ?? 1);
  const id = parts.every((part) => part === '') ? '' : parts.join(KEY_JOIN);
  if (columns.keys.some(merged)) return { id, at, trouble: MERGED };
  const formula = cells.some((cell) => cell !== undefined && cell.formula !== null);
  return { id, at, trouble: formula ? FORMULA : null };
};

const FORMULA: Said = {
  sentence: 'The id is a formula.',
  hint: 'Put the id back as text; formulas are not followed.',
};

const keyText = ({ value }: ReadCell): string => {
  if (value.kind === 'text') return value.text.trim();
  return value.kind === 'number' ? String(value.number) : '';
};
