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
export type TableRow = { readonly line: number; readonly cells: readonly string[] };
/** `columns` counts the cells of the delimiter row; a header of another length is malformed. */
export type Table = {
  readonly kind: 'table';
  readonly line: number;
  readonly header: readonly string[];
  readonly columns: number;
  readonly rows: readonly TableRow[];
};
/** Raw HTML from a tag at the beginning of a line to the next empty line. */
export type Html = { readonly kind: 'html'; readonly line: number; readonly text: string };
export type Block = Heading | Paragraph | List | Table | Html;

export type Page = {
  /** Keys of the front matter that hold one plain value. */
  readonly front: Readonly<Record<string, string>>;
  readonly blocks: readonly Block[];
};
