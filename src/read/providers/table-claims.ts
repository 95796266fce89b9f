// What was read of one table as claims: one for each part of it that is an area of its own, and the table itself once.
import type { LeftOut, LeftOutReason } from '../../model/import-report.ts';
import type { Table } from '../page/page.ts';
import type { Claim, KeyedText, RawResource, Remark } from './dialect.ts';
import { type GridRow, leftOutRow } from './grid.ts';
import { rowSections } from './section-rows.ts';

export type TablePart = {
  readonly part?: KeyedText;
  readonly resources: readonly RawResource[];
  readonly leftOut: readonly LeftOut[];
};
/** What one row gives. */
export type RowReading = { readonly resource: RawResource | null; readonly leftOut: readonly LeftOut[] };

/** Rows read one by one, in the parts that rows of the table head. */
export const tableParts = (
  rows: readonly GridRow[],
  readRow: (row: GridRow) => RowReading,
): readonly TablePart[] =>
  rowSections(rows).map((section) => {
    const read = section.rows.map(readRow);
    return {
      ...(section.part === undefined ? {} : { part: section.part }),
      resources: read.flatMap(({ resource }) => resource ?? []),
      leftOut: read.flatMap((row) => row.leftOut),
    };
  });

/** A row that gives nothing. */
export const refusedRow = ({ whole }: GridRow, reason: LeftOutReason): RowReading => ({
  resource: null,
  leftOut: [leftOutRow(whole, reason)],
});

/** What concerns the table and none of its parts. */
export type TableRest = { readonly leftOut: readonly LeftOut[]; readonly remarks?: readonly Remark[] };
export type TableClaim = Omit<Claim, 'home'>;

/** The first claim has the table; the others only what is theirs. */
export const tableClaims = (
  table: Table,
  parts: readonly TablePart[],
  rest: TableRest = { leftOut: [] },
): readonly TableClaim[] => {
  const all = parts.length === 0 ? [{ resources: [], leftOut: [] }] : parts;
  return all.map((one, index) =>
    index > 0
      ? { ...one, blocks: [] }
      : { ...one, ...remarked(rest), blocks: [table], leftOut: [...rest.leftOut, ...one.leftOut] },
  );
};

const remarked = ({ remarks }: TableRest): Pick<Claim, 'remarks'> =>
  remarks === undefined || remarks.length === 0 ? {} : { remarks };

/** All of its rows left out for one reason. */
export const unread = (table: Table, leftOut: readonly LeftOut[]): TableClaim => ({
  blocks: [table],
  resources: [],
  leftOut,
});
