// The catalogue, where everything of the file hangs: one, with the entries that our writer gives it.
import { objectOf, type PdfObjects } from './pdf-objects.ts';
import { unreadable } from './pdf-refused.ts';
import { asDict, asName, type PdfDict, type PdfValue, strangeKeys } from './pdf-values.ts';

export type Catalogue = {
  readonly pages: PdfValue | undefined;
  /** The root of the name tree of attachments. */
  readonly attachments: PdfValue | undefined;
  /** References to signature fields. */
  readonly fields: PdfValue | undefined;
};

const KEYS: ReadonlySet<string> = new Set([
  'Type',
  'Pages',
  'PageLabels',
  'Names',
  'ViewerPreferences',
  'PageMode',
  'Outlines',
  'Metadata',
  'StructTreeRoot',
  'MarkInfo',
  'Lang',
  'OutputIntents',
  'AcroForm',
  'AF',
]);
const NAMES: ReadonlySet<string> = new Set(['Dests', 'EmbeddedFiles']);
const FORM: ReadonlySet<string> = new Set(['Fields', 'SigFlags']);

/** Throws `pdf-unreadable` when it is not as our writer makes it. */
export const readCatalogue = (objects: PdfObjects): Catalogue => {
  const { references, notable } = objects;
  if (notable.catalogs.length !== 1 || notable.catalogs[0] !== references.root)
    throw unreadable('has no catalogue, or several');
  const catalogue = asDict(objectOf(objects, references.root)?.value);
  if (catalogue === null || asName(catalogue.entries.get('Type')) !== 'Catalog')
    throw unreadable('has no catalogue');
  const names = part(catalogue, 'Names', NAMES);
  const form = part(catalogue, 'AcroForm', FORM);
  refuseStrange(catalogue, KEYS);
  return {
    pages: catalogue.entries.get('Pages'),
    attachments: names?.entries.get('EmbeddedFiles'),
    fields: form?.entries.get('Fields'),
  };
};

/** A dictionary within the catalogue itself; null where there is none. */
const part = ({ entries }: PdfDict, key: string, keys: ReadonlySet<string>): PdfDict | null => {
  if (!entries.has(key)) return null;
  const dict = asDict(entries.get(key));
  if (dict === null) throw unreadable(`has /${key} outside its catalogue`);
  refuseStrange(dict, keys);
  return dict;
};

const refuseStrange = (dict: PdfDict, keys: ReadonlySet<string>): void => {
  const [strange] = strangeKeys(dict, keys);
  if (strange !== undefined) throw unreadable(`has /${strange} in its catalogue, which no report has`);
};
