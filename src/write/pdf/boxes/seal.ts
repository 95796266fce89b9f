// Signature fields: a block with `data-seal="NAME"` is the place of a seal that is made later, over the finished file.

import type { ElementNode } from '../../../model/document.ts';
import type { Seal } from './box.ts';
import type { BuildContext } from './build-context.ts';
import { textOf } from './document-text.ts';
import { placeFor } from './place-for.ts';
import { addStructure } from './structure.ts';

/** The field that an element asks for, or null. */
export function sealOf(node: ElementNode, { structure, typefaces }: BuildContext): Seal | null {
  const name = node.attributes['data-seal'];
  if (name === undefined) return null;
  const { style } = node;
  const ink = { style, typeface: typefaces.choose(style), shift: 0, leaf: null, link: null, boxes: [] };
  return {
    name,
    label: sealLabel(node),
    structure: addStructure(placeFor('P', structure), 'Form'),
    ink: node.children.length === 0 ? ink : null,
  };
}

export const sealLabel = (node: ElementNode): string =>
  node.attributes.title || textOf(node) || (node.attributes['data-seal'] ?? '');
