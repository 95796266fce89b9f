// The smallest PDF that the reader accepts: one empty page with attachments and, if need be, the place of a seal. Made of the
// writer's own parts, without fonts, so that a test can have many of them.

import type { Attachment, Document, SealPlace } from '../../src/model/document.ts';
import { endFile } from '../../src/write/pdf/paint/catalog.ts';
import { newDestinations } from '../../src/write/pdf/paint/destinations.ts';
import { newObjectStore, type ObjectStore } from '../../src/write/pdf/paint/object-store.ts';
import { objectText, type PdfRef, pdfText, refTo } from '../../src/write/pdf/paint/object-text.ts';
import { newPageTree, type OpenPage } from '../../src/write/pdf/paint/page-tree.ts';
import { writeSignature } from '../../src/write/pdf/paint/seal-field.ts';
import { el } from '../write/pdf/tree.ts';

export const TINY_SEAL: SealPlace = {
  field: 'seal',
  lines: [],
  name: 'Example Bank',
  reason: 'Seal of the organisation',
  at: '2026-10-09T08:30:00Z',
  reserve: 64,
  timestamped: false,
};

/** `seal` is what differs from `TINY_SEAL`; null, or nothing, for a file without a field. */
export function tinyPdf(
  attachments: ReadonlyMap<string, Uint8Array>,
  seal: Partial<SealPlace> | null = null,
): Uint8Array {
  return tinyPdfOf([...attachments].map(asAttachment), (store, page) =>
    seal === null ? [] : [field(store, page, { ...TINY_SEAL, ...seal })],
  );
}

/** The same with whatever else is written to the store; `write` gives the fields, all of them on the page. */
export function tinyPdfOf(
  attachments: readonly Attachment[],
  write: (store: ObjectStore, page: OpenPage) => readonly PdfRef[],
): Uint8Array {
  const store = newObjectStore();
  const resources = store.newId();
  store.put(resources, '<<>>');
  const tree = newPageTree(store, refTo(resources));
  const fields = write(store, tree.open(0, { width: 300, height: 400 }));
  tree.end();
  const structure = store.newId();
  store.put(structure, '<</Type/StructTreeRoot>>');
  const file = { store, openFont: noFonts, endFonts: () => undefined, outputIntents: () => [] };
  return endFile(file, DOCUMENT, {
    pages: refTo(tree.root),
    structure: refTo(structure),
    destinations: newDestinations(),
    fields,
    attachments,
  });
}

/** A signature field on a page; `seal` null leaves it empty. */
export function field(
  store: ObjectStore,
  page: OpenPage,
  seal: SealPlace | null,
  name = seal?.field,
): PdfRef {
  const [id, look] = [store.newId(), store.newId()];
  page.annotations.push(id);
  store.putStream(look, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 100, 50] }, new Uint8Array());
  const data = {
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: pdfText(name ?? 'seal'),
    Rect: [30, 30, 130, 80],
    F: 132,
    P: refTo(page.id),
    AP: { N: refTo(look) },
    V: seal === null ? undefined : refTo(writeSignature(store, seal)),
  };
  store.putPlain(id, objectText(data));
  return refTo(id);
}

export const asAttachment = ([name, data]: readonly [string, Uint8Array]): Attachment => ({
  name,
  mime: 'application/json',
  description: '',
  relationship: 'Data',
  data,
});

const noFonts = (): never => {
  throw new Error('a tiny PDF has no text');
};

const DOCUMENT: Document = {
  language: 'en',
  title: 'Tiny',
  subject: '',
  author: '',
  keywords: [],
  date: '2026-10-09',
  producer: 'countersign test',
  pages: {},
  fonts: [],
  body: el('body', {}, []),
};
