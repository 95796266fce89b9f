// What a sheet and a cell can hold, as a value, so that what happens at the limits can be seen with smaller ones.
import { LONGEST_CELL, MOST_LINKS, MOST_ROWS } from '../../model/sheet-limits.ts';

export type SheetLimits = {
  readonly rows: number;
  readonly links: number;
  /** Of one cell, in UTF-16 units. */
  readonly characters: number;
};

export const SHEET_LIMITS: SheetLimits = { rows: MOST_ROWS, links: MOST_LINKS, characters: LONGEST_CELL };
