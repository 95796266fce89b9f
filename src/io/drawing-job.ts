// What goes to the worker that draws, and what comes back: plain data, because nothing else crosses the border.
import type { TemplateFiles } from '../document/files.ts';
import type { Attachment, SealPlace } from '../model/document.ts';
import type { FormData } from '../model/form.ts';
import type { Report } from '../model/report.ts';
import type { Drawn } from '../pipeline/draw.ts';
import { type Diagnostic, Failure, type FailureCode } from '../problem.ts';

export type DrawingJob = { readonly template: TemplateFiles } & (
  | {
      readonly as: 'pack';
      readonly report: Report;
      readonly attachments: readonly Attachment[];
      readonly seal: SealPlace | null;
    }
  | { readonly as: 'html'; readonly report: Report }
  | { readonly as: 'form'; readonly form: FormData }
);

export type DrawingDone =
  | { readonly kind: 'pack'; readonly drawn: Drawn }
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'form'; readonly xlsx: Uint8Array }
  | {
      readonly kind: 'failure';
      readonly code: FailureCode;
      readonly sentence: string;
      readonly hint: string;
      readonly diagnostics: readonly Diagnostic[];
      readonly cause: unknown;
    }
  | { readonly kind: 'error'; readonly name: string; readonly message: string; readonly stack: string };

/** An error as data: a class does not cross the border, and a cause is told by its stack. */
export const thrownAsData = (error: unknown): DrawingDone => {
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
export const thrownFromData = (
  done: DrawingDone & { readonly kind: 'failure' | 'error' },
): Failure | Error => {
  if (done.kind === 'failure') {
    const { diagnostics, cause } = done;
    return new Failure(done.code, done.sentence, done.hint, { diagnostics, cause });
  }
  return Object.assign(new Error(done.message), { name: done.name, stack: done.stack });
};
