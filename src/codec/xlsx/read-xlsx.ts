// The reader of workbooks that any spreadsheet program saved, from bytes to values. Everything in it is hostile: see `limits.ts`.
import { Failure } from '../../problem.ts';
import { ZipRefused } from '../zip-refused.ts';
import { makeBudget } from './budget.ts';
import { findBook } from './find-book.ts';
import { openPackage, type Package, type Relation } from './package.ts';
import { type BookPart, readBookPart } from './read-book.ts';
import { readSheetPart, type SheetContext } from './read-sheet.ts';
import { readTablePart } from './read-table.ts';
import type { ReadSheet, ReadWorkbook } from './read-workbook.ts';
import { refuseOtherFiles } from './recognize.ts';
import { quoted, XlsxRefused } from './refused.ts';
import { readSharedTexts } from './shared-texts.ts';
import { readStyles } from './styles.ts';

/**
 * Reads an .xlsx file of either spelling, transitional or strict. `name` is what messages call it. Throws Failure
 * `workbook-unreadable` with the cause and what to do. No formula is computed, and nothing outside of `bytes` is looked at.
 */
export const readXlsx = (bytes: Uint8Array, name: string): ReadWorkbook => {
  try {
    refuseOtherFiles(bytes);
    return readPackage(openPackage(bytes));
  } catch (error) {
    if (error instanceof XlsxRefused) throw refusal(name, error.sentence, error.hint);
    if (error instanceof ZipRefused) throw refusal(name, zipSentence(error), ZIP_HINT);
    throw error;
  }
};

const refusal = (name: string, sentence: string, hint: string): Failure =>
  new Failure('workbook-unreadable', `${name} cannot be read as a workbook. ${sentence}`, hint);

const ZIP_HINT =
  'The file is damaged, or not what a spreadsheet program writes. Save it again as .xlsx, or ask for it again.';

const zipSentence = ({ entry, why }: ZipRefused): string =>
  entry === null ? `As a zip file it ${why}.` : `Its part ${quoted(entry)} ${why}.`;

const readPackage = (opened: Package): ReadWorkbook => {
  const path = findBook(opened);
  const bytes = opened.read(path);
  if (bytes === null) throw new XlsxRefused(`The part ${quoted(path)} is missing.`);
  const book = readBookPart(path, bytes);
  const relations = opened.relations(path);
  const all = [...relations.values()];
  return {
    sheets: readSheets(opened, book, relations),
    names: book.names,
    macros:
      all.some(({ type }) => /^(?:vbaProject|xlMacrosheet|xlIntlMacrosheet)$/.test(type)) ||
      hasMacros(opened),
    externalLinks: all.filter(({ type }) => type === 'externalLink').length,
  };
};

const hasMacros = ({ parts }: Package): boolean =>
  parts.some((part) => /(?:^|\/)vbaProject\.bin$/i.test(part));

const readSheets = (
  opened: Package,
  book: BookPart,
  relations: ReadonlyMap<string, Relation>,
): readonly ReadSheet[] => {
  const context = contextOf(opened, book, [...relations.values()]);
  return book.sheets.flatMap(({ name, hidden, relation }): readonly ReadSheet[] => {
    const found = relations.get(relation);
    if (found === undefined || found.part === null)
      throw new XlsxRefused(`The sheet ${quoted(name)} lies in no part of the file.`);
    // Charts, dialogs and macros also count as sheets; they have no cells.
    if (found.type !== 'worksheet') return [];
    const { tables, ...sheet } = readSheetPart(found.part, opened.readOnce(found.part), context);
    return [
      {
        name,
        state: hidden ? 'hidden' : 'visible',
        ...sheet,
        tables: readTables(opened, found.part, tables),
      },
    ];
  });
};

const contextOf = (opened: Package, book: BookPart, relations: readonly Relation[]): SheetContext => {
  const partOf = (type: string): string | null => relations.find((one) => one.type === type)?.part ?? null;
  const texts = partOf('sharedStrings');
  const styles = partOf('styles');
  const styleBytes = styles === null ? null : opened.read(styles);
  return {
    shared: texts === null ? [] : readSharedTexts(texts, opened.readOnce(texts)),
    styles: styles === null || styleBytes === null ? [] : readStyles(styles, styleBytes),
    from1904: book.from1904,
    budget: makeBudget(),
  };
};

const readTables = (opened: Package, sheet: string, ids: readonly string[]): ReadSheet['tables'] => {
  if (ids.length === 0) return [];
  const relations = opened.relations(sheet);
  return ids.map((id) => {
    const part = relations.get(id)?.part ?? null;
    if (part === null)
      throw new XlsxRefused(`A table of the part ${quoted(sheet)} lies in no part of the file.`);
    return readTablePart(part, opened.readOnce(part));
  });
};
