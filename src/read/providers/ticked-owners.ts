// Duties with a column for each party, and a tick in the column of whoever has the duty.
import type { Names } from '../../model/names.ts';
import { leftOut } from '../left-out.ts';
import { plainText } from '../page/markup.ts';
import type { Table } from '../page/page.ts';
import type { Section } from '../page/section.ts';
import type { ColumnRole } from './columns.ts';
import type { KeyedText } from './dialect.ts';
import { dutyLayout } from './duty-layout.ts';
import { type GridRow, leftOutCell, leftOutRow } from './grid.ts';
import { partiesOf } from './holder.ts';
import { titleOf } from './resource-row.ts';
import {
  type RowReading,
  refusedRow,
  type TableClaim,
  tableClaims,
  tableParts,
  unread,
} from './table-claims.ts';
import { noteOf, type Tick, type TickLegend, tableLegend, tickIn, tickLegend } from './ticks.ts';

/** Null for a table whose columns are no parties, or hold anything else than ticks. */
export const readTicks = (
  table: Table,
  names: Names,
  sections: readonly Section[],
): readonly TableClaim[] | null => {
  const layout = dutyLayout(table, names);
  if (layout === null || layout === 'unclear' || !layout.roles.includes('title')) return null;
  const page = tickLegend(sections);
  const { rows } = layout;
  const sample = rows.slice(0, SAMPLE);
  const holdsTicks = (own: readonly GridRow[], roles: readonly ColumnRole[]): boolean =>
    own.every((row) => ticksOf(row, roles, page) !== null);
  if (sample.length === 0 || !holdsTicks(sample, layout.roles) || !holdsTicks(rows, layout.roles))
    return null;
  if (!rows.some((row) => (ticksOf(row, layout.roles, page) ?? []).length > 0)) return null;
  const roles = withTicked(layout.roles, rows, page);
  if (roles === 'unclear')
    return [
      unread(
        table,
        table.rows.map((row) => leftOutRow(row, 'party-unclear')),
      ),
    ];
  const legend = tableLegend(
    rows.map(({ cells }) => textsOf(cells, roles)),
    page,
  );
  const parts = tableParts(rows, (row) => readRow(row, roles, legend));
  return tableClaims(table, parts, layout);
};

/** So many rows are enough to see that a table is something else. */
const SAMPLE = 30;

const isParty = (role: ColumnRole): boolean => role !== 'title' && role !== 'aside';

const textsOf = (cells: GridRow['cells'], roles: readonly ColumnRole[]): readonly string[] =>
  cells.flatMap(({ text }, column) => (isParty(roles[column] ?? 'aside') ? [plainText(text)] : []));

/** A further column of ticks is no part of a title: beside both parties it stands aside, beside one of them it cannot be told whose it is. */
const withTicked = (
  roles: readonly ColumnRole[],
  rows: readonly GridRow[],
  page: TickLegend,
): readonly ColumnRole[] | 'unclear' => {
  const isTicked = (column: number): boolean =>
    rows.every(({ cells }) => isTickOrEmpty(cells[column]?.text ?? '', page));
  const further = roles.map((role, column) => role === 'title' && isTicked(column));
  if (!further.includes(true)) return roles;
  if (!roles.includes('provider') || !roles.includes('customer')) return 'unclear';
  return roles.map((role, column) => (further[column] ? 'aside' : role));
};

const isTickOrEmpty = (text: string, legend: TickLegend): boolean =>
  text === '' || tickIn(plainText(text), legend) !== null;

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
    const text = isParty(role) ? plainText(cell.text) : '';
    if (text === '') continue;
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
    leftOut: row.cells.flatMap((cell, column) => {
      if (roles[column] === 'aside') return leftOutCell(cell, 'no-responsibilities');
      const note = isParty(roles[column] ?? 'aside') ? noteOf(plainText(cell.text)) : '';
      return note === '' ? [] : [leftOut(cell.line, 'no-responsibilities', note)];
    }),
  };
};
