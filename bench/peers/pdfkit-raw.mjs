// The pages drawn by hand with pdfkit, as its guide shows: heightOfString and text, page numbers through bufferPages, no tags.
import PDFDocument from 'pdfkit';
import { FONTS } from '../places.mjs';
import { CONTENT_WIDTH, H2, headingOf, MARGIN, runningHead, TEXT } from './look.mjs';
import { drawContents, reserveContents } from './pdfkit-raw/contents.mjs';
import { drawCover } from './pdfkit-raw/cover.mjs';
import { drawDuties, tableStart } from './pdfkit-raw/duties.mjs';
import { drawFurniture } from './pdfkit-raw/furniture.mjs';
import { BOTTOM, heightOf, newPage, TOP, write, writeH1 } from './pdfkit-raw/pen.mjs';

const openDocument = (pack) => {
  return new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN.top, bottom: MARGIN.bottom, left: MARGIN.side, right: MARGIN.side },
    bufferPages: true,
    autoFirstPage: false,
    font: FONTS.regular,
    info: { Title: runningHead(pack), Author: pack.organisation },
  });
};

const drawArea = (pen, area) => {
  newPage(pen);
  pen.pageOf.set(area.id, pen.page);
  const outline = pen.doc.outline.addItem(headingOf(area));
  writeH1(pen, headingOf(area), { destination: area.id });
  write(pen, TEXT, area.scope);
  pen.y += 6;
  for (const resource of area.resources) drawResource(pen, resource, outline);
};

/** A heading stays with its table's header and first row. */
const drawResource = (pen, resource, outline) => {
  const title = headingOf(resource);
  const needed = 24 + heightOf(pen, H2, title, CONTENT_WIDTH) + tableStart(pen, resource.duties);
  if (pen.y + needed > BOTTOM) newPage(pen);
  if (pen.y > TOP) pen.y += 18;
  pen.pageOf.set(resource.id, pen.page);
  outline.addItem(title);
  write(pen, H2, title, { destination: resource.id });
  pen.y += 6;
  drawDuties(pen, resource.duties);
  pen.y += 12;
};

const bytesOf = (doc) =>
  new Promise((resolve, reject) => {
    const chunks = [];
    doc.on('data', (chunk) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    doc.end();
  });

export const pdfkitRaw = {
  name: 'pdfkit-raw',
  packageName: 'pdfkit',
  tagged: false,
  less: 'no tags, no PDF/A; a loop of its own for these pages alone',

  prepare: async () => undefined,

  render(pack) {
    const pen = { doc: openDocument(pack), y: TOP, page: 0, pageOf: new Map() };
    drawCover(pen, pack);
    reserveContents(pen, pack.areas);
    for (const area of pack.areas) drawArea(pen, area);
    drawContents(pen, pack.areas);
    drawFurniture(pen, pack);
    return bytesOf(pen.doc);
  },
};
