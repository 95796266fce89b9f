// Turns a table element into rows of cells. What has no place in a table is put into a row of its own, so that
// nothing is lost whatever the markup.

import type { DocumentNode, ElementNode, Size, Style } from '../../../model/document.ts';
import type { Block, Cell, Row, TableBox } from './box.ts';
import { anchorsOf, anonymousStyle, type BuildContext } from './build-context.ts';
import { spanOf, structureFor } from './roles.ts';

/** How a caption or cell becomes a block, handed in by the caller, which knows tables itself. */
export type BuildBlock = (node: ElementNode, context: BuildContext) => Block;
type TableContext = BuildContext & { readonly build: BuildBlock };

type Group = { readonly element: ElementNode; readonly header: boolean };

/** Builds the table whose structure is `outer.structure`. */
export function buildTable(node: ElementNode, outer: BuildContext, build: BuildBlock): TableBox {
  const context: TableContext = { ...outer, build };
  const { columns, captions, groups } = sortChildren(node);
  const caption = captions.map((child) => structured(child, context))[0] ?? null;
  const rows = groups.map((group) => ({ header: group.header, rows: buildGroup(group.element, context) }));
  const leading = rows.findIndex((group) => !group.header);
  const headGroups = leading === -1 ? [] : rows.slice(0, leading);
  const page = context.page;
  return {
    kind: 'table',
    style: node.style,
    anchors: anchorsOf(node),
    breaks: { before: node.style.breakBefore, after: node.style.breakAfter, startPage: page, endPage: page },
    caption,
    columns,
    head: headGroups.flatMap((group) => group.rows),
    body: rows.slice(headGroups.length).flatMap((group) => group.rows),
  };
}

function structured(node: ElementNode, context: TableContext): Block {
  return context.build(node, { ...context, structure: structureFor(node, context.structure) });
}

function sortChildren(node: ElementNode): { columns: Size[]; captions: ElementNode[]; groups: Group[] } {
  const columns: Size[] = [];
  const captions: ElementNode[] = [];
  const groups: Group[] = [];
  let strays: DocumentNode[] = [];
  const flush = () => {
    if (strays.some(isShown))
      groups.push({ element: wrap('tbody', 'table-row-group', strays, node.style), header: false });
    strays = [];
  };
  for (const child of node.children) {
    if (child.kind === 'element' && (child.tag === 'col' || child.tag === 'colgroup')) {
      columns.push(...columnWidths(child));
      continue;
    }
    const display = child.kind === 'element' ? child.style.display : 'inline';
    const isPart = display === 'table-header-group' || display === 'table-row-group';
    if (child.kind !== 'element' || (!isPart && (display !== 'table-caption' || captions.length > 0))) {
      strays.push(child);
      continue;
    }
    flush();
    if (isPart) groups.push({ element: child, header: display === 'table-header-group' });
    else captions.push(child);
  }
  flush();
  return { columns, captions, groups };
}

function columnWidths(node: ElementNode): Size[] {
  const inner = node.children.flatMap((child) =>
    child.kind === 'element' && child.tag === 'col' ? columnWidths(child) : [],
  );
  if (inner.length > 0) return inner;
  return Array.from({ length: spanOf(node, 'span') }, () => node.style.width);
}

function buildGroup(node: ElementNode, outer: TableContext): readonly Row[] {
  const context = { ...outer, structure: structureFor(node, outer.structure) };
  const rows = wrapStrays(node, 'tr', 'table-row');
  const anchors = anchorsOf(node);
  return rows.map((row, index) => {
    const built = buildRow(row, context);
    return {
      ...built,
      opensGroup: index === 0,
      anchors: index === 0 ? [...anchors, ...built.anchors] : built.anchors,
    };
  });
}

function buildRow(node: ElementNode, outer: TableContext): Row {
  const context = { ...outer, structure: structureFor(node, outer.structure) };
  const cells = wrapStrays(node, 'td', 'table-cell').map(
    (cell): Cell => ({
      block: structured(cell, context),
      columnSpan: spanOf(cell, 'colspan'),
      rowSpan: spanOf(cell, 'rowspan'),
    }),
  );
  return { style: node.style, anchors: anchorsOf(node), cells, opensGroup: false };
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
