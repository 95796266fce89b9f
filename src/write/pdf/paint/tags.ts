// Ties what is painted to the structure tree: marked content page by page, then the tree itself.

import type { Attributes, Leaf, Structure } from '../boxes/structure.ts';
import { type PdfFile, type PdfRef, pdfText } from './pdf-file.ts';

type Mark = { readonly page: PdfRef; readonly id: number };
type Box = readonly [number, number, number, number];

export type Tags = {
  readonly file: PdfFile;
  readonly refs: Map<Structure, PdfRef>;
  readonly marks: Map<Leaf, Mark[]>;
  readonly annotations: Map<Structure, { readonly page: PdfRef; readonly annotation: PdfRef }[]>;
  /** Where figures stand, in PDF coordinates of their page. */
  readonly boxes: Map<Structure, Box>;
};

export const newTags = (file: PdfFile): Tags => ({
  file,
  refs: new Map(),
  marks: new Map(),
  annotations: new Map(),
  boxes: new Map(),
});

function refOf(tags: Tags, structure: Structure): PdfRef {
  const ref = tags.refs.get(structure) ?? tags.file.ref({ Type: 'StructElem', S: structure.role });
  tags.refs.set(structure, ref);
  return ref;
}

/** The operator that begins content of this leaf on the current page. */
export function beginMark(tags: Tags, leaf: Leaf): string {
  const { page } = tags.file;
  const parents = tags.file.getStructParentTree().get(page.structParentTreeKey);
  const id = parents.length;
  parents.push(refOf(tags, leaf.owner));
  tags.marks.set(leaf, [...(tags.marks.get(leaf) ?? []), { page: page.dictionary, id }]);
  return `/${leaf.owner.role} <</MCID ${id}>> BDC`;
}

/** Number that an annotation of this element carries, so that readers find the element from it. */
export function annotationKey(tags: Tags, structure: Structure): number {
  const key = tags.file.createStructParentTreeNextKey();
  tags.file.getStructParentTree().add(key, refOf(tags, structure));
  return key;
}

export function addAnnotation(tags: Tags, structure: Structure, annotation: PdfRef): void {
  const page = tags.file.page.dictionary;
  tags.annotations.set(structure, [...(tags.annotations.get(structure) ?? []), { page, annotation }]);
}

/** Writes the whole tree under the document's structure root. Elements without any content are left out. */
export function writeTags(tags: Tags, root: Structure): void {
  const tree = tags.file.getStructTreeRoot();
  const ref = writeElement(tags, root, tree);
  tree.data.K = [ref];
  const ids = [...tags.refs].flatMap(([{ id }, named]) => (id === null ? [] : [{ id, named }]));
  ids.sort((a, b) => (a.id < b.id ? -1 : 1));
  if (ids.length > 0)
    tree.data.IDTree = { Names: ids.flatMap(({ id, named }): unknown[] => [pdfText(id), named]) };
}

/** Parts that must be there even when empty, or a table's rows would no longer line up. */
const KEPT_EMPTY: ReadonlySet<string> = new Set(['TR', 'TH', 'TD', 'LBody', 'Document']);

function isEmpty(tags: Tags, structure: Structure): boolean {
  if (KEPT_EMPTY.has(structure.role) || tags.annotations.has(structure)) return false;
  return structure.children.every((child) =>
    child.kind === 'leaf' ? !tags.marks.has(child) : isEmpty(tags, child),
  );
}

function writeElement(tags: Tags, structure: Structure, parent: PdfRef): PdfRef {
  const ref = refOf(tags, structure);
  const kids: unknown[] = [];
  const page = firstPage(tags, structure);
  for (const child of structure.children) {
    if (child.kind === 'leaf') for (const mark of tags.marks.get(child) ?? []) kids.push(markKid(mark, page));
    else if (!isEmpty(tags, child)) kids.push(writeElement(tags, child, ref));
  }
  for (const { page: on, annotation } of tags.annotations.get(structure) ?? [])
    kids.push({ Type: 'OBJR', Pg: on, Obj: annotation });
  Object.assign(ref.data, { P: parent, Pg: page, K: kids, ...entries(structure, tags.boxes.get(structure)) });
  ref.end();
  return ref;
}

function firstPage(tags: Tags, structure: Structure): PdfRef | undefined {
  for (const child of structure.children) {
    const mark = child.kind === 'leaf' ? tags.marks.get(child)?.[0] : undefined;
    if (mark !== undefined) return mark.page;
  }
  return undefined;
}

const markKid = (mark: Mark, page: PdfRef | undefined): unknown =>
  mark.page === page ? mark.id : { Type: 'MCR', Pg: mark.page, MCID: mark.id };

function entries(structure: Structure, box: Box | undefined): Record<string, unknown> {
  return {
    ...(structure.language === null ? {} : { Lang: pdfText(structure.language) }),
    ...(structure.alt === null ? {} : { Alt: pdfText(structure.alt) }),
    ...(structure.expansion === null ? {} : { E: pdfText(structure.expansion) }),
    ...(structure.id === null ? {} : { ID: pdfText(structure.id) }),
    ...(box === undefined ? {} : { A: { O: 'Layout', Placement: 'Block', BBox: box } }),
    ...(box !== undefined || structure.attributes === null ? {} : { A: attributesOf(structure.attributes) }),
  };
}

const attributesOf = (attributes: Attributes): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map(pdfText) : value,
    ]),
  );
