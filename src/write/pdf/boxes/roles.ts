// Which structure role an element's tag stands for. Tags that only group (div, header …) have none.

import type { ElementNode } from '../../../model/document.ts';
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
  ['dt', 'P'],
  ['dd', 'P'],
  ['address', 'P'],
  ['figcaption', 'Caption'],
  ['blockquote', 'BlockQuote'],
  ['ul', 'L'],
  ['ol', 'L'],
  ['li', 'LI'],
  ['table', 'Table'],
  ['caption', 'Caption'],
  ['thead', 'THead'],
  ['tbody', 'TBody'],
  ['tr', 'TR'],
  ['th', 'TH'],
  ['td', 'TD'],
]);

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
  'LBody',
  'TH',
  'TD',
]);

export const holdsText = (structure: Structure): boolean => TEXT_ROLES.has(structure.role);

/** The element's own structure under `parent`; `parent` itself for an element that only groups. */
export function structureFor(node: ElementNode, parent: Structure): Structure {
  const language = node.attributes.lang ?? null;
  const role = ROLES.get(node.tag) ?? (language === null ? null : 'Div');
  if (role === null) return parent;
  return addStructure(parent, role, { language, attributes: attributesOf(node, role) });
}

function attributesOf(node: ElementNode, role: string): Structure['attributes'] {
  if (role === 'L') return { O: 'List', ListNumbering: numbering(node) };
  if (role !== 'TH' && role !== 'TD') return null;
  const spans = { ...span(node, 'colspan', 'ColSpan'), ...span(node, 'rowspan', 'RowSpan') };
  if (role === 'TH') return { O: 'Table', Scope: scopeOf(node), ...spans };
  return Object.keys(spans).length === 0 ? null : { O: 'Table', ...spans };
}

function numbering(node: ElementNode): string {
  const item = node.children.find((child) => child.kind === 'element' && child.tag === 'li');
  const type = item?.kind === 'element' ? item.style.listStyleType : node.style.listStyleType;
  return type === 'decimal' ? 'Decimal' : type === 'disc' ? 'Disc' : 'None';
}

function span(node: ElementNode, attribute: string, key: string): Record<string, number> {
  const count = spanOf(node, attribute);
  return count > 1 ? { [key]: count } : {};
}

/** The value of `colspan` or `rowspan`: a whole number from 1 to 1,000. */
export function spanOf(node: ElementNode, attribute: string): number {
  const count = Number.parseInt(node.attributes[attribute] ?? '1', 10);
  return Number.isFinite(count) ? Math.min(Math.max(count, 1), 1_000) : 1;
}

function scopeOf(node: ElementNode): string {
  const scope = node.attributes.scope;
  return scope === 'row' || scope === 'rowgroup' ? 'Row' : 'Column';
}
