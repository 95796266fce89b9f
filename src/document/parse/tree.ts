// The parsed tree: elements and texts of the subset as they were written, before any style.
import type { Spot } from '../source-text.ts';

export type MarkupText = { readonly kind: 'text'; readonly text: string; readonly spot: Spot };
export type MarkupElement = {
  readonly kind: 'element';
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, MarkupAttribute>;
  readonly children: readonly MarkupNode[];
  readonly parent: MarkupElement | null;
  /** Zero-based place among the parent's elements. */
  readonly index: number;
  /** True for the last of the parent's elements. */
  readonly last: boolean;
  readonly classes: readonly string[];
  readonly spot: Spot;
};
export type MarkupAttribute = { readonly value: string; readonly spot: Spot };
export type MarkupNode = MarkupElement | MarkupText;

export const attributeOf = (element: MarkupElement, name: string): string | null =>
  element.attributes.get(name)?.value ?? null;

export const elementsOf = (element: MarkupElement): readonly MarkupElement[] =>
  element.children.filter((child) => child.kind === 'element');

/** All text below a node, verbatim. */
export const textOf = (node: MarkupNode): string =>
  node.kind === 'text' ? node.text : node.children.map(textOf).join('');
