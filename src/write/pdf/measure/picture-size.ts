// How large drawings and images are shown: what their style asks for, never wider than their room or taller than a page.

import type { Size } from '../../../model/document.ts';
import type { Paragraph, Picture } from '../boxes/box.ts';
import type { Piece, Segment } from '../lines/piece.ts';
import { points } from './margins.ts';
import { sides } from './widths.ts';

type Extent = { readonly width: number; readonly height: number };

/** The size in this room; `room` null asks what it wants, percentages left out. A side that is not given keeps the ratio. */
export function pictureSize(picture: Picture, room: number | null, tallest: number): Extent {
  const wanted = limited(picture, askedSize(picture, room), room);
  const scale = Math.min(
    1,
    (room ?? wanted.width) / Math.max(wanted.width, 0.01),
    tallest / Math.max(wanted.height, 0.01),
  );
  return { width: wanted.width * scale, height: wanted.height * scale };
}

function askedSize(picture: Picture, room: number | null): Extent {
  const ratio = picture.height / Math.max(picture.width, 0.01);
  const width = given(picture.style.width, room);
  const height = typeof picture.style.height === 'number' ? picture.style.height : null;
  if (width !== null) return { width, height: height ?? width * ratio };
  if (height !== null) return { width: ratio > 0 ? height / ratio : picture.width, height };
  return { width: picture.width, height: picture.height };
}

/** What is too wide for `max-width` keeps its ratio, unless its height was given. */
function limited(picture: Picture, size: Extent, room: number | null): Extent {
  const limit = given(picture.style.maxWidth, room) ?? size.width;
  if (size.width <= limit) return size;
  const height = typeof picture.style.height === 'number' ? size.height : (size.height * limit) / size.width;
  return { width: limit, height };
}

function given(size: Size, room: number | null): number | null {
  if (size === 'auto' || (typeof size !== 'number' && room === null)) return null;
  return points(size, room ?? 0);
}

/** Whether the picture gives way in a column: its width or its limit is a part of the column's. */
const yields = ({ style }: Picture): boolean =>
  typeof style.width === 'object' || typeof style.maxWidth === 'object';

export const holdsPictures = (paragraph: Paragraph): boolean =>
  paragraph.content.some((item) => item.kind === 'drawing');

/** The segments with every picture as large as it is in this room. */
export const sizedSegments = (
  segments: readonly Segment[],
  room: number | null,
  tallest: number,
): readonly Segment[] =>
  segments.map((segment) => {
    if (!segment.pieces.some((piece) => piece.kind === 'drawing')) return segment;
    const pieces = segment.pieces.map((piece) => sizedPiece(piece, room, tallest));
    const grown = widthOf(pieces) - widthOf(segment.pieces);
    return { ...segment, pieces, width: segment.width + grown, full: segment.full + grown };
  });

/** Its margins, borders and padding are gaps on either side of it. */
function sizedPiece(piece: Piece, room: number | null, tallest: number): Piece {
  if (piece.kind !== 'drawing') return piece;
  const { style } = piece.drawing;
  const around = points(style.margin.left, 0) + points(style.margin.right, 0) + sides(style);
  return {
    ...piece,
    ...pictureSize(piece.drawing, room === null ? null : Math.max(1, room - around), tallest),
  };
}

const widthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + piece.width, 0);

/** The least width of a segment in a column, pictures that yield left out. */
export const leastSegment = (segment: Segment): number =>
  segment.pieces.reduce(
    (width, piece) => (piece.kind === 'drawing' && yields(piece.drawing) ? width - piece.width : width),
    segment.width,
  );

/** The least and the most that a picture by itself wants of a column. */
export function pictureWants(
  picture: Picture,
  tallest: number,
): { readonly min: number; readonly max: number } {
  const { width } = pictureSize(picture, null, tallest);
  return { min: yields(picture) ? 0 : width, max: width };
}
