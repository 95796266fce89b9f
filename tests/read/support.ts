// What the tests of the readers share: texts as files, and diagnostics in a short form that is easy to compare.
import { readFileSync } from 'node:fs';
import type { ImportReport } from '../../src/model/import-report.ts';
import type { Model } from '../../src/model/model.ts';
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

/** A page of 2026-03-31 about Nimbus Lantern: what is given stands below its title, from line 6 on. */
export const lanternPage = (body: string): string =>
  `---\nlastupdated: "2026-03-31"\n---\n# Who does what in {{site.data.keyword.lantern_short}}\n\n${body}\n`;

/** Areas in a short form: `CODE title`, then for each resource `title: provider's duties / customer's duties`. */
export const outline = (model: Model | null): readonly string[] =>
  (model?.areas ?? []).flatMap(({ code, title, resources }) => [
    `${code} ${title}`,
    ...resources.map(
      (one) =>
        `  ${one.title}: ${one.provider.map(({ text }) => text).join(', ')} / ${one.customer.map(({ text }) => text).join(', ')}`,
    ),
  ]);

/** `line reason text` of what is left out. */
export const leftOutOf = (report: ImportReport | null): readonly string[] =>
  (report?.leftOut ?? []).map(({ line, reason, text }) => `${line} ${reason} ${text}`);
