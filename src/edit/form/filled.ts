// A filled form as it was read: what it remembers, and its rows with a reading for every cell that takes an answer.

import type { FormAbout, FormSheetKey, FormValues } from '../../model/form.ts';
import { columnLetters, quoteSheet } from '../../model/sheet-address.ts';
import { Failure } from '../../problem.ts';
import type { CellReading } from './read-cell.ts';
import type { FormNote, Said } from './verdict.ts';

export type FilledCell = { readonly at: string; readonly reading: CellReading };

export type FilledRow = {
  /** The record's id, or what stands in its place; empty where nothing does. */
  readonly id: string;
  /** Where the id stands. */
  readonly at: string;
  /** Why the id cannot be taken; null where it can. */
  readonly trouble: Said | null;
  /** By field, for the columns that are there. */
  readonly cells: ReadonlyMap<string, FilledCell>;
};

export type FilledSheet = { readonly name: string; readonly rows: readonly FilledRow[] };

/** The values each record had when the form was made, by its id. */
export type SheetMemory = ReadonlyMap<string, FormValues>;

export type FilledForm = {
  readonly about: FormAbout;
  readonly memory: Readonly<Record<FormSheetKey, SheetMemory>>;
  /** Null where the form has no such sheet. */
  readonly sheets: Readonly<Record<FormSheetKey, FilledSheet | null>>;
  readonly notes: readonly FormNote[];
};

/** The refusal of a whole file. */
export const refusedForm = (sentence: string, hint: string): Failure =>
  new Failure('form-refused', sentence, hint);

/** `Answers!H12`, with the sheet in quotes where its name asks for them; both numbers count from 1. */
export const cellAt = (sheet: string, row: number, column: number): string => {
  const name = /^[A-Za-z_][A-Za-z0-9_]*$/.test(sheet) ? sheet : quoteSheet(sheet);
  return `${name}!${columnLetters(column)}${row}`;
};
