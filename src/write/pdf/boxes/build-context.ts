// What building boxes hands down from parent to child, and the inks made from it.

import type { ElementNode, Style } from '../../../model/document.ts';
import type { Typefaces } from '../fonts/typeface.ts';
import type { Troubles } from '../troubles.ts';
import type { Anchor, DynamicUse, Ink, InlineBox, Link, Picture } from './box.ts';
import { textOf } from './document-text.ts';
import { placeFor } from './place-for.ts';
import { addStructure, type Leaf, leafOf, type Structure } from './structure.ts';

/**
 * There is one for every element and every paragraph, so it is copied only where something changes. All fields are there from
 * the beginning: a copy that fields are added to is a hundred times as slow as one in which they are changed.
 */
export type BuildContext = {
  readonly typefaces: Typefaces;
  readonly structure: Structure;
  readonly link: Link | null;
  /** Used name of the `@page` rule. */
  readonly page: string;
  /** Inside a cell, a grid or a block of its own width: these are measured for the pages they stand on, so no other can be asked for. */
  readonly pinned: boolean;
  /** Language of the content, as far as blocks say it. */
  readonly language: string;
  /** Number of this list item; 0 outside lists. */
  readonly ordinal: number;
  /** Inside a table of contents. */
  readonly contents: boolean;
  /** Collects the page numbers and running strings that the text speaks of. */
  readonly uses: DynamicUse[];
  readonly progress: Progress;
  readonly troubles: Troubles;
  /** How far text is raised, in points; 0 outside inline elements. */
  readonly shift: number;
  /** Inline elements around the text that paint something; none outside of them. */
  readonly boxes: readonly InlineBox[];
};

/** What is counted through the whole document: the level of the last heading, and the ids given to header cells. */
export type Progress = { heading: number; ids: number };

/** The context that a document is built in, from its beginning. */
export const newBuild = (
  typefaces: Typefaces,
  structure: Structure,
  language: string,
  uses: DynamicUse[],
  troubles: Troubles,
): BuildContext => ({
  typefaces,
  structure,
  link: null,
  page: '',
  pinned: false,
  language,
  ordinal: 0,
  contents: false,
  uses,
  progress: { heading: 0, ids: 0 },
  troubles,
  shift: 0,
  boxes: [],
});

/** Name of the pages that a block of this style stands on. */
export const pageFor = (style: Style, { page, pinned }: BuildContext): string =>
  pinned || style.page === 'auto' ? page : style.page;

/** Whether a block's children stay on its pages: one with a width of its own, or columns, cannot be as wide as another page. */
export const pinsPages = ({ display, width, maxWidth }: Style): boolean =>
  display === 'grid' || width !== 'auto' || maxWidth !== 'auto';

export function inkFor(style: Style, context: BuildContext): Ink {
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

/** The context of what stands in this structure. */
export const within = (context: BuildContext, structure: Structure): BuildContext =>
  structure === context.structure ? context : { ...context, structure };

/** The context inside an element with an `href`: a Link structure around its content. */
export function withLink(node: ElementNode, context: BuildContext): BuildContext {
  const href = node.attributes.href;
  if (href === undefined || href === '') return context;
  const outer = placeFor('Link', context.structure);
  const place = context.contents ? addStructure(outer, 'Reference') : outer;
  const structure = addStructure(place, 'Link');
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
const NO_BORDERS = { top: NO_BORDER, right: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER };

/** Styles of elements are shared, so those of the anonymous boxes in them are too. */
const anonymous = new WeakMap<Style, Map<Style['display'], Style>>();

/** The style of an anonymous box: what is inherited stays, the box's own dimensions go. */
export function anonymousStyle(style: Style, display: Style['display']): Style {
  const made = anonymous.get(style) ?? new Map<Style['display'], Style>();
  anonymous.set(style, made);
  const known = made.get(display) ?? bareStyle(style, display);
  made.set(display, known);
  return known;
}

const bareStyle = (style: Style, display: Style['display']): Style => ({
  ...style,
  display,
  margin: NO_EDGES,
  padding: NO_EDGES,
  border: NO_BORDERS,
  borderRadius: 0,
  backgroundColor: null,
  verticalAlign: 'baseline',
  width: 'auto',
  maxWidth: 'auto',
  height: 'auto',
  minHeight: 0,
  gridColumns: [],
  columnGap: 0,
  rowGap: 0,
  gridSpan: 1,
  breakBefore: 'auto',
  breakAfter: 'auto',
  breakInside: 'auto',
  bookmarkLevel: 0,
  stringSet: [],
  page: 'auto',
});
