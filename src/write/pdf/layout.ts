// Lays a document out: boxes, then pass after pass until the page numbers that the text speaks of stand still.
// The outcome is plain data; nothing here knows how a PDF is written.

import type { Document } from '../../model/document.ts';
import { Failure } from '../../problem.ts';
import type { Block } from './boxes/box.ts';
import { buildBlock } from './boxes/build-boxes.ts';
import { addStructure } from './boxes/structure.ts';
import { checkDocument } from './check-document.ts';
import { typefacesOf } from './fonts/typeface.ts';
import { type Knowledge, NOTHING_KNOWN } from './lines/dynamic.ts';
import { resolved } from './measure/margins.ts';
import { measureBox } from './measure/measure.ts';
import { contentWidth, type MeasureContext } from './measure/measure-context.ts';
import { pageArea } from './pages/area.ts';
import { placeFlow } from './pages/fragment.ts';
import { type FurnitureContext, furnish } from './pages/furniture.ts';
import { isSettled, learn } from './pages/learn.ts';
import { newPages, type Page } from './pages/pages.ts';
import type { Layout, PlacedPage } from './pages/placed.ts';
import { type Troubles, throwTroubles } from './troubles.ts';

/** Passes after which page numbers that still move are taken for an endless to and fro. */
const MOST_PASSES = 12;

/** Lays out the whole document. Failure 'template-invalid' with everything that is wrong with it. */
export function layOut(document: Document): Layout {
  const typefaces = typefacesOf(document.fonts);
  const troubles: Troubles = new Map();
  const structure = addStructure(null, 'Document');
  const body = buildBlock(
    { ...document.body, children: [...document.body.children] },
    { typefaces, structure, link: null, page: '', ordinal: 0, uses: [] },
  );
  const context = { pages: document.pages, troubles, stable: new Map(), known: NOTHING_KNOWN };
  const { pages, known } = settle(body, context);
  const furnished = pages.map((page, index) => finishPage(page, index, { typefaces, known, troubles }));
  checkDocument(document, known.targets, typefaces, troubles);
  throwTroubles(troubles);
  return { pages: furnished, structure, typefaces };
}

function settle(
  body: Block,
  context: MeasureContext,
): { readonly pages: readonly Page[]; readonly known: Knowledge } {
  let known = NOTHING_KNOWN;
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    const reserve = pass > MOST_PASSES / 2;
    const pages = layPass(body, { ...context, known: { ...known, reserve } });
    const learned = learn(pages);
    if (isSettled(known, learned)) return { pages, known: learned };
    known = learned;
  }
  throw new Failure(
    'template-invalid',
    'The page numbers in the text do not come to rest: each layout changes the one before.',
    'Take generated text out that depends on its own page.',
  );
}

function layPass(body: Block, context: MeasureContext): readonly Page[] {
  const pages = newPages(context.pages, body.breaks.startPage);
  const flow = measureBox(body, contentWidth(context.pages, body.breaks.startPage), context);
  const area = pageArea(pages);
  const margin = Math.min(Math.max(0, resolved(flow.before)), area.capacity(0) / 2);
  placeFlow(flow, flow.x, { page: 0, y: area.top(0) + margin, fresh: true }, area);
  return pages.list;
}

function finishPage(page: Page, index: number, context: FurnitureContext): PlacedPage {
  const decorations = [...page.decorations].sort((a, b) => a.order - b.order);
  return {
    name: page.name,
    rule: page.rule,
    content: page.content,
    decorations,
    anchors: page.anchors,
    furniture: furnish(page, index, context),
  };
}
