// The spreadsheet writer: a workbook tree in, the bytes of an XLSX file out. It knows nothing of duties.
import type { Workbook as ExcelWorkbook } from 'exceljs';
import type { Workbook } from '../../model/workbook.ts';
import { Failure } from '../../problem.ts';
import { styleBook } from './cell-style.ts';
import { checkWorkbook } from './check.ts';
import { fillSheet } from './fill-sheet.ts';
import { finishParts } from './parts.ts';
import { rawParts } from './raw-parts.ts';
import { type SharedStrings, sharedStrings } from './shared-strings.ts';
import type { SheetRest } from './sheet-rest.ts';
import { showUnholdable } from './text.ts';
import { checkLooks, newTeller } from './told-cells.ts';

/**
 * Writes a workbook as XLSX. The same workbook gives the same bytes, whatever the machine, time zone or locale.
 * Throws a `template-invalid` failure that says everything a spreadsheet cannot hold; nothing is cut to fit.
 */
export const writeXlsx = async (workbook: Workbook): Promise<Uint8Array> => {
  const diagnostics = checkWorkbook(workbook);
  if (diagnostics.length > 0) {
    throw new Failure(
      'template-invalid',
      'The workbook cannot be written as it is.',
      'Change the template or the texts it prints.',
      { diagnostics },
    );
  }
  const strings = sharedStrings();
  const { raw, rests } = await writeRaw(workbook, strings);
  return finishParts(raw, workbook, rests, strings);
};

/** What exceljs makes of it. */
const writeRaw = async (
  workbook: Workbook,
  strings: SharedStrings,
): Promise<{ raw: ReadonlyMap<string, string>; rests: readonly SheetRest[] }> => {
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  describe(book, workbook);
  const common = { styles: styleBook(), strings, tell: newTeller(strings) };
  const rests: SheetRest[] = [];
  for (const sheet of workbook.sheets) rests.push(await fillSheet(book, sheet, workbook, common));
  const raw = await rawParts(book);
  for (const { told } of rests) checkLooks(told);
  return { raw, rests };
};

const describe = (book: ExcelWorkbook, workbook: Workbook): void => {
  const day = new Date(`${workbook.date}T00:00:00Z`);
  book.creator = showUnholdable(workbook.author);
  book.lastModifiedBy = showUnholdable(workbook.author);
  book.title = showUnholdable(workbook.title);
  book.subject = showUnholdable(workbook.subject);
  book.keywords = showUnholdable(workbook.keywords.join(', '));
  book.created = day;
  book.modified = day;
  // What a formula comes to was worked out by us; the program that opens the file is to hold it against its own reckoning.
  book.calcProperties.fullCalcOnLoad = hasFormula(workbook);
  const activeTab = workbook.sheets.findIndex(({ hidden }) => !hidden);
  book.views = [
    { x: 0, y: 0, width: 28_800, height: 17_600, firstSheet: activeTab, activeTab, visibility: 'visible' },
  ];
};

const hasFormula = ({ sheets }: Workbook): boolean =>
  sheets.some(({ rows }) => rows.some(({ cells }) => cells.some(({ formula }) => formula !== null)));
