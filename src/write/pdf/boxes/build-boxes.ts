// Turns the document's elements into boxes, and their structure tree with them.

import type { Body, DocumentNode, ElementNode, GeneratedNode, Style } from '../../../model/document.ts';
import type { Block, Box, Breaks, DrawingBox, Ink, Inline, Marker, Paragraph, Picture } from './box.ts';
import {
  anchorsOf,
  anonymousStyle,
  type BuildContext,
  drawingLeaf,
  inkFor,
  pageFor,
  pinsPages,
  within,
  withLink,
} from './build-context.ts';
import { gridTable } from './build-grid.ts';
import { pushInline } from './build-inline.ts';
import { buildTable } from './build-table.ts';
import { checkHeading } from './heading-order.ts';
import { type InlineRun, isBlank, newRun } from './inline-run.ts';
import { firstOrdinal, markerContent, nextOrdinal } from './list-marker.ts';
import { placeFor } from './place-for.ts';
import { contextFor, holdsText, inBody } from './roles.ts';
import { sealOf } from './seal.ts';
import { addStructure, adoptStructure } from './structure.ts';

/** The block of an element whose structure is already made. */
export function buildBlock(node: ElementNode, outer: BuildContext): Block {
  const page = pageFor(node.style, outer);
  const pinned = outer.pinned || pinsPages(node.style);
  const same = page === outer.page && pinned === outer.pinned;
  const context = withLink(node, same ? outer : { ...outer, page, pinned });
  const boxes = boxesOf(node, context);
  const breaks = usedBreaks(node.style, page, boxes);
  const isGrid = node.style.display === 'grid' && boxes.length > 0;
  return {
    kind: 'block',
    style: node.style,
    anchors: anchorsOf(node),
    marker: null,
    seal: sealOf(node, context),
    breaks,
    children: isGrid ? [gridTable(boxes, node.style, breaks, context.language)] : boxes,
  };
}

/** CSS Fragmentation 3, 3.1: a break before the first child or after the last one is the parent's. */
export function usedBreaks(style: Style, page: string, children: readonly Box[]): Breaks {
  const first = children[0];
  const last = children.at(-1);
  const before = style.breakBefore === 'auto' ? (first?.breaks.before ?? 'auto') : style.breakBefore;
  const after = style.breakAfter === 'auto' ? (last?.breaks.after ?? 'auto') : style.breakAfter;
  const startPage = first?.breaks.startPage ?? page;
  const endPage = last?.breaks.endPage ?? page;
  const none = before === 'auto' && after === 'auto' && startPage === endPage;
  return none ? noBreaks(startPage) : { before, after, startPage, endPage };
}

/** Most elements hold nothing but text. */
function boxesOf(node: ElementNode, context: BuildContext): readonly Box[] {
  const grid = node.style.display === 'grid';
  if (node.children.some((child) => isBlockLevel(child, grid)))
    return [...childrenOf(node, context, (box) => box, buildBox)];
  return buildParagraph(node.children, node.style, context, holdsText(node, context.structure));
}

/** What `one` makes of each box of loose text and `build` of each child that stands by itself, one after the other. */
export function* childrenOf<Of>(
  node: ElementNode | Body,
  context: BuildContext,
  one: (box: Box) => Of,
  build: (child: BlockLevel, context: BuildContext) => Iterable<Of>,
): Generator<Of> {
  const grid = node.style.display === 'grid';
  const stands = (child: DocumentNode): child is BlockLevel => isBlockLevel(child, grid);
  const alone = holdsText(node, context.structure) && ![...node.children].some(stands);
  let pending: DocumentNode[] = [];
  let ordinal = firstOrdinal(node);
  for (const child of node.children) {
    if (!stands(child)) {
      pending.push(child);
      continue;
    }
    if (pending.length > 0) yield* buildParagraph(pending, node.style, context, alone).map(one);
    pending = [];
    if (child.kind === 'element' && child.style.display === 'list-item')
      ordinal = nextOrdinal(child, ordinal);
    yield* build(child, ordinal === context.ordinal ? context : { ...context, ordinal });
  }
  if (pending.length > 0) yield* buildParagraph(pending, node.style, context, alone).map(one);
}

/** Loose text among blocks gets a `P` of its own, which joins the structure only when there is something in it. */
function buildParagraph(
  nodes: readonly DocumentNode[],
  style: Style,
  context: BuildContext,
  alone: boolean,
): readonly Paragraph[] {
  const outer = context.structure;
  const holds = alone || outer.role === 'Link' || outer.role === 'TOCI';
  const structure = holds ? outer : addStructure(null, 'P');
  const inline = within(context, structure);
  const run: InlineRun = newRun();
  for (const node of nodes) pushInline(run, node, style, inline);
  if (run.content.length === 0) return [];
  if (!holds && !isBlank(run)) adoptStructure(placeFor('P', outer), structure);
  const ink = sameInk(run.content[0]?.ink, inkFor(style, inline));
  return [{ kind: 'paragraph', style, ink, breaks: noBreaks(context.page), content: trimmed(run.content) }];
}

/** The first of two inks that are alike. */
const sameInk = (known: Ink | undefined, ink: Ink): Ink =>
  known?.style === ink.style &&
  known.leaf === ink.leaf &&
  known.link === ink.link &&
  known.boxes === ink.boxes &&
  known.shift === ink.shift
    ? known
    : ink;

/** A list that has grown keeps room for more; most paragraphs have one text. */
const trimmed = (content: readonly Inline[]): readonly Inline[] =>
  content.length > 4 ? content : [...content];

const unbroken = new Map<string, Breaks>();

/** Those of boxes that ask for nothing, shared by all of a page name: there are few names and very many boxes. */
function noBreaks(page: string): Breaks {
  const known = unbroken.get(page);
  if (known !== undefined) return known;
  const breaks: Breaks = { before: 'auto', after: 'auto', startPage: page, endPage: page };
  unbroken.set(page, breaks);
  return breaks;
}

export type BlockLevel = Exclude<DocumentNode, { kind: 'text' }>;
/** In a grid everything but text stands by itself. */
const isBlockLevel = (node: DocumentNode, grid: boolean): node is BlockLevel =>
  node.kind !== 'text' && node.style.display !== 'none' && (grid || node.style.display !== 'inline');

export function buildBox(node: BlockLevel, context: BuildContext): readonly Box[] {
  if (node.kind !== 'element') {
    const inside = within(context, placeFor('P', context.structure));
    return [
      node.kind === 'generated' ? buildBlock(generatedElement(node), inside) : buildPicture(node, inside),
    ];
  }
  if (node.tag === 'col' || node.tag === 'colgroup') return [];
  const inside = contextFor(node, context);
  checkHeading(node, context);
  if (node.style.display === 'table') return [buildTable(node, inBody(inside), buildBlock)];
  return [node.style.display === 'list-item' ? buildItem(node, inside) : buildBlock(node, inBody(inside))];
}

function buildPicture(node: Picture, context: BuildContext): DrawingBox {
  const breaks = usedBreaks(node.style, context.page, []);
  return {
    kind: 'drawing',
    style: node.style,
    drawing: node,
    leaf: drawingLeaf(node, context.structure),
    breaks,
  };
}

/** A block-level `::before` or `::after` is a block around its own content. */
const generatedElement = (node: GeneratedNode): ElementNode => ({
  kind: 'element',
  tag: 'div',
  id: null,
  style: node.style,
  attributes: {},
  children: [{ ...node, style: anonymousStyle(node.style, 'inline') }],
  at: node.at,
});

function buildItem(node: ElementNode, context: BuildContext): Block {
  const marker = buildMarker(node, context);
  return { ...buildBlock(node, inBody(context)), marker };
}

/** Only the items of a list have labels; elsewhere a marker is read with the text, or not at all. */
function buildMarker(node: ElementNode, context: BuildContext): Marker | null {
  if (node.style.listStyleType === 'none') return null;
  const { role } = context.structure;
  const isItem = role === 'LI' || role === 'TOCI';
  const structure = isItem ? addStructure(null, 'Lbl') : context.structure;
  const ink = inkFor(anonymousStyle(node.style, 'inline'), within(context, structure));
  const content = markerContent(
    node,
    context.ordinal,
    isItem || holdsText(node, structure) ? ink : { ...ink, leaf: null },
  );
  if (content === null) return null;
  if (isItem && content.kind === 'text') adoptStructure(context.structure, structure);
  return { content, ink };
}
