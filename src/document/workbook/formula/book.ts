// What formulas can refer to: tables by name, cells by id, names; each with where it stands once sheets were split.

/** `row` counts from 1, `column` from 0. */
export type Address = { readonly sheet: string; readonly row: number; readonly column: number };

/** A table on one sheet: the rows of its body, counted from 1, both included. */
export type TablePart = {
  readonly name: string;
  readonly sheet: string;
  readonly top: number;
  readonly bottom: number;
};
export type BookTable = {
  /** More than one when the table goes on at further sheets. */
  readonly parts: readonly TablePart[];
  /** By key. */
  readonly columns: ReadonlyMap<string, { readonly header: string; readonly column: number }>;
};
/** `column` names all cells of one. */
export type NamedThing = {
  readonly kind: 'cell' | 'column';
  readonly refersTo: string;
};

export type Book = {
  readonly tables: ReadonlyMap<string, BookTable>;
  readonly names: ReadonlyMap<string, NamedThing>;
  readonly ids: ReadonlyMap<string, Address>;
};

/** The keys of the columns of the sheet that a formula stands on, with their zero-based place. */
export type Keys = ReadonlyMap<string, number>;
