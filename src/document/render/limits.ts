// How much a template may do before it is refused as endless. Generous: a pack of 50,000 duties stays far below.
export const MOST_STEPS = 50_000_000;
/** Characters of output, markers not counted. */
export const MOST_OUTPUT = 256 * 1024 * 1024;

/** What one rendering has used up so far, and the diagnostics that do not stop it. */
export type Run = { steps: number; output: number };
