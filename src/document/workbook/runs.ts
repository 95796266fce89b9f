// Cells of a column that are alike, gathered into few ranges: a file with a rule for every cell is slow to open.
import type { CellRange } from '../../model/workbook.ts';

type Range = { -readonly [K in keyof CellRange]: CellRange[K] };
type Run<T> = { readonly thing: T; readonly column: number; readonly ranges: Range[] };
export type Runs<T> = {
  /** Adds a cell, `column` from 0 and `row` from 1, row by row; cells of one key have one thing. */
  readonly add: (column: number, row: number, key: string, thing: () => T) => void;
  /** Column by column, in the order they came. */
  readonly all: () => readonly Run<T>[];
};

export const newRuns = <T>(): Runs<T> => {
  const columns: Map<string, Run<T>>[] = [];
  return {
    add: (column, row, key, thing) => {
      const known = columns[column] ?? new Map<string, Run<T>>();
      columns[column] = known;
      const run = known.get(key) ?? { thing: thing(), column, ranges: [] };
      known.set(key, run);
      const last = run.ranges.at(-1);
      if (last?.bottom === row - 1) last.bottom = row;
      else run.ranges.push({ top: row, bottom: row, left: column + 1, right: column + 1 });
    },
    // A column of which nothing was told is a hole, which `flatMap` passes over.
    all: () => columns.flatMap((known) => [...known.values()]),
  };
};
