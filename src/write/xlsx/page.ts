// How a sheet is printed: its width on one page where that can be read, header rows on every page, a footer with the page count.
import type { HeaderFooter, PageSetup, WorksheetView } from 'exceljs';
import type { Sheet, Workbook } from '../../model/workbook.ts';
import { escapeFooter } from './text.ts';

/** The file format's number for A4. Letter is what it means when it says nothing. */
const A4 = 9;
/** Characters of column width that a page takes unscaled, with the margins below, upright and on its side; A4 and Letter differ by less than a column. */
const UPRIGHT = 103;
const ON_ITS_SIDE = 150;
/** Smaller than this nobody reads a print. */
const SMALLEST = 0.6;

/** Header in the spreadsheet's own codes: left, centre and right, those that are not empty. */
export const headerOf = ({ header }: Workbook): string =>
  [
    ['&L', header.left],
    ['&C', header.center],
    ['&R', header.right],
  ]
    .map(([code = '', text = '']) => (text === '' ? '' : `${code}${escapeFooter(text)}`))
    .join('');

/** Footer in the same codes: left, centre, and page of pages on the right. */
export const footerOf = ({ footer }: Workbook): string =>
  `&L${escapeFooter(footer.left)}&C${escapeFooter(footer.center)}&R&P / &N`;

export const headerFooterOf = (workbook: Workbook): Partial<HeaderFooter> => ({
  ...(headerOf(workbook) === '' ? {} : { oddHeader: headerOf(workbook) }),
  oddFooter: footerOf(workbook),
});

/** One page, or as many as keep a wide sheet legible. */
export const pagesWide = (sheet: Sheet): number => {
  const width = sheet.columns.reduce((sum, { width, hidden }) => sum + (hidden ? 0 : width), 0);
  return Math.max(1, Math.ceil((width * SMALLEST) / (sheet.landscape ? ON_ITS_SIDE : UPRIGHT)));
};

/** Zero pages high: as many as the rows need. */
export const pageSetupOf = (sheet: Sheet, paper: Workbook['paper']): Partial<PageSetup> => ({
  ...(paper === 'a4' ? { paperSize: A4 } : {}),
  orientation: sheet.landscape ? 'landscape' : 'portrait',
  fitToPage: true,
  fitToWidth: pagesWide(sheet),
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
