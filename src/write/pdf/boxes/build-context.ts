// What building boxes hands down from parent to child, and the inks made from it.

import type { ElementNode, Style } from '../../../model/document.ts';
import type { Typefaces } from '../fonts/typeface.ts';
import type { Anchor, DynamicUse, Ink, InlineBox, Link, Picture } from './box.ts';
import { textOf } from './document-text.ts';
import { addStructure, type Leaf, leafOf, type Structure } from './structure.ts';

export type BuildContext = {
  readonly typefaces: Typefaces;
  readonly structure: Structure;
  readonly link: Link | null;
  /** Used name of the `@page` rule. */
  readonly page: string;
  /** Number of this list item; 0 outside lists. */
  readonly ordinal: number;
  /** Collects the page numbers and running strings that the text speaks of. */
  readonly uses: DynamicUse[];
};

export type InlineContext = BuildContext & { readonly shift: number; readonly boxes: readonly InlineBox[] };

export function inkFor(style: Style, context: InlineContext): Ink {
  return {
    style,
    typeface: context.typefaces.choose(style),
    shift: context.shift,
    leaf: leafOf(context.structure),
    link: context.link,
    boxes: context.boxes,
  };
}

/** A drawing or image with an alternative is a figure; one without is decoration. */
export function drawingLeaf(drawing: Picture, parent: Structure): Leaf | null {
  return drawing.alt === '' ? null : leafOf(addStructure(parent, 'Figure', { alt: drawing.alt }));
}

/** The context inside an element with an `href`: a Link structure around its content. */
export function withLink<C extends BuildContext>(node: ElementNode, context: C): C {
  const href = node.attributes.href;
  if (href === undefined || href === '') return context;
  const structure = addStructure(context.structure, 'Link');
  return { ...context, structure, link: { href, structure, text: textOf(node), at: node.at } };
}

/** What the element is known by once it has a place; empty for most. */
export function anchorsOf(node: ElementNode): readonly Anchor[] {
  const { bookmarkLevel, stringSet } = node.style;
  if (node.id === null && bookmarkLevel === 0 && stringSet.length === 0) return [];
  const text = bookmarkLevel > 0 || stringSet.length > 0 ? textOf(node) : '';
  return [
    {
      id: node.id,
      bookmark: bookmarkLevel > 0 ? { level: bookmarkLevel, title: text } : null,
      strings: stringSet.map((name) => ({ name, value: text })),
      use: null,
    },
  ];
}

const NO_EDGES = { top: 0, right: 0, bottom: 0, left: 0 } as const;
const NO_BORDER = { width: 0, style: 'none', color: '#000000' } as const;

/** The style of an anonymous box: what is inherited stays, the box's own dimensions go. */
export const anonymousStyle = (style: Style, display: Style['display']): Style => ({
  ...style,
  display,
  margin: NO_EDGES,
  padding: NO_EDGES,
  border: { top: NO_BORDER, right: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER },
  backgroundColor: null,
  width: 'auto',
  height: 'auto',
  minHeight: 0,
  breakBefore: 'auto',
  breakAfter: 'auto',
  breakInside: 'auto',
  bookmarkLevel: 0,
  stringSet: [],
  page: 'auto',
});
