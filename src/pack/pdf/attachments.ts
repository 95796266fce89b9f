// The files that a report carries (ISO 32000-1, 7.11.4): each listed once, unpacked within bounds, and called as our packs call them.
import { inflateStream } from './inflate-stream.ts';
import { readNameTree } from './name-tree.ts';
import { MEGABYTE, type PdfLimits } from './pdf-limits.ts';
import { dictOf, objectOf, type PdfObjects } from './pdf-objects.ts';
import { PdfRefused } from './pdf-refused.ts';
import {
  asCount,
  asDict,
  asName,
  asRef,
  asText,
  type PdfDict,
  type PdfValue,
  strangeKeys,
} from './pdf-values.ts';

/** Member paths with `_` for `/`: the report or portfolio as data, and inputs, in folders or not. */
const NAME =
  /^(?:(?:report|portfolio)\.json|inputs(?:_[a-z0-9][a-z0-9-]{0,62}){0,3}_[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9]{1,16}){1,3})$/;
const MOST = 10_000;
const SPECIFICATION: ReadonlySet<string> = new Set(['Type', 'F', 'UF', 'Desc', 'AFRelationship', 'EF']);
const CONTENT: ReadonlySet<string> = new Set(['Type', 'Subtype', 'Params', 'Filter', 'Length']);

const refused = (name: string, why: string): PdfRefused =>
  new PdfRefused('pdf-attachment', `has the attachment ${JSON.stringify(name.slice(0, 200))}, which ${why}`);

/** The attachments by name. `root` is what the catalogue has for them; undefined for none. Throws `pdf-attachment` and `pdf-too-large`. */
export const readAttachments = (
  objects: PdfObjects,
  root: PdfValue | undefined,
  limits: PdfLimits,
): ReadonlyMap<string, Uint8Array> => {
  const listed = root === undefined ? [] : readNameTree(objects, root, MOST);
  const found = new Map<string, Uint8Array>();
  const contents = new Set<number>();
  let room = limits.attachments;
  for (const { name, value } of listed) {
    const content = contentOf(objects, name, value);
    if (contents.has(content)) throw refused(name, 'shares its content with another');
    contents.add(content);
    const bytes = unpacked(objects, name, { id: content, limits, room });
    room -= bytes.length;
    found.set(name, bytes);
  }
  checkAllListed(objects, listed.length);
  return found;
};

/** No two list the same, so that numbers tell that none is left out. */
const checkAllListed = ({ notable }: PdfObjects, listed: number): void => {
  if (notable.fileSpecifications.length !== listed || notable.embeddedFiles.length !== listed)
    throw new PdfRefused('pdf-attachment', 'carries a file that its list of attachments does not name');
};

/** The number of the stream that holds the attachment. */
const contentOf = (objects: PdfObjects, name: string, value: PdfValue): number => {
  if (!NAME.test(name)) throw refused(name, 'has a name that no file of a pack has');
  const specification = dictOf(objects, value);
  if (specification === null) throw refused(name, 'is not there');
  const { entries } = specification;
  const files = asDict(entries.get('EF'));
  const content = asRef(files?.entries.get('F'));
  const ours =
    asName(entries.get('Type')) === 'Filespec' &&
    asText(entries.get('F')) === name &&
    asText(entries.get('UF')) === name &&
    strangeKeys(specification, SPECIFICATION).length === 0;
  if (!ours) throw refused(name, 'is called otherwise in its own description');
  if (content === null || files?.entries.size !== 2 || asRef(files.entries.get('UF')) !== content)
    throw refused(name, 'has no content, or two');
  return content;
};

type Bounds = { readonly id: number; readonly limits: PdfLimits; readonly room: number };

const unpacked = (objects: PdfObjects, name: string, { id, limits, room }: Bounds): Uint8Array => {
  const object = objectOf(objects, id);
  const dict = asDict(object?.value);
  if (dict === null || object === null || object.packed === null) throw refused(name, 'has no content');
  const size = sizeOf(name, dict);
  if (size > limits.attachment || size > room)
    throw new PdfRefused('pdf-too-large', `has the attachment ${name} of ${size} bytes, which is too much`);
  if (size > MEGABYTE && size > limits.ratio * object.packed.length)
    throw new PdfRefused('pdf-too-large', `has the attachment ${name}, which is packed suspiciously well`);
  const bytes = inflatedTo(name, object.packed, size);
  if (isPdf(bytes)) throw refused(name, 'is a PDF itself');
  return bytes;
};

/** A broken or longer stream is a lie of this attachment, whatever the file is otherwise. */
const inflatedTo = (name: string, packed: Uint8Array, size: number): Uint8Array => {
  try {
    const bytes = inflateStream(packed, size);
    if (bytes.length === size) return bytes;
  } catch (error) {
    if (!(error instanceof PdfRefused)) throw error;
    throw refused(name, `cannot be unpacked: the file ${error.why}`);
  }
  throw refused(name, 'is not as long as it says');
};

const sizeOf = (name: string, dict: PdfDict): number => {
  const { entries } = dict;
  const size = asCount(asDict(entries.get('Params'))?.entries.get('Size'));
  const ours =
    asName(entries.get('Type')) === 'EmbeddedFile' &&
    asName(entries.get('Filter')) === 'FlateDecode' &&
    strangeKeys(dict, CONTENT).length === 0;
  if (!ours || size === null) throw refused(name, 'is packed in a way that no pack has');
  return size;
};

/** Programs look for the mark behind white space and a byte order mark too. */
const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, 1024)).trimStart().startsWith('%PDF-');
