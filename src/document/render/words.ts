// The words of one language: nested maps of text in `words.<language>.yaml`, read with every scalar as text.
import { isMap, isScalar, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import type { Diagnostic } from '../../problem.ts';
import { errorAt, offsetOf, type SourceText } from '../source-text.ts';

export type WordMap = { readonly [key: string]: string | WordMap };
export type Words = { readonly file: string; readonly map: WordMap };

/** Reads a words file; syntax errors, and values that are neither text nor a map, become diagnostics. */
export const readWords = (
  source: SourceText,
): { readonly words: Words; readonly diagnostics: readonly Diagnostic[] } => {
  const lines = new LineCounter();
  const document = parseDocument(source.text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    merge: false,
  });
  const diagnostics = document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    const spot = { source, offset: offsetOf(source, line, col - 1), length: error.pos[1] - error.pos[0] };
    return errorAt(
      spot,
      error.code === 'DUPLICATE_KEY' ? 'key-duplicate' : 'yaml-syntax',
      `${error.message}.`,
      'Mend the words file.',
    );
  });
  const map = diagnostics.length > 0 ? {} : wordMap(document.contents, source, diagnostics);
  return { words: { file: source.file, map }, diagnostics };
};

const wordMap = (node: ParsedNode | null, source: SourceText, diagnostics: Diagnostic[]): WordMap => {
  if (!isMap<ParsedNode, ParsedNode | null>(node)) {
    diagnostics.push(notWords(node, source));
    return {};
  }
  const entries = node.items.map(
    ({ key, value }) => [String(isScalar(key) ? key.value : ''), wordOf(value, source, diagnostics)] as const,
  );
  // A null prototype, so that a word called `constructor` is missing and not inherited.
  return Object.assign(Object.create(null), Object.fromEntries(entries));
};

const wordOf = (node: ParsedNode | null, source: SourceText, diagnostics: Diagnostic[]): string | WordMap =>
  isScalar(node) && typeof node.value === 'string' ? node.value : wordMap(node, source, diagnostics);

const notWords = (node: ParsedNode | null, source: SourceText): Diagnostic => {
  const [start, end] = node?.range ?? [0, 0];
  const spot = { source, offset: start, length: end - start };
  return errorAt(
    spot,
    'value-invalid',
    'A word is text or a map of words.',
    'Write `key: text`; lists and aliases have no place here.',
  );
};

/** The word at `path`; a map where the path ends early; null where it leads nowhere. */
export const wordAt = (words: Words, path: readonly string[]): string | WordMap | null => {
  let at: string | WordMap = words.map;
  for (const key of path) {
    const next: string | WordMap | undefined =
      typeof at === 'string' || !Object.hasOwn(at, key) ? undefined : at[key];
    if (next === undefined) return null;
    at = next;
  }
  return at;
};
