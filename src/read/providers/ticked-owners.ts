// Duties with a column for each party, and a tick in the column of whoever has the duty.
import type { Names } from '../../model/names.ts';
import { plainText } from '../page/markup.ts';
import type { Table } from '../page/page.ts';
import type { ColumnRole } from './columns.ts';
import type { KeyedText } from './dialect.ts';
import { dutyLayout } from './duty-layout.ts';
import { type GridRow, leftOutCell } from './grid.ts';
import { partiesOf } from './holder.ts';
import { titleOf } from './resource-row.ts';
import { type RowReading, refusedRow, type TableClaim, tableClaims, tableParts } from './table-claims.ts';
import { type Tick, type TickLegend, tickIn } from './ticks.ts';

/** Null for a table whose columns are no parties, or hold anything else than ticks. */
export const readTicks = (table: Table, names: Names, legend: TickLegend): readonly TableClaim[] | null => {
  const layout = dutyLayout(table, names);
  if (layout === null || layout === 'unclear' || !layout.roles.includes('title')) return null;
  const { roles } = layout;
  const sample = layout.rows.slice(0, 30);
  const isTicked = (rows: readonly GridRow[]): boolean =>
    rows.every((row) => ticksOf(row, roles, legend) !== null);
  if (sample.length === 0 || !isTicked(sample) || !isTicked(layout.rows)) return null;
  if (!layout.rows.some((row) => (ticksOf(row, roles, legend) ?? []).length > 0)) return null;
  const parts = tableParts(layout.rows, (row) => readRow(row, roles, legend));
  return tableClaims(table, parts, layout);
};

type Ticked = { readonly tick: Tick; readonly role: ColumnRole };

/** Null for a row with other text in the column of a party. */
const ticksOf = (
  { cells }: GridRow,
  roles: readonly ColumnRole[],
  legend: TickLegend,
): readonly Ticked[] | null => {
  const ticks: Ticked[] = [];
  for (const [column, cell] of cells.entries()) {
    const role = roles[column] ?? 'aside';
    const text = plainText(cell.text);
    if (role === 'title' || role === 'aside' || text === '') continue;
    const tick = tickIn(text, legend);
    if (tick === null) return null;
    ticks.push({ tick, role });
  }
  return ticks;
};

const readRow = (row: GridRow, roles: readonly ColumnRole[], legend: TickLegend): RowReading => {
  const ticks = ticksOf(row, roles, legend) ?? [];
  const title = titleOf(row, roles);
  if (title === null) return refusedRow(row, ticks.length === 0 ? 'says-nothing' : 'no-resource');
  if (ticks.some(({ tick }) => tick === 'unexplained')) return refusedRow(row, 'party-unclear');
  const holders = ticks.flatMap(({ tick, role }) => {
    if (tick === 'no' || role === 'title' || role === 'aside') return [];
    return tick === 'shared' && role !== 'third-party' ? (['shared'] as const) : [role];
  });
  if (holders.length === 0) return refusedRow(row, 'says-nothing');
  const parties = holders.flatMap(partiesOf);
  if (parties.length === 0) return refusedRow(row, 'third-party');
  const side = (party: 'provider' | 'customer'): readonly KeyedText[] =>
    parties.includes(party) ? [title] : [];
  return {
    resource: {
      title: null,
      allocation: null,
      raci: null,
      provider: side('provider'),
      customer: side('customer'),
    },
    leftOut: row.cells.flatMap((cell, column) =>
      roles[column] === 'aside' ? leftOutCell(cell, 'no-responsibilities') : [],
    ),
  };
};
