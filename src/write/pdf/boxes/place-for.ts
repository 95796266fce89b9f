// Where in the structure tree something may stand: parts of lists that are missing are made.

import { addStructure, type Structure } from './structure.ts';

/**
 * The element that something of this role goes into, made where there is none: lists hold nothing but items, and items
 * nothing but labels and bodies (ISO 32000-1, 14.8.4.3.3). A term after a meaning opens the next item.
 */
export function placeFor(role: string, parent: Structure): Structure {
  if (role === 'TOCI') return listFor('TOC', parent);
  if (role === 'LI') return listFor('L', parent);
  if (role === 'Lbl' || role === 'LBody') return itemFor(role, listFor('L', parent));
  if (parent.role === role) return parent;
  if (parent.role === 'TOC') return addStructure(parent, 'TOCI');
  return parent.role === 'L' ? addStructure(addStructure(parent, 'LI'), 'LBody') : parent;
}

/** Items outside lists that follow each other make up one. */
function listFor(role: 'L' | 'TOC', parent: Structure): Structure {
  if (parent.role === role) return parent;
  const last = parent.children.at(-1);
  if (last?.kind === 'structure' && last.role === role) return last;
  return addStructure(placeFor(role, parent), role);
}

function itemFor(role: 'Lbl' | 'LBody', list: Structure): Structure {
  const last = list.children.at(-1);
  const goesOn =
    last?.kind === 'structure' &&
    last.role === 'LI' &&
    (role === 'LBody' || last.children.every((part) => part.kind === 'leaf' || part.role === 'Lbl'));
  return goesOn ? last : addStructure(list, 'LI');
}
