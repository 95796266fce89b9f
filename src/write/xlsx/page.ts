// How a sheet is printed: one page wide, header rows on every page, a footer with the page count.
import type { HeaderFooter, PageSetup, WorksheetView } from 'exceljs';
import type { Sheet, Workbook } from '../../model/workbook.ts';
import { escapeFooter } from './text.ts';

const A4 = 9;

/** Footer in the spreadsheet's own codes: left, centre, and page of pages on the right. */
export const footerOf = ({ footer }: Workbook): string =>
  `&L${escapeFooter(footer.left)}&C${escapeFooter(footer.center)}&R&P / &N`;

export const headerFooterOf = (workbook: Workbook): Partial<HeaderFooter> => ({
  oddFooter: footerOf(workbook),
});

/** Zero pages high: as many as the rows need. */
export const pageSetupOf = (sheet: Sheet): Partial<PageSetup> => ({
  paperSize: A4,
  orientation: sheet.landscape ? 'landscape' : 'portrait',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.7, header: 0.3, footer: 0.3 },
});

/** The number of header rows there really are. */
export const headerRowsOf = ({ headerRows, rows }: Sheet): number => Math.min(headerRows, rows.length);

export const viewOf = (sheet: Sheet): Partial<WorksheetView> => {
  const ySplit = headerRowsOf(sheet);
  const xSplit = sheet.frozenColumns;
  return ySplit === 0 && xSplit === 0 ? { state: 'normal' } : { state: 'frozen', xSplit, ySplit };
};
