// The dialect of one table per area with a row for each resource: a column for the resource, one for the provider's duties, one for the
// customer's, in whatever order. Whose a column is is told from the words of its header.
import type { Names } from '../../model/names.ts';
import { plainText } from '../page/markup.ts';
import type { Table } from '../page/page.ts';
import { headingOf } from '../page/section.ts';
import type { ColumnRole } from './columns.ts';
import type { DialectReader, RawResource } from './dialect.ts';
import { dutyLayout } from './duty-layout.ts';
import { type GridRow, leftOutRow } from './grid.ts';
import { readRow, titlesOf } from './resource-row.ts';
import { type TableClaim, tableClaims, tableParts, unread } from './table-claims.ts';
import { isTick } from './ticks.ts';

export const resourceTable: DialectReader = {
  name: 'resource-table',
  read: (section, { names }) =>
    section.blocks.flatMap((block) =>
      block.kind === 'table'
        ? claimsOf(block, names).map((claim) => ({ ...claim, home: headingOf(section) }))
        : [],
    ),
};

/** None for a table whose header names no party: it is not about duties. */
const claimsOf = (table: Table, names: Names): readonly TableClaim[] => {
  const layout = dutyLayout(table, names);
  if (layout === null) return [];
  if (layout === 'unclear')
    return [
      unread(
        table,
        table.rows.map((row) => leftOutRow(row, 'party-unclear')),
      ),
    ];
  const roles = withoutMarks(layout.roles, layout.rows);
  const titles = titlesOf(table, layout.rows, roles, names);
  const parts = tableParts(layout.rows, (row) => readRow(row, roles, names, titles.get(row) ?? null));
  return tableClaims(
    table,
    parts.map((part) => ({ ...part, resources: continued(part.resources) })),
    layout,
  );
};

/** `Shared?`, answered with yes and no beside both parties' duties, gives nothing to anybody. */
const withoutMarks = (roles: readonly ColumnRole[], rows: readonly GridRow[]): readonly ColumnRole[] => {
  const isPair = roles.includes('provider') && roles.includes('customer');
  if (!isPair || !roles.includes('shared')) return roles;
  const isMarks = (column: number): boolean =>
    rows.every(({ cells }) => {
      const text = plainText(cells[column]?.text ?? '');
      return text === '' || isTick(text);
    });
  return roles.map((role, column) => (role === 'shared' && isMarks(column) ? 'aside' : role));
};

/** Rows that continue the one above have its very title, and are one resource with it. */
const continued = (resources: readonly RawResource[]): readonly RawResource[] => {
  const groups: RawResource[][] = [];
  for (const one of resources) {
    const last = groups.at(-1);
    if (last !== undefined && one.title !== null && last[0]?.title === one.title) last.push(one);
    else groups.push([one]);
  }
  return groups.flatMap(joinedRows);
};

const joinedRows = (rows: readonly RawResource[]): readonly RawResource[] => {
  const [first, ...more] = rows;
  if (first === undefined || more.length === 0) return rows;
  const provider = rows.flatMap((one) => one.provider);
  const customer = rows.flatMap((one) => one.customer);
  const isEmpty = provider.length === 0 && customer.length === 0;
  return [{ ...first, provider, customer, allocation: isEmpty ? first.allocation : null }];
};
