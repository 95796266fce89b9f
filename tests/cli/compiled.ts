// The program as a process of its own: the sources translated as they are, once per test file, and run by node.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Translates src/ into a new folder inside the package, where it finds the bundled files; `remove` takes it away again. */
export const compile = (): { readonly main: string; readonly remove: () => void } => {
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'countersign-'));
  for (const path of ts.sys.readDirectory(join(root, 'src'), ['.ts'])) {
    const target = join(folder, path.slice(join(root, 'src').length).replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, translate(readFileSync(path, 'utf8')));
  }
  return { main: join(folder, 'cli', 'main.js'), remove: () => rmSync(folder, { recursive: true }) };
};

const translate = (source: string): string =>
  ts.transpileModule(source, {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2023,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  }).outputText;

export type Ended = {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
};

/** `begun` is called once, `meanwhile` with each piece of standard output. */
export const start = (
  main: string,
  words: readonly string[],
  options: {
    readonly cwd: string;
    readonly env?: Record<string, string>;
    readonly begun?: (child: ChildProcess) => void;
    readonly meanwhile?: (child: ChildProcess) => void;
  },
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...words], {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
    });
    options.begun?.(child);
    const said = { out: '', err: '' };
    child.stdout.on('data', (piece) => {
      said.out += piece;
      options.meanwhile?.(child);
    });
    child.stderr.on('data', (piece) => {
      said.err += piece;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, ...said }));
  });
