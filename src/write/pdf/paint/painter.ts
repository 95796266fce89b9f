// The painter: pages come in as they are laid out, in any order, and leave as objects of the file.

import type { Attachment, Document, SealPlace } from '../../../model/document.ts';
import type { Structure } from '../boxes/structure.ts';
import type { Typefaces } from '../fonts/typeface.ts';
import type { Furniture, Placed, PlacedPage } from '../pages/placed.ts';
import { noteTrouble, type Troubles, throwTroubles } from '../troubles.ts';
import { type Canvas, closeMark, mark, newCanvas, writeContent } from './canvas.ts';
import { endFile } from './catalog.ts';
import { addPlaces, newDestinations } from './destinations.ts';
import { objectText, type PdfRef, refTo } from './object-text.ts';
import { newPageTree } from './page-tree.ts';
import { paintDecorations } from './paint-decoration.ts';
import { paintLine } from './paint-line.ts';
import { paintLinks } from './paint-links.ts';
import { paintPicture } from './paint-picture.ts';
import { paintTextRules } from './paint-text-rules.ts';
import { openPdf } from './pdf-file.ts';
import { paintField } from './seal-field.ts';
import { beginPage, closeElement, endPage, endTags, newTags } from './tags.ts';

export type Painter = {
  /** Paints the content of page `index` (from 0). Pages may come in any order, none twice; the page tree is in index order. */
  readonly paintPage: (index: number, page: PlacedPage) => void;
  /** Paints margin boxes of a page already painted, in a content stream of its own: their text may tell the number of all pages. */
  readonly paintFurniture: (index: number, furniture: Furniture) => void;
  /** Nothing more will be painted for this element or anything below it: its objects are written and forgotten. */
  readonly closeStructure: (structure: Structure) => void;
  /** The bytes of the file. Every structure must be closed, the document's own last. Failure 'template-invalid' when the seal has no field. */
  readonly finish: (attachments: readonly Attachment[]) => Promise<Uint8Array>;
};

/** Opens a painter for the document's pages; its body is not looked at. */
export function openPainter(
  document: Document,
  typefaces: Typefaces,
  seal: SealPlace | null = null,
): Painter {
  const file = openPdf();
  const tags = newTags(file.store);
  const canvas = newCanvas(file, tags, typefaces);
  const destinations = newDestinations();
  const resources = file.store.newId();
  const tree = newPageTree(file.store, refTo(resources));
  const fields = new Map<string, PdfRef>();
  return {
    paintPage: (index, page) => {
      const open = tree.open(index, page.rule);
      beginPage(tags, open);
      paintContent(canvas, page);
      paintLinks(tags, page.content, open);
      for (const field of page.fields) {
        const { name } = field.seal;
        const filled = seal?.field === name ? seal : null;
        fields.set(name, paintField(canvas, field, { page: open, resources: refTo(resources), filled }));
      }
      open.contents.push(writeContent(canvas, open.height));
      endPage(tags);
      addPlaces(destinations, index, page, open);
    },
    paintFurniture: (index, furniture) => {
      paintMargins(canvas, furniture);
      const open = tree.at(index);
      open?.contents.push(writeContent(canvas, open.height));
      tree.close(index);
    },
    closeStructure: (structure) => closeElement(tags, structure),
    finish: async (attachments) => {
      if (seal !== null && !fields.has(seal.field)) throwNoField(seal.field);
      file.endFonts();
      file.store.put(resources, objectText(resourcesOf(canvas)));
      tree.end();
      const pages = refTo(tree.root);
      const structure = endTags(tags);
      return endFile(file, document, {
        pages,
        structure,
        destinations,
        fields: [...fields.values()],
        attachments,
      });
    },
  };
}

function throwNoField(name: string): void {
  const troubles: Troubles = new Map();
  const sentence = `The document has no seal field “${name}” for its seal.`;
  const hint = `Add \`<div data-seal="${name}"></div>\` to the template, with a \`min-height\`, where the seal is to be shown.`;
  noteTrouble(troubles, 'seal-field', null, sentence, hint);
  throwTroubles(troubles);
}

/** What content streams name; the same for all pages. */
const resourcesOf = (canvas: Canvas): object => ({
  Font: Object.fromEntries([...canvas.fonts.values()].map((font) => [font.id, font.ref()])),
  XObject: Object.fromEntries([...canvas.images.values()].map(({ name, id }) => [name, refTo(id)])),
});

function paintContent(canvas: Canvas, page: PlacedPage): void {
  mark(canvas, null);
  paintDecorations(canvas, page.decorations);
  for (const placed of page.content) if (placed.kind === 'line') paintTextRules(canvas, placed);
  for (const placed of page.content) paintPlaced(canvas, placed);
  closeMark(canvas);
}

function paintMargins(canvas: Canvas, furniture: Furniture): void {
  mark(canvas, null, '/Artifact<</Type/Pagination>>BDC');
  paintDecorations(canvas, furniture.decorations);
  for (const placed of furniture.lines) paintPlaced(canvas, placed);
  closeMark(canvas);
}

function paintPlaced(canvas: Canvas, placed: Placed): void {
  if (placed.kind === 'line') {
    paintLine(canvas, placed);
    return;
  }
  const picture = placed.kind === 'drawing' ? placed.drawing : placed.image;
  paintPicture(canvas, picture, placed, placed.repeated ? null : placed.leaf);
}
