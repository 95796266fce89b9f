// Pages as objects: what a page consists of while it is open, and the tree they all hang in.

import type { PageRule } from '../../../model/document.ts';
import type { ObjectStore } from './object-store.ts';
import { objectText, type PdfRef, refTo } from './object-text.ts';
import { nums } from './operators.ts';

/** A page whose dictionary is not written yet. `contents` and `annotations` are numbers of objects. */
export type OpenPage = {
  readonly id: number;
  readonly width: number;
  readonly height: number;
  readonly contents: number[];
  readonly annotations: number[];
  /** Its key in the parent tree; null while nothing on it is tagged. */
  parents: number | null;
};

export type PageTree = {
  readonly root: number;
  readonly open: (index: number, rule: Pick<PageRule, 'width' | 'height'>) => OpenPage;
  /** The page of this index while it is open. */
  readonly at: (index: number) => OpenPage | undefined;
  readonly close: (index: number) => void;
  /** Closes what is open and writes the tree. */
  readonly end: () => void;
};

/** Pages under one node. */
const WIDTH = 64;

/** A tree whose pages all name the same resources: each by itself, for PDF/A lets no page inherit them. */
export function newPageTree(store: ObjectStore, resources: PdfRef): PageTree {
  const root = store.newId();
  const open = new Map<number, OpenPage>();
  const ids: number[] = [];
  const nodes: number[] = [];
  const close = (index: number) => {
    const page = open.get(index);
    if (page === undefined) return;
    open.delete(index);
    const node = Math.floor(index / WIDTH);
    nodes[node] ??= store.newId();
    store.put(page.id, dictionary(page, nodes[node], resources));
  };
  return {
    root,
    open: (index, { width, height }) => {
      const page = { id: store.newId(), width, height, contents: [], annotations: [], parents: null };
      open.set(index, page);
      ids[index] = page.id;
      return page;
    },
    at: (index) => open.get(index),
    close,
    end: () => {
      for (const index of [...open.keys()]) close(index);
      writeNodes(store, root, nodes, ids);
      const count = ids.filter((id) => id !== undefined).length;
      const kids = nodes.filter((id) => id !== undefined).map(refTo);
      store.put(root, objectText({ Type: 'Pages', Count: count, Kids: kids }));
    },
  };
}

function dictionary(page: OpenPage, parent: number, resources: PdfRef): string {
  const { contents, annotations, parents } = page;
  const [only] = contents;
  const shown = contents.length === 1 && only !== undefined ? ` ${only} 0 R` : refsText(contents);
  let text = `<</Type/Page/Parent ${parent} 0 R/MediaBox[${nums(0, 0, page.width, page.height)}]`;
  text += `/Resources ${resources.id} 0 R/Contents${shown}`;
  if (parents !== null) text += `/StructParents ${parents}`;
  if (annotations.length > 0) text += `/Annots${refsText(annotations)}/Tabs/S`;
  return `${text}>>`;
}

const refsText = (ids: readonly number[]): string => `[${ids.map((id) => `${id} 0 R`).join(' ')}]`;

function writeNodes(
  store: ObjectStore,
  root: number,
  nodes: readonly number[],
  pages: readonly number[],
): void {
  for (const [index, id] of nodes.entries()) {
    if (id === undefined) continue;
    const kids = pages.slice(index * WIDTH, (index + 1) * WIDTH).filter((page) => page !== undefined);
    const data = { Type: 'Pages', Parent: refTo(root), Count: kids.length, Kids: kids.map(refTo) };
    store.put(id, objectText(data));
  }
}
