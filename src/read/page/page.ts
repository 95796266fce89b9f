// A provider's page as a list of blocks with lines. It knows how pages are written and nothing of responsibilities.

export type Heading = {
  readonly kind: 'heading';
  readonly line: number;
  readonly depth: number;
  readonly text: string;
  /** The page's own id of the heading, from `{: #id}`. */
  readonly anchor: string | null;
};
/** `note` marks what the page sets off from its text: notes, tips, warnings. */
export type Paragraph = {
  readonly kind: 'paragraph';
  readonly line: number;
  readonly text: string;
  readonly note: boolean;
};
export type ListItem = { readonly line: number; readonly indent: number; readonly text: string };
export type List = { readonly kind: 'list'; readonly line: number; readonly items: readonly ListItem[] };
/** What stands in a cell, with its markup. A line end in it is a line break of the page, an empty line a new paragraph. */
export type Cell = { readonly line: number; readonly text: string };
export type TableRow = { readonly line: number; readonly cells: readonly Cell[] };
/** Cells that span stand in each place that they span, so that column n is the same in all rows. */
export type Table = {
  readonly kind: 'table';
  readonly line: number;
  readonly syntax: 'pipe' | 'html' | 'asciidoc';
  readonly caption: string | null;
  /** Empty for a table without a header row. */
  readonly header: readonly Cell[];
  /** How many columns the table says it has; a pipe table by its delimiter row. A header of another length is malformed. */
  readonly columns: number;
  readonly rows: readonly TableRow[];
};
export type Block = Heading | Paragraph | List | Table;
/** Everything but headings: what a section holds. */
export type Content = Exclude<Block, Heading>;

export type Page = {
  readonly markup: 'markdown' | 'html' | 'asciidoc';
  /** What the page says of itself: keys of the front matter that hold one plain value, attributes of AsciiDoc, title and `meta` of HTML. */
  readonly front: Readonly<Record<string, string>>;
  /** A heading may come a second time, as the same value: what follows stands under it again. */
  readonly blocks: readonly Block[];
  /** What the page takes in from other files, which are not at hand. */
  readonly elsewhere: readonly Elsewhere[];
  /** Where links lead that the page defines by name, `[text][name]`; by the name in lower case. */
  readonly targets: ReadonlyMap<string, string>;
  /** The line at which reading was given up, because no page holds that much; null for what was read to its end. */
  readonly cut: number | null;
};
export type Elsewhere = { readonly line: number; readonly target: string };
