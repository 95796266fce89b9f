// Packs the sources and the packages they use into few files: entries, and chunks that are loaded when they are needed.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { onlyWriter } from './only-writer.mjs';
import { parts } from './parts.mjs';
import { sources } from './sources.mjs';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The oldest Node we run on, as `engines` in package.json says. */
const TARGET = 'node20.19';

/** Chunks and workers lie in one folder, because a chunk starts a worker by a file name beside its own. */
export const CHUNKS = 'chunks';

/** Folders with modules that a thread of its own runs. */
const WITH_WORKERS = ['src/cli', 'src/io'];

/** What is run by its name: the program, the library, and every `…-worker.ts` of those folders. */
const entries = () => ({
  'cli/main': 'src/cli/main.ts',
  index: 'src/index.ts',
  ...Object.fromEntries(
    WITH_WORKERS.flatMap(workersIn).map((file) => [`${CHUNKS}/${basename(file, '.ts')}`, file]),
  ),
});

const workersIn = (folder) =>
  readdirSync(ROOT + folder)
    .filter((file) => file.endsWith('-worker.ts') && !file.includes('-in-'))
    .sort()
    .map((file) => `${folder}/${file}`);

/** Packages written for CommonJS ask for Node's own modules with `require`. Making one takes time, so that files without a need have none. */
const REQUIRE =
  "import { createRequire as requireBeside } from 'node:module';const require = requireBeside(import.meta.url);\n";

const asks = (text) => /\btypeof require\b|(?<![\w$.])require\(["'`]/.test(text);

/** A first line that says by what to run a file stays the first. */
const withRequire = (text) => {
  const [, first, rest] = /^(#!.*\n)?([\s\S]*)$/.exec(text);
  return `${first ?? ''}${REQUIRE}${rest}`;
};

const writeOut = ({ path, text }) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, asks(text) ? withRequire(text) : text);
};

/** Writes into a folder and gives esbuild's account of what went where. The same sources give the same bytes. */
export const bundle = async (folder) => {
  const { metafile, outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: entries(),
    outdir: folder,
    chunkNames: `${CHUNKS}/[name]-[hash]`,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: TARGET,
    charset: 'utf8',
    // Names stay: a stack in a report of a mistake is to say where it happened.
    minifyWhitespace: true,
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'warning',
    plugins: [sources, parts, onlyWriter],
  });
  refuseMisplaced(metafile);
  refuseMissing(metafile);
  outputFiles.forEach(writeOut);
  return metafile;
};

/** A module that finds files beside its own must not end up in an entry elsewhere. */
const refuseMisplaced = ({ outputs }) => {
  for (const [output, { inputs }] of Object.entries(outputs))
    for (const input of Object.keys(inputs))
      if (
        input.startsWith('src/') &&
        !output.includes(`/${CHUNKS}/`) &&
        readFileSync(ROOT + input, 'utf8').includes('import.meta')
      )
        throw new Error(`${input} finds files beside its own, and was packed into ${output}.`);
};

/** A worker that a chunk starts by its name has to lie beside it. */
const refuseMissing = ({ outputs }) => {
  const packed = new Set(Object.keys(outputs).map((output) => basename(output)));
  for (const input of new Set(Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs)))) {
    if (!input.startsWith('src/')) continue;
    for (const [, name] of readFileSync(ROOT + input, 'utf8').matchAll(
      /new URL\('\.\/([\w-]+\.js)', import/g,
    ))
      if (!packed.has(name)) throw new Error(`${input} starts ${name}, which was not packed.`);
  }
};
