// The three-way merge of one row: what stood in the form, what stands there now, and what the file says. A row is taken whole or
// not at all, but for its conflicts, in which the file keeps what it says.
import type { FormSheetKey, FormValues } from '../../model/form.ts';
import { type KnownIds, valueTrouble } from './check-value.ts';
import type { Field, RecordSheet } from './fields.ts';
import type { FilledCell, FilledRow } from './filled.ts';
import type { CellVerdict, Said } from './verdict.ts';

export type RowSides = {
  readonly row: FilledRow;
  /** What the form remembers of the record, and what the file says of it; null where there is none. */
  readonly base: FormValues | null;
  readonly file: FormValues | null;
};

/** `values` is the record as it comes to stand in the file; null where nothing of the row is applied. */
export type MergedRow = { readonly cells: readonly CellVerdict[]; readonly values: FormValues | null };

/** What makes the merged record none, with what to do; null where it is whole. */
export type WholeCheck = (values: FormValues) => Said | null;

/** `refusal` is why nothing of the row can be taken, null where it can. */
export const mergeRow = (
  sheet: RecordSheet,
  sides: RowSides,
  known: KnownIds,
  refusal: () => Said | null,
  whole: WholeCheck,
): MergedRow => {
  const cells = sheet.fields.flatMap((field) => {
    const cell = sides.row.cells.get(field.key);
    return cell === undefined ? [] : [judge(sheet.key, field, cell, sides, known)];
  });
  if (cells.every(({ kind }) => kind === 'unchanged')) return { cells, values: null };
  const why = refusal() ?? (cells.some(({ kind }) => kind === 'rejected') ? WITH_THE_ROW : null);
  if (why !== null) return { cells: cells.map((cell) => rejectedWith(cell, why)), values: null };
  if (!cells.some(({ kind }) => kind === 'applied')) return { cells, values: null };
  const values = valuesAfter(sheet, sides, cells);
  const lacking = whole(values);
  if (lacking !== null) return { cells: cells.map((cell) => rejectedWith(cell, lacking)), values: null };
  return { cells, values };
};

const WITH_THE_ROW: Said = {
  sentence: 'Another cell of its row was rejected, and a row is taken whole or not at all.',
  hint: 'Correct that cell, and apply the form again.',
};

const judge = (
  sheet: FormSheetKey,
  field: Field,
  { at, reading }: FilledCell,
  { row, base, file }: RowSides,
  known: KnownIds,
): CellVerdict => {
  const about = {
    sheet,
    at,
    id: row.id,
    field: field.key,
    base: base?.[field.key] ?? null,
    file: file?.[field.key] ?? null,
  };
  if (reading.kind === 'fault') return { ...about, kind: 'rejected', form: reading.shown, why: reading.why };
  const form = reading.value;
  if (form === about.base || form === about.file) return { ...about, kind: 'unchanged', form };
  const why = valueTrouble(field, form, known);
  if (why !== null) return { ...about, kind: 'rejected', form, why };
  return { ...about, kind: about.file === about.base ? 'applied' : 'conflict', form };
};

/** What was rejected for itself keeps its own reason. */
const rejectedWith = (cell: CellVerdict, why: Said): CellVerdict =>
  cell.kind === 'unchanged' || cell.kind === 'rejected' ? cell : { ...cell, kind: 'rejected', why };

const valuesAfter = (
  { fields }: RecordSheet,
  { file }: RowSides,
  cells: readonly CellVerdict[],
): FormValues => {
  const applied = new Map(
    cells.flatMap((cell) => (cell.kind === 'applied' ? [[cell.field, cell.form]] : [])),
  );
  return Object.fromEntries(
    fields.map(({ key }) => [key, applied.has(key) ? (applied.get(key) ?? null) : (file?.[key] ?? null)]),
  );
};
