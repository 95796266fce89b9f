// Turns inline nodes into the content of a paragraph.

import type {
  ContentPart,
  DocumentNode,
  ElementNode,
  GeneratedNode,
  Style,
} from '../../../model/document.ts';
import type { Inline, Picture } from './box.ts';
import { anchorsOf, type BuildContext, drawingLeaf, inkFor, within, withLink } from './build-context.ts';
import { type InlineRun, pushBreak, pushControl, pushOther, pushText } from './inline-run.ts';
import { addStructure } from './structure.ts';

/** Adds one node, which is not a block, to the run; `style` is that of the box the node stands in. */
export function pushInline(run: InlineRun, node: DocumentNode, style: Style, context: BuildContext): void {
  switch (node.kind) {
    case 'text':
      if (node.text !== '') pushText(run, node.text, inkFor(style, context), node.at);
      return;
    case 'image':
    case 'drawing':
      if (node.style.display !== 'none') pushPicture(run, node, context);
      return;
    case 'generated':
      if (node.style.display !== 'none') pushGenerated(run, node, style, context);
      return;
    case 'element':
      if (node.style.display !== 'none') pushElement(run, node, style, context);
  }
}

function pushPicture(run: InlineRun, node: Picture, context: BuildContext): void {
  const leaf = drawingLeaf(node, context.structure);
  pushGap(run, node.style, 'start', context);
  pushOther(run, { kind: 'drawing', drawing: node, ink: { ...inkFor(node.style, context), leaf } });
  pushGap(run, node.style, 'end', context);
}

function pushElement(run: InlineRun, node: ElementNode, parent: Style, outer: BuildContext): void {
  if (node.tag === 'br') pushBreak(run, inkFor(parent, outer));
  else pushContainer(run, node, parent, outer);
}

function pushContainer(run: InlineRun, node: ElementNode, parent: Style, outer: BuildContext): void {
  const context = painting(node.style, parent, inlineStructure(node, withLink(node, outer)));
  const apart = node.style.display !== 'inline' && run.content.length > 0;
  if (apart) pushBreak(run, inkFor(node.style, context));
  for (const anchor of anchorsOf(node))
    pushOther(run, { kind: 'anchor', anchor, ink: inkFor(node.style, context) });
  const turned = node.style.direction !== parent.direction;
  if (turned) pushControl(run, ISOLATES[node.style.direction], inkFor(node.style, context));
  pushGap(run, node.style, 'start', context);
  for (const child of node.children) pushInline(run, child, node.style, context);
  pushGap(run, node.style, 'end', context);
  if (turned) pushControl(run, END_OF_ISOLATE, inkFor(node.style, context));
}

/** Text of another direction is ordered by itself, as HTML's `dir` has it. */
const ISOLATES = { ltr: '\u2066', rtl: '\u2067' } as const;
const END_OF_ISOLATE = '\u2069';

function inlineStructure(node: ElementNode, context: BuildContext): BuildContext {
  const language = node.attributes.lang ?? null;
  const expansion = node.tag === 'abbr' ? (node.attributes.title ?? null) : null;
  if (language === null && expansion === null) return context;
  return within(context, addStructure(context.structure, 'Span', { language, expansion }));
}

/** Shift and painted boxes of an inline element. Superscripts rise by a third of the parent's size, as browsers do. */
function painting(style: Style, parent: Style, outer: BuildContext): BuildContext {
  const raised = style.verticalAlign === 'super' ? 1 / 3 : style.verticalAlign === 'sub' ? -1 / 5 : 0;
  const painted = isPainted(style);
  if (raised === 0 && !painted) return outer;
  const boxes = painted ? [...outer.boxes, { style }] : outer.boxes;
  return { ...outer, shift: outer.shift + raised * parent.fontSize, boxes };
}

function isPainted({ backgroundColor, border: { top, right, bottom, left } }: Style): boolean {
  return backgroundColor !== null || top.width > 0 || right.width > 0 || bottom.width > 0 || left.width > 0;
}

/** Margin, border and padding where an inline element starts or ends: left and right as it is written itself. */
function pushGap(run: InlineRun, style: Style, where: 'start' | 'end', context: BuildContext): void {
  const side = (where === 'start') === (style.direction === 'ltr') ? 'left' : 'right';
  const margin = style.margin[side];
  const inside = style.padding[side] + style.border[side].width;
  const outside = typeof margin === 'number' ? margin : 0;
  if (inside <= 0 && outside === 0) return;
  const gaps: Inline[] = [];
  if (inside > 0) gaps.push({ kind: 'gap', width: inside, ink: inkFor(style, context) });
  if (outside !== 0)
    gaps.push({ kind: 'gap', width: outside, ink: inkFor(style, { ...context, boxes: [] }) });
  for (const gap of where === 'start' ? gaps.reverse() : gaps) run.content.push(gap);
}

function pushGenerated(run: InlineRun, node: GeneratedNode, parent: Style, outer: BuildContext): void {
  const context = painting(node.style, parent, outer);
  pushGap(run, node.style, 'start', context);
  for (const part of node.content) pushPart(run, part, node, context);
  pushGap(run, node.style, 'end', context);
}

function pushPart(run: InlineRun, part: ContentPart, node: GeneratedNode, context: BuildContext): void {
  const { at } = node;
  const ink = inkFor(node.style, context);
  if (part.kind === 'text') pushText(run, part.text, ink, at);
  else if (part.kind === 'leader')
    pushOther(run, { kind: 'leader', fill: part.fill, ink: { ...ink, leaf: null }, at });
  else {
    const use = { kind: 'dynamic-use' as const, number: context.uses.length, part };
    context.uses.push(use);
    pushOther(run, { kind: 'dynamic', part, use, ink, at });
  }
}
