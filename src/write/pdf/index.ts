// Writes a document as a PDF: laid out here, painted through pdfkit, tagged, with its attachments inside.

import type { Attachment, Document } from '../../model/document.ts';
import { typefacesOf } from './fonts/typeface.ts';
import { streamPages } from './layout.ts';
import { openPainter } from './paint/painter.ts';

/**
 * The bytes of the document as PDF 1.7; the same document and attachments give the same bytes.
 * Failure 'template-invalid' with all diagnostics when a character is in no font or a link leads nowhere.
 */
export async function writePdf(document: Document, attachments: readonly Attachment[]): Promise<Uint8Array> {
  const typefaces = typefacesOf(document.fonts);
  const { sink } = streamPages(document, typefaces, () => openPainter(document, typefaces));
  return sink.finish(attachments);
}
