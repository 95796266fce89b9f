// What rendering gives: HTML, and the way back from any offset in it to the template's place that it came from. Each piece of output
// is kept with the spot that it was printed at.

import type { SourcePlace } from '../../model/document.ts';
import { placeOf, type Spot } from '../source-text.ts';
import { newPlaces, type Origin, type Places } from './places.ts';

/** Rendered HTML, and the way back from an offset in it. */
export type Rendered = {
  readonly html: string;
  readonly spotAt: (offset: number, length?: number) => Spot;
  /** Where the first thing in a stretch was printed that may say what the report says; null when all is the template's own. */
  readonly foreignIn: (offset: number, length: number) => Spot | null;
};

/** Output as it grows: pieces in order, and the offset and the origin of each. */
export type Output = {
  readonly pieces: string[];
  readonly places: Places;
  length: number;
};

export const newOutput = (): Output => ({ pieces: [], places: newPlaces(), length: 0 });

export const append = (output: Output, piece: string, origin: Origin): void => {
  if (piece === '') return;
  output.pieces.push(piece);
  output.places.add(output.length, origin);
  output.length += piece.length;
};

/** So much is a long report. */
const LONG = 2 ** 20;

/**
 * The same text, outside of the heap when it is long, which is where texts made from bytes are. It stays until the last page
 * is laid, and for each byte that stays the collector lets the heap grow by several before it looks for what does not.
 */
const outside = (text: string): string => {
  if (text.length < LONG) return text;
  const encoding = /[\u0100-\uffff]/.test(text) ? 'utf16le' : 'latin1';
  return Buffer.from(text, encoding).toString(encoding);
};

/** `whole` is where output comes from that nothing was printed to. */
export const renderedFrom = ({ pieces, places }: Output, whole: Spot): Rendered => ({
  html: outside(pieces.join('')),
  spotAt: (offset, length = 1) => {
    const place = places.at(offset);
    if (place === null) return whole;
    const { origin, start } = place;
    if (!origin.verbatim) return origin.spot;
    return { source: origin.spot.source, offset: origin.spot.offset + offset - start, length };
  },
  foreignIn: (offset, length) => places.foreign(offset, offset + length)?.spot ?? null,
});

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
