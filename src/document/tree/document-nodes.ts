// The parsed tree to the document tree: every element with its style, generated content in its place, texts verbatim.

import { counterText } from '../../model/counter-text.ts';
import type { ContentPart, DocumentNode, GeneratedNode, SourcePlace } from '../../model/document.ts';
import { attributeOf, type MarkupElement, type MarkupNode, spotOf } from '../parse/tree.ts';
import type { Spot } from '../source-text.ts';
import type { Cascade } from '../style/cascade.ts';
import type { Styled } from '../style/sheet.ts';
import type { DeclaredPart } from '../style/value.ts';
import { type Counters, STILL } from './counters.ts';
import { drawingOf } from './drawing.ts';
import type { Drawings } from './drawings.ts';
import { imageOf, type Pictures } from './images.ts';

export type Builder = {
  readonly cascade: Cascade;
  /** The root's font size. */
  readonly rem: number;
  readonly pictures: Pictures;
  readonly place: (spot: Spot) => SourcePlace;
  readonly counters: Counters;
  readonly drawings: Drawings;
};

/** A node below an element of style `parent`; null for a picture that cannot be had. */
export const documentNode = (child: MarkupNode, parent: Styled, builder: Builder): DocumentNode | null => {
  const at = builder.place(spotOf(child));
  if (child.kind === 'text') return { kind: 'text', text: child.text, at };
  const own = builder.cascade.styleOf(child, parent);
  const { style, counters } = own.computed;
  // What is not shown is not counted, and nothing in it.
  if (style.display === 'none' && builder.counters !== STILL)
    return elementNode(child, own, at, { ...builder, counters: STILL });
  builder.counters.enter(counters);
  const node = elementNode(child, own, at, builder);
  builder.counters.leave();
  return node;
};

const elementNode = (
  element: MarkupElement,
  own: Styled,
  at: SourcePlace,
  builder: Builder,
): DocumentNode | null => {
  if (element.tag === 'img') return imageOf(element, own.computed, builder.rem, builder.pictures, at);
  if (element.tag === 'svg')
    return builder.drawings(element, own, at, () =>
      drawingOf(element, own, builder.rem, builder.cascade, at),
    );
  return {
    kind: 'element',
    tag: element.tag,
    id: attributeOf(element, 'id'),
    style: own.computed.style,
    attributes: element.shape.written,
    children: childNodes(element, own, builder),
    at,
  };
};

const childNodes = (element: MarkupElement, own: Styled, builder: Builder): readonly DocumentNode[] => {
  const before = own.before === null ? null : generatedNode(element, 'before', own, builder);
  const nodes = element.children.map((child) => documentNode(child, own, builder));
  const after = own.after === null ? null : generatedNode(element, 'after', own, builder);
  const all = before === null && after === null ? nodes : [before, ...nodes, after];
  return isWhole(all) ? all : all.filter((node) => node !== null);
};

/** Lists are as long as what is in them: there are very many. */
const isWhole = (nodes: readonly (DocumentNode | null)[]): nodes is readonly DocumentNode[] =>
  !nodes.includes(null);

/** Goes through a node as `documentNode` does, for what is wrong with the styles of it and all below it. */
export const checkStyles = (child: MarkupNode, parent: Styled, builder: Builder): void => {
  if (child.kind === 'text') return;
  if (child.tag === 'svg') {
    documentNode(child, parent, builder);
    return;
  }
  const own = builder.cascade.styleOf(child, parent);
  for (const inside of child.children) checkStyles(inside, own, builder);
};

/** The content before or after an element; null when it has none. */
export const generatedNode = (
  element: MarkupElement,
  pseudo: 'before' | 'after',
  own: Styled,
  { counters, place }: Builder,
): GeneratedNode | null => {
  const computed = own[pseudo];
  if (computed?.content == null) return null;
  const counted = computed.style.display === 'none' ? STILL : counters;
  counted.enter(computed.counters);
  const content = computed.content.map((part) => contentPart(part, element, counted));
  counted.leave();
  return { kind: 'generated', style: computed.style, content, at: place(spotOf(element)) };
};

/** `attr()` becomes its text, a target its id; an attribute that is not there is the empty text, as in CSS. */
const contentPart = (part: DeclaredPart, element: MarkupElement, counters: Counters): ContentPart => {
  if (part.kind === 'count') return { kind: 'text', text: countText(part, counters) };
  if (part.kind === 'attribute') return { kind: 'text', text: attributeOf(element, part.name) ?? '' };
  if (part.kind !== 'target-attribute') return part;
  const target = attributeOf(element, part.name) ?? '';
  return target.startsWith('#')
    ? { kind: 'target-page', id: target.slice(1), style: part.style }
    : { kind: 'text', text: '' };
};

const countText = (
  { name, between, style }: DeclaredPart & { readonly kind: 'count' },
  counters: Counters,
): string => {
  const texts = counters.valuesOf(name).map((value) => counterText(value, style));
  return between === null ? (texts.at(-1) ?? '') : texts.join(between);
};
