// Files carried inside the PDF (ISO 19005-3, 6.8): each with its kind, its date and what it is to the document.

import type { Attachment } from '../../../model/document.ts';
import type { ObjectStore } from './object-store.ts';
import { objectText, type PdfRef, pdfText, refTo } from './object-text.ts';
import { nameTree } from './trees.ts';

export type Attached = { readonly files: readonly PdfRef[]; readonly names: PdfRef | null };

/** Writes the attachments; `date` is what they are said to be made and changed on. */
export function writeAttachments(
  store: ObjectStore,
  attachments: readonly Attachment[],
  date: Date,
): Attached {
  const files = new Map(attachments.map((one) => [one.name, writeAttachment(store, one, date)]));
  const names = new Map([...files].map(([name, ref]) => [name, objectText(ref)]));
  return { files: [...files.values()], names: nameTree(store, names) };
}

function writeAttachment(store: ObjectStore, attachment: Attachment, date: Date): PdfRef {
  const { name, mime, data, description, relationship } = attachment;
  const [content, file] = [store.newId(), store.newId()];
  const parameters = { Size: data.byteLength, CreationDate: date, ModDate: date };
  store.putStream(content, { Type: 'EmbeddedFile', Subtype: mime, Params: parameters }, data);
  const specification = {
    Type: 'Filespec',
    F: pdfText(name),
    UF: pdfText(name),
    Desc: description === '' ? undefined : pdfText(description),
    AFRelationship: relationship,
    EF: { F: refTo(content), UF: refTo(content) },
  };
  store.put(file, objectText(specification));
  return refTo(file);
}
