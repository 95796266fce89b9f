// Unlocked cells, given one by one in reading order, as few bands of rows: a million rows alike are one.
import { MOST_CELLS } from './limits.ts';
import type { UnlockedBand } from './read-workbook.ts';
import { XlsxRefused } from './refused.ts';

type Run = { readonly left: number; right: number };
type Band = { readonly top: number; bottom: number; readonly runs: readonly Run[] };

export type Unlocked = {
  readonly add: (row: number, column: number) => void;
  readonly bands: () => readonly UnlockedBand[];
};

/** Throws XlsxRefused where they are scattered beyond what is kept. */
export const collectUnlocked = (): Unlocked => {
  const bands: Band[] = [];
  let row = 0;
  let runs: Run[] = [];
  let count = 0;
  const endRow = (): void => {
    const above = bands.at(-1);
    if (runs.length === 0) return;
    if (above !== undefined && above.bottom === row - 1 && areSame(above.runs, runs)) above.bottom = row;
    else {
      bands.push({ top: row, bottom: row, runs });
      count += runs.length;
    }
    if (count > MOST_CELLS)
      throw new XlsxRefused(`A sheet has more than ${MOST_CELLS} separate unlocked cells.`);
    runs = [];
  };
  return {
    add: (at, column) => {
      if (at !== row) endRow();
      row = at;
      const last = runs.at(-1);
      if (last?.right === column - 1) last.right = column;
      else runs.push({ left: column, right: column });
    },
    bands: () => {
      endRow();
      return bands;
    },
  };
};

const areSame = (a: readonly Run[], b: readonly Run[]): boolean =>
  a.length === b.length &&
  a.every(({ left, right }, index) => left === b[index]?.left && right === b[index]?.right);
