// What the tests of the readers share: texts as files, and diagnostics in a short form that is easy to compare.
import { readFileSync } from 'node:fs';
import type { Names } from '../../src/model/names.ts';
import type { Diagnostic } from '../../src/problem.ts';
import { readNames, type SourceFile } from '../../src/read/index.ts';

export const fileOf = (text: string, name = 'a.yaml'): SourceFile => ({
  name,
  bytes: new TextEncoder().encode(text),
});

export const fixture = (name: string): SourceFile => ({
  name,
  bytes: readFileSync(new URL(`fixtures/${name}`, import.meta.url)),
});

/** `code line:column`, or `code` alone for the whole file. */
export const told = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ code, place }) => (place === null ? code : `${code} ${place.line}:${place.column}`));

export const namesFrom = (file: SourceFile): Names => {
  const { value, diagnostics } = readNames(file);
  if (value === null) throw new Error(told(diagnostics).join('\n'));
  return value;
};

/** The folder of real pages that tests may read, or null. */
export const corpus = process.env.COUNTERSIGN_CORPUS ?? null;
