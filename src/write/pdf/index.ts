// Writes a document as a PDF: laid out here, painted through pdfkit, tagged, with its attachments inside.

import type { Attachment, Document } from '../../model/document.ts';
import { layOut } from './layout.ts';
import { paintLayout } from './paint/paint.ts';
import { bytesOf, midnight, openPdf, type PdfFile, sortNamesByBytes } from './paint/pdf-file.ts';

/**
 * The bytes of the document as PDF 1.7; the same document and attachments give the same bytes.
 * Failure 'template-invalid' with all diagnostics when a character is in no font or a link leads nowhere.
 */
export async function writePdf(document: Document, attachments: readonly Attachment[]): Promise<Uint8Array> {
  const layout = layOut(document);
  const first = layout.typefaces.choose(document.body.style).faces[0];
  const file = openPdf(document, first);
  paintLayout(file, layout);
  for (const attachment of attachments) attach(file, attachment, midnight(document.date));
  sortNamesByBytes(file);
  return bytesOf(file);
}

function attach(file: PdfFile, attachment: Attachment, date: Date): void {
  file.file(attachment.data, {
    name: attachment.name,
    type: attachment.mime,
    description: attachment.description,
    relationship: attachment.relationship,
    creationDate: date,
    modifiedDate: date,
  });
}
