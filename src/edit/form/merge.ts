// A filled form merged into the attestation: a verdict for every cell, and the records that change. Nothing is written here.
import type { FormSheetKey, FormValues } from '../../model/form.ts';
import type { KnownIds } from './check-value.ts';
import { RECORD_SHEETS, type RecordSheet } from './fields.ts';
import type { FilledRow, FilledSheet } from './filled.ts';
import { mergeRow } from './merge-row.ts';
import { pathOf } from './records.ts';
import { type RefusalScene, rowRefusal } from './row-refusal.ts';
import type { CellVerdict, FormNote, Said } from './verdict.ts';
import { recordTrouble } from './whole-record.ts';

/** A record with the fields that change in it; null removes one. */
export type RecordChange = {
  readonly sheet: FormSheetKey;
  readonly id: string;
  readonly path: readonly string[];
  readonly set: FormValues;
};

export type Merged = {
  readonly verdicts: readonly CellVerdict[];
  readonly changes: readonly RecordChange[];
  readonly notes: readonly FormNote[];
};

type Scene = Omit<RefusalScene, 'answers'>;
type Sums = {
  readonly verdicts: CellVerdict[];
  readonly changes: RecordChange[];
  readonly notes: FormNote[];
  readonly answers: Map<string, FormValues>;
  readonly known: Record<keyof KnownIds, Set<string>>;
};

/** Sheets whose ids others name are merged before them, so that ids registered in the same form count. */
export const mergeForm = (scene: Scene): Merged => {
  const { attestation, records, form } = scene;
  const known = {
    person: new Set(Object.keys(attestation.people)),
    waiver: new Set(Object.keys(attestation.waivers)),
    evidence: new Set(records.evidence.keys()),
    remediation: new Set(records.remediations.keys()),
  };
  const sums: Sums = { verdicts: [], changes: [], notes: [], answers: new Map(), known };
  for (const sheet of RECORD_SHEETS) {
    const filled = form.sheets[sheet.key];
    if (filled !== null) mergeSheet(scene, sheet, filled, sums);
  }
  return sums;
};

const mergeSheet = (scene: Scene, sheet: RecordSheet, filled: FilledSheet, sums: Sums): void => {
  const rowsById = grouped(filled.rows);
  for (const row of filled.rows) {
    const same = row.id === '' ? [row] : (rowsById.get(row.id) ?? [row]);
    const twice = same.length > 1 ? doubledRows(same) : null;
    mergeOne(scene, sheet, row, twice, sums);
  }
  const gone = [...scene.form.memory[sheet.key].keys()].filter((id) => !rowsById.has(id));
  if (gone.length > 0) sums.notes.push(rowsGone(filled.name, gone));
};

const grouped = (rows: readonly FilledRow[]): ReadonlyMap<string, readonly FilledRow[]> => {
  const groups = new Map<string, FilledRow[]>();
  for (const row of rows) {
    const group = groups.get(row.id);
    if (group === undefined) groups.set(row.id, [row]);
    else group.push(row);
  }
  return groups;
};

const mergeOne = (scene: Scene, sheet: RecordSheet, row: FilledRow, twice: Said | null, sums: Sums): void => {
  const base = scene.form.memory[sheet.key].get(row.id) ?? null;
  const file = scene.records[sheet.key].get(row.id)?.values ?? null;
  const refusal = (): Said | null => twice ?? rowRefusal({ ...scene, answers: sums.answers }, sheet, row);
  const whole = (values: FormValues): Said | null => recordTrouble(sheet, values);
  const { cells, values } = mergeRow(sheet, { row, base, file }, sums.known, refusal, whole);
  const idTrouble = twice ?? row.trouble ?? (isLone(scene, sheet, row) ? LONE : null);
  if (idTrouble !== null) sums.verdicts.push(idRejected(sheet, row, idTrouble));
  sums.verdicts.push(...cells);
  if (values === null) return;
  const set = Object.fromEntries(
    cells.flatMap((cell) =>
      cell.kind === 'applied' && cell.field !== null ? [[cell.field, cell.form]] : [],
    ),
  );
  sums.changes.push({ sheet: sheet.key, id: row.id, path: pathOf(sheet.key, row.id), set });
  if (sheet.key === 'answers') sums.answers.set(row.id, values);
  if (sheet.key === 'evidence') sums.known.evidence.add(row.id);
  if (sheet.key === 'remediations') sums.known.remediation.add(row.id);
};

/** An id that nobody gave before, with nothing beside it. */
const isLone = ({ form, records }: Scene, sheet: RecordSheet, { id, cells }: FilledRow): boolean =>
  id !== '' &&
  !form.memory[sheet.key].has(id) &&
  !(sheet.grows && records[sheet.key].has(id)) &&
  [...cells.values()].every(({ reading }) => reading.kind === 'value' && reading.value === null);

const LONE: Said = {
  sentence: 'No row of the form has this id, and nothing stands beside it.',
  hint: 'Put the id of the row back, or fill the row in.',
};

const doubledRows = (rows: readonly FilledRow[]): Said => ({
  sentence: `${rows.length} rows have this id: ${rows
    .slice(0, 6)
    .map(({ at }) => at)
    .join(', ')}.`,
  hint: 'Keep the one that is meant, and remove the others.',
});

const idRejected = ({ key }: RecordSheet, { id, at }: FilledRow, why: Said): CellVerdict => ({
  kind: 'rejected',
  sheet: key,
  at,
  id,
  field: null,
  base: null,
  form: id === '' ? null : id,
  file: null,
  why,
});

const rowsGone = (sheet: string, ids: readonly string[]): FormNote => {
  const more = ids.length > 6 ? ` and ${ids.length - 6} more` : '';
  const named = `${ids.slice(0, 6).join(', ')}${more}`;
  return {
    kind: 'row-missing',
    sentence: `The sheet ${sheet} has no row of ${named}: nothing of ${ids.length === 1 ? 'it' : 'them'} is changed.`,
  };
};
