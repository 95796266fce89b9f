// The parsed tree to the document tree: every element with its style, generated content in its place, texts verbatim.
import type {
  ContentPart,
  DocumentNode,
  ElementNode,
  GeneratedNode,
  SourcePlace,
} from '../../model/document.ts';
import { attributeOf, type MarkupElement } from '../parse/tree.ts';
import type { Spot } from '../source-text.ts';
import type { Cascade } from '../style/cascade.ts';
import type { Computed } from '../style/computed.ts';
import type { DeclaredPart } from '../style/value.ts';
import { drawingOf } from './drawing.ts';

export type Builder = {
  readonly cascade: Cascade;
  readonly root: Computed;
  readonly place: (spot: Spot) => SourcePlace;
};

/** An element that is not a drawing; `parent` is its parent's style. */
export const elementNode = (element: MarkupElement, parent: Computed, builder: Builder): ElementNode =>
  withChildren(element, builder.cascade.styleOf(element, parent), builder);

const withChildren = (element: MarkupElement, computed: Computed, builder: Builder): ElementNode => ({
  kind: 'element',
  tag: element.tag,
  id: attributeOf(element, 'id'),
  style: computed.style,
  attributes: writtenAttributes(element),
  children: [
    ...generated(element, 'before', computed, builder),
    ...childNodes(element, computed, builder),
    ...generated(element, 'after', computed, builder),
  ],
  at: builder.place(element.spot),
});

const childNodes = (element: MarkupElement, computed: Computed, builder: Builder): readonly DocumentNode[] =>
  element.children.map((child) => {
    if (child.kind === 'text') return { kind: 'text', text: child.text, at: builder.place(child.spot) };
    const own = builder.cascade.styleOf(child, computed);
    if (child.tag !== 'svg') return withChildren(child, own, builder);
    return drawingOf(child, own, builder.root.style.fontSize, builder.cascade, builder.place(child.spot));
  });

/** Class and id have done their work; the rest is for the writers. */
const writtenAttributes = (element: MarkupElement): Readonly<Record<string, string>> => {
  const attributes: Record<string, string> = {};
  for (const [name, { value }] of element.attributes)
    if (name !== 'class' && name !== 'id') attributes[name] = value;
  return attributes;
};

const generated = (
  element: MarkupElement,
  pseudo: 'before' | 'after',
  own: Computed,
  builder: Builder,
): readonly GeneratedNode[] => {
  const computed = builder.cascade.generatedStyle(element, pseudo, own);
  if (computed?.content == null) return [];
  const content = computed.content.map((part) => contentPart(part, element));
  return [{ kind: 'generated', style: computed.style, content, at: builder.place(element.spot) }];
};

/** `attr()` becomes its text, a target its id; an attribute that is not there is the empty text, as in CSS. */
const contentPart = (part: DeclaredPart, element: MarkupElement): ContentPart => {
  if (part.kind === 'attribute') return { kind: 'text', text: attributeOf(element, part.name) ?? '' };
  if (part.kind !== 'target-attribute') return part;
  const target = attributeOf(element, part.name) ?? '';
  return target.startsWith('#') ? { kind: 'target-page', id: target.slice(1), style: 'decimal' } : { kind: 'text', text: '' };
};
