// A table on several sheets in a formula: the call around its columns is reckoned for each part, and the results are added.
// That is right only where the parts do not know of each other, which is checked here.
import type { Book } from './book.ts';
import { type Formula, type FormulaCall, type FormulaFault, fault } from './formula.ts';

type Many = Extract<Formula, { kind: 'column' | 'cells' | 'name' }>;

/** The columns, ranges and names below a value that belong to no call of ranges further in. */
const manyIn = (formula: Formula): readonly Many[] => {
  switch (formula.kind) {
    case 'column':
    case 'cells':
    case 'name':
      return [formula];
    case 'between':
      return [...manyIn(formula.left), ...manyIn(formula.right)];
    case 'before':
    case 'after':
    case 'group':
      return manyIn(formula.value);
    case 'call':
      return formula.row.over === 'range' || formula.row.over === 'sum' ? [] : formula.values.flatMap(manyIn);
    default:
      return [];
  }
};

const isSplit = (table: string, { tables }: Book): boolean => (tables.get(table)?.parts.length ?? 0) > 1;

/** The table on several sheets that a call of ranges speaks of; null when it speaks of none. */
export const splitTable = (call: FormulaCall, book: Book): string | null => {
  if (call.row.over !== 'sum' && call.row.over !== 'range') return null;
  for (const one of call.values.flatMap(manyIn))
    if (one.kind === 'column' && isSplit(one.table, book)) return one.table;
  return null;
};

/** Functions whose values are added up one beside the other: a value without the table would be counted for each part. */
const LISTS: readonly string[] = ['SUM', 'COUNT', 'COUNTA'];

/** What is wrong with a call of a table on several sheets. */
export const splitFaults = (call: FormulaCall, book: Book): readonly FormulaFault[] => {
  const table = splitTable(call, book);
  if (table === null) return [];
  const sheets = book.tables.get(table)?.parts.length ?? 0;
  const told = (hint: string): readonly FormulaFault[] => [
    fault(
      call.at,
      `The table \`${table}\` stands on ${sheets} sheets, and ${call.row.name} cannot go over them.`,
      hint,
    ),
  ];
  if (call.row.over !== 'sum')
    return told('Use a function whose results can be added, such as COUNTIFS, SUM or SUMPRODUCT.');
  const isOther = (one: Many): boolean =>
    one.kind === 'cells' ||
    (one.kind === 'column' && one.table !== table) ||
    (one.kind === 'name' && book.names.get(one.name)?.kind === 'column');
  if (call.values.flatMap(manyIn).some(isOther))
    return told('Leave other ranges out of this call: its parts are not as long.');
  const speaks = (value: Formula): boolean =>
    manyIn(value).some((one) => one.kind === 'column' && one.table === table);
  if (LISTS.includes(call.row.name) && !call.values.every(speaks))
    return told('Give it columns of this table alone, and add the rest outside of the call.');
  return [];
};
