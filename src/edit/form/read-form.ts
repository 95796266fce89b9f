// Reads a filled form: its hidden sheet, and the sheets that hold records, wherever their columns and rows have gone.
import type { ReadWorkbook } from '../../codec/xlsx/index.ts';
import type { FormSheetKey } from '../../model/form.ts';
import { SHEETS_BY_KEY } from './fields.ts';
import { type FilledForm, type FilledSheet, refusedForm } from './filled.ts';
import { findColumns } from './find-columns.ts';
import { type HiddenSheet, readHiddenSheet } from './hidden-sheet.ts';
import { readRows } from './read-sheet.ts';
import type { FormNote } from './verdict.ts';

/** Throws `form-refused` for a workbook with macros, and for one that is no form or whose answers cannot be found. */
export const readForm = (workbook: ReadWorkbook): FilledForm => {
  if (workbook.macros)
    throw refusedForm(
      'The workbook carries macros, and a form has none.',
      'Save it as an .xlsx workbook without macros.',
    );
  const hidden = readHiddenSheet(workbook);
  const notes: FormNote[] = [];
  const read = (key: FormSheetKey): FilledSheet | null => readSheet(workbook, hidden, key, notes);
  const sheets = {
    answers: read('answers'),
    exceptions: read('exceptions'),
    evidence: read('evidence'),
    remediations: read('remediations'),
  };
  const { externalLinks } = workbook;
  const links: readonly FormNote[] = externalLinks === 0 ? [] : [{ kind: 'external-links', sentence: LINKS }];
  return { about: hidden.about, memory: hidden.memory, sheets, notes: [...links, ...notes] };
};

const LINKS = 'The workbook has links to other workbooks; none was followed, and no value comes from there.';

const readSheet = (
  workbook: ReadWorkbook,
  { titles }: HiddenSheet,
  key: FormSheetKey,
  notes: FormNote[],
): FilledSheet | null => {
  const records = SHEETS_BY_KEY[key];
  const title = titles.get(key);
  const sheet = workbook.sheets.find(({ name }) => name === title?.name);
  if (title === undefined || sheet === undefined) {
    if (key === 'answers') throw noAnswers(title?.name ?? key);
    if (title !== undefined) notes.push(missingSheet(title.name));
    return null;
  }
  const columns = findColumns(sheet, records, title);
  notes.push(
    ...columns.missing.map((header): FormNote => {
      const sentence = `The sheet ${sheet.name} has no column "${header}": nothing of it is changed.`;
      return { kind: 'column-missing', sentence };
    }),
    ...columns.unknown.map((header): FormNote => {
      const sentence = `The column "${header}" of the sheet ${sheet.name} is not the form's, and was not read.`;
      return { kind: 'column-unknown', sentence };
    }),
  );
  return { name: sheet.name, rows: readRows(sheet, records, columns) };
};

const noAnswers = (name: string) =>
  refusedForm(
    `The workbook has no sheet ${name}, where the answers are.`,
    'Give the sheet its name back, or make a new form.',
  );

const missingSheet = (name: string): FormNote => ({
  kind: 'sheet-missing',
  sentence: `The workbook has no sheet ${name}: nothing of it is changed.`,
});
