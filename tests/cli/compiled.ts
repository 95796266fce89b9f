// The program as a process of its own: packed as it is published, once per test file, and run by node.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a module or a file loads, and how. */
type Loading = { readonly imports: readonly { readonly path: string; readonly kind: string }[] };

/** esbuild's own account, by path below the package: of the modules, and of the files that they went into. */
type Packed = {
  readonly inputs: Readonly<Record<string, Loading>>;
  readonly outputs: Readonly<
    Record<
      string,
      Loading & { readonly inputs: Readonly<Record<string, unknown>>; readonly entryPoint?: string }
    >
  >;
};

export type Compiled = {
  readonly main: string;
  readonly packed: Packed;
  readonly remove: () => void;
};

/** Packs src/ into a new folder inside the package, where it finds the bundled files; `remove` takes it away again. */
export const compile = (): Compiled => {
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'countersign-'));
  const said = execFileSync(process.execPath, [join(root, 'scripts/bundle/into.mjs'), folder], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  // pdfkit looks for its colour profile beside the file it was packed into.
  cpSync(join(root, 'node_modules/pdfkit/js/data'), join(folder, 'chunks/data'), { recursive: true });
  return {
    main: join(folder, 'cli', 'main.js'),
    packed: JSON.parse(said),
    remove: () => rmSync(folder, { recursive: true }),
  };
};

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
