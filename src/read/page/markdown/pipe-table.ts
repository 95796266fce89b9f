// Pipe tables of Markdown pages. Rows are read as they are written: short ones stay short, and one that goes on in the next line is joined.
import { addBlock, spend } from '../growing.ts';
import type { Cell, TableRow } from '../page.ts';
import { cellsOf, cellsOutsideCode, isClosed, isDelimiter } from '../table-lines.ts';
import { isItem } from './line-kinds.ts';
import { endsText, isOtherQuote, lineOf, type Reader, startsTable } from './reader.ts';

type OpenRow = { readonly line: number; cells: Cell[]; isOpen: boolean };

/** Appends the table that begins at `index` and gives the index behind it. */
export const readTable = (reader: Reader, index: number): number => {
  const columns = cellsOf(lineOf(reader, index + 1)).length;
  const header = cellsAt(reader, index, columns);
  const hasPipes = startsWithPipe(lineOf(reader, index)) || startsWithPipe(lineOf(reader, index + 1));
  const { rows, end } = readRows(reader, index + 2, columns, hasPipes);
  addBlock(reader.page, {
    kind: 'table',
    line: index + 1,
    syntax: 'pipe',
    caption: reader.caption,
    header,
    columns,
    rows,
  });
  reader.caption = null;
  return end;
};

/** True where rows of a table stand without a header and its row of dashes. */
export const startsBareTable = (reader: Reader, index: number): boolean =>
  isBareRow(lineOf(reader, index)) &&
  isBareRow(lineOf(reader, index + 1)) &&
  !isOtherQuote(reader, index, index + 1) &&
  !startsTable(reader, index + 1);

const isBareRow = (line: string): boolean => startsWithPipe(line) && line.trim().length > 1 && isClosed(line);

export const readBareTable = (reader: Reader, index: number): number => {
  const rows: TableRow[] = [];
  let end = index;
  for (; isBareRow(lineOf(reader, end)) && !startsTable(reader, end); end += 1) {
    const cells = cellsAt(reader, end, 0);
    if (!spend(reader.page, cells.length, end + 1)) break;
    rows.push({ line: end + 1, cells });
  }
  addBlock(reader.page, {
    kind: 'table',
    line: index + 1,
    syntax: 'pipe',
    caption: null,
    header: [],
    columns: 0,
    rows,
  });
  return Math.max(end, index + 1);
};

const startsWithPipe = (line: string): boolean => line.trimStart().startsWith('|');

/** Pipes between backticks are text where the row fits its table only so. */
const cellsAt = (reader: Reader, index: number, columns: number): Cell[] => {
  const line = lineOf(reader, index);
  const cells = cellsOf(line);
  const other = cells.length > columns && columns > 0 && line.includes('`') ? cellsOutsideCode(line) : cells;
  return (other.length === columns ? other : cells).map((text) => ({ line: index + 1, text }));
};

const readRows = (
  reader: Reader,
  from: number,
  columns: number,
  hasPipes: boolean,
): { readonly rows: readonly TableRow[]; readonly end: number } => {
  const rows: OpenRow[] = [];
  let end = from;
  for (
    ;
    end < reader.lines.length && !(endsText(reader, end) && !startsWithPipe(lineOf(reader, end)));
    end += 1
  ) {
    const line = lineOf(reader, end);
    if (isOtherQuote(reader, end - 1, end)) break;
    if (isDelimiter(line)) continue;
    const cells = cellsAt(reader, end, columns);
    const last = rows.at(-1);
    const isOutside = hasPipes && !startsWithPipe(line);
    const together = (last?.cells.length ?? 0) + cells.length - 1;
    // A closed row goes on only where it lacks exactly what stands in the line below.
    const goesOn = last?.isOpen ? together <= columns : cells.length > 1 && together === columns;
    if (isOutside && last !== undefined && goesOn) join(last, cells, line);
    else if (isOutside && !line.includes('|')) break;
    else if (!spend(reader.page, cells.length, end + 1)) break;
    else rows.push({ line: end + 1, cells, isOpen: !isClosed(line) });
  }
  return { rows: rows.map(({ line, cells }) => ({ line, cells })), end };
};

/** A row that is written over several lines. */
const join = (row: OpenRow, [first, ...more]: readonly Cell[], line: string): void => {
  const last = row.cells.at(-1);
  if (last !== undefined && first !== undefined && first.text !== '')
    row.cells[row.cells.length - 1] = {
      ...last,
      text: `${last.text}${isItem(line) || !row.isOpen ? '\n' : ' '}${first.text}`,
    };
  row.cells = [...row.cells, ...more];
  row.isOpen = !isClosed(line);
};
