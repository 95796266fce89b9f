// Name trees and number trees (ISO 32000-1, 7.9.6 and 7.9.7), balanced: short leaves under nodes under one root.

import type { ObjectStore } from './object-store.ts';
import { objectText, type PdfBytes, type PdfRef, pdfBytes, refTo } from './object-text.ts';

type Key = number | PdfBytes;
type Node = { readonly id: number; readonly first: Key; readonly last: Key };
export type TreeKind = 'Names' | 'Nums';

/** Entries to a leaf and leaves to a node. */
const WIDTH = 64;

export type TreeWriter = {
  /** Adds an entry; keys come in order. A leaf that is full is written and forgotten. */
  readonly add: (key: Key, value: string) => void;
  /** Ends the tree; null when it has no entries. */
  readonly end: () => PdfRef | null;
};

export function newTree(store: ObjectStore, kind: TreeKind): TreeWriter {
  const leaves: Node[] = [];
  let entries: (readonly [Key, string])[] = [];
  const close = () => {
    const [first, last] = [entries[0], entries.at(-1)];
    if (first === undefined || last === undefined) return;
    const node = { id: store.newId(), first: first[0], last: last[0] };
    const body = entries.map(([key, value]) => `${objectText(key)} ${value}`).join(' ');
    store.put(node.id, `<</${kind}[${body}]${limits(node)}>>`);
    leaves.push(node);
    entries = [];
  };
  return {
    add: (key, value) => {
      if (entries.push([key, value]) === WIDTH) close();
    },
    end: () => {
      close();
      return leaves.length === 0 ? null : rootOver(store, leaves);
    },
  };
}

/** A root has no limits, all below it have. */
function rootOver(store: ObjectStore, nodes: readonly Node[]): PdfRef {
  if (nodes.length > WIDTH) return rootOver(store, nodesOver(store, nodes));
  const id = store.newId();
  store.put(id, `<<${kids(nodes)}>>`);
  return refTo(id);
}

function nodesOver(store: ObjectStore, nodes: readonly Node[]): readonly Node[] {
  const over: Node[] = [];
  for (let at = 0; at < nodes.length; at += WIDTH) {
    const below = nodes.slice(at, at + WIDTH);
    const [first, last] = [below[0], below.at(-1)];
    if (first === undefined || last === undefined) continue;
    const node = { id: store.newId(), first: first.first, last: last.last };
    store.put(node.id, `<<${kids(below)}${limits(node)}>>`);
    over.push(node);
  }
  return over;
}

const kids = (nodes: readonly Node[]): string => `/Kids${objectText(nodes.map(({ id }) => refTo(id)))}`;
const limits = ({ first, last }: Node): string => `/Limits${objectText([first, last])}`;

/** A whole name tree at once; its names are UTF-8 and in the order of their bytes, as readers look them up. */
export function nameTree(store: ObjectStore, values: ReadonlyMap<string, string>): PdfRef | null {
  const tree = newTree(store, 'Names');
  const names = [...values].map(([name, value]) => [Buffer.from(name), value] as const);
  for (const [name, value] of names.sort((a, b) => Buffer.compare(a[0], b[0])))
    tree.add(pdfBytes(name.toString('latin1')), value);
  return tree.end();
}
