// Turns the document's elements into boxes, and their structure tree with them.

import type { Body, DocumentNode, ElementNode, GeneratedNode, Style } from '../../../model/document.ts';
import type { Block, Box, Breaks, DrawingBox, Marker, Paragraph, Picture } from './box.ts';
import {
  anchorsOf,
  anonymousStyle,
  type BuildContext,
  drawingLeaf,
  inkFor,
  withLink,
} from './build-context.ts';
import { pushInline } from './build-inline.ts';
import { buildTable } from './build-table.ts';
import { type InlineRun, isBlank, newRun } from './inline-run.ts';
import { holdsText, structureFor } from './roles.ts';
import { addStructure, adoptStructure, leafOf, type Structure } from './structure.ts';

/** The block of an element whose structure is already made. */
export function buildBlock(node: ElementNode, outer: BuildContext): Block {
  const page = node.style.page === 'auto' ? outer.page : node.style.page;
  const context = withLink(node, { ...outer, page });
  const children = [...boxesOf(node, context)];
  return {
    kind: 'block',
    style: node.style,
    anchors: anchorsOf(node),
    marker: null,
    breaks: usedBreaks(node.style, page, children),
    children,
  };
}

/** CSS Fragmentation 3, 3.1: a break before the first child or after the last one is the parent's. */
function usedBreaks(style: Style, page: string, children: readonly Box[]): Breaks {
  const first = children[0];
  const last = children.at(-1);
  return {
    before: style.breakBefore === 'auto' ? (first?.breaks.before ?? 'auto') : style.breakBefore,
    after: style.breakAfter === 'auto' ? (last?.breaks.after ?? 'auto') : style.breakAfter,
    startPage: first?.breaks.startPage ?? page,
    endPage: last?.breaks.endPage ?? page,
  };
}

/** The boxes of an element's children, each built when it is asked for: a long body is never built as a whole. */
export function* boxesOf(node: ElementNode | Body, context: BuildContext): Generator<Box> {
  const alone = holdsText(context.structure) && [...node.children].every((child) => !isBlockLevel(child));
  let pending: DocumentNode[] = [];
  let ordinal = 0;
  for (const child of node.children) {
    if (!isBlockLevel(child)) {
      pending.push(child);
      continue;
    }
    if (pending.length > 0) yield* buildParagraph(pending, node.style, context, alone);
    pending = [];
    if (child.kind === 'element' && child.style.display === 'list-item') ordinal += 1;
    yield* buildBox(child, { ...context, ordinal });
  }
  if (pending.length > 0) yield* buildParagraph(pending, node.style, context, alone);
}

/** Loose text among blocks gets a `P` of its own, which joins the structure only when there is something in it. */
function buildParagraph(
  nodes: readonly DocumentNode[],
  style: Style,
  context: BuildContext,
  alone: boolean,
): readonly Paragraph[] {
  const structure = alone || context.structure.role === 'Link' ? context.structure : addStructure(null, 'P');
  const inline = { ...context, structure, shift: 0, boxes: [] };
  const run: InlineRun = newRun();
  for (const node of nodes) pushInline(run, node, style, inline);
  if (run.content.length === 0) return [];
  if (structure !== context.structure && !isBlank(run)) adoptStructure(context.structure, structure);
  return [
    {
      kind: 'paragraph',
      style,
      ink: inkFor(style, inline),
      breaks: noBreaks(context.page),
      content: run.content,
    },
  ];
}

const noBreaks = (page: string): Breaks => ({
  before: 'auto',
  after: 'auto',
  startPage: page,
  endPage: page,
});

type BlockLevel = Exclude<DocumentNode, { kind: 'text' }>;
const isBlockLevel = (node: DocumentNode): node is BlockLevel =>
  node.kind !== 'text' && node.style.display !== 'inline' && node.style.display !== 'none';

function buildBox(node: BlockLevel, context: BuildContext): readonly Box[] {
  if (node.kind === 'generated') return [buildBlock(generatedElement(node), context)];
  if (node.kind !== 'element') return [buildDrawing(node, context)];
  if (node.tag === 'col' || node.tag === 'colgroup') return [];
  const structure = structureFor(node, context.structure);
  const inside = { ...context, structure };
  if (node.style.display === 'table') return [buildTable(node, inside, buildBlock)];
  return [node.style.display === 'list-item' ? buildItem(node, inside) : buildBlock(node, inside)];
}

function buildDrawing(node: Picture, context: BuildContext): DrawingBox {
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
  const marker = markerOf(node, context);
  const body = addStructure(context.structure, 'LBody');
  return { ...buildBlock(node, { ...context, structure: body }), marker };
}

function markerOf(node: ElementNode, context: BuildContext): Marker | null {
  const type = node.style.listStyleType;
  if (type === 'none') return null;
  const label: Structure = addStructure(context.structure, 'Lbl');
  const ink = inkFor(anonymousStyle(node.style, 'inline'), {
    ...context,
    structure: label,
    shift: 0,
    boxes: [],
  });
  const text = type === 'disc' ? '\u2022' : `${context.ordinal}.`;
  return { text, ink: { ...ink, leaf: leafOf(label) }, at: node.at };
}
