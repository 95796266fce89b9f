// The boxes of the body one by one, so that a long one is never built as a whole. A plain block among its children (a
// chapter's section) comes one child at a time as well, each in a slice of the block.

import type { Body, ElementNode, Style } from '../../../model/document.ts';
import type { Anchor, Block, Box, DynamicUse } from './box.ts';
import { type BlockLevel, buildBox, childrenOf, usedBreaks } from './build-boxes.ts';
import { anchorsOf, type BuildContext, pageFor } from './build-context.ts';
import { contextFor, inBody } from './roles.ts';
import type { Structure } from './structure.ts';

/** A box, the elements of the structure tree that are complete with it, and what it says of pages. */
export type Slice = {
  readonly box: Box;
  readonly ends: readonly Structure[];
  readonly uses: readonly DynamicUse[];
};

export function slicesOf(node: ElementNode | Body, context: BuildContext): Generator<Slice> {
  const { children } = context.structure;
  let known = children.length;
  let said = context.uses.length;
  const skip = () => {
    known = children.length;
    said = context.uses.length;
  };
  const slice = (box: Box): Slice => {
    const ends = children.slice(known).flatMap((one) => (one.kind === 'structure' ? [one] : []));
    const uses = context.uses.slice(said);
    skip();
    return { box, ends, uses };
  };
  return childrenOf(node, context, slice, function* (child, inside): Generator<Slice> {
    if (isCut(child)) {
      yield* cut(child, inside);
      skip();
    } else yield* buildBox(child, inside).map(slice);
  });
}

const CUT: ReadonlySet<string> = new Set(['section', 'article', 'main', 'div']);

/** Whether nobody sees that the block comes in slices: it paints nothing, has no height of its own and may be broken. */
function isCut(node: BlockLevel): node is ElementNode {
  if (node.kind !== 'element' || !CUT.has(node.tag) || node.style.display !== 'block') return false;
  const { style, attributes } = node;
  const bare =
    style.backgroundColor === null && Object.values(style.border).every((edge) => edge.width === 0);
  const loose = style.height === 'auto' && style.minHeight === 0 && style.breakInside === 'auto';
  const open = style.padding.top === 0 && style.padding.bottom === 0;
  return bare && loose && open && attributes.href === undefined && attributes['data-seal'] === undefined;
}

function* cut(node: ElementNode, outer: BuildContext): Generator<Slice> {
  const page = pageFor(node.style, outer);
  const inside = { ...inBody(contextFor(node, outer)), page };
  const own = inside.structure === outer.structure ? [] : [inside.structure];
  const middle = sliceStyle(node.style, false, false);
  let last: Slice | null = null;
  let first = true;
  for (const slice of slicesOf(node, inside)) {
    if (last !== null) {
      const style = first ? sliceStyle(node.style, true, false) : middle;
      yield { ...last, box: blockAround([last.box], style, first ? anchorsOf(node) : [], page) };
      first = false;
    }
    last = slice;
  }
  const style = sliceStyle(node.style, first, true);
  const { box, ends, uses } = last ?? { box: null, ends: [], uses: [] };
  const around = blockAround(box === null ? [] : [box], style, first ? anchorsOf(node) : [], page);
  yield { box: around, ends: [...ends, ...own], uses };
}

/** Only the first slice has what stands at the block's beginning, only the last what stands at its end. */
const sliceStyle = (style: Style, first: boolean, last: boolean): Style => ({
  ...style,
  margin: {
    ...style.margin,
    top: first ? style.margin.top : 0,
    bottom: last ? style.margin.bottom : 0,
  },
  breakBefore: first ? style.breakBefore : 'auto',
  breakAfter: last ? style.breakAfter : 'auto',
});

const blockAround = (
  children: readonly Box[],
  style: Style,
  anchors: readonly Anchor[],
  page: string,
): Block => ({
  kind: 'block',
  style,
  anchors,
  marker: null,
  seal: null,
  breaks: usedBreaks(style, page, children),
  children,
});
