// Where each piece of output came from. A long report has millions of pieces, so each takes eight bytes: where it begins,
// and the number of its origin, of which there are as many as the template has statements.
import type { Spot } from '../source-text.ts';

/**
 * Where output comes from: `verbatim` output is the template's own text, character by character; `own` output says nothing
 * but what the template's files say, whatever the report says.
 */
export type Origin = { readonly spot: Spot; readonly verbatim: boolean; readonly own: boolean };

export type Places = {
  /** Adds a piece; they come in order, each with at least one character. */
  readonly add: (start: number, origin: Origin) => void;
  /** The piece that holds an offset; null when there are no pieces. */
  readonly at: (offset: number) => { readonly start: number; readonly origin: Origin } | null;
  /** The origin of the first piece that has characters from `start` up to `end` and is not the template's own; null when there is none. */
  readonly foreign: (start: number, end: number) => Origin | null;
};

export const newPlaces = (): Places => {
  let starts = new Uint32Array(1024);
  let numbers = new Uint32Array(1024);
  let count = 0;
  let last = 0;
  const origins: Origin[] = [];
  const known = new Map<Origin, number>();
  const numberOf = (origin: Origin): number => {
    const number = known.get(origin);
    if (number !== undefined) return number;
    known.set(origin, origins.length);
    return origins.push(origin) - 1;
  };
  const holds = (index: number, offset: number): boolean =>
    index < count &&
    offset >= (starts[index] ?? 0) &&
    (index + 1 === count || offset < (starts[index + 1] ?? 0));
  return {
    add: (start, origin) => {
      if (count === starts.length) {
        starts = doubled(starts);
        numbers = doubled(numbers);
      }
      starts[count] = start;
      numbers[count] = numberOf(origin);
      count += 1;
    },
    at: (offset) => {
      // Whoever reads from front to back asks for the piece asked for before, or the next one.
      if (!holds(last, offset)) last = holds(last + 1, offset) ? last + 1 : pieceAt(starts, count, offset);
      const origin = count === 0 ? undefined : origins[numbers[last] ?? 0];
      return origin === undefined ? null : { start: starts[last] ?? 0, origin };
    },
    foreign: (start, end) => {
      for (
        let index = pieceAt(starts, count, start);
        index < count && (starts[index] ?? 0) < end;
        index += 1
      ) {
        const origin = origins[numbers[index] ?? 0];
        if (origin?.own === false) return origin;
      }
      return null;
    },
  };
};

const doubled = (from: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
  const to = new Uint32Array(from.length * 2);
  to.set(from);
  return to;
};

const pieceAt = (starts: Uint32Array, count: number, offset: number): number => {
  let low = 0;
  let high = Math.max(0, count - 1);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};
