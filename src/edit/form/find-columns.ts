// Finds the columns of a form's sheet by their headers: people move, hide and remove columns, and put rows above them.
import type { ReadCell, ReadSheet } from '../../codec/xlsx/index.ts';
import type { Field, RecordSheet } from './fields.ts';
import { refusedForm } from './filled.ts';
import { asHeader, type SheetTitles } from './hidden-sheet.ts';

export type Columns = {
  readonly headerRow: number;
  /** The columns of an id's parts, in their order. */
  readonly keys: readonly number[];
  /** Fields by the column they stand in. */
  readonly fields: ReadonlyMap<number, Field>;
  /** Headers of fields that are gone, and headers that are not ours. */
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
};

/** Rows among which the header is looked for. */
const HEADER_WITHIN = 100;

/** Throws `form-refused` when the columns of the id are not to be found, or one is there twice. */
export const findColumns = (sheet: ReadSheet, records: RecordSheet, titles: SheetTitles): Columns => {
  const row = headerRowOf(sheet, records, titles);
  const headers = headersOn(row);
  const columns = new Map<string, number>();
  for (const [column, header] of headers) {
    const key = titles.columns.get(header);
    if (key === undefined) continue;
    if (columns.has(key)) throw doubled(sheet.name, header);
    columns.set(key, column);
  }
  const present = records.fields.flatMap((field) => {
    const column = columns.get(field.key);
    return column === undefined ? [] : [[column, field] as const];
  });
  return {
    headerRow: row[0]?.row ?? 0,
    keys: records.keys.map((key) => columns.get(key) ?? 0),
    fields: new Map(present),
    missing: records.fields.filter(({ key }) => !columns.has(key)).map(({ key }) => headerOf(titles, key)),
    unknown: headers.map(([, header]) => header).filter((header) => !titles.columns.has(header)),
  };
};

const headerRowOf = (sheet: ReadSheet, { keys }: RecordSheet, titles: SheetTitles): readonly ReadCell[] => {
  const first = [...sheet.rows.keys()].sort((a, b) => a - b).slice(0, HEADER_WITHIN);
  const found = first
    .map((row) => sheet.rows.get(row) ?? [])
    .find((cells) => {
      const there = headersOn(cells).map(([, header]) => titles.columns.get(header));
      return keys.every((key) => there.includes(key));
    });
  if (found !== undefined) return found;
  const wanted = keys.map((key) => `"${headerOf(titles, key)}"`).join(' and ');
  throw refusedForm(
    `The sheet ${sheet.name} has no header ${wanted}, by which rows are matched.`,
    'Put the header back as it was.',
  );
};

const headersOn = (cells: readonly ReadCell[]): readonly (readonly [number, string])[] =>
  cells.flatMap(({ column, value }) => {
    const header = value.kind === 'text' ? asHeader(value.text) : '';
    return header === '' ? [] : [[column, header] as const];
  });

const headerOf = ({ columns }: SheetTitles, key: string): string =>
  [...columns].find(([, one]) => one === key)?.[0] ?? key;

const doubled = (sheet: string, header: string) =>
  refusedForm(
    `The sheet ${sheet} has two columns "${header}", and nobody can tell which one is meant.`,
    'Remove one of the two, or rename it.',
  );
