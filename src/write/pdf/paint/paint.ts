// Paints laid-out pages into a PDF, in reading order; each page is handed over before the next is begun.

import type { Layout, Placed, PlacedPage } from '../pages/placed.ts';
import { type Canvas, closeMark, flush, mark, newCanvas } from './canvas.ts';
import { addPlaces, nameDestinations, type OpenBookmarks } from './outline.ts';
import { paintDecoration } from './paint-decoration.ts';
import { paintDrawing } from './paint-drawing.ts';
import { paintLine, paintTextRules } from './paint-line.ts';
import { paintLinks } from './paint-links.ts';
import type { PdfFile } from './pdf-file.ts';
import { newTags, writeTags } from './tags.ts';

export function paintLayout(file: PdfFile, layout: Layout): void {
  const tags = newTags(file);
  const canvas = newCanvas(file, tags, layout.typefaces);
  const names = nameDestinations(layout.pages);
  const done = new Set<string>();
  const open: OpenBookmarks = [];
  for (const page of layout.pages) {
    file.addPage({ size: [page.rule.width, page.rule.height], margin: 0 });
    paintPage(canvas, page);
    paintLinks(file, tags, page, names);
    addPlaces(file, page, names, done, open);
  }
  writeTags(tags, layout.structure);
}

function paintPage(canvas: Canvas, page: PlacedPage): void {
  canvas.state.clear();
  mark(canvas, null);
  for (const decoration of page.decorations) paintDecoration(canvas, decoration);
  for (const placed of page.content) if (placed.kind === 'line') paintTextRules(canvas, placed);
  for (const placed of page.content) paintPlaced(canvas, placed);
  closeMark(canvas);
  mark(canvas, null, '/Artifact <</Type /Pagination>> BDC');
  for (const placed of page.furniture) paintPlaced(canvas, placed);
  closeMark(canvas);
  flush(canvas);
}

function paintPlaced(canvas: Canvas, placed: Placed): void {
  if (placed.kind === 'line') paintLine(canvas, placed);
  else paintDrawing(canvas, placed.repeated ? { ...placed, leaf: null } : placed);
}
