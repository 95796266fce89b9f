// Reads the hidden sheet of a form: what it is about, how its sheets and columns are called there, and the values of its records.
import type { ReadCell, ReadSheet, ReadWorkbook } from '../../codec/xlsx/index.ts';
import { FORM_SHEETS, type FormAbout, type FormSheetKey } from '../../model/form.ts';
import { refusedForm, type SheetMemory } from './filled.ts';
import { isWhole, type Remembered, readAbout, readValues } from './memory.ts';

/** As every template calls it. */
const HIDDEN_SHEET = '_meta';

/** How a sheet of this form is called, and its columns: keys by header. */
export type SheetTitles = { readonly name: string; readonly columns: ReadonlyMap<string, string> };

export type HiddenSheet = {
  readonly about: FormAbout;
  readonly titles: ReadonlyMap<FormSheetKey, SheetTitles>;
  readonly memory: Readonly<Record<FormSheetKey, SheetMemory>>;
};

/** Throws `form-refused` when the sheet is not there, or is not as it was made. */
export const readHiddenSheet = ({ sheets }: ReadWorkbook): HiddenSheet => {
  const sheet = sheets.find(({ name }) => name === HIDDEN_SHEET);
  if (sheet === undefined)
    throw refusedForm(
      `The workbook has no sheet ${HIDDEN_SHEET}, so it is no form, or its memory was removed.`,
      'Take the file that `countersign form make` wrote, and keep its hidden sheet.',
    );
  const lines = linesOf(sheet);
  // The workbook of a pack has a sheet of that name too.
  if (!lines.some(({ what }) => what === 'about'))
    throw refusedForm(
      `The workbook is no form: its sheet ${HIDDEN_SHEET} remembers nothing of one.`,
      'Take the file that `countersign form make` wrote.',
    );
  const about = readAbout(
    lines
      .filter(({ what }) => what === 'about')
      .map(({ text }) => text)
      .join(''),
  );
  const records = lines.filter(({ what }) => what === 'record').map(rememberedOn);
  if (about === null || !isWhole(about, records)) throw changed();
  return { about, titles: titlesOf(lines), memory: memoryOf(records) };
};

const changed = () =>
  refusedForm(
    `The hidden sheet ${HIDDEN_SHEET} is not as it was made, so nobody can tell what was changed since.`,
    'Make a new form, and copy the answers into it.',
  );

type Line = {
  readonly what: string;
  readonly sheet: FormSheetKey | null;
  readonly key: string;
  readonly text: string;
};

/** Columns: what the row is, the sheet it is about, an id or key, and text in as many pieces as it takes. */
const linesOf = ({ rows }: ReadSheet): readonly Line[] =>
  [...rows.values()].map((cells) => {
    const texts = new Map(cells.map((cell) => [cell.column, textOf(cell)]));
    const pieces = [...texts].filter(([column]) => column > 3).sort(([a], [b]) => a - b);
    return {
      what: texts.get(1) ?? '',
      sheet: FORM_SHEETS.find((key) => key === texts.get(2)) ?? null,
      key: texts.get(3) ?? '',
      text: pieces.map(([, piece]) => piece).join(''),
    };
  });

const textOf = ({ value, formula }: ReadCell): string =>
  formula === null && value.kind === 'text' ? value.text : '';

const rememberedOn = ({ sheet, key, text }: Line): Remembered => {
  const values = readValues(text);
  if (sheet === null || values === null) throw changed();
  return { sheet, id: key, values };
};

const memoryOf = (records: readonly Remembered[]): HiddenSheet['memory'] => {
  const of = (key: FormSheetKey): SheetMemory =>
    new Map(records.filter(({ sheet }) => sheet === key).map(({ id, values }) => [id, values]));
  return {
    answers: of('answers'),
    exceptions: of('exceptions'),
    evidence: of('evidence'),
    remediations: of('remediations'),
  };
};

const titlesOf = (lines: readonly Line[]): HiddenSheet['titles'] =>
  new Map(
    lines.flatMap(({ what, sheet, text }) => {
      if (what !== 'sheet' || sheet === null) return [];
      const columns = lines.filter((line) => line.what === 'column' && line.sheet === sheet);
      return [
        [sheet, { name: text, columns: new Map(columns.map((line) => [asHeader(line.text), line.key])) }],
      ] as const;
    }),
  );

/** Header text as it is compared. */
export const asHeader = (text: string): string => text.replace(/\s+/g, ' ').trim();
