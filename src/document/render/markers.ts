// Markers carry positions through rendering: each piece of output begins with the number of the template's spot it came
// from, between two private-use characters. Before parsing they are taken out and become a map from output to template.

import type { SourcePlace } from '../../model/document.ts';
import { placeOf, type Spot } from '../source-text.ts';

export const MARK_OPEN = '\uE000';
export const MARK_CLOSE = '\uE001';

/** Where output comes from: `verbatim` output is the template's own text, character by character. */
export type Origin = { readonly spot: Spot; readonly verbatim: boolean };

export const markerOf = (origin: number): string => `${MARK_OPEN}${origin}${MARK_CLOSE}`;

/** Rendered HTML without markers, and the way back from an offset in it. */
export type Rendered = { readonly html: string; readonly spotAt: (offset: number, length?: number) => Spot };

const segmentAt = (starts: readonly number[], offset: number): number => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Takes the markers out of `output`. Data cannot forge one: both characters are escaped wherever a value is printed. */
export const takeMarkers = (output: string, origins: readonly Origin[], whole: Spot): Rendered => {
  const pieces: string[] = [];
  const starts: number[] = [0];
  const segments: Origin[] = [{ spot: whole, verbatim: false }];
  let length = 0;
  let from = 0;
  for (let open = output.indexOf(MARK_OPEN); open >= 0; open = output.indexOf(MARK_OPEN, from)) {
    const close = output.indexOf(MARK_CLOSE, open);
    pieces.push(output.slice(from, open));
    length += open - from;
    starts.push(length);
    segments.push(origins[Number(output.slice(open + 1, close))] ?? { spot: whole, verbatim: false });
    from = close + 1;
  }
  pieces.push(output.slice(from));
  return { html: pieces.join(''), spotAt: (offset, span) => spotIn(starts, segments, whole, offset, span) };
};

const spotIn = (
  starts: readonly number[],
  segments: readonly Origin[],
  whole: Spot,
  offset: number,
  length = 1,
): Spot => {
  const index = segmentAt(starts, offset);
  const origin = segments[index] ?? { spot: whole, verbatim: false };
  if (!origin.verbatim) return origin.spot;
  return { source: origin.spot.source, offset: origin.spot.offset + offset - (starts[index] ?? 0), length };
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
