// The end of the file: what it says of itself as a whole, and the catalogue that everything hangs in.

import type { Attachment, Document } from '../../../model/document.ts';
import { writeAttachments } from './attachments.ts';
import { type Destinations, writeBookmarks, writeDestinations } from './destinations.ts';
import { objectText, type PdfRef, pdfText, refTo } from './object-text.ts';
import type { PdfFile } from './pdf-file.ts';
import { xmpOf } from './xmp.ts';

export type Parts = {
  readonly pages: PdfRef;
  readonly structure: PdfRef;
  readonly destinations: Destinations;
  /** Signature fields, all of them on pages. */
  readonly fields: readonly PdfRef[];
  readonly attachments: readonly Attachment[];
};

/** There are signature fields, and what is signed is only ever added to. */
const SIG_FLAGS = 1 + 2;

/** Midnight UTC of an ISO day. */
const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Writes the catalogue and all that only it refers to; gives the whole file. */
export function endFile(file: PdfFile, document: Document, parts: Parts): Uint8Array {
  const { store } = file;
  const attached = writeAttachments(store, parts.attachments, midnight(document.date));
  const outlines = writeBookmarks(store, parts.destinations);
  const [catalog, info, metadata] = [store.newId(), store.newId(), store.newId()];
  store.putStream(metadata, { Type: 'Metadata', Subtype: 'XML' }, Buffer.from(xmpOf(document)), true);
  store.put(info, objectText(informationOf(document)));
  const data = {
    Type: 'Catalog',
    Pages: parts.pages,
    PageLabels: { Nums: [0, { S: 'D' }] },
    Names: {
      Dests: writeDestinations(store, parts.destinations) ?? undefined,
      EmbeddedFiles: attached.names ?? undefined,
    },
    ViewerPreferences: { DisplayDocTitle: true },
    PageMode: outlines === null ? undefined : 'UseOutlines',
    Outlines: outlines ?? undefined,
    Metadata: refTo(metadata),
    StructTreeRoot: parts.structure,
    MarkInfo: { Marked: true },
    Lang: pdfText(document.language),
    OutputIntents: file.outputIntents(),
    AcroForm: parts.fields.length === 0 ? undefined : { Fields: parts.fields, SigFlags: SIG_FLAGS },
    AF: attached.files.length === 0 ? undefined : attached.files,
  };
  store.putPlain(catalog, objectText(data));
  return store.finish({ Root: refTo(catalog), Info: refTo(info) });
}

/** The same as the XMP packet says, as PDF/A wants it. */
function informationOf(document: Document): object {
  const text = (value: string) => (value === '' ? undefined : pdfText(value));
  return {
    Title: text(document.title),
    Author: text(document.author),
    Subject: text(document.subject),
    Keywords: text(document.keywords.join(', ')),
    Creator: text(document.producer),
    Producer: text(document.producer),
    CreationDate: midnight(document.date),
    ModDate: midnight(document.date),
  };
}
