// The rows of a table brought under its header, so that a cell is never read in another's column.
import type { LeftOut, LeftOutReason } from '../../model/import-report.ts';
import { leftOut } from '../left-out.ts';
import { plainText } from '../page/markup.ts';
import type { Cell, Table, TableRow } from '../page/page.ts';

/** A row with as many cells as the header has; `whole` is the row as it stands on the page. */
export type GridRow = { readonly line: number; readonly cells: readonly Cell[]; readonly whole: TableRow };
export type Grid = { readonly rows: readonly GridRow[]; readonly leftOut: readonly LeftOut[] };

/**
 * Where header and delimiter agree, a short row lacks its last cells, as browsers show it. Where they do not, only a row as long as the
 * header is certain. Empty cells beyond the header are nothing, and one that says what all others say is told; any other row is left out as malformed.
 */
export const gridOf = ({ header, columns, rows }: Table, width = header.length): Grid => {
  const agrees = columns === width || header.length === 0;
  const brought = rows.map((row) => bringUnder(row, width, agrees));
  return {
    rows: brought.flatMap((row) => row ?? []),
    leftOut: rows.flatMap((row, index) => {
      if (brought[index] === null) return [leftOutRow(row, 'malformed')];
      return row.cells.slice(width).flatMap((cell) => leftOutCell(cell, 'malformed'));
    }),
  };
};

const bringUnder = (row: TableRow, width: number, agrees: boolean): GridRow | null => {
  const { line } = row;
  const length = trimmedLength(row.cells, width);
  if (length > width) {
    if (length > width + 1 || !agrees || !isSurplus(row.cells.slice(1, length))) return null;
    return { line, cells: row.cells.slice(0, width), whole: row };
  }
  const isShort = length < width;
  if (isShort && !agrees) return null;
  if (isShort && length === 1 && width > 2 && !isBold(row.cells[0])) return null;
  const cells = Array.from({ length: width }, (_, index) => row.cells[index] ?? { line, text: '' });
  return { line, cells, whole: row };
};

/** One cell too many is certain to be only that where all say the same. */
const isSurplus = ([first, ...more]: readonly Cell[]): boolean =>
  more.length > 1 &&
  first !== undefined &&
  more.every(({ text }) => plainText(text) === plainText(first.text));

const trimmedLength = (cells: readonly Cell[], width: number): number => {
  let length = cells.length;
  while (length > width && cells[length - 1]?.text === '') length -= 1;
  return length;
};

/** A cell that is nothing but bold text. */
export const isBold = (cell: Cell | undefined): boolean =>
  /^(?:\*\*[^*]+\*\*|__[^_]+__|<(strong|b)>[^<]*<\/\1>)$/.test(cell?.text.trim() ?? '');

/** The row as the page shows it. */
const rowText = ({ cells }: TableRow): string =>
  cells
    .map(({ text }) => plainText(text))
    .filter((text) => text !== '')
    .join(' | ');

export const leftOutRow = (row: TableRow, reason: LeftOutReason): LeftOut =>
  leftOut(row.line, reason, rowText(row));

/** One cell put aside; an empty one is nothing. */
export const leftOutCell = (cell: Cell | undefined, reason: LeftOutReason): readonly LeftOut[] => {
  const text = plainText(cell?.text ?? '');
  return cell === undefined || text === '' ? [] : [leftOut(cell.line, reason, text)];
};
