// The structure of a table: which cells are headers, of what, and which data cells must name their headers because the
// place alone does not tell (ISO 32000-1, 14.8.5.7; PDF/UA-1, 7.5).

import type { ElementNode } from '../../../model/document.ts';
import type { Progress } from './build-context.ts';
import { saysAnything } from './document-text.ts';
import { type Attributes, addStructure, type Structure } from './structure.ts';
import type { Place } from './table-grid.ts';
import { type RowNode, spanOf, type TablePart } from './table-rows.ts';

type Scope = 'Column' | 'Row' | 'Group';
/** A header cell, while what it heads is still to come. */
type Header = { readonly id: string; readonly scope: Scope; readonly place: Place };

/** What the cells of a table know of each other, row by row. */
export type TableStructure = {
  readonly table: Structure;
  readonly parts: Map<TablePart | ElementNode, Structure>;
  readonly progress: Progress;
  /** Whether cells name their headers. */
  readonly named: boolean;
  readonly columnHeaders: Header[];
  groupHeaders: readonly Header[];
  rowHeaders: readonly Header[];
};

export function openTable(
  table: Structure,
  head: readonly RowNode[],
  body: readonly RowNode[],
  progress: Progress,
): TableStructure {
  const named =
    head.some((row) => row.cells.some((cell) => spanOf(cell, 'colspan') > 1 && isHeader(cell))) ||
    body.some((row) => row.cells.some((cell) => cell.attributes.scope === 'rowgroup'));
  return {
    table,
    parts: new Map(),
    progress,
    named,
    columnHeaders: [],
    groupHeaders: [],
    rowHeaders: [],
  };
}

/** Head and foot are one element each, whatever number of groups they are written in. */
export function addRow(tables: TableStructure, row: RowNode, index: number): Structure {
  const key = row.part === 'TBody' ? row.group : row.part;
  const part = tables.parts.get(key) ?? addStructure(tables.table, row.part);
  tables.parts.set(key, part);
  if (row.first) tables.groupHeaders = [];
  tables.rowHeaders = tables.rowHeaders.filter(({ place }) => index > 0 && place.lastRow >= index);
  const language = row.node.attributes.lang ?? row.group.attributes.lang ?? null;
  return addStructure(part, 'TR', { language });
}

export function addCell(
  tables: TableStructure,
  structure: Structure,
  cell: ElementNode,
  row: RowNode,
  index: number,
  place: Place,
): Structure {
  const scope = scopeOf(cell, row);
  const headers = tables.named ? headersOf(tables, place, scope) : [];
  const id = tables.named && scope !== null ? nextId(tables.progress) : null;
  if (id !== null && scope !== null) remember(tables, { id, scope, place }, row.part);
  const spans = { columns: place.columnSpan, rows: place.lastRow - index + 1 };
  const attributes = attributesOf(scope, spans, headers);
  const language = cell.attributes.lang ?? null;
  return addStructure(structure, scope === null ? 'TD' : 'TH', { language, attributes, id });
}

/** Cells that nobody wrote, so that every row has all columns. */
export function addMissing(structure: Structure, runs: readonly number[]): void {
  for (const columns of runs)
    addStructure(structure, 'TD', { attributes: attributesOf(null, { columns, rows: 1 }, []) });
}

/** A header that says nothing heads nothing: it is a cell. */
const isHeader = (cell: ElementNode): boolean =>
  cell.tag === 'th' && (saysAnything(cell) || cell.children.some((child) => child.kind === 'generated'));

/** What a cell is the header of; null for a data cell. Without a word on it, HTML's own rule in short. */
function scopeOf(cell: ElementNode, row: RowNode): Scope | null {
  if (cell.tag !== 'th' || !isHeader(cell)) return null;
  switch (cell.attributes.scope) {
    case 'row':
      return 'Row';
    case 'rowgroup':
      return row.part === 'THead' ? 'Column' : 'Group';
    case 'col':
    case 'colgroup':
      return 'Column';
    default:
      return row.part === 'THead' || row.cells.every((one) => one.tag === 'th') ? 'Column' : 'Row';
  }
}

function remember(tables: TableStructure, header: Header, part: TablePart): void {
  if (header.scope === 'Column') {
    if (part !== 'THead') drop(tables.columnHeaders, header.place);
    tables.columnHeaders.push(header);
  } else if (header.scope === 'Row') tables.rowHeaders = [...tables.rowHeaders, header];
  else tables.groupHeaders = [header];
}

/** A header amid the body takes the place of those above it. */
function drop(headers: Header[], place: Place): void {
  const kept = headers.filter((one) => !overlaps(one.place, place));
  headers.splice(0, headers.length, ...kept);
}

const overlaps = (a: Place, b: Place): boolean =>
  a.column < b.column + b.columnSpan && b.column < a.column + a.columnSpan;

/** From the outside in: the columns' headers from the top, the group's, the row's. */
function headersOf(tables: TableStructure, place: Place, scope: Scope | null): readonly string[] {
  const columns = tables.columnHeaders.filter((one) => overlaps(one.place, place));
  if (scope === 'Group') return [];
  const rows =
    scope === 'Column' ? [] : [...tables.groupHeaders, ...(scope === null ? tables.rowHeaders : [])];
  return [...columns, ...rows].map((header) => header.id);
}

function nextId(progress: Progress): string {
  progress.ids += 1;
  return `h${progress.ids}`;
}

const SCOPES: Readonly<Record<Scope, Attributes>> = {
  Column: { O: 'Table', Scope: 'Column' },
  Row: { O: 'Table', Scope: 'Row' },
  Group: { O: 'Table', Scope: 'Row' },
};

function attributesOf(
  scope: Scope | null,
  spans: { readonly columns: number; readonly rows: number },
  headers: readonly string[],
): Attributes | null {
  const own = scope === null ? null : SCOPES[scope];
  if (spans.columns === 1 && spans.rows === 1 && headers.length === 0) return own;
  return {
    ...(own ?? { O: 'Table' }),
    ...(spans.columns > 1 ? { ColSpan: spans.columns } : {}),
    ...(spans.rows > 1 ? { RowSpan: spans.rows } : {}),
    ...(headers.length > 0 ? { Headers: headers } : {}),
  };
}
