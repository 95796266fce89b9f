// Sorts what stands in a table into caption, head, body and foot. What has no place in a table is put into a row of its
// own, so that nothing is lost whatever the markup.

import type { DocumentNode, ElementNode, Size, Style } from '../../../model/document.ts';
import { anonymousStyle } from './build-context.ts';

export type TablePart = 'THead' | 'TBody' | 'TFoot';
type Group = { readonly node: ElementNode; readonly part: TablePart };
/** A row as the markup has it, with the row group it stands in. */
export type RowNode = {
  readonly node: ElementNode;
  readonly group: ElementNode;
  readonly part: TablePart;
  readonly first: boolean;
  readonly last: boolean;
  readonly cells: readonly ElementNode[];
};
type TableNodes = {
  readonly columns: readonly Size[];
  readonly caption: ElementNode | null;
  readonly head: readonly RowNode[];
  /** The foot at its end, wherever it was written. */
  readonly body: readonly RowNode[];
};

export function sortTable(node: ElementNode): TableNodes {
  const { columns, captions, groups } = sortChildren(node);
  const bodies = groups.filter((group) => group.part === 'TBody').length;
  const leading = groups.findIndex((group) => group.part !== 'THead');
  const parts = groups.map((group, index): Group => {
    const keeps = bodies > 0 && (group.part !== 'THead' || index < leading);
    return keeps ? group : { ...group, part: 'TBody' };
  });
  const rowsOf = (part: TablePart) => parts.filter((group) => group.part === part).flatMap(groupRows);
  return {
    columns,
    caption: captions[0] ?? null,
    head: rowsOf('THead'),
    body: [...rowsOf('TBody'), ...rowsOf('TFoot')],
  };
}

function groupRows({ node, part }: Group): readonly RowNode[] {
  const rows = wrapStrays(node, 'tr', 'table-row');
  return rows.map((row, index) => ({
    node: row,
    group: node,
    part,
    first: index === 0,
    last: index === rows.length - 1,
    cells: wrapStrays(row, 'td', 'table-cell'),
  }));
}

function sortChildren(node: ElementNode): { columns: Size[]; captions: ElementNode[]; groups: Group[] } {
  const columns: Size[] = [];
  const captions: ElementNode[] = [];
  const groups: Group[] = [];
  let strays: DocumentNode[] = [];
  const flush = () => {
    if (strays.some(isShown))
      groups.push({ node: wrap('tbody', 'table-row-group', strays, node.style), part: 'TBody' });
    strays = [];
  };
  for (const child of node.children) {
    if (child.kind === 'element' && (child.tag === 'col' || child.tag === 'colgroup')) {
      columns.push(...columnWidths(child));
      continue;
    }
    const display = child.kind === 'element' ? child.style.display : 'inline';
    const isGroup = display === 'table-header-group' || display === 'table-row-group';
    if (child.kind !== 'element' || (!isGroup && (display !== 'table-caption' || captions.length > 0))) {
      strays.push(child);
      continue;
    }
    flush();
    if (isGroup) groups.push({ node: child, part: partOf(child) });
    else captions.push(child);
  }
  flush();
  return { columns, captions, groups };
}

function partOf(node: ElementNode): TablePart {
  if (node.style.display === 'table-header-group') return 'THead';
  return node.tag === 'tfoot' ? 'TFoot' : 'TBody';
}

function columnWidths(node: ElementNode): Size[] {
  const inner = node.children.flatMap((child) =>
    child.kind === 'element' && child.tag === 'col' ? columnWidths(child) : [],
  );
  if (inner.length > 0) return inner;
  return Array.from({ length: spanOf(node, 'span') }, () => node.style.width);
}

/** The value of `colspan`, `rowspan` or `span`: a whole number from 1 to 1,000. */
export function spanOf(node: ElementNode, attribute: string): number {
  const written = node.attributes[attribute];
  if (written === undefined) return 1;
  const count = Number.parseInt(written, 10);
  return Number.isFinite(count) ? Math.min(Math.max(count, 1), 1_000) : 1;
}

/** The children that have this display; runs of anything else wrapped into one of it. */
function wrapStrays(node: ElementNode, tag: string, display: Style['display']): readonly ElementNode[] {
  const parts: ElementNode[] = [];
  let strays: DocumentNode[] = [];
  const flush = () => {
    if (strays.some(isShown)) parts.push(wrap(tag, display, strays, node.style));
    strays = [];
  };
  for (const child of node.children) {
    if (child.kind === 'element' && child.style.display === display) {
      flush();
      parts.push(child);
    } else strays.push(child);
  }
  flush();
  return parts;
}

function isShown(node: DocumentNode): boolean {
  if (node.kind === 'text') return node.text.trim() !== '';
  return (
    node.style.display !== 'none' &&
    !(node.kind === 'element' && (node.tag === 'col' || node.tag === 'colgroup'))
  );
}

const wrap = (
  tag: string,
  display: Style['display'],
  children: readonly DocumentNode[],
  style: Style,
): ElementNode => ({
  kind: 'element',
  tag,
  id: null,
  style: anonymousStyle(style, display),
  attributes: {},
  children,
  at: null,
});
