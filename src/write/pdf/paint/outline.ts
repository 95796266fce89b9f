// Bookmarks and named destinations.

import type { PlacedPage } from '../pages/placed.ts';
import type { Destinations } from './paint-links.ts';
import type { PdfFile } from './pdf-file.ts';

type Item = PDFKit.PDFOutline;
/** Bookmarks that a next one may go under, outermost first. */
export type OpenBookmarks = { level: number; item: Item }[];

/** A name for every id that stands on a page; the first place of an id counts. */
export function nameDestinations(pages: readonly PlacedPage[]): Destinations {
  const names = new Map<string, string>();
  for (const { anchor } of pages.flatMap((page) => page.anchors)) {
    if (anchor.id !== null && !names.has(anchor.id))
      names.set(anchor.id, `d${String(names.size + 1).padStart(7, '0')}`);
  }
  return names;
}

/** Adds the current page's destinations and bookmarks. `done` keeps the ids that have their place. */
export function addPlaces(
  file: PdfFile,
  page: PlacedPage,
  names: Destinations,
  done: Set<string>,
  open: OpenBookmarks,
): void {
  for (const { anchor, top } of page.anchors) {
    if (anchor.id !== null && !done.has(anchor.id)) {
      done.add(anchor.id);
      file.addNamedDestination(names.get(anchor.id) ?? anchor.id, 'XYZ', 0, top, 0);
    }
    if (anchor.bookmark !== null) addBookmark(file, page, anchor.bookmark, top, open);
  }
}

function addBookmark(
  file: PdfFile,
  page: PlacedPage,
  bookmark: { level: number; title: string },
  top: number,
  open: OpenBookmarks,
): void {
  while ((open.at(-1)?.level ?? 0) >= bookmark.level) open.pop();
  const parent = open.at(-1)?.item ?? file.outline;
  // pdfkit counts `left` from the right edge.
  const options = { fit: false, top, left: page.rule.width, zoom: 0, expanded: bookmark.level < 2 };
  open.push({ level: bookmark.level, item: parent.addItem(bookmark.title, options) });
}
