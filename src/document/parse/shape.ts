// An opening tag as written. A long report opens the same few tags thousands of times: each is read and judged once.
import { type AttributeRow, attributeRow } from './attributes.ts';
import { ELEMENTS_BY_TAG, type ElementRow, SHAPES, VOID } from './elements.ts';
import {
  attributeFault,
  type Fault,
  requiredFault,
  selfClosingFault,
  twiceFault,
  unknownElement,
} from './faults.ts';
import type { AttributeToken, Token } from './tokens.ts';
import type { MarkupAttribute, Shape } from './tree.ts';

/** A fault of the tag itself; `offset` is counted from its name. */
export type ShapeFault = { readonly fault: Fault; readonly offset: number; readonly length: number };
export type ReadTag = {
  readonly shape: Shape;
  /** Null for an element that is not of the subset. */
  readonly row: ElementRow | null;
  /** Nothing comes inside: the element is void, or closes itself. */
  readonly closed: boolean;
  readonly faults: readonly ShapeFault[];
};

const NONE: Readonly<Record<string, string>> = {};

export const shapeOf = (tag: string, attributes: ReadonlyMap<string, MarkupAttribute>): Shape => {
  const written = [...attributes].filter(([name]) => name !== 'class' && name !== 'id');
  return {
    tag,
    attributes,
    classes: (attributes.get('class')?.value ?? '').split(/\s+/).filter((name) => name !== ''),
    written:
      written.length === 0 ? NONE : Object.fromEntries(written.map(([name, { value }]) => [name, value])),
  };
};

/** Reads an opening tag by the tables of elements and attributes. */
export const readTag = ({
  tag,
  offset,
  attributes,
  selfClosing,
}: Token & { readonly kind: 'open' }): ReadTag => {
  const row = ELEMENTS_BY_TAG.get(tag) ?? null;
  const isVoid = VOID.includes(tag);
  const ofTag = (fault: Fault | null): readonly ShapeFault[] =>
    fault === null ? [] : [{ fault, offset: 0, length: tag.length }];
  if (row === null)
    return { shape: shapeOf(tag, new Map()), row, closed: selfClosing, faults: ofTag(unknownElement(tag)) };
  const given = attributes.map(({ name }) => name);
  const taken = new Map<string, MarkupAttribute>();
  const faults = attributes.flatMap((attribute) => takeAttribute(attribute, tag, offset, taken));
  const closing = selfClosing && !isVoid && !SHAPES.includes(tag) ? selfClosingFault(tag) : null;
  return {
    shape: shapeOf(tag, taken),
    row,
    closed: selfClosing || isVoid,
    faults: [...ofTag(closing), ...ofTag(requiredFault(tag, given)), ...faults],
  };
};

const takeAttribute = (
  { name, value, offset, length }: AttributeToken,
  tag: string,
  start: number,
  taken: Map<string, MarkupAttribute>,
): readonly ShapeFault[] => {
  const row: AttributeRow | undefined = attributeRow(tag, name);
  const fault = taken.has(name) ? twiceFault(name) : attributeFault(tag, name, value, row);
  if (fault !== null) return [{ fault, offset: offset - start, length }];
  taken.set(name, { value, offset: offset - start, length });
  return [];
};
