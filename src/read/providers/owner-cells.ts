// Whether the cells of a column only say whose something is.
import type { Names } from '../../model/names.ts';
import type { Table } from '../page/page.ts';
import { allocationIn } from './holder.ts';

/** So many rows are enough to see that a table is something else. */
const SAMPLE = 30;

/** True where four of five filled cells of these columns say whose it is, and one at least names one of the two parties. */
export const mostSayWhose = (
  table: Table,
  columns: readonly number[],
  names: Names,
  /** How many say it for one that does not. */
  times = 4,
): boolean => {
  const ends = [...new Set([Math.min(SAMPLE, table.rows.length), table.rows.length])];
  return ends.every((end) => sayWhose(table, columns, names, { end, times }));
};

type Measure = { readonly end: number; readonly times: number };

const sayWhose = (
  { rows }: Table,
  columns: readonly number[],
  names: Names,
  { end, times }: Measure,
): boolean => {
  let [said, named, other] = [0, 0, 0];
  for (const { cells } of rows.slice(0, end))
    for (const column of columns) {
      const text = cells[column]?.text ?? '';
      const allocation = text === '' ? null : allocationIn(text, names);
      if (allocation !== null) said += 1;
      else if (text !== '') other += 1;
      if (allocation !== null && allocation !== 'none' && allocation !== 'third-party') named += 1;
    }
  return named > 0 && other * times <= said;
};

/** True where cells say nothing but *customer* and *cloud*: beside the customer, the cloud is whoever provides it. */
export const cloudIsProvider = ({ rows }: Table): boolean => {
  const texts = new Set(
    rows.slice(0, SAMPLE).flatMap(({ cells }) => cells.slice(1).map(({ text }) => text.trim().toLowerCase())),
  );
  return (
    texts.has('cloud') && ['customer', 'client', 'you', 'user', 'tenant'].some((word) => texts.has(word))
  );
};

/** The same table with the provider's name where cells say *cloud*. */
export const withCloudNamed = (table: Table, { provider }: Names): Table =>
  cloudIsProvider(table)
    ? {
        ...table,
        rows: table.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell, column) =>
            column > 0 && /^\s*cloud\s*$/i.test(cell.text) ? { ...cell, text: provider.name } : cell,
          ),
        })),
      }
    : table;
