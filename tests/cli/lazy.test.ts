// What a command that draws nothing loads: neither the PDF nor the spreadsheet writer, nor what renders templates.
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

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
