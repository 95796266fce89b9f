// The package around a workbook's parts (ECMA-376 part 2): a zip, with types of parts and relationships between them.
import { pathKey } from '../member-path.ts';
import { type OpenZip, openZip } from '../zip-read.ts';
import { LARGEST_SMALL_PART, WORKBOOK_ZIP } from './limits.ts';
import { quoted, XlsxRefused } from './refused.ts';
import { readXml, required } from './xml.ts';

export type Relation = {
  /** The last word of its type's address, which both spellings of the format share: `worksheet`. */
  readonly type: string;
  /** The part's path in the zip; null where it points outside of the file. */
  readonly part: string | null;
};
export type Package = {
  readonly parts: readonly string[];
  /** Content types by `pathKey` of the part; those that are said for an ending alone are not among them. */
  readonly types: ReadonlyMap<string, string>;
  /** A small part, null where there is none. */
  readonly read: (part: string) => Uint8Array | null;
  /** A sheet, shared texts or a table: throws XlsxRefused where it is missing, or asked for again. */
  readonly readOnce: (part: string) => Uint8Array;
  /** What a part refers to, by id; `''` is the package itself. */
  readonly relations: (part: string) => ReadonlyMap<string, Relation>;
};

/** Throws ZipRefused and XlsxRefused. */
export const openPackage = (bytes: Uint8Array): Package => {
  const zip = openZip(bytes, WORKBOOK_ZIP);
  const paths = new Map([...zip.sizes.keys()].map((path) => [pathKey(path), path]));
  const taken = new Set<string>();
  const read = (part: string): Uint8Array | null => readSmall(zip, paths.get(pathKey(part)));
  return {
    parts: [...paths.values()],
    types: readTypes(read('[Content_Types].xml')),
    read,
    readOnce: (part) => {
      const path = paths.get(pathKey(part));
      const data = path === undefined ? null : zip.read(path);
      if (path === undefined || data === null) throw new XlsxRefused(`The part ${quoted(part)} is missing.`);
      // Else two hundred sheets could be one and the same part, each as large as a part may be.
      if (taken.has(path)) throw new XlsxRefused(`The part ${quoted(path)} is used twice.`);
      taken.add(path);
      return data;
    },
    relations: (part) => readRelations(part, read(relationsOf(part))),
  };
};

const readSmall = (zip: OpenZip, path: string | undefined): Uint8Array | null => {
  if (path === undefined) return null;
  if ((zip.sizes.get(path) ?? 0) > LARGEST_SMALL_PART)
    throw new XlsxRefused(`The part ${quoted(path)} is larger than ${LARGEST_SMALL_PART} bytes.`);
  return zip.read(path);
};

const readTypes = (bytes: Uint8Array | null): ReadonlyMap<string, string> => {
  const types = new Map<string, string>();
  if (bytes === null) return types;
  readXml('[Content_Types].xml', bytes, {
    open: (name, { PartName = '', ContentType = '' }) => {
      if (name === 'Override') types.set(pathKey(PartName.replace(/^\//, '')), ContentType);
    },
  });
  return types;
};

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

const relationsOf = (part: string): string =>
  `${folderOf(part)}_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`;

const readRelations = (part: string, bytes: Uint8Array | null): ReadonlyMap<string, Relation> => {
  const relations = new Map<string, Relation>();
  if (bytes === null) return relations;
  readXml(relationsOf(part), bytes, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const target = required(attributes, 'Target', 'A relationship');
      const id = required(attributes, 'Id', 'A relationship');
      if (relations.has(id))
        throw new XlsxRefused(`Two relationships of ${quoted(part)} are called ${quoted(id)}.`);
      relations.set(id, {
        type: (attributes.Type ?? '').split('/').at(-1) ?? '',
        part: attributes.TargetMode === 'External' ? null : resolve(part, target),
      });
    },
  });
  return relations;
};

/** A target from the root, or from the folder of the part that names it. */
const resolve = (from: string, target: string): string => {
  const resolved: string[] = [];
  for (const step of `${target.startsWith('/') ? '' : folderOf(from)}${target}`.split('/')) {
    if (step === '..' && resolved.pop() === undefined)
      throw new XlsxRefused(`A relationship leads out of the file, to ${quoted(target)}.`);
    if (step !== '..' && step !== '.' && step !== '') resolved.push(step);
  }
  return resolved.join('/');
};
