// Guarded JSON for files from outside: a limit of size and depth, no duplicate key, nothing that the canonical form cannot hold.
// JSON.parse makes the value; the scan before it finds what JSON.parse lets pass, and says where.
import type { Diagnostic, DiagnosticCode } from '../problem.ts';
import { scanJson } from './json-scan.ts';
import { placeIn } from './text-place.ts';

/** `bytes`: the longest file read. `depth`: how many arrays and objects may stand inside each other. */
export type JsonLimits = { readonly bytes: number; readonly depth: number };
const JSON_LIMITS: JsonLimits = { bytes: 64 * 1024 * 1024, depth: 64 };

export type ParsedJson =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** Parses UTF-8 JSON from outside. Never throws on bad input: what is wrong comes back as diagnostics named after `name`. */
export const parseJson = (name: string, bytes: Uint8Array, limits: JsonLimits = JSON_LIMITS): ParsedJson => {
  const refuse = (code: DiagnosticCode, sentence: string, hint: string): ParsedJson => ({
    kind: 'refused',
    diagnostics: [{ code, severity: 'error', file: name, place: null, excerpt: null, sentence, hint }],
  });
  if (bytes.length > limits.bytes) {
    const sentence = `The file has ${bytes.length} bytes; at most ${limits.bytes} are read.`;
    return refuse('file-too-large', sentence, 'Check that this is the right file.');
  }
  if (bytes.length === 0)
    return refuse('file-empty', 'The file is empty.', 'Restore it or have it written again.');
  const text = decode(bytes);
  if (text === null) return refuse('file-not-utf8', 'The file is not UTF-8 text.', 'Save it as UTF-8.');
  return parseText(name, text, limits);
};

/** Null: not UTF-8. A byte order mark is kept and thereby refused, because it is no JSON. */
const decode = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
};

const parseText = (name: string, text: string, limits: JsonLimits): ParsedJson => {
  const troubles = scanJson(text, limits.depth);
  if (troubles.length === 0) return { kind: 'value', value: JSON.parse(text) };
  const diagnostics = troubles.map(
    ({ code, at, length, sentence, hint }): Diagnostic => ({
      ...{ code, severity: 'error', file: name, sentence, hint },
      ...placeIn(text, at, length),
    }),
  );
  return { kind: 'refused', diagnostics };
};
