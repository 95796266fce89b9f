// Reads a report's PDF from outside, as hostile as it may be: only what our own writer writes, of one revision, with nothing in it
// that is not looked at. Everything else is refused, and says why.
import { refuseActive } from './active-content.ts';
import { readAttachments } from './attachments.ts';
import { readCatalogue } from './catalogue.ts';
import { PDF_LIMITS, type PdfLimits } from './pdf-limits.ts';
import { readObjects } from './pdf-objects.ts';
import { type PdfCode, PdfRefused } from './pdf-refused.ts';
import { filledField } from './seal-field.ts';
import { type PdfSeal, readSeal } from './seal-place.ts';

export type PdfRead =
  | {
      readonly kind: 'ok';
      /** By name: the path in the pack with `_` for `/`. */
      readonly attachments: ReadonlyMap<string, Uint8Array>;
      /** Null where the report has no signature, filled in or not. */
      readonly seal: PdfSeal | null;
    }
  | { readonly kind: 'refused'; readonly code: PdfCode; readonly sentence: string };

/** Never throws for what the bytes are, and takes time in proportion to them. What is given back looks into `bytes`. */
export const readPdf = (bytes: Uint8Array, limits: PdfLimits = PDF_LIMITS): PdfRead => {
  try {
    return readAll(bytes, limits);
  } catch (error) {
    if (!(error instanceof PdfRefused)) throw error;
    return { kind: 'refused', code: error.code, sentence: `The PDF ${error.why}.` };
  }
};

/** Active content comes before what hangs in the catalogue: it is the graver word on the same entry. */
const readAll = (bytes: Uint8Array, limits: PdfLimits): PdfRead => {
  if (bytes.length > limits.file)
    throw new PdfRefused('pdf-too-large', `is larger than ${limits.file} bytes`);
  const objects = readObjects(bytes, limits);
  refuseActive(objects.names);
  const catalogue = readCatalogue(objects);
  const field = filledField(objects, catalogue.fields, catalogue.pages);
  const seal = field === null ? null : readSeal(objects, field);
  return { kind: 'ok', attachments: readAttachments(objects, catalogue.attachments, limits), seal };
};
