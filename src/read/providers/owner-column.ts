// The dialect of a list of duties with a column that says whose each is: a word in one column, or a tick in the column of a party.
import type { Names } from '../../model/names.ts';
import { itemsOf } from '../page/cell.ts';
import { cellLines } from '../page/cell-lines.ts';
import { plainText } from '../page/markup.ts';
import type { Cell, Table } from '../page/page.ts';
import { headingOf } from '../page/section.ts';
import { textColumns } from './aside-columns.ts';
import { columnsOf } from './columns.ts';
import type { DialectReader, KeyedText } from './dialect.ts';
import { type GridRow, gridOf, leftOutCell } from './grid.ts';
import { allocationIn, partiesOf } from './holder.ts';
import { namingIn } from './naming.ts';
import { mostSayWhose } from './owner-cells.ts';
import { type RowReading, refusedRow, type TableClaim, tableClaims, tableParts } from './table-claims.ts';
import { readTicks } from './ticked-owners.ts';

export const ownerColumn: DialectReader = {
  name: 'owner-column',
  read: (section, { names, sections }) =>
    section.blocks.flatMap((block) => {
      if (block.kind !== 'table') return [];
      const claims = readOwners(block, names) ?? readTicks(block, names, sections) ?? [];
      return claims.map((claim) => ({ ...claim, home: headingOf(section) }));
    }),
};

/** Null where no column says whose the rows are, or more than one does. */
const readOwners = (table: Table, names: Names): readonly TableClaim[] | null => {
  const texts = table.header.map(({ text }) => plainText(text));
  const columns = columnsOf(texts, names);
  if (Array.isArray(columns) && columns.includes('provider') && columns.includes('customer')) return null;
  // Where the header says that they are owners, half of them have to be understood.
  const owners = texts.flatMap((text, column) =>
    mostSayWhose(table, [column], names, CALLED_OWNER.test(text) ? 1 : 4) ? [column] : [],
  );
  const [owner] = owners;
  if (owner === undefined || owners.length > 1 || !speaksOfOwners(texts, owner, names)) return null;
  const layout = layoutOf(table, owner);
  if (layout === null) return null;
  const grid = gridOf(table);
  const parts = tableParts(grid.rows, (row) => readRow(row, layout, names));
  return tableClaims(table, parts, { leftOut: grid.leftOut });
};

const CALLED_OWNER =
  /^(?:owners?|owned by|ownership|responsible(?: party)?|who|party|managed by|accountable)$/i;
const OWNER = /\b(?:own\w*|responsib\w*|party|parties|who|roles?|managed|accountab\w*|assigned)\b/i;
const DUTY =
  /\b(?:tasks?|activit(?:y|ies)|responsibilit(?:y|ies)|dut(?:y|ies)|actions?|obligations?|controls?)\b/i;

/** The header of the column does, or in a table of two the header of the other. */
const speaksOfOwners = (texts: readonly string[], owner: number, names: Names): boolean => {
  const own = texts[owner] ?? '';
  const { customer, provider } = namingIn(own, names);
  return (
    OWNER.test(own) || (customer && provider) || (texts.length === 2 && DUTY.test(texts[1 - owner] ?? ''))
  );
};

/** Null for a column that has no place. `title` is null where a row is nothing but a duty, `duty` where it is nothing but a resource. */
type Layout = { readonly owner: number; readonly title: number | null; readonly duty: number | null };

const RESOURCE = /^(?:resources?|components?|layers?|assets?|elements?|services?|products?)$/i;

const layoutOf = (table: Table, owner: number): Layout | null => {
  const isResource = (column: number): boolean => RESOURCE.test(plainText(table.header[column]?.text ?? ''));
  const [first, second] = textColumns(table, [owner]).texts;
  if (first === undefined) return null;
  if (second !== undefined)
    return isResource(second) && !isResource(first)
      ? { owner, title: second, duty: first }
      : { owner, title: first, duty: second };
  return isResource(first) ? { owner, title: first, duty: null } : { owner, title: null, duty: first };
};

const readRow = (row: GridRow, { owner, title, duty }: Layout, names: Names): RowReading => {
  const at = (column: number | null): Cell => row.cells[column ?? -1] ?? { line: row.line, text: '' };
  const itemsAt = (column: number | null): readonly KeyedText[] =>
    itemsOf(cellLines(at(column).text)).map((text) => ({ line: at(column).line, text }));
  const titleText = plainText(at(title).text);
  const own = itemsAt(duty);
  const allocation = allocationIn(at(owner).text, names);
  const isEmpty = titleText === '' && own.length === 0;
  if (allocation === 'none' || (isEmpty && allocation === null)) return refusedRow(row, 'says-nothing');
  if (allocation === null) return refusedRow(row, 'party-unclear');
  if (allocation === 'third-party') return refusedRow(row, allocation);
  if (isEmpty) return refusedRow(row, 'no-resource');
  const items = own.length > 0 || duty === null ? own : itemsAt(title);
  const side = (party: 'provider' | 'customer'): readonly KeyedText[] =>
    partiesOf(allocation).includes(party) ? items : [];
  return {
    resource: {
      title: titleText === '' ? null : { line: at(title).line, text: titleText },
      allocation: duty === null ? allocation : null,
      raci: null,
      provider: side('provider'),
      customer: side('customer'),
    },
    leftOut: row.cells.flatMap((cell, column) =>
      column === owner || column === title || column === duty ? [] : leftOutCell(cell, 'no-responsibilities'),
    ),
  };
};
