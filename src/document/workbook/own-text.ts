// Where the value of an attribute came from: whether any of it is the report's, and the template's place of each character.
import { attributeSpot, type MarkupElement } from '../parse/tree.ts';
import type { Rendered } from '../render/rendered.ts';
import type { Spot } from '../source-text.ts';

export type OwnText = {
  /** Where the first part of an attribute was printed that may come from the report; null when all of it is the template's own. */
  readonly foreign: (element: MarkupElement, name: string) => Spot | null;
  /** The spot of a stretch of an attribute's value. */
  readonly spotIn: (element: MarkupElement, name: string, start: number, length: number) => Spot;
};

export const ownText = ({ html, foreignIn, spotAt }: Rendered): OwnText => ({
  foreign: (element, name) => {
    const attribute = element.attributes.get(name);
    return attribute === undefined ? null : foreignIn(element.offset + attribute.offset, attribute.length);
  },
  spotIn: (element, name, start, length) => {
    const attribute = element.attributes.get(name);
    if (attribute === undefined) return attributeSpot(element, name);
    const from = element.offset + attribute.offset;
    return spotAt(from + written(html.slice(from, from + attribute.length), start), length);
  },
});

/** Where the character at `index` of an attribute's value stands in the attribute as written; its last character for an index beyond. */
const written = (attribute: string, index: number): number => {
  const value = /^[^=]*=\s*["']?/.exec(attribute)?.[0].length ?? 0;
  const reference = /&[a-z0-9#]+;|[\s\S]/giy;
  reference.lastIndex = value;
  for (let passed = 0; passed < index && reference.exec(attribute) !== null; ) passed += 1;
  const found = reference.lastIndex === 0 ? attribute.length : reference.lastIndex;
  return Math.max(0, Math.min(found, attribute.length - 1));
};
