// How the parts of the PDF reader say no; `readPdf` turns it into the value that callers see.

/** Why a PDF is not read. */
export const PDF_CODES = [
  'pdf-unreadable',
  'pdf-updated',
  'pdf-encrypted',
  'pdf-seal-range',
  'pdf-seal-form',
  'pdf-active',
  'pdf-attachment',
  'pdf-too-large',
] as const;
export type PdfCode = (typeof PDF_CODES)[number];

/** `why` is the end of a sentence that begins with “The PDF”. */
export class PdfRefused extends Error {
  readonly code: PdfCode;
  readonly why: string;

  constructor(code: PdfCode, why: string) {
    super(`${code}: ${why}`);
    this.name = 'PdfRefused';
    this.code = code;
    this.why = why;
  }
}

/** The refusal of what is no PDF as our writer writes them. */
export const unreadable = (why: string): PdfRefused => new PdfRefused('pdf-unreadable', why);
