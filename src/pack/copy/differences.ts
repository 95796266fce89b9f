// What comparing an auditor's copy with the original gives back: what differs, and what is worth knowing without being a difference.

/**
 * `address` is the cell's in the copy, or for what is missing there, the original's. `was` is the original's address where the row or
 * column has moved, else the same. Values are as people read them: a text in quotes, `=` before a formula, `nothing` for a blank.
 */
export type WorkbookDifference =
  | { readonly kind: 'sheet-missing' | 'sheet-added'; readonly sheet: string }
  | {
      readonly kind: 'cell' | 'number-format';
      readonly sheet: string;
      readonly address: string;
      readonly was: string;
      readonly now: string;
      readonly before: string;
    }
  | {
      readonly kind: 'row-missing' | 'column-missing' | 'column-added';
      readonly sheet: string;
      readonly address: string;
      /** The value of its first column, or its header. */
      readonly called: string;
    }
  | {
      readonly kind: 'row-added';
      readonly sheet: string;
      readonly address: string;
      readonly cells: readonly { readonly address: string; readonly value: string }[];
    }
  | { readonly kind: 'name'; readonly name: string; readonly now: string; readonly before: string };

export type WorkbookNote = {
  readonly kind: 'rows-moved' | 'columns-moved' | 'macros' | 'external-links';
  /** Null where it is the workbook as a whole. */
  readonly sheet: string | null;
};

export type WorkbookDifferences = {
  /** At most `MOST_KEPT`, in the order of the original. */
  readonly differences: readonly WorkbookDifference[];
  /** How many there are, kept or not. */
  readonly total: number;
  readonly notes: readonly WorkbookNote[];
};

/** How many differences are kept; more are counted. */
const MOST_KEPT = 10_000;

export type Ledger = {
  readonly add: (difference: WorkbookDifference) => void;
  readonly note: (note: WorkbookNote) => void;
  readonly close: () => WorkbookDifferences;
};

export const openLedger = (): Ledger => {
  const differences: WorkbookDifference[] = [];
  const notes: WorkbookNote[] = [];
  let total = 0;
  return {
    add: (difference) => {
      total += 1;
      if (total <= MOST_KEPT) differences.push(difference);
    },
    note: (note) => {
      notes.push(note);
    },
    close: () => ({ differences, total, notes }),
  };
};
