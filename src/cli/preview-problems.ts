// Failures and diagnostics as the problems that a preview shows in its page.
import { type Diagnostic, Failure } from '../problem.ts';
import { neutral } from './neutral.ts';
import { excerptLines, failureLines } from './problem-text.ts';
import type { Problem } from './world.ts';

/** The same that the terminal prints, in the same order. */
export const problemsOf = (error: unknown): readonly Problem[] => {
  if (error instanceof Failure && error.code !== 'bug')
    return error.diagnostics.length > 0
      ? error.diagnostics.map(problemOf)
      : [whole(error.code, error.message, error.hint)];
  const [sentence, hint, ...stack] = failureLines(error).map(({ text }) => text.trim());
  return [{ ...whole('bug', sentence ?? '', hint ?? ''), excerpt: stack }];
};

const whole = (code: string, sentence: string, hint: string): Problem => ({
  severity: 'error',
  where: '',
  code,
  sentence: neutral(sentence),
  excerpt: [],
  hint: neutral(hint),
});

/** A diagnostic with its excerpt and caret. */
export const problemOf = (diagnostic: Diagnostic): Problem => {
  const { severity, file, place, code, sentence, hint } = diagnostic;
  const where = place === null ? file : `${file}:${place.line}:${place.column}`;
  return {
    severity,
    where: neutral(where),
    code,
    sentence: neutral(sentence),
    excerpt: excerptLines(diagnostic),
    hint: neutral(hint),
  };
};
