// The style of the code, as far as a program can see it.
import ts from 'typescript';
import { type Fault, lineOf, type Module, nodesOf } from './module.ts';

const LONGEST = 300;
/** What a script makes of data is as long as the data; nobody reads or edits it. */
const MADE = /^\/\/ Made from \S+ by `npm run [\w-]+`/;
const SILENCED = /@ts-(?:ignore|nocheck|expect-error)/;
const UNFINISHED = /\b(?:TODO|FIXME|XXX)\b/;
const KEBAB = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test|\.config|\.d)?\.(?:ts|mjs)$/;
const NO_SUBJECT = /(?:^|\/)(?:utils?|common|misc)(?:\/|\.ts$)/;

/** Rules on a file as a whole, for tests and scripts as well. */
export const shape = (modules: readonly Module[]): readonly Fault[] =>
  modules.flatMap(({ path, text }) => {
    const fault = (rule: string, what: string): Fault => ({ rule, path, line: 1, what });
    return [
      ...(lineCount(text) > LONGEST && !MADE.test(text)
        ? [fault('length', `has ${lineCount(text)} lines`)]
        : []),
      ...(/^(?:#!.*\n)?\/[/*]/.test(text)
        ? []
        : [fault('opening', 'does not open with a comment on what it is for')]),
      ...(KEBAB.test(path) ? [] : [fault('file-name', 'is not kebab-case')]),
      ...(NO_SUBJECT.test(path) ? [fault('file-name', 'names no subject')] : []),
    ];
  });

/** Rules on what stands inside a module of src/. A declaration file has the shape of the package it declares. */
export const wording = (modules: readonly Module[]): readonly Fault[] =>
  modules
    .filter(({ path }) => !path.endsWith('.d.ts'))
    .flatMap((module) => [
      ...lines(module, 'silenced', SILENCED),
      ...lines(module, 'unfinished', UNFINISHED),
      ...nodesOf(module.tree).flatMap((node) => {
        const rule = ruleBrokenBy(node);
        return rule === null
          ? []
          : [{ rule, path: module.path, line: lineOf(node), what: node.getText().slice(0, 60) }];
      }),
    ]);

export const lineCount = (text: string): number => text.replace(/\n$/, '').split('\n').length;

const lines = ({ path, text }: Module, rule: string, pattern: RegExp): readonly Fault[] =>
  text
    .split('\n')
    .flatMap((line, index) =>
      pattern.test(line) ? [{ rule, path, line: index + 1, what: line.trim() }] : [],
    );

const ruleBrokenBy = (node: ts.Node): string | null => {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return 'any';
  if (ts.isEnumDeclaration(node)) return 'enum';
  if (isDoubleCast(node)) return 'double-cast';
  if (ts.isNonNullExpression(node)) return 'non-null';
  if (ts.isExportAssignment(node) || isDefaultModifier(node) || isDefaultName(node)) return 'default-export';
  return null;
};

const isDoubleCast = (node: ts.Node): boolean =>
  ts.isAsExpression(node) &&
  ts.isAsExpression(node.expression) &&
  node.expression.type.kind === ts.SyntaxKind.UnknownKeyword;

const isDefaultModifier = (node: ts.Node): boolean =>
  node.kind === ts.SyntaxKind.DefaultKeyword && ts.isModifier(node);

const isDefaultName = (node: ts.Node): boolean => ts.isExportSpecifier(node) && node.name.text === 'default';
