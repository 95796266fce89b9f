// Random choices that a seed repeats exactly, on every machine.

export type Random = {
  /** A whole number from 0 to `below` - 1. */
  readonly whole: (below: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
};

/** Mulberry32: small, and good enough to reach every branch. */
export const randomFrom = (seed: number): Random => {
  const state = { now: (seed + 1) * 0x9e3779b9 };
  const next = (): number => {
    state.now = (state.now + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state.now ^ (state.now >>> 15), 1 | state.now);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  return {
    whole,
    chance: (probability) => next() < probability,
    pick: (from) => {
      const one = from[whole(from.length)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
  };
};
