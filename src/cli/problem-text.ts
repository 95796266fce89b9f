// Diagnostics and failures as lines for people: where, what, the line with a caret, and what to do.
import { type Diagnostic, Failure } from '../problem.ts';
import { neutral } from './neutral.ts';
import type { Line } from './terminal.ts';

/** Columns of an excerpt that are shown; a longer line is cut around the caret. */
const EXCERPT = 100;

/** `file:line:column: error [code] sentence`, the excerpt with a caret, and the hint. */
export const diagnosticLines = (diagnostic: Diagnostic): readonly Line[] => {
  const { file, place, severity, code, sentence, hint } = diagnostic;
  const where = place === null ? '' : `:${place.line}:${place.column}`;
  return [
    { text: `${neutral(file)}${where}: ${severity} [${code}] ${neutral(sentence)}`, tone: severity },
    ...excerptLines(diagnostic).map((text) => ({ text })),
    ...(hint === '' ? [] : [{ text: `    ${neutral(hint)}` }]),
  ];
};

/** The line of the file with a caret under the place, cut around it where it is long; none where there is nothing to show. */
export const excerptLines = ({ place, excerpt }: Diagnostic): readonly string[] => {
  if (place === null || excerpt === null) return [];
  const start = Math.max(0, place.column - 1 - EXCERPT / 2);
  const shown = excerpt.slice(start, start + EXCERPT);
  const before = excerpt.slice(start, Math.max(start, place.column - 1));
  const number = String(place.line).padStart(5);
  const under = Math.max(1, Math.min(place.length, shown.length - before.length));
  return [
    `${number} | ${neutral(shown)}`,
    `${' '.repeat(number.length)} | ${' '.repeat(widthOf(before))}${'^'.repeat(under)}`,
  ];
};

/** Columns as most terminals count them: wide East Asian characters and emoji take two, marks that combine take none. */
const widthOf = (text: string): number => {
  const characters = [...neutral(text)];
  return characters.reduce(
    (sum, character) => sum + (ZERO.test(character) ? 0 : WIDE.test(character) ? 2 : 1),
    0,
  );
};
const ZERO = /\p{Mn}|\p{Me}|[\u200c\u200d]/u;
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** A failure after its diagnostics; an error nobody foresaw keeps its stack and asks to be reported. */
export const failureLines = (error: unknown): readonly Line[] => {
  if (!(error instanceof Failure)) return bugLines(error);
  if (error.code === 'bug') return bugLines(error);
  const [only, second] = error.diagnostics;
  // A failure about one diagnostic often says the very same; once is enough.
  if (only !== undefined && second === undefined && only.sentence === error.message)
    return diagnosticLines(only);
  return [
    ...error.diagnostics.flatMap(diagnosticLines),
    { text: `error: ${neutral(error.message)}`, tone: 'error' },
    ...(error.hint === '' ? [] : [{ text: `  ${neutral(error.hint)}` }]),
  ];
};

/** What went wrong; of one among many, with the file that it went wrong with. */
export const failedLines = (attestation: string, error: unknown, alone: boolean): readonly Line[] => {
  const lines = failureLines(error);
  const file = neutral(attestation);
  return alone || lines.some(({ text }) => text.includes(file)) ? lines : [{ text: `${file}:` }, ...lines];
};

const bugLines = (error: unknown): readonly Line[] => [
  { text: 'error: this is a mistake in countersign, not in your files.', tone: 'error' },
  { text: '  Please report it with the lines below and, if you can, the files that bring it about.' },
  ...stackOf(error).map((text) => ({ text: `    ${neutral(text)}` })),
];

const stackOf = (error: unknown): readonly string[] => {
  if (!(error instanceof Error)) return [String(error)];
  const own = (error.stack ?? `${error.name}: ${error.message}`).split('\n');
  return error.cause === undefined ? own : [...own, 'caused by', ...stackOf(error.cause)];
};

/** The same as plain data, for `--json`. */
export const failureJson = (error: unknown): unknown =>
  error instanceof Failure
    ? { code: error.code, sentence: error.message, hint: error.hint, diagnostics: error.diagnostics }
    : { code: 'bug', sentence: stackOf(error)[0] ?? '', hint: 'Please report this.', diagnostics: [] };
