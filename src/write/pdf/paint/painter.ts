// The painter: pages come in as they are laid out, in any order, and leave as objects of the file.

import type { Attachment, Document } from '../../../model/document.ts';
import type { Structure } from '../boxes/structure.ts';
import type { Typefaces } from '../fonts/typeface.ts';
import type { Furniture, Placed, PlacedPage } from '../pages/placed.ts';
import { type Canvas, closeMark, flush, mark, newCanvas } from './canvas.ts';
import { addPlaces, type Destinations, type OpenBookmarks } from './outline.ts';
import { paintDecoration } from './paint-decoration.ts';
import { paintDrawing } from './paint-drawing.ts';
import { paintLine, paintTextRules } from './paint-line.ts';
import { paintLinks } from './paint-links.ts';
import { bytesOf, midnight, openPdf, type PdfFile, sortNamesByBytes } from './pdf-file.ts';
import { newTags, writeTags } from './tags.ts';

export type Painter = {
  /** Paints the content of page `index` (from 0). Pages may come in any order, none twice; the page tree is in index order. */
  readonly paintPage: (index: number, page: PlacedPage) => void;
  /** Paints margin boxes of a page already painted, in a content stream of its own: their text may tell the number of all pages. */
  readonly paintFurniture: (index: number, furniture: Furniture) => void;
  /** Nothing more will be painted for this element or anything below it: its objects are written and forgotten. */
  readonly closeStructure: (structure: Structure) => void;
  /** The bytes of the file. Every structure must be closed, the document's own last. */
  readonly finish: (attachments: readonly Attachment[]) => Promise<Uint8Array>;
};

/** Opens a painter for the document's pages; its body is not looked at. */
export function openPainter(document: Document, typefaces: Typefaces): Painter {
  const file = openPdf(document, typefaces.choose(document.body.style).faces[0]);
  const tags = newTags(file);
  const canvas = newCanvas(file, tags, typefaces);
  const names: Destinations = new Map();
  const done = new Set<string>();
  const open: OpenBookmarks = [];
  const painted: number[] = [];
  return {
    paintPage: (index, page) => {
      painted.push(index);
      file.addPage({ size: [page.rule.width, page.rule.height], margin: 0 });
      paintContent(canvas, page);
      paintLinks(file, tags, page, names);
      addPlaces(file, page, names, done, open);
    },
    paintFurniture: (index, furniture) => {
      file.switchToPage(painted.indexOf(index));
      paintMargins(canvas, furniture);
    },
    closeStructure: (structure) => {
      if (structure.parent === null) writeTags(tags, structure);
    },
    finish: (attachments) => {
      sortPages(file, painted);
      for (const attachment of attachments) attach(file, attachment, midnight(document.date));
      sortNamesByBytes(file);
      return bytesOf(file);
    },
  };
}

function paintContent(canvas: Canvas, page: PlacedPage): void {
  canvas.state.clear();
  mark(canvas, null);
  for (const decoration of page.decorations) paintDecoration(canvas, decoration);
  for (const placed of page.content) if (placed.kind === 'line') paintTextRules(canvas, placed);
  for (const placed of page.content) paintPlaced(canvas, placed);
  closeMark(canvas);
  flush(canvas);
}

function paintMargins(canvas: Canvas, furniture: Furniture): void {
  canvas.state.clear();
  mark(canvas, null, '/Artifact <</Type /Pagination>> BDC');
  for (const decoration of furniture.decorations) paintDecoration(canvas, decoration);
  for (const placed of furniture.lines) paintPlaced(canvas, placed);
  closeMark(canvas);
  flush(canvas);
}

function paintPlaced(canvas: Canvas, placed: Placed): void {
  if (placed.kind === 'line') paintLine(canvas, placed);
  else if (placed.kind === 'drawing')
    paintDrawing(canvas, placed.repeated ? { ...placed, leaf: null } : placed);
}

function sortPages(file: PdfFile, painted: readonly number[]): void {
  const { data } = file._root.data.Pages;
  const kids = data.Kids;
  data.Kids = painted
    .map((index, at) => ({ index, kid: kids[at] }))
    .sort((a, b) => a.index - b.index)
    .flatMap(({ kid }) => (kid === undefined ? [] : [kid]));
}

function attach(file: PdfFile, attachment: Attachment, date: Date): void {
  file.file(attachment.data, {
    name: attachment.name,
    type: attachment.mime,
    description: attachment.description,
    relationship: attachment.relationship,
    creationDate: date,
    modifiedDate: date,
  });
}
