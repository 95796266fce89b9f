// RACI tables with a column of letters for each party, or for each of several roles that a party has.
import type { LeftOut } from '../../model/import-report.ts';
import type { Names } from '../../model/names.ts';
import { plainText } from '../page/markup.ts';
import type { Table, TableRow } from '../page/page.ts';
import { textColumns } from './aside-columns.ts';
import { type GridRow, gridOf, leftOutCell, leftOutRow } from './grid.ts';
import { type Holder, holderIn } from './holder.ts';
import { namingIn } from './naming.ts';
import { hasOtherLetters, isDuty, joined, lettersIn } from './raci-letters.ts';
import { besideIn, readActivity } from './raci-row.ts';
import { type RowReading, refusedRow, type TableClaim, tableClaims, tableParts } from './table-claims.ts';

/** Null for a table without letters, or whose letters are nobody's of the two parties. */
export const readByParty = (table: Table, names: Names): readonly TableClaim[] | null => {
  const headed = headedTable(table);
  const lettered = letterColumns(headed.table);
  if (lettered.length === 0) return null;
  const layout = layoutOf(headed.table, lettered, names);
  if (![...layout.holders.values()].some((one) => one === 'provider' || one === 'customer')) return null;
  const grid = gridOf(headed.table);
  const parts = tableParts(grid.rows, (row) => readRow(row, layout));
  return tableClaims(table, parts, { leftOut: [...headed.leftOut, ...grid.leftOut] });
};

/** So many rows are enough to see that a column holds something else. */
const SAMPLE = 30;

const COLUMNS = new WeakMap<Table, readonly number[]>();

/** Columns behind the first whose cells hold letters, nine of ten at least, or all but one. Looked for once in each table. */
export const letterColumns = (table: Table): readonly number[] => {
  const known = COLUMNS.get(table) ?? lookForLetters(table);
  COLUMNS.set(table, known);
  return known;
};

const lookForLetters = ({ header, rows: all }: Table): readonly number[] => {
  const rows = all.filter((row) => !spans(row));
  return header.flatMap((_, column) => {
    const isLettered = (some: readonly TableRow[]): boolean => {
      const filled = some.map(({ cells }) => cells[column]?.text ?? '').filter((text) => text !== '');
      const others = filled.filter((text) => lettersIn(text) === null);
      return others.length * 10 <= filled.length || (others.length === 1 && filled.length > 3);
    };
    const hasAny = (): boolean =>
      rows.some(({ cells }) => (lettersIn(cells[column]?.text ?? '') ?? '') !== '');
    return column > 0 && isLettered(rows.slice(0, SAMPLE)) && hasAny() && isLettered(rows) ? [column] : [];
  });
};

/** One text across all columns heads the rows below it. */
const spans = ({ cells: [first, ...more] }: TableRow): boolean =>
  more.length > 1 && first !== undefined && more.every(({ text }) => text === first.text);

export type Headed = { readonly table: Table; readonly leftOut: readonly LeftOut[] };

const HEADED = new WeakMap<Table, Headed>();

/** A second row of headers, below the parties, names their roles; a table without a header has it in its first row. */
export const headedTable = (table: Table): Headed => {
  const known = HEADED.get(table) ?? withSecondHeader(table);
  HEADED.set(table, known);
  return known;
};

const withSecondHeader = (table: Table): Headed => {
  const [first, ...rows] = table.rows;
  if (first === undefined || rows.length === 0 || spans(first)) return { table, leftOut: [] };
  const header = first.cells.map(({ line, text }, column) => ({
    line,
    text: `${table.header[column]?.text ?? ''} ${text}`,
  }));
  const below = { ...table, header, rows };
  const columns = letterColumns(below);
  const isHeader =
    columns.length > 0 && columns.every((column) => lettersIn(first.cells[column]?.text ?? '') === null);
  if (!isHeader) return { table, leftOut: [] };
  return { table: below, leftOut: [leftOutRow(first, 'no-responsibilities')] };
};

/** Of each column of letters whose they are; null where its header does not say. */
type Layout = {
  readonly holders: ReadonlyMap<number, Holder | null>;
  readonly texts: readonly number[];
  readonly beside: readonly number[];
};

const layoutOf = (table: Table, lettered: readonly number[], names: Names): Layout => {
  const { texts, beside } = textColumns(table, lettered);
  return {
    holders: new Map(
      lettered.map((column) => {
        const naming = namingIn(plainText(table.header[column]?.text ?? ''), names);
        return [
          column,
          naming.third && (naming.customer || naming.provider) ? null : holderIn(naming),
        ] as const;
      }),
    ),
    texts: texts.slice(0, 2),
    beside: [...beside, ...texts.slice(2)],
  };
};

const readRow = (row: GridRow, { holders, texts, beside }: Layout): RowReading => {
  const cells = [...holders].map(([column, holder]) => ({
    holder,
    cell: row.cells[column],
    letters: lettersIn(row.cells[column]?.text ?? ''),
  }));
  if (cells.some(({ letters }) => letters === null)) return refusedRow(row, 'party-unclear');
  const of = (wanted: Holder | null): string =>
    joined(cells.flatMap(({ holder, letters }) => (holder === wanted ? (letters ?? '') : [])));
  const both = of('shared');
  return readActivity({
    row,
    texts: texts.map((column) => ({
      line: row.cells[column]?.line ?? row.line,
      text: plainText(row.cells[column]?.text ?? ''),
    })),
    letters: { provider: joined([of('provider'), both]), customer: joined([of('customer'), both]) },
    third: of('third-party'),
    unclear: of(null),
    leftOut: [
      ...besideIn(row, beside),
      ...cells.flatMap(({ cell }) =>
        hasOtherLetters(cell?.text ?? '') ? leftOutCell(cell, 'no-responsibilities') : [],
      ),
      ...cells.flatMap(({ holder, cell, letters }) => {
        if (!isDuty(letters ?? '') || (holder !== null && holder !== 'third-party')) return [];
        return leftOutCell(cell, holder ?? 'party-unclear');
      }),
    ],
  });
};
