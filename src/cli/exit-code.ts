// The one table from what happened to an exit code.
import { FAILURE_CODES, Failure } from '../problem.ts';

/** 0 done · 1 findings or verification failed · 2 usage or input · 3 our bug · 4 environment · 130 and 143 interrupted. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 130 | 143;

const BY_MOVE = {
  input: 2,
  verification: 1,
  bug: 3,
  environment: 4,
  interrupted: 130,
} as const satisfies Record<(typeof FAILURE_CODES)[keyof typeof FAILURE_CODES], ExitCode>;

/** Anything that is not a Failure is a bug of ours. */
export const exitCodeOf = (error: unknown): ExitCode =>
  error instanceof Failure ? BY_MOVE[FAILURE_CODES[error.code]] : BY_MOVE.bug;

/** Of many, the one that asks for attention first. */
const WORST_FIRST: readonly ExitCode[] = [130, 143, 3, 4, 2, 1, 0];

export const worst = (codes: readonly ExitCode[]): ExitCode =>
  WORST_FIRST.find((code) => codes.includes(code)) ?? 0;
