// How a table with a column for each party is laid out: which row is its header, what its columns hold, whether rows stand under them.
import type { LeftOut } from '../../model/import-report.ts';
import type { Names } from '../../model/names.ts';
import { cellItems } from '../page/cell.ts';
import { plainText } from '../page/markup.ts';
import type { Cell, Table, TableRow } from '../page/page.ts';
import { cellParts } from './cell-parts.ts';
import { type ColumnRole, type Columns, columnsOf } from './columns.ts';
import type { Remark } from './dialect.ts';
import { type Grid, gridOf, leftOutRow } from './grid.ts';
import { holderOf } from './holder.ts';
import { namingIn } from './naming.ts';

export type DutyLayout = Grid & {
  readonly roles: readonly ColumnRole[];
  readonly remarks: readonly Remark[];
};

/** Null for a table that is not about duties; `unclear` where its header says whose they are and cannot be understood. */
export const dutyLayout = (table: Table, names: Names): DutyLayout | 'unclear' | null => {
  const headed = withHeader(table, names);
  const columns = headColumns(headed.table, names);
  if (columns === null || columns === 'unclear') return columns;
  const shifted = shiftedTo(headed.table, columns);
  if (shifted === 'unclear') return shifted;
  const roles = shifted === null ? columns : (['title', ...columns] as const);
  const [rows, repeats] = parted(headed.table.rows, headed.table.header);
  const grid = gridOf({ ...headed.table, rows }, roles.length);
  return {
    roles,
    rows: grid.rows,
    remarks: shifted === null ? [] : [shifted],
    leftOut: [
      ...headed.leftOut,
      ...repeats.map((row) => leftOutRow(row, 'no-responsibilities')),
      ...grid.leftOut,
    ],
  };
};

/** Under `Nimbus and AWS`, labels in each cell tell the two apart: then it is the provider's column, and labels give the rest to the other. */
const headColumns = (table: Table, names: Names): Columns => {
  const texts = textsOf(table.header);
  const columns = columnsOf(texts, names);
  if (columns !== 'unclear') return columns;
  const labelled = texts.map((text, column) => {
    const { provider, third, customer } = namingIn(plainText(text), names);
    return provider && third && !customer && table.rows.every((row) => isLabelled(row.cells[column], names));
  });
  if (!labelled.includes(true)) return columns;
  return columnsOf(
    texts.map((text, column) => (labelled[column] ? `${names.provider.name} responsibilities` : text)),
    names,
  );
};

/** Nothing stands in it above the first label. */
const isLabelled = (cell: Cell | undefined, names: Names): boolean =>
  cell === undefined || cellParts(cell, names).every(({ label }) => label !== null);

type Headed = { readonly table: Table; readonly leftOut: readonly LeftOut[] };

/** Some tables name the parties in their second row, below a row that spans them, and some have no header at all. */
const withHeader = (table: Table, names: Names): Headed => {
  const own = columnsOf(textsOf(table.header), names);
  const first = table.rows[0];
  if (own !== null || first === undefined || first.cells.some(({ text }) => text.length > 80))
    return { table, leftOut: [] };
  const roles = columnsOf(textsOf(first.cells), names);
  const isPair = Array.isArray(roles) && roles.includes('provider') && roles.includes('customer');
  // What is true of a header is not yet true of a row: there a name with anything beside it is a sentence.
  if (
    !isPair ||
    !first.cells.every(({ text }, column) => roles[column] === 'title' || namesOnly(text, names))
  )
    return { table, leftOut: [] };
  const above = { line: table.line, cells: table.header };
  return {
    table: { ...table, header: first.cells, rows: table.rows.slice(1) },
    leftOut: table.header.length === 0 ? [] : [leftOutRow(above, 'no-responsibilities')],
  };
};

const namesOnly = (text: string, names: Names): boolean =>
  holderOf(plainText(text), names) !== null && !/[.!?]\s*$/.test(text);

const textsOf = (cells: readonly Cell[]): readonly string[] => cells.map(({ text }) => text);

/** Rows that say the header again, as long tables do. */
const parted = (rows: readonly TableRow[], header: readonly Cell[]): readonly [TableRow[], TableRow[]] => {
  const heads = header.map(({ text }) => plainText(text));
  const repeats = ({ cells }: TableRow): boolean =>
    cells.length === heads.length &&
    cells.every(({ text }, index) => text.length < 200 && plainText(text) === heads[index]);
  const parts: [TableRow[], TableRow[]] = [[], []];
  for (const row of rows) parts[repeats(row) ? 1 : 0].push(row);
  return parts;
};

/**
 * A header that is both parties' and nothing else, over rows that are one cell longer: its first cell was forgotten. That is certain only
 * if each first cell reads as the name of something: one text without bullets, and all of them shorter than what stands beside them.
 */
const shiftedTo = (table: Table, columns: readonly ColumnRole[]): Remark | 'unclear' | null => {
  const isPair = columns.length === 2 && columns.includes('provider') && columns.includes('customer');
  const longer = table.rows.filter(({ cells }) => cells.length === 3);
  if (!isPair || (table.columns === 2 && longer.length === 0)) return null;
  const certain =
    longer.length * 2 > table.rows.length &&
    longer.every(({ cells }) => readsAsName(cells[0])) &&
    lengthOf(longer, 0) < lengthOf(longer, 1) + lengthOf(longer, 2);
  return certain ? { line: table.line, kind: 'header-short' } : 'unclear';
};

const readsAsName = (cell: Cell | undefined): boolean => {
  const text = cell?.text ?? '';
  return text.length <= 120 && cellItems(text).length === 1 && !/^(?:[-•+]|\*(?!\*))\s/.test(text);
};

const lengthOf = (rows: readonly TableRow[], column: number): number =>
  rows.reduce((sum, { cells }) => sum + (cells[column]?.text.length ?? 0), 0);
