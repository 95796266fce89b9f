// Bookmarks and named destinations.

import type { PlacedPage } from '../pages/placed.ts';
import type { PdfFile } from './pdf-file.ts';

type Item = PDFKit.PDFOutline;
/** Bookmarks that a next one may go under, outermost first. */
export type OpenBookmarks = { level: number; item: Item }[];

/** Names of destinations by id: short ones in the order they are first met, so that any id may be one. */
export type Destinations = Map<string, string>;

/** The name of the place that has this id, whether it is painted yet or not. */
export function nameOf(names: Destinations, id: string): string {
  const name = names.get(id) ?? `d${String(names.size + 1).padStart(7, '0')}`;
  names.set(id, name);
  return name;
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
      file.addNamedDestination(nameOf(names, anchor.id), 'XYZ', 0, top, 0);
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
