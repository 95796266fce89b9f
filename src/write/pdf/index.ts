// Writes a document as a PDF: laid out here, painted through pdfkit, tagged, with its attachments inside.

import type { Attachment, Document, SealPlace } from '../../model/document.ts';
import { typefacesOf } from './fonts/typeface.ts';
import { streamPages } from './layout.ts';
import { openPainter } from './paint/painter.ts';

/**
 * The bytes of the document as PDF 1.7; the same document, attachments and seal give the same bytes. With a seal, its field holds a
 * signature whose contents are zeros: sealing fills them in and changes nothing else.
 * Failure 'template-invalid' with all diagnostics when a character is in no font, a link leads nowhere, or the seal's field is not there.
 */
export async function writePdf(
  document: Document,
  attachments: readonly Attachment[],
  seal: SealPlace | null = null,
): Promise<Uint8Array> {
  const typefaces = typefacesOf(document.fonts);
  const { sink } = streamPages(document, typefaces, () => openPainter(document, typefaces, seal));
  return sink.finish(attachments);
}
