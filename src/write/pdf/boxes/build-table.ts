// Turns a table element into rows of cells, and its structure with them.

import type { ElementNode, Style } from '../../../model/document.ts';
import type { Block, Cell, Row, RowBreaks, TableBox } from './box.ts';
import { anchorsOf, type BuildContext, within } from './build-context.ts';
import { contextFor, inBody } from './roles.ts';
import { addStructure, type Structure } from './structure.ts';
import { type Places, placeCells, uncovered } from './table-grid.ts';
import { type RowNode, sortTable, spanOf } from './table-rows.ts';
import { addCell, addMissing, addRow, openTable, type TableStructure } from './table-structure.ts';

/** How a caption or cell becomes a block, handed in by the caller, which knows tables itself. */
type BuildBlock = (node: ElementNode, context: BuildContext) => Block;
/** `tables` is null for what only looks like a table: its parts have the roles of their own tags. */
type Section = {
  readonly context: BuildContext;
  readonly build: BuildBlock;
  readonly tables: TableStructure | null;
  readonly columns: number;
};

/** Builds the table whose structure is `context.structure`. */
export function buildTable(node: ElementNode, context: BuildContext, build: BuildBlock): TableBox {
  const { columns, caption, head, body } = sortTable(node);
  const { structure, page } = context;
  const tables = structure.role === 'Table' ? openTable(structure, head, body, context.progress) : null;
  const places = { head: placeRows(head), body: placeRows(body) };
  const count = Math.max(places.head.columns, places.body.columns);
  const section: Section = { context: { ...context, pinned: true }, build, tables, columns: count };
  return {
    kind: 'table',
    style: node.style,
    anchors: anchorsOf(node),
    caption: caption === null ? null : buildCaption(caption, section),
    columns,
    columnCount: Math.max(columns.length, count),
    tracks: null,
    language: context.language,
    head: buildRows(head, places.head, section),
    body: buildRows(body, places.body, section),
    breaks: { before: node.style.breakBefore, after: node.style.breakAfter, startPage: page, endPage: page },
  };
}

const placeRows = (rows: readonly RowNode[]): Places =>
  placeCells(
    rows.map((row) => ({
      opensGroup: row.first,
      spans: row.cells.map((cell) => ({
        columnSpan: spanOf(cell, 'colspan'),
        rowSpan: spanOf(cell, 'rowspan'),
      })),
    })),
  );

function buildCaption(node: ElementNode, { context, build, tables }: Section): Block {
  if (tables === null) return build(node, inBody(contextFor(node, context)));
  const language = node.attributes.lang ?? null;
  return build(node, within(context, addStructure(tables.table, 'Caption', { language })));
}

function buildRows(rows: readonly RowNode[], places: Places, section: Section): readonly Row[] {
  const missing = section.tables === null ? [] : uncovered(places, section.columns);
  return rows.map((row, index) => {
    const structure =
      section.tables === null ? section.context.structure : addRow(section.tables, row, index);
    const cells = row.cells.map((cell, at) =>
      buildCell(cell, row, index, at, { places, structure, section }),
    );
    addMissing(structure, missing[index] ?? []);
    const anchors = anchorsOf(row.node);
    return {
      style: rowStyle(row),
      anchors: row.first ? [...anchorsOf(row.group), ...anchors] : anchors,
      cells,
      breaks: rowBreaks(row),
    };
  });
}

type Standing = { readonly places: Places; readonly structure: Structure; readonly section: Section };

function buildCell(
  cell: ElementNode,
  row: RowNode,
  index: number,
  at: number,
  { places, structure, section }: Standing,
): Cell {
  const { context, tables, build } = section;
  const place = places.rows[index]?.[at] ?? { column: at, columnSpan: 1, lastRow: index };
  const inside =
    tables === null
      ? inBody(contextFor(cell, within(context, structure)))
      : within(context, addCell(tables, structure, cell, row, index, place));
  const { column, columnSpan, lastRow } = place;
  return { block: build(cell, inside), column, columnSpan, lastRow };
}

/** A row group paints nothing itself: its background shows through rows that have none. */
function rowStyle({ node, group }: RowNode): Style {
  const { backgroundColor } = group.style;
  if (backgroundColor === null || node.style.backgroundColor !== null) return node.style;
  return tinted(node.style, backgroundColor);
}

const tints = new WeakMap<Style, Map<string, Style>>();

function tinted(style: Style, backgroundColor: string): Style {
  const made = tints.get(style) ?? new Map<string, Style>();
  tints.set(style, made);
  const known = made.get(backgroundColor) ?? { ...style, backgroundColor };
  made.set(backgroundColor, known);
  return known;
}

/** What is asked of the row group holds for its first and last row, and between all of them. */
function rowBreaks({ node, group, first, last }: RowNode): RowBreaks {
  const { style } = node;
  const whole = group.style.breakInside === 'avoid';
  const above = first ? group.style.breakBefore : whole ? 'avoid' : 'auto';
  return {
    before: style.breakBefore === 'auto' ? above : style.breakBefore,
    after: style.breakAfter === 'auto' && last ? group.style.breakAfter : style.breakAfter,
    whole: whole || style.breakInside === 'avoid',
  };
}
