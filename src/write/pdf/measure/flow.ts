// Flows: boxes measured for a given width. Everything about sizes is settled here; places come with the pages.
// `x` counts from the left edge of the containing box's content, `head` is the height that must stay together at the start.

import type { Block, DrawingBox, Paragraph, Row, TableBox } from '../boxes/box.ts';
import type { MeasuredLine } from '../lines/line.ts';
import type { Margin } from './margins.ts';

type Measured = {
  readonly x: number;
  /** Border box, in points. */
  readonly width: number;
  readonly height: number;
  readonly head: number;
  /** Margins as they show to the outside, those of first and last children collapsed into them. */
  readonly before: Margin;
  readonly after: Margin;
};

export type BlockFlow = Measured & {
  readonly kind: 'block';
  readonly box: Block;
  readonly children: readonly Flow[];
  /** Space before each child, margins collapsed. */
  readonly gaps: readonly number[];
  /** Heights of border and padding above and below the content, and the margin kept inside at the end. */
  readonly top: number;
  readonly bottom: number;
  readonly contentX: number;
  /** Height of the border box below which the content must not make it shrink. */
  readonly least: number;
  readonly marker: MarkerFlow | null;
};

/** `x` counts from the left edge of the item's content, `drop` from the top of its first child. */
export type MarkerFlow = { readonly line: MeasuredLine; readonly x: number; readonly drop: number };

export type ParagraphFlow = Measured & {
  readonly kind: 'paragraph';
  readonly box: Paragraph;
  readonly lines: readonly MeasuredLine[];
};

/** Its width and height are those of the border box; what is drawn stands inside border and padding. */
export type DrawingFlow = Measured & { readonly kind: 'drawing'; readonly box: DrawingBox };

export type CellFlow = {
  readonly block: BlockFlow;
  readonly column: number;
  readonly x: number;
  readonly width: number;
  /** Index of the last row the cell reaches. */
  readonly lastRow: number;
};
export type RowFlow = {
  readonly row: Row;
  readonly cells: readonly CellFlow[];
  readonly height: number;
  readonly head: number;
};
export type TableFlow = Measured & {
  readonly kind: 'table';
  readonly box: TableBox;
  readonly caption: BlockFlow | null;
  /** From the left edge of the table. */
  readonly captionX: number;
  readonly captionGap: number;
  readonly top: number;
  readonly bottom: number;
  readonly contentX: number;
  readonly headRows: readonly RowFlow[];
  readonly bodyRows: readonly RowFlow[];
  readonly headHeight: number;
  /** Between rows that stand on the same page. */
  readonly rowGap: number;
};

export type Flow = BlockFlow | ParagraphFlow | DrawingFlow | TableFlow;
