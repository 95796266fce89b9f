// The box tree: what layout works on. Boxes are plain data without places; structure and inks are already settled.

import type {
  ContentPart,
  DrawingNode,
  ImageNode,
  Size,
  SourcePlace,
  Style,
  Track,
} from '../../../model/document.ts';
import type { Typeface } from '../fonts/typeface.ts';
import type { Leaf, Structure } from './structure.ts';

/** What a place in the document is known by once it is on a page. */
export type Anchor = {
  readonly id: string | null;
  readonly bookmark: { readonly level: number; readonly title: string } | null;
  readonly strings: readonly { readonly name: string; readonly value: string }[];
  /** A page number or running string in the text, whose page the next pass wants to know. */
  readonly use: DynamicUse | null;
};

/** Where a link leads, and the element its annotations belong to. */
export type Link = {
  readonly href: string;
  readonly structure: Structure;
  readonly text: string;
  readonly at: SourcePlace | null;
};

/** An inline element that paints a background or a border around its text. */
export type InlineBox = { readonly style: Style };

/** What stands for itself in a text or between blocks: drawn by the template or brought by it. */
export type Picture = DrawingNode | ImageNode;

/** How a piece of a line is painted; `shift` is in points above the baseline. */
export type Ink = {
  readonly style: Style;
  readonly typeface: Typeface;
  readonly shift: number;
  readonly leaf: Leaf | null;
  readonly link: Link | null;
  readonly boxes: readonly InlineBox[];
};

/** What a line is made from, in reading order, white space already collapsed. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly ink: Ink; readonly at: SourcePlace | null }
  | { readonly kind: 'break'; readonly ink: Ink }
  | { readonly kind: 'drawing'; readonly drawing: Picture; readonly ink: Ink }
  | { readonly kind: 'gap'; readonly width: number; readonly ink: Ink }
  | { readonly kind: 'anchor'; readonly anchor: Anchor; readonly ink: Ink }
  | { readonly kind: 'leader'; readonly fill: string; readonly ink: Ink; readonly at: SourcePlace | null }
  | {
      readonly kind: 'dynamic';
      readonly part: ContentPart;
      /** Names this very use, so that the page it lands on can be looked up. */
      readonly use: DynamicUse;
      readonly ink: Ink;
      readonly at: SourcePlace | null;
    };
/** `number` counts the uses of the document in reading order, so that it is the same in every pass. */
export type DynamicUse = {
  readonly kind: 'dynamic-use';
  readonly number: number;
  readonly part: ContentPart;
};

export type Paragraph = {
  readonly kind: 'paragraph';
  readonly style: Style;
  readonly ink: Ink;
  readonly breaks: Breaks;
  readonly content: readonly Inline[];
};

/** The place of a signature field. */
export type Seal = {
  readonly name: string;
  /** What the field is called for people: the element's title, else its text. */
  readonly label: string;
  readonly structure: Structure;
  /** How the label is shown in the field; null when the element shows something itself. */
  readonly ink: Ink | null;
};

/** What stands before a list item, and the ink of the line it stands on. */
export type Marker = { readonly content: Inline; readonly ink: Ink };

/** Breaks and page names are the used ones: a first or last child's have reached its parent. */
export type Breaks = {
  readonly before: Style['breakBefore'];
  readonly after: Style['breakAfter'];
  readonly startPage: string;
  readonly endPage: string;
};

export type Block = {
  readonly kind: 'block';
  readonly style: Style;
  readonly anchors: readonly Anchor[];
  readonly marker: Marker | null;
  readonly seal: Seal | null;
  readonly breaks: Breaks;
  readonly children: readonly Box[];
};

export type DrawingBox = {
  readonly kind: 'drawing';
  readonly style: Style;
  readonly drawing: Picture;
  readonly leaf: Leaf | null;
  readonly breaks: Breaks;
};

/** `lastRow` is the index of the last row the cell reaches. */
export type Cell = {
  readonly block: Block;
  readonly column: number;
  readonly columnSpan: number;
  readonly lastRow: number;
};
/** What was asked of the row and of the row group it stands in. `whole`: not torn. */
export type RowBreaks = {
  readonly before: Style['breakBefore'];
  readonly after: Style['breakAfter'];
  readonly whole: boolean;
};
export type Row = {
  readonly style: Style;
  readonly anchors: readonly Anchor[];
  readonly cells: readonly Cell[];
  readonly breaks: RowBreaks;
};
/** The columns of a grid and the room between them and between rows. */
export type Tracks = {
  readonly columns: readonly Track[];
  readonly columnGap: number;
  readonly rowGap: number;
};
/** A table, or a grid: then it has tracks and nothing but body rows. */
export type TableBox = {
  readonly kind: 'table';
  readonly style: Style;
  readonly anchors: readonly Anchor[];
  readonly breaks: Breaks;
  readonly caption: Block | null;
  readonly columns: readonly Size[];
  readonly columnCount: number;
  readonly tracks: Tracks | null;
  /** That of its content, by which numbers have their decimal point. */
  readonly language: string;
  readonly head: readonly Row[];
  readonly body: readonly Row[];
};

export type Box = Block | Paragraph | DrawingBox | TableBox;
