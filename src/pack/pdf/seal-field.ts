// Signature fields of the file: each a widget on a page that is in the page tree, and at most one of them with a signature.
import { dictOf, objectOf, type PdfObjects } from './pdf-objects.ts';
import { PdfRefused } from './pdf-refused.ts';
import {
  asCount,
  asDict,
  asItems,
  asName,
  asRef,
  asText,
  type PdfDict,
  type PdfValue,
  strangeKeys,
} from './pdf-values.ts';

/** The field that is filled, and the number of its signature. */
export type FilledField = { readonly name: string; readonly signature: number };

const KEYS: ReadonlySet<string> = new Set([
  'Type',
  'Subtype',
  'FT',
  'T',
  'TU',
  'Rect',
  'F',
  'P',
  'StructParent',
  'AP',
  'V',
]);
/** Shown, printed, not to be moved. */
const FLAGS = 4 + 128;
/** A page, what it hangs in, and the root. */
const LEVELS = 3;
/** More than any report has; each field costs a look at its page and the nodes above. */
const MOST_FIELDS = 16;

const malformed = (why: string): PdfRefused => new PdfRefused('pdf-seal-form', why);

/** The filled field among those that the catalogue lists; null where none is. `pages` is the root of the page tree. */
export const filledField = (
  objects: PdfObjects,
  listed: PdfValue | undefined,
  pages: PdfValue | undefined,
): FilledField | null => {
  const ids = (asItems(listed) ?? []).map(asRef);
  const { fields, signatures } = objects.notable;
  if (fields.length > MOST_FIELDS) throw malformed(`has more than ${MOST_FIELDS} signature fields`);
  if (
    new Set(ids).size !== ids.length ||
    ids.length !== fields.length ||
    !fields.every((id) => ids.includes(id))
  )
    throw malformed('has signature fields that its catalogue does not list, or lists twice');
  const read = fields.map((id) => readField(objects, id, pages));
  if (new Set(read.map(({ name }) => name)).size !== read.length)
    throw malformed('has two signature fields of one name');
  const filled = read.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]));
  if (filled.length > 1 || signatures.length > 1) throw malformed('has more than one signature');
  const [field] = filled;
  const signature = asRef(field?.value);
  if (signature !== (signatures[0] ?? null) || (signature === null) !== (field === undefined))
    throw malformed('has a signature without a field, or a field whose signature is none');
  return field === undefined || signature === null ? null : { name: field.name, signature };
};

type Field = { readonly name: string; readonly value: PdfValue | undefined };

const readField = (objects: PdfObjects, id: number, pages: PdfValue | undefined): Field => {
  const field = asDict(objectOf(objects, id)?.value);
  const name = asText(field?.entries.get('T'));
  if (field === null || name === null || !isShown(field) || strangeKeys(field, KEYS).length > 0)
    throw malformed('has a signature field that no report has');
  const page = dictOf(objects, field.entries.get('P'));
  const annotations = asItems(page?.entries.get('Annots')) ?? [];
  if (page === null || asName(page.entries.get('Type')) !== 'Page' || !refersTo(annotations, id))
    throw malformed('has a signature field that is on no page');
  checkInTree(objects, { page, id: asRef(field.entries.get('P')) }, asRef(pages));
  return { name, value: field.entries.get('V') };
};

const isShown = ({ entries }: PdfDict): boolean => {
  const [left = 0, bottom = 0, right = 0, top = 0] = (asItems(entries.get('Rect')) ?? []).map(Number);
  return (
    asName(entries.get('FT')) === 'Sig' &&
    asName(entries.get('Subtype')) === 'Widget' &&
    asCount(entries.get('F')) === FLAGS &&
    asDict(entries.get('AP')) !== null &&
    right > left &&
    top > bottom
  );
};

const refersTo = (items: readonly PdfValue[], id: number | null): boolean =>
  id !== null && items.some((item) => asRef(item) === id);

/** Climbs from the page to the root; each must be among the kids of the one above. */
const checkInTree = (
  objects: PdfObjects,
  { page, id }: { readonly page: PdfDict; readonly id: number | null },
  root: number | null,
): void => {
  let [node, at] = [page, id];
  for (let level = 0; level < LEVELS && at !== root; level += 1) {
    const parent = node.entries.get('Parent');
    const above = dictOf(objects, parent);
    if (above === null || !refersTo(asItems(above.entries.get('Kids')) ?? [], at)) break;
    [node, at] = [above, asRef(parent)];
  }
  if (root === null || at !== root) throw malformed('has a signature field on a page that is not shown');
};
