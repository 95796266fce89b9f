// What rendering gives: HTML, and the way back from any offset in it to the template's place that it came from. Each piece of output
// is kept with the spot that it was printed at.

import type { SourcePlace } from '../../model/document.ts';
import { placeOf, type Spot } from '../source-text.ts';

/** Where output comes from: `verbatim` output is the template's own text, character by character. */
export type Origin = { readonly spot: Spot; readonly verbatim: boolean };

/** Rendered HTML, and the way back from an offset in it. */
export type Rendered = { readonly html: string; readonly spotAt: (offset: number, length?: number) => Spot };

/** Output as it grows: pieces in order, with the offset and the origin of each. */
export type Output = {
  readonly pieces: string[];
  readonly starts: number[];
  readonly origins: Origin[];
  length: number;
};

export const newOutput = (): Output => ({ pieces: [], starts: [], origins: [], length: 0 });

export const append = (output: Output, piece: string, origin: Origin): void => {
  if (piece === '') return;
  output.pieces.push(piece);
  output.starts.push(output.length);
  output.origins.push(origin);
  output.length += piece.length;
};

/** `whole` is where output comes from that nothing was printed to. */
export const renderedFrom = ({ pieces, starts, origins }: Output, whole: Spot): Rendered => {
  let last = 0;
  const spotAt = (offset: number, length = 1): Spot => {
    // Whoever reads from front to back asks for the piece asked for before, or the next one.
    if (!holds(starts, last, offset))
      last = holds(starts, last + 1, offset) ? last + 1 : pieceAt(starts, offset);
    const origin = origins[last];
    if (origin === undefined) return whole;
    if (!origin.verbatim) return origin.spot;
    return { source: origin.spot.source, offset: origin.spot.offset + offset - (starts[last] ?? 0), length };
  };
  return { html: pieces.join(''), spotAt };
};

const holds = (starts: readonly number[], index: number, offset: number): boolean =>
  offset >= (starts[index] ?? Number.POSITIVE_INFINITY) &&
  offset < (starts[index + 1] ?? Number.POSITIVE_INFINITY);

const pieceAt = (starts: readonly number[], offset: number): number => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Shares one place object between all nodes of one spot: a report draws the same partial thousands of times. */
export const placeCache = (): ((spot: Spot) => SourcePlace) => {
  const files = new Map<string, Map<number, SourcePlace>>();
  return (spot) => {
    const places = files.get(spot.source.file) ?? new Map<number, SourcePlace>();
    files.set(spot.source.file, places);
    const place = places.get(spot.offset) ?? placeOf(spot);
    places.set(spot.offset, place);
    return place;
  };
};
