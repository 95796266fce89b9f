// The workbook tree: sheets of typed cells, what the spreadsheet writer turns into bytes. It knows nothing of duties.
import type { SourcePlace } from './document.ts';

/** Colours are `#rrggbb`; null leaves the sheet's default. */
export type CellStyle = {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly fontSize: number;
  readonly color: string | null;
  readonly fill: string | null;
  readonly align: 'left' | 'right' | 'center' | null;
  readonly valign: 'top' | 'middle' | 'bottom';
  readonly wrap: boolean;
  readonly border: { readonly color: string } | null;
};

/** Text from people is always `text`, whatever it begins with. `date` is an ISO day. */
export type CellValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number; readonly format: string | null }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  | { readonly kind: 'date'; readonly day: string }
  | { readonly kind: 'link'; readonly text: string; readonly target: LinkTarget };
export type LinkTarget =
  | { readonly kind: 'sheet'; readonly sheet: string; readonly cell: string }
  | { readonly kind: 'url'; readonly url: string };

export type Cell = {
  readonly value: CellValue;
  /** What a spreadsheet program computes here, without `=`, its references resolved; `value` is what it comes to. Null: nothing. */
  readonly formula: string | null;
  /** True where a protected sheet lets people type. */
  readonly unlocked: boolean;
  readonly style: CellStyle;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Its `id`, so that `<a href="#id">` elsewhere finds this cell. */
  readonly id: string | null;
  readonly at: SourcePlace | null;
};
export type Row = { readonly cells: readonly Cell[]; readonly height: number | null };

/** `width` is in characters, as spreadsheets count. */
export type Column = { readonly width: number; readonly hidden: boolean };

/** Counted from 1, both ends included. */
export type CellRange = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** A table as spreadsheets know them: filtered, and its columns named in formulas. It begins at the last header row and takes every row below. */
export type SheetTable = {
  /** Once in the workbook, whatever its case. */
  readonly name: string;
};

/** What may be typed into cells. `list` is the formula of the range that holds the words. */
export type Allowed =
  | { readonly kind: 'list'; readonly list: string }
  | { readonly kind: 'date' }
  | { readonly kind: 'whole-number' }
  | { readonly kind: 'text'; readonly longest: number };

export type Validation = {
  readonly ranges: readonly CellRange[];
  readonly allowed: Allowed;
  /** Shown beside the cell while it is selected. */
  readonly prompt: { readonly title: string; readonly text: string } | null;
  /** Shown when something else was typed. */
  readonly refusal: { readonly title: string; readonly text: string } | null;
};

/** Where `formula` holds, written for the top left cell of the first range, cells look like `look`. */
export type ConditionalLook = {
  readonly ranges: readonly CellRange[];
  readonly formula: string;
  readonly look: {
    readonly bold: boolean;
    readonly italic: boolean;
    readonly color: string | null;
    readonly fill: string | null;
  };
};

export type Sheet = {
  readonly name: string;
  readonly columns: readonly Column[];
  /** The first `headerRows` of `rows` are frozen, repeated on print and carry the filter. */
  readonly rows: readonly Row[];
  readonly headerRows: number;
  readonly frozenColumns: number;
  readonly filter: boolean;
  readonly table: SheetTable | null;
  readonly validations: readonly Validation[];
  /** In the order of precedence. */
  readonly looks: readonly ConditionalLook[];
  /** True where only unlocked cells take input. There is no password: it keeps from slips, `verify` finds changes. */
  readonly protected: boolean;
  readonly hidden: boolean;
  readonly landscape: boolean;
  readonly tabColor: string | null;
};

/** A name for a cell or range, as formulas and the name box know it. `refersTo` is a formula without `=`: `Summary!$B$5`. */
export type DefinedName = { readonly name: string; readonly refersTo: string };

/** What a workbook takes of its data without a template asking for it. */
export type WorkbookAbout = {
  readonly 'as-of': string;
  readonly maker: {
    readonly tool: { readonly name: string; readonly version: string };
    readonly template: { readonly paper: Workbook['paper'] };
  };
};

export type Workbook = {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly keywords: readonly string[];
  readonly date: string;
  readonly producer: string;
  /** The paper that sheets are printed on. */
  readonly paper: 'a4' | 'letter';
  /** Printed at the head of every page; empty for nothing. */
  readonly header: { readonly left: string; readonly center: string; readonly right: string };
  /** Printed at the foot of every page, left and centre; the page count stands on the right. */
  readonly footer: { readonly left: string; readonly center: string };
  /** Custom document properties, by name. */
  readonly properties: Readonly<Record<string, string>>;
  readonly names: readonly DefinedName[];
  readonly sheets: readonly Sheet[];
};
