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
  | { readonly kind: 'date'; readonly day: string }
  | { readonly kind: 'link'; readonly text: string; readonly target: LinkTarget };
export type LinkTarget =
  | { readonly kind: 'sheet'; readonly sheet: string; readonly cell: string }
  | { readonly kind: 'url'; readonly url: string };

export type Cell = {
  readonly value: CellValue;
  readonly style: CellStyle;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Its `id`, so that `<a href="#id">` elsewhere finds this cell. */
  readonly id: string | null;
  readonly at: SourcePlace | null;
};
export type Row = { readonly cells: readonly Cell[]; readonly height: number | null };

/** `width` is in characters, as spreadsheets count. */
export type Column = { readonly width: number };

export type Sheet = {
  readonly name: string;
  readonly columns: readonly Column[];
  /** The first `headerRows` of `rows` are frozen, repeated on print and carry the filter. */
  readonly rows: readonly Row[];
  readonly headerRows: number;
  readonly frozenColumns: number;
  readonly filter: boolean;
  readonly landscape: boolean;
  readonly tabColor: string | null;
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
  /** Printed at the foot of every page, left and centre; the page count stands on the right. */
  readonly footer: { readonly left: string; readonly center: string };
  /** Custom document properties, by name. */
  readonly properties: Readonly<Record<string, string>>;
  readonly sheets: readonly Sheet[];
};
