// The hand-drawn contents: its pages are reserved before the areas are drawn and filled when their page numbers are known.
import { CONTENT_WIDTH, headingOf, KEY, MARGIN, TEXT } from '../look.mjs';
import { BOTTOM, newPage, TOP, writeAt, writeH1 } from './pen.mjs';

const LINE = TEXT.size * 1.45 + 4;
/** The heading of the contents with its rule. */
const HEAD = 41;

const entriesOf = (areas) =>
  areas.flatMap((area) => [
    { part: area, indent: 0 },
    ...area.resources.map((part) => ({ part, indent: 18 })),
  ]);

/** Entries with the page of the contents and the y they stand at. */
const place = (areas) => {
  let [page, y] = [0, TOP + HEAD];
  return entriesOf(areas).map((entry) => {
    if (y + LINE > BOTTOM) [page, y] = [page + 1, TOP];
    const placed = { ...entry, page, y };
    y += LINE;
    return placed;
  });
};

export const reserveContents = (pen, areas) => {
  pen.contentsAt = pen.page;
  const pages = 1 + (place(areas).at(-1)?.page ?? 0);
  for (let count = 0; count < pages; count += 1) newPage(pen);
};

const drawEntry = (pen, { part, indent, y }) => {
  const { doc } = pen;
  const [title, page] = [headingOf(part), String(pen.pageOf.get(part.id))];
  writeAt(pen, TEXT, title, MARGIN.side + indent, y, { lineBreak: false, goTo: part.id });
  const used = indent + doc.widthOfString(title) + doc.widthOfString(page);
  const dots = Math.floor((CONTENT_WIDTH - used - 6) / doc.widthOfString('.'));
  const end = ` ${'.'.repeat(Math.max(0, dots))} ${page}`.slice(1);
  const x = MARGIN.side + CONTENT_WIDTH - doc.widthOfString(end);
  writeAt(pen, KEY, end, x, y, { lineBreak: false });
};

export const drawContents = (pen, areas) => {
  let shown = -1;
  for (const entry of place(areas)) {
    if (entry.page !== shown) {
      shown = entry.page;
      pen.doc.switchToPage(pen.contentsAt + shown);
      pen.y = TOP;
      if (shown === 0) writeH1(pen, 'Contents');
    }
    drawEntry(pen, entry);
  }
};
