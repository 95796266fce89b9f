// Ties what is painted to the structure tree: marked content page by page, and elements that are written as soon as
// nothing more comes for them.

import { Failure } from '../../../problem.ts';
import type { Attributes, Leaf, Structure } from '../boxes/structure.ts';
import type { ObjectStore } from './object-store.ts';
import { objectText, type PdfRef, refTo } from './object-text.ts';
import type { OpenPage } from './page-tree.ts';
import { attributesText, elementText, type Kid } from './structure-element.ts';
import { nameTree, newTree, type TreeWriter } from './trees.ts';

export type Box = readonly [number, number, number, number];

export type Tags = {
  readonly store: ObjectStore;
  readonly root: number;
  /** Numbers of elements that have content; those below a written element are forgotten. */
  readonly ids: Map<Structure, number>;
  readonly written: Set<Structure>;
  /** Places of marked content and annotations, in the order they were painted. */
  readonly content: Map<Leaf, Kid[]>;
  readonly annotations: Map<Structure, Kid[]>;
  /** Where figures stand, in PDF coordinates of their page. */
  readonly boxes: Map<Structure, Box>;
  /** Attribute objects that several elements share, by their text. */
  readonly attributes: Map<string, number>;
  /** Elements that cells name, by their ids. */
  readonly named: Map<string, string>;
  readonly parents: TreeWriter;
  nextKey: number;
  /** The page being painted, and the elements of its marked content by number. */
  page: OpenPage | null;
  owners: string[];
};

export function newTags(store: ObjectStore): Tags {
  return {
    store,
    root: store.newId(),
    ids: new Map(),
    written: new Set(),
    content: new Map(),
    annotations: new Map(),
    boxes: new Map(),
    attributes: new Map(),
    named: new Map(),
    parents: newTree(store, 'Nums'),
    nextKey: 0,
    page: null,
    owners: [],
  };
}

/** The number of an element that has content; those above it have content too. */
function idOf(tags: Tags, structure: Structure): number {
  if (tags.written.has(structure))
    throw new Failure('bug', 'Content was painted for an element that is closed.', 'Please report this.');
  const known = tags.ids.get(structure);
  if (known !== undefined) return known;
  const id = tags.store.newId();
  tags.ids.set(structure, id);
  if (structure.parent !== null) idOf(tags, structure.parent);
  return id;
}

export function beginPage(tags: Tags, page: OpenPage): void {
  tags.page = page;
  tags.owners = [];
}

/** Writes which element each piece of marked content on the page belongs to. */
export function endPage(tags: Tags): void {
  if (tags.page !== null && tags.owners.length > 0) {
    const id = tags.store.newId();
    tags.store.put(id, `[${tags.owners.join(' ')}]`);
    tags.page.parents = newKey(tags, id);
  }
  tags.page = null;
}

function newKey(tags: Tags, value: number): number {
  const key = tags.nextKey;
  tags.nextKey += 1;
  tags.parents.add(key, `${value} 0 R`);
  return key;
}

/** The operator that begins content of this leaf on the current page. */
export function beginMark(tags: Tags, leaf: Leaf): string {
  const { owner } = leaf;
  const kid = { kind: 'marked' as const, page: tags.page?.id ?? 0, number: tags.owners.length };
  tags.owners.push(`${idOf(tags, owner)} 0 R`);
  addTo(tags.content, leaf, kid);
  return `/${owner.role}<</MCID ${kid.number}>>BDC`;
}

/** Ties an annotation of the current page to its element; gives the key that the annotation carries. */
export function tagAnnotation(tags: Tags, structure: Structure, annotation: number): number {
  addTo(tags.annotations, structure, { kind: 'object', page: tags.page?.id ?? 0, number: annotation });
  return newKey(tags, idOf(tags, structure));
}

function addTo<K>(map: Map<K, Kid[]>, key: K, kid: Kid): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [kid]);
  else known.push(kid);
}

/** Parts that must be there even when empty, or a table's rows would no longer line up. */
const KEPT_EMPTY: ReadonlySet<string> = new Set(['TR', 'TH', 'TD', 'LBody', 'Document']);

/** Writes an element and all below it; what has no content is left out. */
export function closeElement(tags: Tags, structure: Structure): void {
  if (tags.written.has(structure)) return;
  for (const child of structure.children) if (child.kind === 'structure') closeElement(tags, child);
  if (KEPT_EMPTY.has(structure.role)) idOf(tags, structure);
  const id = tags.ids.get(structure);
  if (id !== undefined) writeElement(tags, structure, id);
  tags.written.add(structure);
  for (const child of structure.children) forget(tags, child);
  structure.children.length = 0;
}

function writeElement(tags: Tags, structure: Structure, id: number): void {
  const parent = structure.parent === null ? tags.root : idOf(tags, structure.parent);
  const kids = kidsOf(tags, structure);
  const attributes = attributesOf(tags, structure);
  tags.store.put(id, elementText(structure, parent, kids, attributes));
  if (structure.id !== null) tags.named.set(structure.id, `${id} 0 R`);
  tags.annotations.delete(structure);
  tags.boxes.delete(structure);
}

function kidsOf(tags: Tags, structure: Structure): readonly Kid[] {
  const kids: Kid[] = [];
  for (const child of structure.children) {
    const id = child.kind === 'leaf' ? undefined : tags.ids.get(child);
    if (child.kind === 'leaf') addAll(kids, tags.content.get(child));
    else if (id !== undefined) kids.push({ kind: 'element', number: id });
  }
  addAll(kids, tags.annotations.get(structure));
  return kids;
}

function addAll(kids: Kid[], more: readonly Kid[] | undefined): void {
  if (more !== undefined) for (const kid of more) kids.push(kid);
}

function forget(tags: Tags, child: Structure | Leaf): void {
  if (child.kind === 'leaf') tags.content.delete(child);
  else {
    tags.ids.delete(child);
    tags.written.delete(child);
  }
}

/** Attribute objects are alike for most elements, and then there is one of them. */
function attributesOf(tags: Tags, structure: Structure): string | null {
  const box = tags.boxes.get(structure);
  if (box !== undefined) return objectText({ O: 'Layout', Placement: 'Block', BBox: box });
  if (structure.attributes === null) return null;
  const text = spelled(structure.attributes);
  const known = tags.attributes.get(text);
  if (known !== undefined) return `${known} 0 R`;
  if (tags.attributes.size >= MOST_SHARED) return text;
  const id = tags.store.newId();
  tags.attributes.set(text, id);
  tags.store.put(id, text);
  return `${id} 0 R`;
}

/** Nearly all elements with attributes share one of a few records of them. */
const spellings = new WeakMap<Attributes, string>();

function spelled(attributes: Attributes): string {
  const known = spellings.get(attributes);
  if (known !== undefined) return known;
  const text = attributesText(attributes);
  spellings.set(attributes, text);
  return text;
}

/** Kinds of attributes remembered; more are no longer alike. */
const MOST_SHARED = 256;

/** Ends the structure tree, whose only child is the document's element. */
export function endTags(tags: Tags): PdfRef {
  const [top] = [...tags.ids].filter(([structure]) => structure.parent === null);
  if (top === undefined || !tags.written.has(top[0]))
    throw new Failure('bug', 'The structure of the document was not closed.', 'Please report this.');
  const data = {
    Type: 'StructTreeRoot',
    K: refTo(top[1]),
    IDTree: nameTree(tags.store, tags.named) ?? undefined,
    ParentTree: tags.parents.end() ?? {},
    ParentTreeNextKey: tags.nextKey,
  };
  tags.store.put(tags.root, objectText(data));
  return refTo(tags.root);
}
