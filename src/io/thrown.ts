// What was thrown in a worker, as data and back: a class does not cross the border.
import { type Diagnostic, Failure, type FailureCode } from '../problem.ts';

export type Thrown =
  | {
      readonly kind: 'failure';
      readonly code: FailureCode;
      readonly sentence: string;
      readonly hint: string;
      readonly diagnostics: readonly Diagnostic[];
      readonly cause: unknown;
    }
  | { readonly kind: 'error'; readonly name: string; readonly message: string; readonly stack: string };

/** A cause is told by its stack. */
export const thrownAsData = (error: unknown): Thrown => {
  if (error instanceof Failure) {
    const { code, message: sentence, hint, diagnostics } = error;
    return { kind: 'failure', code, sentence, hint, diagnostics, cause: causeOf(error.cause) };
  }
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return { kind: 'error', name, message, stack };
};

const causeOf = (cause: unknown): unknown =>
  cause instanceof Error ? (cause.stack ?? cause.message) : cause;

/** The same the other way round: what was thrown there is thrown here. */
export const thrownFromData = (thrown: Thrown): Failure | Error => {
  if (thrown.kind === 'failure') {
    const { diagnostics, cause } = thrown;
    return new Failure(thrown.code, thrown.sentence, thrown.hint, { diagnostics, cause });
  }
  return Object.assign(new Error(thrown.message), { name: thrown.name, stack: thrown.stack });
};
