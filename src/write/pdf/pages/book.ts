// The pages on their way to the painter: each is put together from the sheets of the groups that come to it, handed
// over when nothing more can come or change, and forgotten.

import type { PageRule } from '../../../model/document.ts';
import type { Cursor } from './area.ts';
import { type BodyFrame, heightBelow } from './body.ts';
import { isPainted, sliceOf } from './emit.ts';
import type { Laid } from './lay-group.ts';
import { clear, type Page, placed } from './pages.ts';
import type { PageSink, PlacedPage } from './placed.ts';

type Entry = {
  name: string;
  rule: PageRule;
  /** The groups that come to it. */
  laid: Laid[];
  /** Groups on this page that still wait for a page number. */
  held: number;
  painted: boolean;
};
export type Book = {
  readonly sink: PageSink;
  readonly entries: Entry[];
  /** Pages before this one are full. */
  full: number;
  /** Where the body's own box begins and, once that is known, ends. */
  top: number;
  end: Cursor | null;
};

export const newBook = (sink: PageSink): Book => ({ sink, entries: [], full: 0, top: 0, end: null });

/** Puts a group onto its pages. A group that is held keeps them from the painter until it is released. */
export function enter(book: Book, laid: Laid, held: boolean, frame: BodyFrame): void {
  book.top = laid.top ?? book.top;
  for (const [at, sheet] of laid.sheets.entries()) {
    const index = laid.first + at;
    const { name, rule } = sheet;
    const fresh = { name, rule, laid: [], held: 0, painted: false };
    const entry = book.entries[index] ?? fresh;
    book.entries[index] = Object.assign(entry, { name, rule });
    entry.laid.push(laid);
    entry.held += held ? 1 : 0;
  }
  fill(book, laid.end.cursor.page, frame);
}

/** Hands over the pages before `limit`. */
function fill(book: Book, limit: number, frame: BodyFrame): void {
  while (book.full < limit) {
    book.full += 1;
    paint(book, book.full - 1, frame);
  }
}

/** Puts the sheets of a group that was held in the place of those it was entered with. */
export function release(book: Book, entered: Laid, laid: Laid, frame: BodyFrame): void {
  for (const at of entered.sheets.keys()) {
    const index = entered.first + at;
    const entry = book.entries[index];
    if (entry === undefined) continue;
    entry.laid = entry.laid.map((one) => (one === entered ? laid : one));
    entry.held -= 1;
    if (index < book.full) paint(book, index, frame);
  }
}

/** Hands over all that is left after the last group. */
export function finishBook(book: Book, { cursor, page, stack }: Laid['end'], frame: BodyFrame): void {
  const least = cursor.page === 0 ? book.top + frame.least : 0;
  const wanted = Math.max(cursor.y + heightBelow(frame, stack), least);
  const bottom = page === null ? wanted : page.rule.height - page.rule.margin.bottom;
  book.end = { ...cursor, y: Math.max(cursor.y, Math.min(wanted, bottom)) };
  fill(book, book.entries.length, frame);
}

export function isPaintedUpTo(book: Book, first: number, last: number): boolean {
  for (let index = first; index <= last; index += 1) if (book.entries[index]?.painted !== true) return false;
  return true;
}

function paint(book: Book, index: number, frame: BodyFrame): void {
  const entry = book.entries[index];
  if (entry === undefined || entry.held > 0 || entry.painted) return;
  const sheets = entry.laid.flatMap((one) => one.sheets[index - one.first] ?? []);
  book.sink.paintPage(index, pageOf(entry, sheets, slices(book, entry, index, frame)));
  entry.painted = true;
  entry.laid = [];
  for (const sheet of sheets) clear(sheet);
}

function pageOf(
  { name, rule }: Pick<Entry, 'name' | 'rule'>,
  sheets: readonly Page[],
  body: PlacedPage['decorations'],
): PlacedPage {
  const decorations = [...body, ...sheets.flatMap((one) => one.decorations)];
  const content = sheets.flatMap((one) => one.content.map(placed));
  const anchors = sheets.flatMap((one) => one.anchors);
  return { name, rule, content, decorations, anchors, fields: sheets.flatMap((one) => one.fields) };
}

/** The body's own background and borders on a page. */
function slices(book: Book, entry: Entry, index: number, frame: BodyFrame): PlacedPage['decorations'] {
  if (!isPainted(frame.style)) return [];
  const { top } = entry.rule.margin;
  const start: Cursor = { page: 0, y: book.top, fresh: true };
  const extent = { style: frame.style, order: 0, x: frame.place.x, width: frame.place.width, closed: false };
  const end = book.end ?? { page: index + 1, y: 0, fresh: false };
  const from = index === 0 ? start.y : top;
  const to = index === end.page ? end.y : Math.max(...entry.laid.map((one) => one.reached(index)));
  return to > from ? [sliceOf(entry.rule, { ...extent, start, end }, index, from, to)] : [];
}
