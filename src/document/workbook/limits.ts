// What a sheet and a cell can hold (ECMA-376, and what Excel documents of itself).
export type SheetLimits = {
  readonly rows: number;
  readonly links: number;
  /** Of one cell, in UTF-16 units. */
  readonly characters: number;
};

export const SHEET_LIMITS: SheetLimits = { rows: 1_048_576, links: 65_530, characters: 32_767 };
