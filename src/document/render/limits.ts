// How much a template may do before it is refused as endless. Generous: a pack of 50,000 duties stays far below.
export type Limits = {
  /** Runs of blocks and partials. */
  readonly steps: number;
  /** Characters of output. */
  readonly output: number;
};

export const LIMITS: Limits = { steps: 10_000_000, output: 256 * 1024 * 1024 };

/** What one rendering has used up so far, besides its output. */
export type Run = { steps: number };
