// The document tree: HTML elements with every style resolved, what the writers draw. It knows nothing of duties.
// Lengths are PDF points (1/72 inch); a percentage keeps its own shape because only layout knows of what.

export type SourcePlace = { readonly template: string; readonly line: number; readonly column: number };

export type Percent = { readonly percent: number };
export type Size = number | Percent | 'auto';
/** A column of a grid: a size, a share of the room that is left, or what its content wants. */
export type Track =
  | { readonly kind: 'size'; readonly size: number | Percent }
  | { readonly kind: 'fraction'; readonly fraction: number }
  | { readonly kind: 'auto' };
export type Edges<T> = { readonly top: T; readonly right: T; readonly bottom: T; readonly left: T };
export type Border = {
  readonly width: number;
  readonly style: 'none' | 'solid' | 'dashed' | 'dotted';
  readonly color: string;
};

/** Colours are `#rrggbb`; null is transparent. */
export type Style = {
  readonly display:
    | 'block'
    | 'inline'
    | 'list-item'
    | 'grid'
    | 'table'
    | 'table-caption'
    | 'table-header-group'
    | 'table-row-group'
    | 'table-row'
    | 'table-cell'
    | 'none';
  readonly fontFamily: readonly string[];
  readonly fontSize: number;
  readonly fontWeight: number;
  readonly fontStyle: 'normal' | 'italic';
  readonly color: string;
  readonly backgroundColor: string | null;
  /** In points: a factor is resolved against the element's own font size before it gets here. */
  readonly lineHeight: number;
  /** `start` and `end` follow the direction; `decimal` lines numbers up at their decimal point within a table's column. */
  readonly textAlign: 'start' | 'end' | 'left' | 'right' | 'center' | 'justify' | 'decimal';
  readonly direction: 'ltr' | 'rtl';
  readonly textDecoration: 'none' | 'underline' | 'line-through';
  readonly textTransform: 'none' | 'uppercase' | 'lowercase';
  readonly textIndent: number;
  readonly letterSpacing: number;
  readonly wordSpacing: number;
  readonly whiteSpace: 'normal' | 'nowrap' | 'pre' | 'pre-wrap';
  readonly overflowWrap: 'normal' | 'anywhere';
  readonly verticalAlign: 'baseline' | 'top' | 'middle' | 'bottom' | 'super' | 'sub';
  readonly margin: Edges<Size>;
  readonly padding: Edges<number>;
  readonly border: Edges<Border>;
  readonly borderRadius: number;
  readonly width: Size;
  /** `auto` is no limit. */
  readonly maxWidth: Size;
  readonly minHeight: number;
  readonly height: Size;
  readonly breakBefore: 'auto' | 'page' | 'avoid';
  readonly breakAfter: 'auto' | 'page' | 'avoid';
  readonly breakInside: 'auto' | 'avoid';
  readonly orphans: number;
  readonly widows: number;
  /** Name of the `@page` rule the element asks for; `auto` keeps the current one. */
  readonly page: string;
  readonly listStyleType: 'none' | 'disc' | 'circle' | 'square' | CounterStyle;
  /** Columns of a `grid`, whose children fill row after row, and the room between them. */
  readonly gridColumns: readonly Track[];
  readonly columnGap: number;
  readonly rowGap: number;
  /** How many columns of its grid the element takes; 0 for all of a row. */
  readonly gridSpan: number;
  /** Outline depth from 1; 0 for no bookmark. */
  readonly bookmarkLevel: number;
  /** Named strings the element sets to its own text, read by margin boxes. */
  readonly stringSet: readonly string[];
};

export type CounterStyle = 'decimal' | 'lower-alpha' | 'upper-alpha' | 'lower-roman' | 'upper-roman';

/** What generated content is made of; page numbers are known only when pages are. Other counters are text already. */
export type ContentPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'counter'; readonly counter: 'page' | 'pages'; readonly style: CounterStyle }
  | { readonly kind: 'target-page'; readonly id: string; readonly style: CounterStyle }
  | { readonly kind: 'leader'; readonly fill: string }
  | { readonly kind: 'string'; readonly name: string };

export type ElementNode = {
  readonly kind: 'element';
  readonly tag: string;
  readonly id: string | null;
  readonly style: Style;
  /** Attributes of the subset, as written: `href`, `colspan`, `scope`, `lang`, `title`, `alt`, `data-*` … */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly DocumentNode[];
  readonly at: SourcePlace | null;
};
export type TextNode = { readonly kind: 'text'; readonly text: string; readonly at: SourcePlace | null };
/** The content of `::before` and `::after`, with the pseudo-element's own style. */
export type GeneratedNode = {
  readonly kind: 'generated';
  readonly style: Style;
  readonly content: readonly ContentPart[];
  readonly at: SourcePlace | null;
};
/** SVG, inline or a file of the template: a drawing of fixed size with its alternative text. Coordinates are those of `viewBox`, y downwards. */
export type DrawingNode = {
  readonly kind: 'drawing';
  readonly style: Style;
  readonly width: number;
  readonly height: number;
  readonly viewBox: readonly [number, number, number, number];
  /** Empty: decoration, an artifact. */
  readonly alt: string;
  readonly shapes: readonly Shape[];
  readonly at: SourcePlace | null;
};
export type Shape = ShapeOutline & ShapePaint;
/** How a shape is painted; lengths are those of the shape's own coordinates. */
export type ShapePaint = {
  readonly fill: string | null;
  readonly fillRule: 'nonzero' | 'evenodd';
  readonly stroke: string | null;
  readonly strokeWidth: number;
  readonly lineCap: 'butt' | 'round' | 'square';
  readonly lineJoin: 'miter' | 'round' | 'bevel';
  /** Lengths of dashes and gaps in turn; none for a line without gaps. */
  readonly dashes: readonly number[];
  /** From the shape's coordinates to those of the drawing, as SVG's `matrix(a b c d e f)`; null where they are the same. */
  readonly transform: Matrix | null;
};
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
export type ShapeOutline =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
    }
  | { readonly kind: 'circle'; readonly cx: number; readonly cy: number; readonly r: number }
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    }
  | { readonly kind: 'path'; readonly d: string }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly size: number;
      readonly weight: number;
    };
/** A picture of the template. `width` and `height` are its own in points: as its attributes say, else 96 pixels an inch. */
export type ImageNode = {
  readonly kind: 'image';
  readonly style: Style;
  readonly width: number;
  readonly height: number;
  /** Empty: decoration, an artifact. */
  readonly alt: string;
  readonly source: ImageSource;
  readonly at: SourcePlace | null;
};
/** One object for one file of the template, however often it is shown. */
export type ImageSource = {
  readonly name: string;
  readonly format: 'png' | 'jpeg';
  readonly data: Uint8Array;
};
export type DocumentNode = ElementNode | TextNode | GeneratedNode | DrawingNode | ImageNode;

/**
 * A link to a file beside or above the document, as a relative address: it begins with `./` or `../`, its parts are percent-encoded and none
 * is empty, so that no program takes it for a scheme, a host or an absolute path.
 */
export const RELATIVE_ADDRESS =
  /^(?:\.\/|(?:\.\.\/)+)(?:[\w.~!'()*@,;=+$&-]|%[0-9A-Fa-f]{2})+(?:\/(?:[\w.~!'()*@,;=+$&-]|%[0-9A-Fa-f]{2})+)*\/?$/;

/** Clockwise from the top left corner, as CSS Paged Media 3 names them. */
export const MARGIN_BOXES = [
  'top-left-corner',
  'top-left',
  'top-center',
  'top-right',
  'top-right-corner',
  'right-top',
  'right-middle',
  'right-bottom',
  'bottom-right-corner',
  'bottom-right',
  'bottom-center',
  'bottom-left',
  'bottom-left-corner',
  'left-bottom',
  'left-middle',
  'left-top',
] as const;
export type MarginBoxName = (typeof MARGIN_BOXES)[number];
export type MarginBox = { readonly style: Style; readonly content: readonly ContentPart[] };

/** One `@page` rule with everything it inherits already in it. */
export type PageRule = {
  readonly width: number;
  readonly height: number;
  readonly margin: Edges<number>;
  readonly boxes: Readonly<Partial<Record<MarginBoxName, MarginBox>>>;
};
/** `first` is for the first page of the document, or of a run of pages with that name. The rule without a name is `''`. */
export type PageRules = Readonly<Record<string, { readonly first: PageRule; readonly other: PageRule }>>;

/** The theme's faces come in its order, and after them those of the program, for characters that no face before has. */
export type FontFace = {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly data: Uint8Array;
  /** Where the theme names it; absent for a face of the program. */
  readonly at?: SourcePlace;
};

/** A file carried inside the PDF. `relationship` is PDF's AFRelationship. */
export type Attachment = {
  readonly name: string;
  readonly mime: string;
  readonly description: string;
  readonly relationship: 'Source' | 'Data' | 'Supplement' | 'Alternative';
  readonly data: Uint8Array;
};

/** The seal that a document is written for: which field it fills, and what must stand in the file before anything is signed. */
export type SealPlace = {
  /** The `data-seal` name of the field. */
  readonly field: string;
  /** Shown in the field, each on a line of its own; a character that no font has is shown as `?`. */
  readonly lines: readonly string[];
  /** Who seals, for programs that show signatures. */
  readonly name: string;
  readonly reason: string;
  /** Instant in UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly at: string;
  /** Bytes kept for the signature. */
  readonly reserve: number;
  /** Whether a time stamp is to be part of the signature; the file says so, so that none can be taken out unseen. */
  readonly timestamped: boolean;
};

export type Document = {
  readonly language: string;
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly keywords: readonly string[];
  /** ISO day; becomes the PDF's creation date at midnight UTC. */
  readonly date: string;
  /** Written into the PDF's information as its producer. */
  readonly producer: string;
  readonly pages: PageRules;
  readonly fonts: readonly FontFace[];
  readonly body: Body;
};

/** The body; its children can be gone through any number of times and may be made anew each time, so that a long document never stands in memory whole. */
export type Body = Omit<ElementNode, 'children'> & { readonly children: Iterable<DocumentNode> };
