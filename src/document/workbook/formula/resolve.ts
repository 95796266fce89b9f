// A checked formula to what a spreadsheet program reads: every reference by the table, name or cell it is.

import { columnLetters, quoteSheet } from '../../../model/sheet-address.ts';
import { Failure } from '../../../problem.ts';
import type { Address, Book, Keys, TablePart } from './book.ts';
import type { Formula, FormulaCall } from './formula.ts';
import { splitTable } from './split.ts';

/** `structured`: columns of tables are written by their names; where the format knows none, as ranges. */
export type Writing = {
  readonly book: Book;
  readonly keys: Keys;
  /** The row that the formula stands in, counted from 1. */
  readonly row: number;
  readonly structured: boolean;
};
/** Which part of a table is meant, where it has several. */
type Turn = { readonly table: string; readonly part: number } | null;

const cellAt = ({ row, column }: Omit<Address, 'sheet'>): string => `$${columnLetters(column + 1)}$${row}`;

export const absolute = (at: Address): string => `${quoteSheet(at.sheet)}!${cellAt(at)}`;

/** From row `top` to `bottom` of one column. */
export const absoluteColumn = ({ sheet, top, bottom }: Omit<TablePart, 'name'>, column: number): string =>
  `${absolute({ sheet, row: top, column })}:${cellAt({ row: bottom, column })}`;

/** The text of a checked formula, without `=` and without a blank. */
export const writeFormula = (formula: Formula, writing: Writing): string => write(formula, writing, null);

const write = (formula: Formula, writing: Writing, turn: Turn): string => {
  switch (formula.kind) {
    case 'constant':
      return formula.written;
    case 'name':
      return formula.name;
    case 'between':
      return `${write(formula.left, writing, turn)}${formula.sign}${write(formula.right, writing, turn)}`;
    case 'before':
      return `${formula.sign}${write(formula.value, writing, turn)}`;
    case 'after':
      return `${write(formula.value, writing, turn)}${formula.sign}`;
    case 'group':
      return `(${write(formula.value, writing, turn)})`;
    case 'call':
      return writeCall(formula, writing, turn);
    default:
      return writeReference(formula, writing, turn);
  }
};

const writeCall = (call: FormulaCall, writing: Writing, turn: Turn): string => {
  const once = (at: Turn): string =>
    `${call.row.name}(${call.values.map((value) => write(value, writing, at)).join(',')})`;
  const table = splitTable(call, writing.book);
  if (table === null) return once(turn);
  const parts = writing.book.tables.get(table)?.parts ?? [];
  return `(${parts.map((_, part) => once({ table, part })).join('+')})`;
};

type Reference = Extract<Formula, { kind: 'column' | 'beside' | 'cell' | 'cells' }>;

const writeReference = (reference: Reference, writing: Writing, turn: Turn): string => {
  const { ids } = writing.book;
  switch (reference.kind) {
    case 'beside':
      return `$${columnLetters(known(writing.keys.get(reference.key)) + 1)}${writing.row}`;
    case 'cell':
      return absolute(known(ids.get(reference.id)));
    case 'cells':
      return `${absolute(known(ids.get(reference.from)))}:${cellAt(known(ids.get(reference.to)))}`;
    case 'column': {
      const table = known(writing.book.tables.get(reference.table));
      const { header, column } = known(table.columns.get(reference.key));
      const part = known(table.parts[turn?.table === reference.table ? turn.part : 0]);
      return writing.structured ? `${part.name}[${escapedHeader(header)}]` : absoluteColumn(part, column);
    }
  }
};

/** In a structured reference these characters mean something unless `'` stands before them (ECMA-376, 18.17). */
const escapedHeader = (header: string): string => header.replace(/[[\]#']/g, "'$&");

/** What the check has found to be there. */
const known = <T>(thing: T | undefined): T => {
  if (thing === undefined)
    throw new Failure('bug', 'A formula was written that had not been checked.', 'Please report this.');
  return thing;
};
