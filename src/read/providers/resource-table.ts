// The dialect of one table per area with a row for each resource: a column for the resource, one for the provider's duties, one for the
// customer's, in whatever order. Whose a column is is told from the words of its header.
import type { Names } from '../../model/names.ts';
import type { Table } from '../page/page.ts';
import { headingOf } from '../page/section.ts';
import type { DialectReader } from './dialect.ts';
import { dutyLayout } from './duty-layout.ts';
import { leftOutRow } from './grid.ts';
import { readRow } from './resource-row.ts';
import { type TableClaim, tableClaims, tableParts, unread } from './table-claims.ts';

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
  const parts = tableParts(layout.rows, (row) => readRow(row, layout.roles, names));
  return tableClaims(table, parts, layout);
};
