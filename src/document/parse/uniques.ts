// What stands once in a document: ids, and names of seals.
import { type Fault, idFault, sealFault } from './faults.ts';

import type { MarkupAttribute, Shape } from './tree.ts';

export type Uniques = (
  shape: Shape,
) => readonly { readonly fault: Fault; readonly attribute: MarkupAttribute }[];

const NOTHING: ReturnType<Uniques> = [];

/** Remembers what it is shown, and tells what it has seen before. */
export const uniques = (): Uniques => {
  const kinds = [
    { name: 'id', seen: new Set<string>(), faultOf: idFault },
    { name: 'data-seal', seen: new Set<string>(), faultOf: sealFault },
  ];
  return ({ attributes }) => {
    if (!kinds.some(({ name }) => attributes.has(name))) return NOTHING;
    return kinds.flatMap(({ name, seen, faultOf }) => {
      const attribute = attributes.get(name);
      if (attribute === undefined) return NOTHING;
      if (seen.has(attribute.value)) return [{ fault: faultOf(attribute.value), attribute }];
      seen.add(attribute.value);
      return NOTHING;
    });
  };
};
