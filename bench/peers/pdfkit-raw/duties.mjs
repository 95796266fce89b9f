// The hand-drawn table of duties: rows stay whole, the header stands again on every page.
import {
  ACCENT,
  afterLink,
  answerOf,
  COLUMNS,
  CONTENT_WIDTH,
  HEAD,
  HEADERS,
  INK,
  MARGIN,
  PADDING,
  RULE,
  STRONG,
  TEXT,
} from '../look.mjs';
import { BOTTOM, heightOf, newPage, rule, writeAt } from './pen.mjs';

const GAP = 2;
const LINK = { ...TEXT, color: ACCENT };
const WIDTHS = COLUMNS.map((share) => share * CONTENT_WIDTH - 2 * PADDING.x);
const LEFTS = COLUMNS.map(
  (_, index) =>
    MARGIN.side + PADDING.x + CONTENT_WIDTH * COLUMNS.slice(0, index).reduce((sum, one) => sum + one, 0),
);

/** Each cell is a list of paragraphs: what to write, in which face, with a link before it or not. */
const cellsOf = (duty) => [
  answerOf(duty).map((text, index) => ({ face: index === 0 ? STRONG : TEXT, text })),
  [{ face: TEXT, text: duty.text }],
  [{ face: TEXT, text: duty.statement }],
  duty.evidence.map((evidence) => ({
    face: TEXT,
    text: evidence.id + afterLink(evidence),
    evidence,
  })),
];

/** Heights are measured once and used for the break and for drawing. */
const measureRow = (pen, duty) => {
  const cells = cellsOf(duty).map((cell, column) =>
    cell.map((paragraph) => ({
      ...paragraph,
      height: heightOf(pen, paragraph.face, paragraph.text, WIDTHS[column]) + (cell.length > 1 ? GAP : 0),
    })),
  );
  const heights = cells.map((cell) => cell.reduce((sum, { height }) => sum + height, 0));
  return { cells, height: Math.max(...heights) + 2 * PADDING.y };
};

const headerHeight = (pen) => heightOf(pen, HEAD, HEADERS[0], WIDTHS[0]) + 2 * PADDING.y;

/** What header and first row take together. */
export const tableStart = (pen, duties) => headerHeight(pen) + measureRow(pen, duties[0]).height;

const drawHeader = (pen) => {
  for (const [column, text] of HEADERS.entries())
    writeAt(pen, HEAD, text, LEFTS[column], pen.y + PADDING.y, { width: WIDTHS[column] });
  pen.y += headerHeight(pen);
  rule(pen, pen.y, 1, INK);
};

const drawParagraph = (pen, { face, text, evidence }, x, y, width) => {
  if (evidence === undefined) writeAt(pen, face, text, x, y, { width });
  else {
    writeAt(pen, LINK, evidence.id, x, y, { width, continued: true, link: evidence.url });
    pen.doc.fillColor(INK).text(afterLink(evidence), { link: null });
  }
};

const drawRow = (pen, { cells, height }) => {
  for (const [column, cell] of cells.entries()) {
    let y = pen.y + PADDING.y;
    for (const paragraph of cell) {
      drawParagraph(pen, paragraph, LEFTS[column], y, WIDTHS[column]);
      y += paragraph.height;
    }
  }
  pen.y += height;
  rule(pen, pen.y, 0.5, RULE);
};

export const drawDuties = (pen, duties) => {
  drawHeader(pen);
  for (const duty of duties) {
    const row = measureRow(pen, duty);
    if (pen.y + row.height > BOTTOM) {
      newPage(pen);
      drawHeader(pen);
    }
    drawRow(pen, row);
  }
};
