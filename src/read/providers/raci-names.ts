// The provider that a RACI table names beside the customer: over columns of letters, or in the cells under letters.
import type { Names } from '../../model/names.ts';
import { plainText } from '../page/markup.ts';
import type { Table } from '../page/page.ts';
import { nameInCells } from './held-name.ts';
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

const nameUnderLetters = (table: Table, names: Names): string | null => {
  const letters = lettersOver(table);
  const says = [...letters.values()].some((letter) => letter === 'R' || letter === 'A');
  return letters.size < 2 || !says ? null : nameInCells(table, [...letters.keys()], names);
};
