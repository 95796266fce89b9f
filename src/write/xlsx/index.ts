// The spreadsheet writer: a workbook tree in, the bytes of an XLSX file out. It knows nothing of duties.
import type { Workbook as ExcelWorkbook } from 'exceljs';
import type { Workbook } from '../../model/workbook.ts';
import { Failure } from '../../problem.ts';
import { styleBook } from './cell-style.ts';
import { checkWorkbook } from './check.ts';
import { fillSheet } from './fill-sheet.ts';
import { finishParts } from './parts.ts';
import { showUnholdable } from './text.ts';

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
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  describe(book, workbook);
  const styles = styleBook();
  for (const sheet of workbook.sheets) fillSheet(book, sheet, workbook, styles);
  return finishParts(new Uint8Array(await book.xlsx.writeBuffer()), workbook);
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
  book.views = [
    { x: 0, y: 0, width: 28_800, height: 17_600, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ];
};
