// A report's PDF and the members that it carries inside it.
import type { Members } from '../member.ts';
import { type PdfRead, readPdf } from '../pdf/read-pdf.ts';

/** What a PDF carries, by path in the pack: unpackers stumble over folders in names, so that attachments have `_` for `/`. */
export type ReportPdf =
  | Exclude<PdfRead, { kind: 'ok' }>
  | (Extract<PdfRead, { kind: 'ok' }> & { readonly members: Members });

export const readReportPdf = (bytes: Uint8Array): ReportPdf => {
  const read = readPdf(bytes);
  if (read.kind === 'refused') return read;
  const members = new Map([...read.attachments].map(([name, data]) => [name.replaceAll('_', '/'), data]));
  return { ...read, members };
};
