// The dialect of a table that only says whose a resource is in each area: a row for each resource, a column for each area, a word in each
// cell. Also the other way round, with a row for each area and a column for each kind of service. Legends explain such words.
import type { LeftOut } from '../../model/import-report.ts';
import type { Names } from '../../model/names.ts';
import { plainText } from '../page/markup.ts';
import type { Cell, Table } from '../page/page.ts';
import { headingOf } from '../page/section.ts';
import { isBeside, isKind, isNumber } from './aside-columns.ts';
import { columnsOf } from './columns.ts';
import type { DialectReader, KeyedText, Matrix, MatrixRow } from './dialect.ts';
import { type GridRow, gridOf, leftOutCell, leftOutRow } from './grid.ts';
import { allocationIn } from './holder.ts';
import { mostSayWhose, withCloudNamed } from './owner-cells.ts';
import { rowSections } from './section-rows.ts';
import { type TableClaim, unread } from './table-claims.ts';
import { wordLegends } from './word-legend.ts';

export const ownershipMatrix: DialectReader = {
  name: 'ownership-matrix',
  read: (section, { names }) => {
    const legends = wordLegends(section.blocks, names);
    const explained = new Set(legends.flatMap(({ blocks }) => blocks));
    const matrices = section.blocks.flatMap((block) => {
      const claim = block.kind === 'table' && !explained.has(block) ? claimOf(block, names) : null;
      return claim ?? [];
    });
    return [...legends, ...matrices].map((claim) => ({ ...claim, home: headingOf(section) }));
  },
};

/** Null for a table whose columns are parties, or whose cells hold anything else than whose it is. */
const claimOf = (whole: Table, names: Names): TableClaim | null => {
  const texts = whole.header.map(({ text }) => text);
  if (texts.length < 3 || columnsOf(texts, names) !== null) return null;
  const { table: bare, leftOut } = withoutAsides(withCloudNamed(whole, names), names);
  const table = withOneTitle(bare, names);
  const { header } = table;
  const columns = header.slice(1).map((_, index) => index + 1);
  if (columns.length < 2 || !mostSayWhose(table, columns, names)) return null;
  const grid = gridOf(table);
  const sections = rowSections(grid.rows);
  const rows = sections.flatMap((section) => section.rows).filter(({ cells }) => titleOf(cells) !== '');
  const matrix: Matrix = {
    line: table.line,
    areas: header.slice(1).map(keyedOf),
    rows: rows.map((row) => matrixRow(row, names)),
  };
  const own = new Set(rows);
  const left = [
    ...leftOut,
    ...grid.leftOut,
    ...grid.rows.flatMap((row) => leftOutOf(row, own.has(row), names)),
  ];
  return { ...unread(whole, left), matrix: isTurned(matrix) ? turned(matrix) : matrix };
};

type Own = { readonly table: Table; readonly leftOut: readonly LeftOut[] };

/** Columns of numbers, notes, ratings and proofs say nothing of whose it is. Of a table that is no matrix nothing is set aside. */
const withoutAsides = (table: Table, names: Names): Own => {
  const heads = table.header.map(({ text }) => plainText(text));
  const beside = new Set(
    heads.flatMap((text, column) => {
      const isAside = column === 0 ? isNumber(text) : isBeside(text) || isKind(text);
      return isAside && !mostSayWhose(table, [column], names) ? [column] : [];
    }),
  );
  if (beside.size === 0) return { table, leftOut: [] };
  const kept = (cells: readonly Cell[]): readonly Cell[] => cells.filter((_, column) => !beside.has(column));
  return {
    table: {
      ...table,
      header: kept(table.header),
      columns: table.columns - beside.size,
      rows: table.rows.map((row) => ({ ...row, cells: kept(row.cells) })),
    },
    leftOut: table.rows.flatMap(({ cells }) =>
      [...beside].flatMap((column) => leftOutCell(cells[column], 'no-responsibilities')),
    ),
  };
};

const TELLS =
  /^(?:activit(?:y|ies)|tasks?|items?|components?|elements?|controls?|examples?|descriptions?|details?|functions?|topics?|sub-?\w+)$/i;

/** `Layer` and `Activity` before the columns that say whose it is are one title. */
const withOneTitle = (table: Table, names: Names): Table => {
  const rest = table.header.slice(2).map((_, index) => index + 2);
  const isTold = TELLS.test(plainText(table.header[1]?.text ?? ''));
  if (!isTold || rest.length < 2 || mostSayWhose(table, [1], names) || !mostSayWhose(table, rest, names))
    return table;
  const merged = ([first, second, ...more]: readonly Cell[]): readonly Cell[] => {
    if (first === undefined || second === undefined) return first === undefined ? [] : [first];
    const texts = [first, second].map(({ text }) => text).filter((text) => text !== '');
    return [{ ...first, text: texts.join(': ') }, ...more];
  };
  return {
    ...table,
    header: merged(table.header),
    columns: table.columns - 1,
    rows: table.rows.map((row) => ({ ...row, cells: merged(row.cells) })),
  };
};

const keyedOf = ({ line, text }: Cell): KeyedText => ({ line, text: plainText(text) });
const titleOf = ([first]: readonly Cell[]): string => plainText(first?.text ?? '');

const matrixRow = ({ line, cells }: GridRow, names: Names): MatrixRow => ({
  resource: { line, text: titleOf(cells) },
  allocations: cells.slice(1).map(({ text }) => allocationIn(text, names)),
});

/** Rows of the matrix are accounted for by what becomes of it; a cell that does not say whose it is, is told. */
const leftOutOf = (row: GridRow, isRow: boolean, names: Names): readonly LeftOut[] => {
  if (titleOf(row.cells) === '') return [leftOutRow(row.whole, 'no-resource')];
  if (!isRow) return [leftOutRow(row.whole, 'matrix')];
  return row.cells
    .slice(1)
    .flatMap((cell) => (allocationIn(cell.text, names) === null ? leftOutCell(cell, 'party-unclear') : []));
};

const KIND_OF_SERVICE =
  /^(?:on[- ]?prem\w*|[a-z]{1,4}aas|(?:infrastructure|platform|software|containers?|functions?|bare metal)(?:[- ]as[- ]a[- ]service)?(?: \([a-z]aas\))?)$/i;
const AREA = /\b(?:management|operations|security|compliance|recovery|continuity|governance)\b/i;

const isTurned = ({ areas, rows }: Matrix): boolean => {
  if (areas.every(({ text }) => KIND_OF_SERVICE.test(text))) return true;
  return !areas.some(({ text }) => AREA.test(text)) && rows.every(({ resource }) => AREA.test(resource.text));
};

const turned = ({ line, areas, rows }: Matrix): Matrix => ({
  line,
  areas: rows.map(({ resource }) => resource),
  rows: areas.map((resource, column) => ({
    resource,
    allocations: rows.map(({ allocations }) => allocations[column] ?? null),
  })),
});
