// A JSON file of ours, read. Machines write these, so it is stricter than YAML and never guesses.
import type { z } from 'zod';
import type { Diagnostic } from '../problem.ts';
import { jsonKeys, tooDeep } from './json-text.ts';
import { entriesOf, isMapping, type Path, type Plain, quoted, valueAt } from './plain.ts';
import type { Reading, SourceFile } from './reading.ts';
import {
  diagnosticAt,
  inOrder,
  isSourceText,
  type SourceText,
  type Span,
  sourceText,
  type Trouble,
} from './source-text.ts';
import { type Problem, typed } from './typing.ts';

const MEGABYTES = 50;
/** A report, the deepest of our files, has half as many levels. */
const DEEPEST = 30;

export type JsonFormat<T> = { readonly format: string; readonly schema: z.ZodType<T> };

/** Reads a file of the given format; every diagnostic at once, never a throw. */
export const readJson = <T>(file: SourceFile, format: JsonFormat<T>): Reading<T> => {
  const source = sourceText(file, MEGABYTES);
  if (!isSourceText(source)) return { value: null, diagnostics: [source] };
  const deep = tooDeep(source.text, DEEPEST);
  if (deep !== null) return { value: null, diagnostics: [diagnosticAt(source, deep, TOO_DEEP)] };
  const parsed = parse(source);
  if ('diagnostic' in parsed) return { value: null, diagnostics: [parsed.diagnostic] };
  return judge(source, format, parsed.data);
};

const parse = (source: SourceText): { readonly data: Plain } | { readonly diagnostic: Diagnostic } => {
  try {
    const data: Plain = JSON.parse(source.text);
    return { data };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { diagnostic: diagnosticAt(source, whereBroken(source, said), notJson(said)) };
  }
};

/** The engine's message is the only thing that says where; without a position the text ended too early. */
const whereBroken = (source: SourceText, said: string): Span => {
  const position = /at position (\d+)/.exec(said)?.[1];
  const start = position === undefined ? source.text.length : Number(position);
  return { start, end: start + 1 };
};

const notJson = (said: string): Trouble => ({
  code: 'json-syntax',
  sentence: `This is not JSON: ${said.replace(/\s+/g, ' ').slice(0, 120)}.`,
  hint: 'The file is written by the program; restore it from version control, or have it written again.',
});

const TOO_DEEP: Trouble = {
  code: 'json-syntax',
  sentence: `The file is nested more than ${DEEPEST} levels deep.`,
  hint: 'This is no file of ours; check that it is the one you meant.',
};

const judge = <T>(source: SourceText, format: JsonFormat<T>, data: Plain): Reading<T> => {
  const found = valueAt(data, ['format']);
  if (!isMapping(data) || found !== format.format)
    return { value: null, diagnostics: [foreign(source, format.format, found)] };
  const { value, problems } = typed(format.schema, data);
  const diagnostics = inOrder([...doubledKeys(source), ...told(source, problems), ...badText(source, data)]);
  return { value: diagnostics.length === 0 ? value : null, diagnostics };
};

const foreign = (source: SourceText, expected: string, found: Plain): Diagnostic =>
  diagnosticAt(source, null, {
    code: 'format-unknown',
    sentence:
      found === undefined
        ? 'The file does not say what it is.'
        : `The file says it is ${quoted(found)}, not \`${expected}\`.`,
    hint: `Give the file that has \`"format": "${expected}"\`.`,
  });

const doubledKeys = (source: SourceText): readonly Diagnostic[] => {
  const told: Diagnostic[] = [];
  for (const { path, span, first } of jsonKeys(source.text)) {
    if (!first || path.at(-1) === '__proto__')
      told.push(diagnosticAt(source, span, doubled(String(path.at(-1)))));
  }
  return told;
};

const doubled = (key: string): Trouble => ({
  code: 'key-duplicate',
  sentence: `The key ${quoted(key)} stands here a second time, or cannot be a key.`,
  hint: 'The file is written by the program; restore it from version control, or have it written again.',
});

const told = (source: SourceText, problems: readonly Problem[]): readonly Diagnostic[] =>
  problems.map(({ code, sentence, hint, path }) =>
    diagnosticAt(source, spanOf(source, path), { code, sentence, hint }),
  );

/** The last key on the way to the path that the text has. */
const spanOf = (source: SourceText, path: Path): Span | null => {
  let best: { readonly depth: number; readonly span: Span } | null = null;
  for (const key of jsonKeys(source.text)) {
    const leads = key.path.every((step, index) => step === path[index]);
    if (leads && key.path.length > (best?.depth ?? 0)) best = { depth: key.path.length, span: key.span };
  }
  return best?.span ?? null;
};

/** Half surrogates can be escaped in JSON and can be written nowhere else. */
const badText = (source: SourceText, data: Plain): readonly Diagnostic[] =>
  wellFormed(data)
    ? []
    : [
        diagnosticAt(source, null, {
          code: 'value-invalid',
          sentence: 'A text in the file holds half a character.',
          hint: 'Restore the file from version control, or have it written again.',
        }),
      ];

const wellFormed = (value: Plain): boolean => {
  if (typeof value === 'string') return value.isWellFormed();
  if (Array.isArray(value)) return value.every(wellFormed);
  return entriesOf(value).every(([key, member]) => key.isWellFormed() && wellFormed(member));
};
