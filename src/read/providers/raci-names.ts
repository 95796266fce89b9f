// The provider that a RACI table names beside the customer: over columns of letters, or in the cells under letters.
import type { Names } from '../../model/names.ts';
import { plainText } from '../page/markup.ts';
import type { Table } from '../page/page.ts';
import { nameIn } from './columns.ts';
import { namingIn } from './naming.ts';
import { lettersOver } from './raci-by-letter.ts';
import { headedTable, letterColumns } from './raci-by-party.ts';

/** Null where it names nobody else, or several. */
export const letteredName = (table: Table, names: Names): string | null =>
  nameOverLetters(table, names) ?? nameUnderLetters(table, names);

const LONGEST = 60;

/** With letters for the customer and for one other, that other is the provider; several roles of one begin with its name. */
const nameOverLetters = (raw: Table, names: Names): string | null => {
  const { table } = headedTable(raw);
  const heads = letterColumns(table).map((column) => plainText(table.header[column]?.text ?? ''));
  const namings = heads.map((text) => ({ text, naming: namingIn(text, names) }));
  if (!namings.some(({ naming }) => naming.customer && !naming.provider)) return null;
  const others = namings.filter(({ naming }) => !naming.customer && !naming.provider && !naming.third);
  const [first, ...more] = others.map(({ text }) => text);
  if (first === undefined || others.some(({ naming }) => naming.role !== null)) return null;
  const name = more.reduce(commonStart, first);
  return name !== '' && name.length <= LONGEST ? name : null;
};

const commonStart = (one: string, other: string): string => {
  const [words, others] = [one.split(' '), other.split(' ')];
  const end = words.findIndex((word, index) => word !== others[index]);
  return words.slice(0, end < 0 ? words.length : end).join(' ');
};

/** Rows that are enough to know whom a table is about. */
const ROWS = 40;

/** More than two of three who are not the customer must be the same. */
const nameUnderLetters = (table: Table, names: Names): string | null => {
  const letters = lettersOver(table);
  if (letters.size < 2 || ![...letters.values()].some((letter) => letter === 'R' || letter === 'A'))
    return null;
  const cells = table.rows
    .slice(0, ROWS)
    .flatMap((row) => [...letters.keys()].map((column) => row.cells[column]?.text ?? ''));
  const parts = cells.flatMap((text) =>
    text.length > 200 ? [] : plainText(text).split(/\s*[,;/&+]\s*|\sand\s/),
  );
  const namings = parts.map((text) => ({ text, naming: namingIn(text, names) }));
  if (!namings.some(({ naming }) => naming.customer)) return null;
  const others = namings.filter(({ text, naming }) => isOther(naming) && nameIn(text) !== null);
  const counts = new Map<string, number>();
  for (const { text } of others) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] * 3 > others.length * 2 ? most[0] : null;
};

const isOther = ({ customer, provider, third, shared }: ReturnType<typeof namingIn>): boolean =>
  !customer && !provider && !third && !shared;
