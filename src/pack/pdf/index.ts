// What others use of the reader of reports, listed one by one.
export { PDF_LIMITS, type PdfLimits } from './pdf-limits.ts';
export { PDF_CODES, type PdfCode } from './pdf-refused.ts';
export { type PdfRead, readPdf } from './read-pdf.ts';
export { type PdfSeal, sealContents } from './seal-place.ts';
