// What among all objects has to be looked at more closely, and what no report has. It is found by looking at every value,
// so that nothing is missed because it hangs where nobody expects it.
import { PdfRefused, unreadable } from './pdf-refused.ts';
import { asName, type PdfDict, type PdfValue } from './pdf-values.ts';

/** Numbers of objects. */
export type Notable = {
  readonly catalogs: number[];
  readonly signatures: number[];
  readonly fields: number[];
  readonly fileSpecifications: number[];
  readonly embeddedFiles: number[];
};

export const newNotable = (): Notable => ({
  catalogs: [],
  signatures: [],
  fields: [],
  fileSpecifications: [],
  embeddedFiles: [],
});

/** `plain`: by itself in the file. */
export type Standing = 'plain' | 'packed' | 'stream';

/** Notes an object, and refuses what stands where our writer never puts it. */
export const noteObject = (notable: Notable, id: number, value: PdfValue, standing: Standing): void => {
  look(value, (dict) => {
    const own = dict === value;
    const type = asName(dict.entries.get('Type'));
    if (isSignature(dict, type)) noteForm(notable.signatures, id, own && standing === 'plain');
    if (dict.entries.has('FT')) noteForm(notable.fields, id, own && standing === 'plain');
    if (type === 'Filespec' || dict.entries.has('EF'))
      noteFile(notable.fileSpecifications, id, own && standing !== 'stream');
    if (type === 'EmbeddedFile') noteFile(notable.embeddedFiles, id, own && standing === 'stream');
    if (type === 'Catalog') noteCatalog(notable.catalogs, id, own && standing === 'plain');
    if (type === 'Annot' || dict.entries.has('Rect')) checkAnnotation(dict, type);
  });
};

/** Depth is bounded where values are read. */
const look = (value: PdfValue, take: (dict: PdfDict) => void): void => {
  if (typeof value !== 'object' || value === null) return;
  if (value.kind === 'array') for (const item of value.items) look(item, take);
  if (value.kind !== 'dict') return;
  take(value);
  for (const entry of value.entries.values()) look(entry, take);
};

const isSignature = ({ entries }: PdfDict, type: string | null): boolean =>
  type === 'Sig' || type === 'DocTimeStamp' || entries.has('ByteRange') || entries.has('SubFilter');

const noteForm = (ids: number[], id: number, expected: boolean): void => {
  if (!expected)
    throw new PdfRefused('pdf-seal-form', `has a signature or a field where none can be, in ${id}`);
  ids.push(id);
};

const noteFile = (ids: number[], id: number, expected: boolean): void => {
  if (!expected) throw new PdfRefused('pdf-attachment', `has an attachment where none can be, in ${id}`);
  ids.push(id);
};

const noteCatalog = (ids: number[], id: number, expected: boolean): void => {
  if (!expected) throw unreadable(`has a catalogue where none can be, in ${id}`);
  ids.push(id);
};

/** Links and signature fields are all that a reader of the report can click on. */
const checkAnnotation = ({ entries }: PdfDict, type: string | null): void => {
  const subtype = asName(entries.get('Subtype'));
  if (type === 'Annot' && (subtype === 'Link' || subtype === 'Widget')) {
    if ((subtype === 'Widget') !== entries.has('FT'))
      throw new PdfRefused('pdf-seal-form', 'has a field that is no signature field');
    return;
  }
  throw new PdfRefused('pdf-active', `has an annotation of the kind ${subtype ?? 'unknown'}`);
};
