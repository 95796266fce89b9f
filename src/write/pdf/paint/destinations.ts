// Places that links and bookmarks lead to, gathered page by page and written at the end.

import type { PlacedPage } from '../pages/placed.ts';
import type { ObjectStore } from './object-store.ts';
import { objectText, type PdfRef, refTo } from './object-text.ts';
import { type Bookmark, writeOutline } from './outline.ts';
import type { OpenPage } from './page-tree.ts';
import { nameTree } from './trees.ts';

export type Destinations = {
  readonly bookmarks: Bookmark[];
  /** By id: the place that comes first in the document. */
  readonly places: Map<string, { readonly page: number; readonly place: string }>;
};

export const newDestinations = (): Destinations => ({ bookmarks: [], places: new Map() });

/** Gathers the destinations and bookmarks of page `index`. */
export function addPlaces(to: Destinations, index: number, page: PlacedPage, open: OpenPage): void {
  for (const { anchor, top } of page.anchors) {
    const place = objectText([refTo(open.id), 'XYZ', 0, open.height - top, 0]);
    if (anchor.bookmark !== null) to.bookmarks.push({ page: index, ...anchor.bookmark, place });
    if (anchor.id === null) continue;
    const known = to.places.get(anchor.id);
    if (known === undefined || known.page > index) to.places.set(anchor.id, { page: index, place });
  }
}

/** Named by their own ids, so that a link from outside can lead to a place: `report.pdf#nameddest=ID`. */
export const writeDestinations = (store: ObjectStore, from: Destinations): PdfRef | null =>
  nameTree(store, new Map([...from.places].map(([id, { place }]) => [id, place])));

export const writeBookmarks = (store: ObjectStore, from: Destinations): PdfRef | null =>
  writeOutline(store, from.bookmarks);
