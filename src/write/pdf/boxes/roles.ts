// Which structure role an element's tag stands for, and where it may stand. Tags that only group (div, header …) have
// none; the parts of a table get theirs in table-structure.ts, for they depend on the whole table.

import type { ElementNode } from '../../../model/document.ts';
import { type BuildContext, within } from './build-context.ts';
import { listAttributes } from './list-marker.ts';
import { placeFor } from './place-for.ts';
import { addStructure, type Structure } from './structure.ts';

const ROLES: ReadonlyMap<string, string> = new Map([
  ['section', 'Sect'],
  ['article', 'Art'],
  ['nav', 'Sect'],
  ['h1', 'H1'],
  ['h2', 'H2'],
  ['h3', 'H3'],
  ['h4', 'H4'],
  ['h5', 'H5'],
  ['h6', 'H6'],
  ['p', 'P'],
  ['pre', 'P'],
  ['address', 'P'],
  // What is drawn has the Figure with its own alternative; an alternative on all would hide the caption.
  ['figure', 'Div'],
  ['figcaption', 'Caption'],
  ['blockquote', 'BlockQuote'],
  ['ul', 'L'],
  ['ol', 'L'],
  ['li', 'LI'],
  ['dl', 'L'],
  ['dt', 'Lbl'],
  ['dd', 'LBody'],
  ['table', 'Table'],
]);

/** The roles of lists in a table of contents. */
const CONTENTS_ROLES: Readonly<Record<string, string>> = { L: 'TOC', LI: 'TOCI' };

/** Roles that hold text themselves; in any other, loose text gets a `P` of its own. */
const TEXT_ROLES: ReadonlySet<string> = new Set([
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'P',
  'Caption',
  'Lbl',
  'LBody',
  'TH',
  'TD',
]);

/** Table parts, whose structure table-structure.ts makes. */
const CELLS: ReadonlySet<string> = new Set(['td', 'th', 'caption']);

/**
 * Whether an element's text stands in its structure without a `P`: the structure must be the element's own, for text of
 * blocks beside each other would run together in one that they share.
 */
export const holdsText = (node: Pick<ElementNode, 'tag'>, structure: Structure): boolean =>
  TEXT_ROLES.has(structure.role) && (ROLES.has(node.tag) || CELLS.has(node.tag));

/** The context inside an element, whose structure it makes. */
export function contextFor(node: ElementNode, context: BuildContext): BuildContext {
  const contents = context.contents || node.attributes.role === 'doc-toc';
  const language = node.attributes.lang ?? context.language;
  const structure = structureFor(node, context.structure, contents);
  const same = language === context.language && contents === context.contents;
  return same ? within(context, structure) : { ...context, language, contents, structure };
}

/** An item's content is in its body. */
export const inBody = (context: BuildContext): BuildContext =>
  context.structure.role === 'LI' ? within(context, addStructure(context.structure, 'LBody')) : context;

/** The element's own structure under `parent`; `parent` itself for an element that only groups. */
function structureFor(node: ElementNode, parent: Structure, contents: boolean): Structure {
  const language = node.attributes.lang ?? null;
  const tag = node.tag === 'table' && node.style.display !== 'table' ? 'div' : node.tag;
  const plain = ROLES.get(tag) ?? (language === null ? null : 'Div');
  if (plain === null) return parent;
  const role = contents ? (CONTENTS_ROLES[plain] ?? plain) : plain;
  const attributes = role === 'L' ? listAttributes(node) : null;
  return addStructure(placeFor(role, parent), role, { language, attributes });
}
