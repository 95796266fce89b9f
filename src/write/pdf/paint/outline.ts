// Bookmarks, in the order of the document even when its pages are painted in another.

import type { ObjectStore } from './object-store.ts';
import { objectText, type PdfRef, pdfText, refTo } from './object-text.ts';

export type Bookmark = {
  /** Index of its page, for the order. */
  readonly page: number;
  readonly level: number;
  readonly title: string;
  /** The destination, spelled out. */
  readonly place: string;
};

type Item = Bookmark & { readonly id: number; readonly items: Item[] };
/** Items of the first level are shown open. */
const OPEN_LEVELS = 1;

/** Writes the outline; null when there are no bookmarks. */
export function writeOutline(store: ObjectStore, bookmarks: readonly Bookmark[]): PdfRef | null {
  if (bookmarks.length === 0) return null;
  const id = store.newId();
  const items: Item[] = [];
  const above: Item[] = [];
  for (const bookmark of [...bookmarks].sort((a, b) => a.page - b.page)) {
    const item = { ...bookmark, id: store.newId(), items: [] };
    while ((above.at(-1)?.level ?? 0) >= bookmark.level) above.pop();
    (above.at(-1)?.items ?? items).push(item);
    above.push(item);
  }
  writeItems(store, items, id);
  store.put(id, objectText({ Type: 'Outlines', ...ends(items), Count: shown(items, 0) }));
  return refTo(id);
}

function writeItems(store: ObjectStore, items: readonly Item[], parent: number): void {
  for (const [index, item] of items.entries()) {
    const [before, next] = [items[index - 1], items[index + 1]];
    const entries = objectText({
      Title: pdfText(item.title),
      Parent: refTo(parent),
      Prev: before && refTo(before.id),
      Next: next && refTo(next.id),
      ...ends(item.items),
      Count: countOf(item),
    });
    store.put(item.id, `${entries.slice(0, -2)}/Dest${item.place}>>`);
    writeItems(store, item.items, item.id);
  }
}

const ends = (items: readonly Item[]): object => {
  const [first, last] = [items[0], items.at(-1)];
  return first === undefined || last === undefined ? {} : { First: refTo(first.id), Last: refTo(last.id) };
};

/** ISO 32000-1, 12.3.3: how many items show below an open one; below a closed one, how many would, as a negative number. */
function countOf(item: Item): number | undefined {
  if (item.items.length === 0) return undefined;
  return item.level <= OPEN_LEVELS ? shown(item.items, 0) : -item.items.length;
}

const shown = (items: readonly Item[], sum: number): number =>
  items.reduce((all, item) => all + 1 + (item.level <= OPEN_LEVELS ? shown(item.items, 0) : 0), sum);
