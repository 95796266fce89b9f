// The rows of an HTML table as they are written -> the rows a reader sees: cells that span stand in each place that they span, and the header
// is told apart.
import type { Cell, Table, TableRow } from './page.ts';

export type WrittenCell = Cell & {
  readonly isHeader: boolean;
  readonly columns: number;
  readonly rows: number;
};
export type WrittenRow = {
  readonly line: number;
  readonly inHead: boolean;
  readonly cells: readonly WrittenCell[];
};

/** More columns than any table of duties has. */
const MOST_COLUMNS = 64;

/** How many further places the spanning cells of one table may fill. */
const MOST_SPANNED = 50_000;

export type Laid = Pick<Table, 'header' | 'columns' | 'rows'>;

/** Without `isTold` the header is the rows of the head and no others. `columns` is 0 where cells span more than can be laid out: then no column can be trusted. */
export const laidOut = (all: readonly WrittenRow[], isTold = true): Laid => {
  const written = all.filter(({ cells }) => cells.length > 0);
  const heads = headerRows(written, isTold);
  const filled = filledRows(written);
  const rows = filled ?? written.map(({ line, cells }) => ({ line, cells: cells.map(plain) }));
  const header = joined(rows.slice(0, heads));
  const body = rows.slice(heads);
  const columns = header.length > 0 ? header.length : (body[0]?.cells.length ?? 0);
  return { header, columns: filled === null ? 0 : columns, rows: body };
};

const plain = ({ line, text }: Cell): Cell => ({ line, text });

/** How many columns there are by the rows that have more than one cell: some cells only say that they span all. */
const widthOf = (written: readonly WrittenRow[]): number => {
  let width = 1;
  for (const { cells } of written)
    if (cells.length > 1)
      width = Math.max(
        width,
        cells.reduce((sum, cell) => sum + cell.columns, 0),
      );
  return Math.min(width, MOST_COLUMNS);
};

type Below = { readonly cell: Cell; rows: number };

/** Null when there are more columns, or spanning cells fill more places, than in any table of duties. */
const filledRows = (written: readonly WrittenRow[]): readonly TableRow[] | null => {
  const width = widthOf(written);
  const below: (Below | undefined)[] = [];
  const rows: TableRow[] = [];
  let left = MOST_SPANNED;
  for (const row of written) {
    const cells = filledRow(row, width, below);
    left -= cells.length - row.cells.length;
    if (left < 0 || row.cells.length > MOST_COLUMNS || cells.length > 2 * MOST_COLUMNS) return null;
    rows.push({ line: row.line, cells });
  }
  return rows;
};

/** The row's cells, each in every column that it spans, and between them those that reach down into it. */
const filledRow = (row: WrittenRow, width: number, below: (Below | undefined)[]): readonly Cell[] => {
  const cells: Cell[] = [];
  const fromAbove = (): void => {
    for (let one = below[cells.length]; one !== undefined && one.rows > 0; one = below[cells.length]) {
      one.rows -= 1;
      cells.push(one.cell);
    }
  };
  for (const written of row.cells) {
    fromAbove();
    const cell = plain(written);
    const end = cells.length + Math.max(1, Math.min(written.columns, width - cells.length));
    while (cells.length < end) {
      below[cells.length] = written.rows > 1 ? { cell, rows: written.rows - 1 } : undefined;
      cells.push(cell);
    }
  }
  fromAbove();
  return cells;
};

/** How many rows at the top are the header: those of `<thead>`, else those of `<th>` only, else one whose cells are all set in bold. */
const headerRows = (written: readonly WrittenRow[], isTold: boolean): number => {
  const below = (isHead: (row: WrittenRow) => boolean): number => {
    const first = written.findIndex((row) => !isHead(row));
    return first < 0 ? written.length : first;
  };
  const inHead = below((row) => row.inHead);
  if (inHead > 0 || !isTold) return inHead;
  const named = below(
    ({ cells }) =>
      cells.every((cell) => cell.isHeader || cell.text === '') && cells.some((cell) => cell.isHeader),
  );
  if (named > 0) return named;
  const [first] = written;
  return first !== undefined && written.length > 1 && first.cells.length > 1 && isBold(first) ? 1 : 0;
};

const isBold = ({ cells }: WrittenRow): boolean =>
  cells.every(({ text }) => text === '' || BOLD.test(text)) && cells.some(({ text }) => text !== '');

const BOLD =
  /^(?:<(?:p|div|span)(?:\s[^<>]*)?>\s*){0,3}(?:<(?:b|strong)(?:\s[^<>]*)?>|\*\*)[\s\S]*(?:<\/(?:b|strong)>|\*\*)\s*(?:<\/(?:p|div|span)>\s*){0,3}$/i;

/** Header rows as one: in each column what they say from top to bottom, once. */
const joined = (rows: readonly TableRow[]): readonly Cell[] => {
  const [first, ...more] = rows;
  if (first === undefined || more.length === 0) return first?.cells ?? [];
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length: width }, (_, column) => {
    const cells = new Set(rows.flatMap((row) => row.cells[column] ?? []));
    const texts = [...cells].map(({ text }) => text).filter((text) => text !== '');
    return { line: first.line, text: texts.join(' ') };
  });
};
