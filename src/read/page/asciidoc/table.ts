// Tables of AsciiDoc pages: a stream of cells, `|` before each, on as many lines as it takes, cut into rows by the number of columns; or
// values with commas or colons between them, a row on each line.
import { laidOut, type WrittenCell, type WrittenRow } from '../grid.ts';
import type { Table } from '../page.ts';
import { cellText } from './cell-text.ts';
import { delimitedRows } from './delimited.ts';
import { type Layout, MOST_COLUMNS, type TableAttributes, type TableLine } from './table-layout.ts';

type Stream = { readonly cells: WrittenCell[]; readonly firstLine: number };

/** `lines` are those between the two `|===`, comments and conditions taken out. Text before the first cell is not part of it. */
export const tableOf = (
  line: number,
  caption: string | null,
  { columns, hasHeader }: TableAttributes,
  layout: Layout,
  lines: readonly TableLine[],
): Table => {
  const rows = layout.kind === 'psv' ? streamedRows(lines, layout, columns) : delimitedRows(lines, layout);
  const header = hasHeader ?? (standsAlone(lines) && rows.length > 1);
  const written = rows.map((row, index) => ({ ...row, inHead: header && index === 0 }));
  const { rows: laid, header: head, ...rest } = laidOut(written, false);
  return {
    kind: 'table',
    line,
    syntax: 'asciidoc',
    caption,
    header: head,
    rows: laid,
    columns: columns ?? rest.columns,
  };
};

const streamedRows = (
  lines: readonly TableLine[],
  { separator }: Layout,
  columns: number | null,
): readonly WrittenRow[] => {
  const { cells, firstLine } = streamOf(lines, separator);
  return rowsOf(cells, columns ?? Math.max(1, firstLine));
};

/** How many cells of one table may be copies of others. */
const MOST_COPIES = 10_000;

type OpenCell = {
  readonly line: number;
  readonly columns: number;
  readonly rows: number;
  readonly times: number;
  readonly texts: string[];
};

const streamOf = (lines: readonly TableLine[], separator: string): Stream => {
  const cells: WrittenCell[] = [];
  let open: OpenCell | null = null;
  let firstLine = 0;
  let copies = MOST_COPIES;
  for (const { line, text } of lines) {
    const isFirst = open === null;
    let from = 0;
    for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) {
      if (text[at - 1] === '\\') continue;
      const written = specifierBefore(text, from, at);
      if (open !== null)
        close({ ...open, texts: [...open.texts, text.slice(from, at - written.length)] }, cells);
      open = openCell(written, line, copies);
      copies -= open.times - 1;
      if (isFirst) firstLine += open.columns * open.times;
      from = at + 1;
    }
    open?.texts.push(text.slice(from));
  }
  if (open !== null) close(open, cells);
  return { cells, firstLine: Math.min(firstLine, MOST_COLUMNS) };
};

const close = ({ line, columns, rows, times, texts }: OpenCell, cells: WrittenCell[]): void => {
  const cell = { line, text: cellText(texts), isHeader: false, columns, rows };
  for (let count = 0; count < times; count += 1) cells.push(cell);
};

const SPECIFIER = '(?:(\\d{1,3})?(?:\\.(\\d{1,3}))?([+*]))?(?:[<^>])?(?:\\.[<^>])?[adehlmsv]?';
const AT_START = new RegExp(`^\\s*${SPECIFIER}$`);
const BEHIND_SPACE = new RegExp(`\\s${SPECIFIER}$`);
const LONGEST_SPECIFIER = 14;

/** What stands right before a pipe, at the start of its line or behind a space: spans, copies, alignment, style. */
const specifierBefore = (text: string, from: number, at: number): string => {
  const isStart = from === 0 && at <= LONGEST_SPECIFIER && AT_START.test(text.slice(0, at));
  if (isStart) return text.slice(0, at).trimStart();
  const before = text.slice(Math.max(from, at - LONGEST_SPECIFIER), at);
  return BEHIND_SPACE.exec(before)?.[0].trimStart() ?? '';
};

const openCell = (specifier: string, line: number, copies: number): OpenCell => {
  const [, first, second, sign] = AT_START.exec(specifier) ?? [];
  const across = Math.max(1, Number(first ?? 1));
  if (sign !== '*')
    return { line, columns: across, rows: Math.max(1, Number(second ?? 1)), times: 1, texts: [] };
  return { line, columns: 1, rows: 1, times: Math.max(1, Math.min(across, MOST_COLUMNS, copies)), texts: [] };
};

/** Without options, a first line with an empty line behind it, and none before, is the header. */
const standsAlone = (lines: readonly TableLine[]): boolean =>
  lines.length > 1 && (lines[0]?.text ?? '').trim() !== '' && (lines[1]?.text ?? '').trim() === '';

/** Rows of `columns` places each; places that a cell from above reaches into are taken. */
const rowsOf = (cells: readonly WrittenCell[], columns: number): readonly WrittenRow[] => {
  const rows: WrittenRow[] = [];
  let taken: number[] = [];
  let next = 0;
  while (next < cells.length) {
    const below: number[] = taken.map((deep) => Math.max(0, deep - 1));
    let room = columns - taken.filter((deep) => deep > 0).length;
    const row: WrittenCell[] = [];
    while (room > 0 && next < cells.length) {
      const cell = cells[next];
      next += 1;
      if (cell === undefined) break;
      row.push(cell);
      room -= cell.columns;
      for (let count = 0; cell.rows > 1 && count < Math.min(cell.columns, columns); count += 1)
        below.push(cell.rows - 1);
    }
    taken = below.filter((deep) => deep > 0);
    if (row.length > 0) rows.push({ line: row[0]?.line ?? 1, inHead: false, cells: row });
    else taken = [];
  }
  return rows;
};
