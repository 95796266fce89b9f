// Lays a document out and hands its pages on as they are finished: one pass, and further ones only where the page
// numbers that the text speaks of have moved it. The outcome is plain data; nothing here knows how a PDF is written.

import type { Document } from '../../model/document.ts';
import { Failure } from '../../problem.ts';
import { addStructure, type Structure } from './boxes/structure.ts';
import { checkWants, newWants, noteWants } from './check-document.ts';
import { type Typefaces, typefacesOf } from './fonts/typeface.ts';
import { layPass, type Passed } from './lay-pass.ts';
import { NOTHING_KNOWN } from './lines/dynamic.ts';
import { furnish } from './pages/furniture.ts';
import { knowledgeOf, learned } from './pages/ledger.ts';
import type { Furniture, Layout, PageSink, PlacedPage } from './pages/placed.ts';
import { type Troubles, throwTroubles } from './troubles.ts';

/** Passes after which page numbers that still move are taken for an endless to and fro. */
const MOST_PASSES = 12;

/** The whole document as plain data. Failure 'template-invalid' with everything that is wrong with it. */
export function layOut(document: Document): Layout {
  const typefaces = typefacesOf(document.fonts);
  const { sink, structure } = streamPages(document, typefaces, collector);
  const pages = sink.pages.map((page, index) => {
    const furniture = sink.furniture[index] ?? { lines: [], decorations: [] };
    return { ...page, furniture };
  });
  return { pages, structure, typefaces };
}

type Collector = PageSink & { readonly pages: PlacedPage[]; readonly furniture: Furniture[] };

function collector(): Collector {
  const pages: PlacedPage[] = [];
  const furniture: Furniture[] = [];
  return {
    pages,
    furniture,
    paintPage: (index, page) => {
      pages[index] = page;
    },
    paintFurniture: (index, boxes) => {
      furniture[index] = boxes;
    },
    closeStructure: () => undefined,
  };
}

/**
 * Lays the document out into a sink, and gives back the one that took all pages: `open` is called anew for each pass.
 * Failure 'template-invalid' with everything that is wrong with the document.
 */
export function streamPages<Sink extends PageSink>(
  document: Document,
  typefaces: Typefaces,
  open: () => Sink,
): { readonly sink: Sink; readonly structure: Structure } {
  const troubles: Troubles = new Map();
  let known = NOTHING_KNOWN;
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    const sink = open();
    const structure = addStructure(null, 'Document');
    const wants = newWants();
    const watched = { ...document, body: noteWants(document.body, wants, typefaces, troubles) };
    const passed = layPass(watched, { typefaces, troubles, structure, known, sink });
    if (passed.settled) {
      checkWants(wants, passed.ledger.targets, troubles);
      furnishAll(passed, typefaces, troubles);
      throwTroubles(troubles);
      sink.closeStructure(structure);
      return { sink, structure };
    }
    known = { ...learned(passed.ledger), reserve: pass >= MOST_PASSES / 2 };
  }
  throw new Failure(
    'template-invalid',
    'The page numbers in the text do not come to rest: each layout changes the one before.',
    'Take generated text out that depends on its own page.',
  );
}

/** Margin boxes of every page, now that all of them are there. */
function furnishAll({ ledger, book }: Passed, typefaces: Typefaces, troubles: Troubles): void {
  const context = { typefaces, known: knowledgeOf(ledger), troubles, filled: new Map() };
  for (const [index, { rule }] of book.entries.entries())
    book.sink.paintFurniture(index, furnish(rule, index, context));
}
