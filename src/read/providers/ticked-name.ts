// The name of a company that nobody knows, over a column of ticks beside the customer's.
import type { Names } from '../../model/names.ts';
import { plainText } from '../page/markup.ts';
import type { Table } from '../page/page.ts';
import { isBeside, isKind } from './aside-columns.ts';
import { nameIn } from './counterpart.ts';
import { namingIn } from './naming.ts';
import { type TickLegend, tableLegend, tickIn } from './ticks.ts';

/** Rows that are enough to know whom a table is about. */
const ROWS = 40;

/** What a row may be, ticked beside the customer's column. */
const GRADE =
  /^(?:required|mandatory|optional|recommended|automated|manual|critical|applicable|shared|done|supported|included|available)\b/i;

/** Null unless one column of ticks is the customer's and one other has a name, and each row is ticked for one of the two, some for each alone. */
export const tickedName = (table: Table, names: Names): string | null => {
  if (table.header.length < 3 || table.header.length > 6) return null;
  const heads = table.header.map(({ text }) => plainText(text));
  const ticked = heads.flatMap((_, column) => (column > 0 && isTicked(table, column) ? [column] : []));
  const isCustomer = (column: number): boolean => {
    const { customer, provider, others } = namingIn(heads[column] ?? '', names);
    return customer && !provider && others.length === 0;
  };
  const customers = ticked.filter(isCustomer);
  const [other, ...more] = ticked.filter((column) => !isCustomer(column));
  const [customer] = customers;
  if (other === undefined || customer === undefined || more.length > 0 || customers.length > 1) return null;
  const head = heads[other] ?? '';
  if (GRADE.test(head) || isBeside(head) || isKind(head) || !isParted(table, customer, other)) return null;
  return nameIn(head);
};

const textAt = (table: Table, row: number, column: number): string =>
  plainText(table.rows[row]?.cells[column]?.text ?? '');

const NO_LEGEND: TickLegend = new Map();

const isTicked = (table: Table, column: number): boolean => {
  const texts = table.rows.slice(0, ROWS).map((_, row) => textAt(table, row, column));
  const filled = texts.filter((text) => text !== '');
  return filled.length > 0 && filled.every((text) => text.length < 60 && tickIn(text, NO_LEGEND) !== null);
};

const isParted = (table: Table, customer: number, other: number): boolean => {
  const rows = table.rows
    .slice(0, ROWS)
    .map((_, row) => [customer, other].map((column) => textAt(table, row, column)));
  const legend = tableLegend(rows, NO_LEGEND);
  const given = rows.map((texts) => texts.map((text) => says(tickIn(text, legend))));
  const some = (first: boolean, second: boolean): boolean =>
    given.some((one) => one[0] === first && one[1] === second);
  return !some(false, false) && some(true, false) && some(false, true);
};

const says = (tick: ReturnType<typeof tickIn>): boolean => tick === 'yes' || tick === 'shared';
