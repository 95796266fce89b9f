// What a command that draws nothing loads: neither the PDF nor the spreadsheet writer, nor what renders templates. And what one loads
// that meets no certificate: nothing that reads them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, describe, expect, test } from 'vitest';
import { compile, start } from './compiled.ts';

const source = fileURLToPath(new URL('../../src/', import.meta.url));

/** What a module loads as soon as it is loaded itself: types and `import()` are not among it. */
const loads = (path: string): readonly string[] => {
  const compiled = ts.transpileModule(readFileSync(source + path, 'utf8'), {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ESNext,
      verbatimModuleSyntax: true,
    },
  });
  const tree = ts.createSourceFile(path, compiled.outputText, ts.ScriptTarget.ESNext);
  return tree.statements.flatMap((statement) =>
    (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) &&
    statement.moduleSpecifier !== undefined &&
    ts.isStringLiteral(statement.moduleSpecifier)
      ? [statement.moduleSpecifier.text]
      : [],
  );
};

const reached = (
  start: string,
): { readonly modules: ReadonlySet<string>; readonly packages: ReadonlySet<string> } => {
  const modules = new Set<string>();
  const packages = new Set<string>();
  const visit = (path: string): void => {
    if (modules.has(path)) return;
    modules.add(path);
    for (const specifier of loads(path)) {
      if (specifier.startsWith('.')) visit(posix.join(posix.dirname(path), specifier));
      else packages.add(specifier);
    }
  };
  visit(start);
  return { modules, packages };
};

test.each(['cli/main.ts', 'index.ts'])('%s loads readers and rules, and nothing that draws', (start) => {
  const { modules, packages } = reached(start);
  expect(modules.has('evaluate/index.ts') && packages.has('yaml')).toBe(true);
  expect([...modules].filter((path) => /^(document|write)\//.test(path))).toEqual([]);
  expect([...packages].filter((name) => /pdfkit|fontkit|exceljs|handlebars|css-tree/.test(name))).toEqual([]);
});

const READS_CERTIFICATES = ['pkijs', 'asn1js'];

test.each(['cli/main.ts', 'index.ts', 'pack/index.ts'])(
  '%s loads nothing that reads certificates',
  (start) => {
    expect(READS_CERTIFICATES.filter((name) => reached(start).packages.has(name))).toEqual([]);
  },
);

describe('a run without a certificate', () => {
  const { main, remove } = compile();
  const out = mkdtempSync(join(tmpdir(), 'countersign-lazy-'));
  afterAll(() => {
    remove();
    rmSync(out, { recursive: true });
  });
  const cwd = fileURLToPath(new URL('../../', import.meta.url));
  const EXAMPLE = 'data/attestations/2026-Q3/payments.attestation.yaml';
  const data = (script: string): string => `data:text/javascript,${encodeURIComponent(script)}`;
  const refusal = data(`export const resolve = (name, context, next) => {
    if (${JSON.stringify(READS_CERTIFICATES)}.includes(name)) throw new Error('It loads ' + name);
    return next(name, context);
  };`);
  const hook = data(`import { register } from 'node:module'; register(${JSON.stringify(refusal)});`);
  const run = (...words: readonly string[]): ReturnType<typeof start> =>
    start(main, words, { cwd, env: { NODE_OPTIONS: `--import ${hook}` } });

  test.each([[['--help']], [['check', EXAMPLE]]])('%j', async (words) => {
    const { out: said, err } = await run(...words);
    expect(said).not.toBe('');
    expect(err).not.toContain('It loads');
  });

  test('build, and verify what was built', async () => {
    expect((await run('build', EXAMPLE, '-o', out)).err).not.toContain('It loads');
    const { code, out: said } = await run('verify', join(out, '2026-Q3', 'payments.checkout', 'draft'));
    expect([code, said.includes('It loads')]).toEqual([0, false]);
  });

  test('and one that makes one, which shows that this would be seen', async () => {
    const {
      code,
      out: said,
      err,
    } = await run('keygen', 'Robin Example', '-o', join(out, 'robin'), '--no-passphrase');
    expect(code).not.toBe(0);
    expect(said + err).toContain('It loads');
  });
});
