// A source file as the checker sees it: its syntax tree and everything it imports, by whatever form.
import ts from 'typescript';

export type Source = { readonly path: string; readonly text: string };
export type Import = { readonly specifier: string | null; readonly line: number };
/** `path` is relative to src/ and uses `/`. */
export type Module = Source & { readonly tree: ts.SourceFile; readonly imports: readonly Import[] };
export type Fault = {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  readonly what: string;
};

export const parseModule = (source: Source): Module => {
  const tree = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.Latest, true);
  return { ...source, tree, imports: importsOf(tree) };
};

/** Every node of a tree, parents before children. */
export const nodesOf = (tree: ts.Node): readonly ts.Node[] => {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return nodes;
};

export const lineOf = (node: ts.Node): number => {
  const tree = node.getSourceFile();
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
};

const importsOf = (tree: ts.SourceFile): readonly Import[] =>
  nodesOf(tree).flatMap((node) => {
    const specifier = specifierOf(node);
    if (specifier === undefined) return [];
    const text = specifier !== null && ts.isStringLiteralLike(specifier) ? specifier.text : null;
    return [{ specifier: text, line: lineOf(node) }];
  });

/** The node that names what is imported; null when the import has none; undefined when the node imports nothing. */
const specifierOf = (node: ts.Node): ts.Node | null | undefined => {
  if (ts.isImportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : null;
  return ts.isCallExpression(node) && imports(node.expression) ? (node.arguments[0] ?? null) : undefined;
};

const imports = (callee: ts.Expression): boolean =>
  callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');
