// Translates the sources one by one into .reports/modules/, for whoever looks at single modules of the program: the benchmark, the schemas
// and what draws for validators. The program itself is packed, and its modules cannot be reached.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { ROOT } from './bundle/bundle.mjs';

const FOLDER = join(ROOT, '.reports/modules');

const compilerOptions = {
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ES2023,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
};

rmSync(FOLDER, { recursive: true, force: true });
for (const path of readdirSync(join(ROOT, 'src'), { recursive: true })) {
  if (!path.endsWith('.ts')) continue;
  const target = join(FOLDER, path.replace(/\.ts$/, '.js'));
  const { outputText } = ts.transpileModule(readFileSync(join(ROOT, 'src', path), 'utf8'), {
    compilerOptions,
  });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, outputText);
}
