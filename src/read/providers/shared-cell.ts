// The dialect of cells that hold both parties' duties, each under a label that names the party.
import type { LeftOut } from '../../model/import-report.ts';
import type { Names } from '../../model/names.ts';
import { PARTIES, type Party } from '../../model/party.ts';
import { leftOut } from '../left-out.ts';
import { plainText } from '../page/markup.ts';
import type { Cell, Table } from '../page/page.ts';
import { headingOf } from '../page/section.ts';
import { type CellPart, cellParts, leftOutPart } from './cell-parts.ts';
import { columnsOf } from './columns.ts';
import type { DialectReader, KeyedText, RawResource } from './dialect.ts';
import { type GridRow, gridOf, leftOutCell } from './grid.ts';
import { partiesOf } from './holder.ts';
import { type RowReading, refusedRow, type TableClaim, tableClaims, tableParts } from './table-claims.ts';

export const sharedCell: DialectReader = {
  name: 'shared-cell',
  read: (section, { names }) =>
    section.blocks.flatMap((block) =>
      block.kind === 'table'
        ? claimsOf(block, names).map((claim) => ({ ...claim, home: headingOf(section) }))
        : [],
    ),
};

/** None for a table whose columns are parties, or without a cell in which both parties are labels. */
const claimsOf = (table: Table, names: Names): readonly TableClaim[] => {
  const columns = columnsOf(
    table.header.map(({ text }) => text),
    names,
  );
  if (Array.isArray(columns) && columns.includes('provider') && columns.includes('customer')) return [];
  if (!table.rows.some(({ cells }) => cells.some((cell) => hasBoth(cell, names)))) return [];
  const grid = gridOf(table, Math.max(table.header.length, table.columns));
  const parts = tableParts(grid.rows, (row) => readRow(row, names));
  return tableClaims(table, parts, { leftOut: grid.leftOut });
};

const hasBoth = (cell: Cell, names: Names): boolean => {
  if (!/\*\*|__|<strong|<b>|:/.test(cell.text)) return false;
  const labels = cellParts(cell, names).map(({ label }) => label);
  return PARTIES.every((party) => labels.includes(party));
};

const readRow = (row: GridRow, names: Names): RowReading => {
  const cells = row.cells.map((cell) => ({ cell, parts: cellParts(cell, names) }));
  const labelled = cells.filter(({ parts }) => parts.some(({ label }) => label !== null));
  const [title, ...beside] = cells.filter((one) => !labelled.includes(one)).map(({ cell }) => cell);
  const titleText = plainText(title?.text ?? '');
  const parts = labelled.flatMap((one) => one.parts);
  if (parts.length === 0) return refusedRow(row, cells.every(isEmpty) ? 'says-nothing' : 'party-unclear');
  if (title !== undefined && titleText === '') return refusedRow(row, 'no-resource');
  const side = (party: Party): readonly KeyedText[] =>
    parts.flatMap(({ label, items }) => (label !== null && partiesOf(label).includes(party) ? items : []));
  const resource: RawResource = {
    title: title === undefined ? null : { line: title.line, text: titleText },
    allocation: null,
    raci: null,
    provider: side('provider'),
    customer: side('customer'),
  };
  const left = [
    ...parts.flatMap(restOf),
    ...beside.flatMap((cell) => leftOutCell(cell, 'no-responsibilities')),
  ];
  return { resource, leftOut: left };
};

const isEmpty = ({ parts }: { readonly parts: readonly CellPart[] }): boolean => parts.length === 0;

const restOf = (part: CellPart): readonly LeftOut[] => {
  if (part.label === null) return leftOutPart(part, 'party-unclear');
  if (part.label === 'third-party') return leftOutPart(part, 'third-party');
  return part.nothing.map(({ line, text }) => leftOut(line, 'says-nothing', text));
};
