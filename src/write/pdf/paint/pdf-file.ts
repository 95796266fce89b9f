// The PDF being written: pdfkit as the writer of objects and pages. What we use of its inside is named here and
// nowhere else, which is why its version is pinned.

import PDFDocument from 'pdfkit';
import type { Document } from '../../../model/document.ts';
import { Failure } from '../../../problem.ts';
import type { Face } from '../fonts/face.ts';
import { xmpOf } from './xmp.ts';

/** An indirect object. Strings in `data` are names; text is `pdfText`. */
export type PdfRef = { readonly data: Record<string, unknown>; readonly end: () => void };

/** pdfkit's font with a subset: glyphs are added as they are used. */
export type PdfFont = {
  readonly id: string;
  readonly subset: { includeGlyph(id: number): number };
  readonly widths: (number | undefined)[];
  readonly unicode: (readonly number[] | undefined)[];
  readonly ref: () => PdfRef;
};

type ParentTree = { get(key: number): PdfRef[]; add(key: number, value: PdfRef | PdfRef[]): void };
type NameTree = { _compareKeys: (a: string, b: string) => number };
type Inside = {
  ref(data: Record<string, unknown>): PdfRef;
  addContent(operators: string): void;
  file(data: Uint8Array, options: Record<string, unknown>): unknown;
  getStructTreeRoot(): PdfRef;
  getStructParentTree(): ParentTree;
  createStructParentTreeNextKey(): number;
  _addInfo: () => void;
  appendXML(xml: string): void;
  readonly _font: PdfFont;
  readonly _root: {
    readonly data: {
      readonly Names: { readonly data: { Dests: NameTree; EmbeddedFiles?: NameTree } };
      readonly Pages: { readonly data: { Kids: PdfRef[] } };
    };
  };
  page: {
    readonly dictionary: PdfRef;
    readonly fonts: Record<string, PdfRef>;
    readonly structParentTreeKey: number;
    readonly annotations: PdfRef[];
  };
};
export type PdfFile = Omit<PDFKit.PDFDocument, 'getStructTreeRoot'> & Inside;

/** Text as pdfkit wants it inside a dictionary: a String object; a plain string would be a name. */
export const pdfText = (text: string): object => new String(text);

/** Midnight UTC of an ISO day. */
export const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Opens the file. `first` stands in for the font that pdfkit would otherwise fall back on. */
export function openPdf(document: Document, first: Face): PdfFile {
  const options: Record<string, unknown> = {
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: document.language,
    displayTitle: true,
    autoFirstPage: false,
    bufferPages: true,
    font: first.font,
    info: infoOf(document),
  };
  const file: object = new PDFDocument(options);
  if (!isPdfFile(file))
    throw new Failure('bug', 'The PDF writer is not the version it was made for.', 'Please report this.');
  file._addInfo = () => file.appendXML(xmpOf(document));
  return file;
}

const isPdfFile = (file: object): file is PdfFile =>
  ['ref', 'addContent', '_addInfo', '_root'].every((name) => name in file);

/** Entries in a fixed order, for the file's ID is made from them. */
function infoOf(document: Document): Record<string, string | Date> {
  const date = midnight(document.date);
  const texts = [
    ['Title', document.title],
    ['Author', document.author],
    ['Subject', document.subject],
    ['Keywords', document.keywords.join(', ')],
  ].filter(([, text]) => text !== '');
  return {
    ...Object.fromEntries(texts),
    Creator: document.producer,
    Producer: document.producer,
    CreationDate: date,
    ModDate: date,
  };
}

/** pdfkit sorts names by locale; readers look them up by bytes. */
export function sortNamesByBytes(file: PdfFile): void {
  const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
  const { Dests, EmbeddedFiles } = file._root.data.Names.data;
  Dests._compareKeys = byBytes;
  if (EmbeddedFiles !== undefined) EmbeddedFiles._compareKeys = byBytes;
}

/** All bytes of the file, once it is ended. */
export function bytesOf(file: PdfFile): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    file.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    file.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    file.on('error', reject);
    file.end();
  });
}
