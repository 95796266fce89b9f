// What layout hands to the painter: pages of placed things, as plain data. Coordinates are points from the page's
// top left corner.

import type { DrawingNode, ImageNode, PageRule, Style } from '../../../model/document.ts';
import type { Anchor, Seal } from '../boxes/box.ts';
import type { Leaf, Structure } from '../boxes/structure.ts';
import type { Typefaces } from '../fonts/typeface.ts';
import type { Line } from '../lines/line.ts';

/** `repeated`: shown a second time (a table's header on a further page), so an artifact. */
export type PlacedLine = {
  readonly kind: 'line';
  readonly x: number;
  readonly top: number;
  readonly line: Line;
  readonly repeated: boolean;
};
export type PlacedDrawing = {
  readonly kind: 'drawing';
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly drawing: DrawingNode;
  readonly leaf: Leaf | null;
  readonly repeated: boolean;
};
export type PlacedImage = Omit<PlacedDrawing, 'kind' | 'drawing'> & {
  readonly kind: 'image';
  readonly image: ImageNode;
};
export type Placed = PlacedLine | PlacedDrawing | PlacedImage;

/** Background and borders of one box on one page; `order` is that of the boxes in the document. */
export type Decoration = {
  readonly order: number;
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly style: Style;
  /** Whether the box begins and ends here; a box cut by a page end has no border there. */
  readonly begins: boolean;
  readonly ends: boolean;
};

export type PlacedAnchor = { readonly anchor: Anchor; readonly top: number };

/** Where a signature field stands. */
export type PlacedField = {
  readonly seal: Seal;
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** Margin boxes of one page: always artifacts. */
export type Furniture = {
  readonly lines: readonly PlacedLine[];
  readonly decorations: readonly Decoration[];
};

export type PlacedPage = {
  readonly name: string;
  readonly rule: PageRule;
  readonly content: readonly Placed[];
  readonly decorations: readonly Decoration[];
  readonly anchors: readonly PlacedAnchor[];
  readonly fields: readonly PlacedField[];
};

/** Where pages go as they are finished, in any order; margin boxes follow when the number of all pages is known. */
export type PageSink = {
  readonly paintPage: (index: number, page: PlacedPage) => void;
  readonly paintFurniture: (index: number, furniture: Furniture) => void;
  /** Nothing of this element or below it is on a page that is still to come. */
  readonly closeStructure: (structure: Structure) => void;
};

/** Pages in order, and the structure tree that the placed leaves belong to. */
export type Layout = {
  readonly pages: readonly (PlacedPage & { readonly furniture: Furniture })[];
  readonly structure: Structure;
  readonly typefaces: Typefaces;
};
