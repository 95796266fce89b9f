// The box tree: what layout works on. Boxes are plain data without places; structure and inks are already settled.

import type {
  ContentPart,
  DrawingNode,
  ImageNode,
  Size,
  SourcePlace,
  Style,
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

export type Marker = { readonly text: string; readonly ink: Ink; readonly at: SourcePlace | null };

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

export type Cell = { readonly block: Block; readonly columnSpan: number; readonly rowSpan: number };
export type Row = {
  readonly style: Style;
  readonly anchors: readonly Anchor[];
  readonly cells: readonly Cell[];
  /** First row of its row group: a row span does not reach over it. */
  readonly opensGroup: boolean;
};
export type TableBox = {
  readonly kind: 'table';
  readonly style: Style;
  readonly anchors: readonly Anchor[];
  readonly breaks: Breaks;
  readonly caption: Block | null;
  readonly columns: readonly Size[];
  readonly head: readonly Row[];
  readonly body: readonly Row[];
};

export type Box = Block | Paragraph | DrawingBox | TableBox;
