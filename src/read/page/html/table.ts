// One HTML table while it is read. Rows and cells end where the next one begins, whether they are closed or not; a table in a cell is text of the cell.

import { laidOut, type WrittenCell } from '../grid.ts';
import { type Growing, spend } from '../growing.ts';
import type { Table } from '../page.ts';
import { htmlText } from './html-text.ts';
import type { Tag } from './tags.ts';

type OpenCell = Omit<WrittenCell, 'text'> & { readonly from: number };
type OpenRow = { readonly line: number; readonly inHead: boolean; readonly cells: WrittenCell[] };
export type OpenTable = {
  readonly line: number;
  readonly rows: OpenRow[];
  row: OpenRow | null;
  cell: OpenCell | null;
  caption: string | null;
  captionFrom: number | null;
  inHead: boolean;
  /** Tables within the open cell. */
  inner: number;
  /** From where on text stands outside of cells. */
  outside: number;
  readonly strays: string[];
};

export const openTable = (tag: Tag, line: number): OpenTable => ({
  line,
  rows: [],
  row: null,
  cell: null,
  caption: null,
  captionFrom: null,
  inHead: false,
  inner: 0,
  outside: tag.end,
  strays: [],
});

/** Takes a tag within the table; true when it closes the table. */
export const takeInTable = (
  table: OpenTable,
  tag: Tag,
  html: string,
  line: number,
  page: Growing,
): boolean => {
  if (tag.name === 'table') return takeTableTag(table, tag, html);
  if (table.inner > 0) return false;
  switch (tag.name) {
    case 'td':
    case 'th':
      endCell(table, html, tag.start);
      if (tag.closes) table.outside = tag.end;
      else beginCell(table, tag, line, page);
      break;
    case 'tr':
    case 'thead':
    case 'tbody':
    case 'tfoot':
      endRow(table, html, tag.start);
      table.outside = tag.end;
      if (tag.name !== 'tr') table.inHead = tag.name === 'thead' && !tag.closes;
      break;
    case 'caption':
      takeCaption(table, tag, html);
      break;
  }
  return false;
};

const takeTableTag = (table: OpenTable, tag: Tag, html: string): boolean => {
  if (!tag.closes) {
    if (table.cell !== null) table.inner += 1;
    return false;
  }
  if (table.inner > 0) {
    table.inner -= 1;
    return false;
  }
  endRow(table, html, tag.start);
  return true;
};

const beginCell = (table: OpenTable, tag: Tag, line: number, page: Growing): void => {
  if (!spend(page, 1, line)) return;
  table.row ??= { line, inHead: table.inHead, cells: [] };
  table.cell = {
    line,
    from: tag.end,
    isHeader: tag.name === 'th',
    columns: spanOf(tag, 'colspan'),
    rows: spanOf(tag, 'rowspan'),
  };
};

/** As browsers read it: nonsense is 1. A row span of 0 reaches to the end of the table. */
const spanOf = ({ attributes }: Tag, name: string): number => {
  const written = attributes.get(name);
  if (written === undefined) return 1;
  const span = Number.parseInt(written, 10);
  if (span === 0 && name === 'rowspan') return LONGEST_SPAN;
  return Number.isFinite(span) && span > 0 ? Math.min(span, LONGEST_SPAN) : 1;
};

const LONGEST_SPAN = 1000;

const endCell = (table: OpenTable, html: string, end: number): void => {
  endCaption(table, html, end);
  if (table.cell === null) stray(table, html, end);
  else {
    const { line, from, isHeader, columns, rows } = table.cell;
    table.row?.cells.push({ line, text: htmlText(html.slice(from, end)), isHeader, columns, rows });
  }
  table.cell = null;
  table.outside = end;
};

const stray = (table: OpenTable, html: string, end: number): void => {
  const text = htmlText(html.slice(table.outside, end));
  if (text !== '') table.strays.push(text);
};

/** Closes what is open; what stands in no cell is kept. */
export const endRow = (table: OpenTable, html: string, end: number): void => {
  endCell(table, html, end);
  if (table.row !== null) table.rows.push(table.row);
  table.row = null;
};

const takeCaption = (table: OpenTable, tag: Tag, html: string): void => {
  if (tag.closes && table.captionFrom === null) return;
  endCell(table, html, tag.start);
  table.captionFrom = tag.closes ? null : tag.end;
  table.outside = tag.end;
};

const endCaption = (table: OpenTable, html: string, end: number): void => {
  if (table.captionFrom === null) return;
  table.caption ??= htmlText(html.slice(table.captionFrom, end));
  table.captionFrom = null;
  table.outside = end;
};

export const tableOf = ({ line, rows, caption }: OpenTable): Table => ({
  kind: 'table',
  line,
  syntax: 'html',
  caption: caption === '' ? null : caption,
  ...laidOut(rows),
});
