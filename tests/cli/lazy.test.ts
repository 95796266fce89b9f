// What a command that draws nothing loads: neither the PDF nor the spreadsheet writer, nor what renders templates; and what one loads that
// meets no certificate: nothing that reads them. Of the program as it is published, by what went into each of its files.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { compile } from './compiled.ts';

const { packed, remove } = compile();
afterAll(remove);

/** Everything that is loaded together with a path, and not by an `import()` within it. */
const loadedWith = (
  path: string,
  all: Readonly<Record<string, { readonly imports: readonly { path: string; kind: string }[] }>>,
  seen: Set<string> = new Set(),
): ReadonlySet<string> => {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const { path: next, kind } of all[path]?.imports ?? [])
    if (kind !== 'dynamic-import') loadedWith(next, all, seen);
  return seen;
};

/** Modules of ours, like `src/read/index.ts`, and names of packages. */
const named = (paths: Iterable<string>): readonly string[] => [
  ...new Set([...paths].map((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path)),
];

const fileOf = (entry: string): string => {
  const found = Object.entries(packed.outputs).find(([, { entryPoint }]) => entryPoint === entry);
  if (found === undefined) throw new Error(`${entry} was not packed into a file of its own.`);
  return found[0];
};

/** What is in the files that are loaded with these entries. */
const packedFor = (...entries: readonly string[]): readonly string[] => {
  const files = entries.flatMap((entry) => [...loadedWith(fileOf(entry), packed.outputs)]);
  return named(files.flatMap((file) => Object.keys(packed.outputs[file]?.inputs ?? {})));
};

const MAIN = 'src/cli/main.ts';
const FOR_REAL = ['src/cli/args.ts', 'src/cli/disk-world.ts'];
const RUNS = readdirSync(fileURLToPath(new URL('../../src/cli/runs', import.meta.url))).sort();

const DRAWS = /^(src\/(document|write)\/|only-writer:)|^(pdfkit|fontkit|exceljs|jszip|handlebars|css-tree)$/;
const CERTIFIES = /^(pkijs|asn1js)$/;

const NOT_FOR_IMPORT =
  /^(zod|yaml|yargs)$|^src\/(evaluate|report|pack|index\.ts)|^src\/io\/.*(server|worker)/;

const isLight = (name: string): boolean =>
  /^src\/(cli\/|io\/(heap|environment|optimiser)\.ts|problem\.ts)|^node:/.test(name);

test('help loads descriptions and nothing else, packed and from the sources', () => {
  const [file, source] = [packedFor(MAIN), named(loadedWith(MAIN, packed.inputs))];
  for (const names of [file, source]) {
    expect(names).toContain('src/cli/commands/build.ts');
    expect(names.filter((name) => !isLight(name) || name.startsWith('src/cli/runs/'))).toEqual([]);
  }
});

describe('nothing that draws and nothing that reads certificates', () => {
  test.each([
    ...RUNS.map((file) => [file, [MAIN, ...FOR_REAL, `src/cli/runs/${file}`]] as const),
    ['the library', ['src/index.ts']] as const,
  ])('is loaded by %s before it needs it', (_, entries) => {
    const names = [
      ...packedFor(...entries),
      ...named(entries.flatMap((one) => [...loadedWith(one, packed.inputs)])),
    ];
    expect(names).toContain('src/problem.ts');
    expect(names.filter((name) => DRAWS.test(name) || CERTIFIES.test(name))).toEqual([]);
  });

  test('and it would be seen: each is in the file that is loaded when it is needed', () => {
    expect(packedFor('src/write/pdf/index.ts').some((name) => DRAWS.test(name))).toBe(true);
    expect(packedFor('src/document/index.ts')).toEqual(expect.arrayContaining(['handlebars', 'css-tree']));
    expect(packedFor('src/pack/pki/certify.ts').some((name) => CERTIFIES.test(name))).toBe(true);
  });
});

test('a plain import loads neither schemas nor what reads YAML nor what takes command lines apart, nor what other commands do', () => {
  const names = packedFor(MAIN, 'src/cli/disk-world.ts', 'src/cli/runs/model-import.ts');
  expect(names).toEqual(expect.arrayContaining(['src/read/import-page.ts', 'src/edit/model/model-lines.ts']));
  expect(names.filter((name) => NOT_FOR_IMPORT.test(name))).toEqual([]);
  const more = packedFor('src/cli/args.ts', 'src/cli/import-besides.ts');
  expect(['zod', 'yaml', 'yargs'].filter((name) => !more.includes(name))).toEqual([]);
});

test('exceljs without its reader, and none of the old packages that come with it', () => {
  const all = Object.values(packed.outputs).flatMap(({ inputs }) => Object.keys(inputs));
  expect(all.some((input) => input.includes('node_modules/exceljs/lib/doc/workbook.js'))).toBe(true);
  const old = /node_modules\/(unzipper|archiver|fast-csv|@fast-csv|tmp|glob|fstream|inflight|rimraf|dayjs)\//;
  expect(all.filter((input) => old.test(input))).toEqual([]);
});
