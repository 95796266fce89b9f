// What a workbook from outside holds, as values: the cells that say something, where people may type, tables and names. No looks.

/** Rows and columns count from 1, both ends included. */
export type ReadRange = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/**
 * `day` is an ISO day, or day and time as `YYYY-MM-DDTHH:MM:SS` where the time is not midnight. A number under a date format that is
 * no day of the calendar (a bare time of day, a span of hours) stays a number. A text is never empty.
 */
export type ReadValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  | { readonly kind: 'date'; readonly day: string }
  | { readonly kind: 'error'; readonly error: string };

export type ReadCell = {
  readonly row: number;
  readonly column: number;
  /** Of a formula, what the program that saved the file says it comes to: nobody has computed it here. */
  readonly value: ReadValue;
  /** Without `=`, as written for this cell, be it shared with others or not; null where there is none. */
  readonly formula: string | null;
  /** True where a protected sheet would let people type. */
  readonly unlocked: boolean;
  /** The number format's code, `General` where there is none. */
  readonly format: string;
};

export type ReadTable = {
  readonly name: string;
  /** With its header and totals. */
  readonly range: ReadRange;
  readonly headerRows: number;
  readonly totalsRows: number;
  readonly columns: readonly string[];
};

/** Rows one below the other that are unlocked in the same columns: `runs` of them, from the left. */
export type UnlockedBand = {
  readonly top: number;
  readonly bottom: number;
  readonly runs: readonly { readonly left: number; readonly right: number }[];
};

export type ReadSheet = {
  readonly name: string;
  /** Sheets that only a macro could show again count as hidden. */
  readonly state: 'visible' | 'hidden';
  /** By row, from the top; in a row from the left. Only cells with a value or a formula. */
  readonly rows: ReadonlyMap<number, readonly ReadCell[]>;
  /** Every unlocked cell that the file holds, blank ones too, from the top. */
  readonly unlocked: readonly UnlockedBand[];
  readonly merges: readonly ReadRange[];
  readonly tables: readonly ReadTable[];
};

export type ReadWorkbook = {
  /** Work sheets in their order; sheets that are one chart have no cells and are left out. */
  readonly sheets: readonly ReadSheet[];
  /** What each defined name refers to, without `=`. A name of one sheet alone stands as `Sheet!name`; those of Excel's own are left out. */
  readonly names: ReadonlyMap<string, string>;
  readonly macros: boolean;
  readonly externalLinks: number;
};
