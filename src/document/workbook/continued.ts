// The sheet of what does not fit elsewhere: the rests of long texts, and where sheets go on. It fills from top to bottom, and
// goes on at further sheets itself.

import { columnLetters } from '../../model/sheet-address.ts';
import type { Diagnostic } from '../../problem.ts';
import { attributeOf, attributeSpot, elementsOf, type MarkupElement } from '../parse/tree.ts';
import { errorAt } from '../source-text.ts';
import { cutText } from './cut-text.ts';
import type { Address } from './formula/book.ts';
import type { SheetLimits } from './limits.ts';
import { type Part, partName, partOf, roomBelow } from './plan.ts';
import type { SheetSource } from './sheet-source.ts';

/** One row: what it belongs to, which row that is, which part of it this is, and the text. */
export type ContinuedRow = {
  readonly where: Address;
  readonly what: string;
  readonly number: number;
  readonly text: string;
};
export type Continued = {
  readonly source: SheetSource;
  /** Takes the rest of a text too long for the cell `where`, and gives what stays there. */
  readonly cut: (text: string, where: Address, what: string) => string;
  /** Says that a sheet goes on at the next. */
  readonly goesOn: (part: Part, next: Part) => void;
  readonly rows: readonly ContinuedRow[];
  /** The sheets that the rows fill; none when there are none. */
  readonly parts: () => readonly Part[];
};

/** Column of the text, from 0. */
const TEXT = 3;
/** The most characters of what a row is called. */
const LONGEST_WHAT = 255;

const filled = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);

export const newContinued = (source: SheetSource, limits: SheetLimits): Continued => {
  const rows: ContinuedRow[] = [];
  const room = roomBelow(source, limits);
  const capacity = Math.max(1, Math.min(room.rows, room.links));
  const sentence = (name: string): string => attributeOf(source.table, name) ?? '';
  /** Where the next row will stand. */
  const next = (): Address => ({
    sheet: partName(source.name, Math.floor(rows.length / capacity) + 1),
    row: source.grid.headerRows + (rows.length % capacity) + 1,
    column: TEXT,
  });
  return {
    source,
    rows,
    cut: (text, where, what) => {
      const { sheet, row, column } = next();
      const end = filled(sentence('data-more-text'), { cell: `${columnLetters(column + 1)}${row}`, sheet });
      const [first = '', ...rest] = cutText(text, limits.characters - end.length - 1, limits.characters);
      const called = cutText(what, LONGEST_WHAT, LONGEST_WHAT)[0] ?? '';
      for (const [index, piece] of rest.entries())
        rows.push({ where, what: called, number: index + 2, text: piece });
      return `${first.trimEnd()} ${end}`;
    },
    goesOn: (part, after) => {
      const text = filled(sentence('data-more-rows'), { sheet: part.name, next: after.name });
      const where = { sheet: after.name, row: 1, column: 0 };
      rows.push({ where, what: after.name, number: after.number, text });
    },
    parts: () =>
      Array.from({ length: Math.ceil(rows.length / capacity) }, (_, index) =>
        partOf(source, index + 1, index * capacity, Math.min(rows.length, (index + 1) * capacity)),
      ),
  };
};

/** The one source with `data-continued`; null without. What it cannot have is told. */
export const continuedSource = (
  sources: readonly SheetSource[],
  report: (diagnostic: Diagnostic) => void,
): SheetSource | null => {
  const [source, ...more] = sources.filter(({ continued }) => continued);
  const refuse = (table: MarkupElement, attribute: string, sentence: string, hint: string): void =>
    report(errorAt(attributeSpot(table, attribute), 'markup-structure', sentence, hint));
  for (const { table } of more)
    refuse(table, 'data-continued', 'There are two sheets for what does not fit.', 'Keep one.');
  if (source === undefined) return null;
  const { grid, columns, table, tableName, blankRows } = source;
  if (grid.rows.length > grid.headerRows || grid.headerRows === 0 || columns.length !== TEXT + 1)
    refuse(
      table,
      'data-continued',
      'This sheet has a header of four columns and no rows.',
      'The columns are: where, what, part, text. Rows come from what does not fit.',
    );
  const named = namesIn(table);
  if (tableName !== null || blankRows > 0 || named.length > 0)
    refuse(
      table,
      'data-continued',
      'This sheet is in the workbook only when something stands in it.',
      'Take `data-table`, `data-blank-rows` and `data-name` out of it.',
    );
  return source;
};

const namesIn = (element: MarkupElement): readonly string[] =>
  elementsOf(element).flatMap((child) => {
    const name = attributeOf(child, 'data-name');
    return [...(name === null ? [] : [name]), ...namesIn(child)];
  });
