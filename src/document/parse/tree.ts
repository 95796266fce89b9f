// The parsed tree: elements and texts of the subset as they were written, before any style.
import type { Spot } from '../source-text.ts';

/** What elements have in common that are written alike. */
export type Shape = {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, MarkupAttribute>;
  readonly classes: readonly string[];
  /** The attributes that the writers see: class and id have done their work before. */
  readonly written: Readonly<Record<string, string>>;
};

/** Where a node begins in what was parsed, and the way from there to a spot. */
type Parsed = {
  readonly offset: number;
  readonly spotAt: (offset: number, length: number) => Spot;
};
export type MarkupText = Parsed & { readonly kind: 'text'; readonly text: string };
/** Its offset is that of the tag's name. */
export type MarkupElement = Parsed & {
  readonly kind: 'element';
  readonly tag: string;
  /** What the element has in common with all that are written as it is. */
  readonly shape: Shape;
  readonly attributes: ReadonlyMap<string, MarkupAttribute>;
  readonly classes: readonly string[];
  readonly children: readonly MarkupNode[];
  readonly parent: MarkupElement | null;
  /** Zero-based place among the parent's elements. */
  readonly index: number;
  /** True for the last of the parent's elements. */
  readonly last: boolean;
};
/** `offset` is counted from the tag's name. */
export type MarkupAttribute = { readonly value: string; readonly offset: number; readonly length: number };
export type MarkupNode = MarkupElement | MarkupText;

export const attributeOf = (element: MarkupElement, name: string): string | null =>
  element.attributes.get(name)?.value ?? null;

/** Where a node stands: most are never asked. */
export const spotOf = (node: MarkupNode): Spot =>
  node.spotAt(node.offset, node.kind === 'text' ? node.text.length : node.tag.length);

/** Where an attribute stands; the element's own spot when it has none of that name. */
export const attributeSpot = (element: MarkupElement, name: string): Spot => {
  const attribute = element.attributes.get(name);
  return attribute === undefined
    ? spotOf(element)
    : element.spotAt(element.offset + attribute.offset, attribute.length);
};

export const elementsOf = (element: MarkupElement): readonly MarkupElement[] =>
  element.children.filter((child) => child.kind === 'element');

/** All text below a node, verbatim. */
export const textOf = (node: MarkupNode): string =>
  node.kind === 'text' ? node.text : node.children.map(textOf).join('');
