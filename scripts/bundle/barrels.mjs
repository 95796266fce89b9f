// Modules that only pass on names of others (`index.ts` of a folder, and the package `yaml`) stand in nobody's way: whoever imports a name
// through one is taken to import it from where it is. Otherwise every command would be packed with all that the library and the package can do.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

const parse = (path, text) =>
  ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, false, ts.ScriptKind.TS).statements;

const passesOn = (statement) =>
  ts.isExportDeclaration(statement) &&
  statement.moduleSpecifier !== undefined &&
  statement.exportClause !== undefined &&
  ts.isNamedExports(statement.exportClause);

/** Values that a module passes on: their name, and the module and the name they have there. */
const passedOn = (path) =>
  new Map(
    parse(path, readFileSync(path, 'utf8'))
      .filter(passesOn)
      .flatMap(({ exportClause, moduleSpecifier, isTypeOnly }) =>
        exportClause.elements
          .filter((element) => !isTypeOnly && !element.isTypeOnly)
          .map(({ name, propertyName }) => [
            name.text,
            { path: join(dirname(path), moduleSpecifier.text), name: (propertyName ?? name).text },
          ]),
      ),
  );

/** `packages`: what stands for a package, by its name. Gives a function from a module's path and text to its text with direct imports. */
export const makeDirect = (packages) => {
  const known = new Map();
  const namesOf = (path) => {
    if (!/\/index\.(ts|js)$/.test(path) || !existsSync(path)) return new Map();
    if (!known.has(path)) known.set(path, passedOn(path));
    return known.get(path);
  };

  const originOf = ({ path, name }) => {
    const next = namesOf(path).get(name);
    return next === undefined ? { path, name } : originOf(next);
  };

  /** Null for an import that is left as it is. */
  const directed = (statement, from) => {
    const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined;
    if (bindings === undefined || !ts.isNamedImports(bindings) || statement.importClause.isTypeOnly)
      return null;
    const asked = statement.moduleSpecifier.text;
    const path = packages[asked] ?? (asked.startsWith('.') ? join(dirname(from), asked) : asked);
    if (namesOf(path).size === 0) return null;
    return bindings.elements
      .filter((element) => !element.isTypeOnly)
      .map(({ name, propertyName }) => {
        const origin = originOf({ path, name: (propertyName ?? name).text });
        return `import { ${origin.name} as ${name.text} } from './${relative(dirname(from), origin.path)}';`;
      })
      .join(' ');
  };

  return (path, text) => {
    if (!text.includes('import')) return text;
    let done = '';
    let offset = 0;
    for (const statement of parse(path, text)) {
      const imports = directed(statement, path);
      if (imports === null) continue;
      done += `${text.slice(offset, statement.pos)}\n${imports}`;
      offset = statement.end;
    }
    return done + text.slice(offset);
  };
};
