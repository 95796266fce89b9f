// What stands once in a document: ids, and names of seals.
import { type Fault, idFault, sealFault } from './faults.ts';

import type { MarkupAttribute, Shape } from './tree.ts';

export type Uniques = (
  shape: Shape,
) => readonly { readonly fault: Fault; readonly attribute: MarkupAttribute }[];

/** Remembers what it is shown, and tells what it has seen before. */
export const uniques = (): Uniques => {
  const kinds = [
    { name: 'id', seen: new Set<string>(), faultOf: idFault },
    { name: 'data-seal', seen: new Set<string>(), faultOf: sealFault },
  ];
  return ({ attributes }) => {
    if (attributes.size === 0) return [];
    return kinds.flatMap(({ name, seen, faultOf }) => {
      const attribute = attributes.get(name);
      if (attribute === undefined) return [];
      if (seen.has(attribute.value)) return [{ fault: faultOf(attribute.value), attribute }];
      seen.add(attribute.value);
      return [];
    });
  };
};
