// RACI tables with a column for each letter, and the parties in its cells.
import type { Allocation } from '../../model/model.ts';
import type { Names } from '../../model/names.ts';
import type { Party } from '../../model/party.ts';
import { plainText } from '../page/markup.ts';
import type { Table } from '../page/page.ts';
import { textColumns } from './aside-columns.ts';
import { type GridRow, gridOf, leftOutCell } from './grid.ts';
import { allocationIn, partiesOf } from './holder.ts';
import { mostSayWhose } from './owner-cells.ts';
import { isDuty, joined, letterNamed } from './raci-letters.ts';
import { besideIn, readActivity } from './raci-row.ts';
import { type RowReading, type TableClaim, tableClaims, tableParts } from './table-claims.ts';

/** Null for a table without two such columns. */
export const readByLetter = (table: Table, names: Names): readonly TableClaim[] | null => {
  const layout = layoutOf(table);
  const columns = [...layout.letters.keys()];
  const letters = new Set(layout.letters.values());
  if (letters.size < 2 || !(letters.has('R') || letters.has('A'))) return null;
  if (!mostSayWhose(table, columns, names)) return null;
  const grid = gridOf(table);
  const parts = tableParts(grid.rows, (row) => readRow(row, layout, names));
  return tableClaims(table, parts, { leftOut: grid.leftOut });
};

/** The letter of each column that is one. */
export const lettersOver = ({ header }: Table): ReadonlyMap<number, string> =>
  new Map(
    header.flatMap(({ text }, column) => {
      const letter = column === 0 ? null : letterNamed(plainText(text));
      return letter === null ? [] : [[column, letter] as const];
    }),
  );

type Layout = {
  readonly letters: ReadonlyMap<number, string>;
  readonly texts: readonly number[];
  readonly beside: readonly number[];
};

const layoutOf = (table: Table): Layout => {
  const letters = lettersOver(table);
  const { texts, beside } = textColumns(table, [...letters.keys()]);
  return { letters, texts: texts.slice(0, 2), beside: [...beside, ...texts.slice(2)] };
};

/** Who is asked or told is often everybody. */
const holdersIn = (text: string, names: Names): Allocation | null =>
  /^(?:all|everyone|all parties)$/i.test(text) ? 'shared' : allocationIn(text, names);

const readRow = (row: GridRow, { letters, texts, beside }: Layout, names: Names): RowReading => {
  const cells = [...letters].map(([column, letter]) => {
    const cell = row.cells[column];
    return {
      letter,
      cell,
      filled: (cell?.text ?? '') !== '',
      allocation: holdersIn(cell?.text ?? '', names),
    };
  });
  const of = (party: Party): string =>
    joined(
      cells.flatMap(({ letter, allocation }) =>
        allocation !== null && allocation !== 'none' && partiesOf(allocation).includes(party) ? letter : [],
      ),
    );
  const unclear = cells.filter(({ filled, allocation }) => filled && allocation === null);
  const third = cells.filter(({ allocation }) => allocation === 'third-party');
  const dutiesOf = (some: typeof cells): typeof cells => some.filter(({ letter }) => isDuty(letter));
  return readActivity({
    row,
    texts: texts.map((column) => ({
      line: row.cells[column]?.line ?? row.line,
      text: plainText(row.cells[column]?.text ?? ''),
    })),
    letters: { provider: of('provider'), customer: of('customer') },
    third: joined(third.map(({ letter }) => letter)),
    unclear: joined(unclear.map(({ letter }) => letter)),
    leftOut: [
      ...besideIn(row, beside),
      ...unclear.flatMap(({ cell }) => leftOutCell(cell, 'party-unclear')),
      ...dutiesOf(third).flatMap(({ cell }) => leftOutCell(cell, 'third-party')),
    ],
  });
};
