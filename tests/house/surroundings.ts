// What only io may ask for: the clock, chance and the environment. And what nobody may: the locale, and ending the process.
import ts from 'typescript';
import { type Fault, lineOf, type Module, nodesOf } from './module.ts';
import { LOCALE_EXCEPTIONS, within } from './table.ts';

const TERMINAL = 'cli/terminal.ts';
const CLOCKLESS_DATE = ['UTC', 'parse'];
const CHANCE = ['random', 'randomUUID', 'randomBytes', 'randomInt', 'getRandomValues'];

/** A rule is asked about every node; it answers with what is wrong, or null. */
type Rule = { readonly name: string; readonly fault: (node: ts.Node, path: string) => string | null };

const inIo = (path: string): boolean => within(path, 'io/');
const inCli = (path: string): boolean => within(path, 'cli/');

const RULES: readonly Rule[] = [
  { name: 'clock', fault: (node, path) => (!inIo(path) && readsClock(node) ? 'reads the clock' : null) },
  {
    name: 'chance',
    fault: (node, path) => (!inIo(path) && asksChance(node) ? 'asks for a random value' : null),
  },
  { name: 'process', fault: (node, path) => (named(node, 'process') ? processFault(node, path) : null) },
  {
    name: 'global',
    fault: (node, path) => (!inIo(path) && named(node, 'globalThis') ? 'reaches for globalThis' : null),
  },
  { name: 'console', fault: (node, path) => (named(node, 'console') && path !== TERMINAL ? 'prints' : null) },
  {
    name: 'locale',
    fault: (node, path) => (asksLocale(node) && !(path in LOCALE_EXCEPTIONS) ? 'asks for the locale' : null),
  },
];

export const surroundings = (modules: readonly Module[]): readonly Fault[] =>
  modules.flatMap(({ path, tree }) =>
    nodesOf(tree).flatMap((node) =>
      RULES.flatMap(({ name, fault }) => {
        const what = fault(node, path);
        return what === null ? [] : [{ rule: name, path, line: lineOf(node), what }];
      }),
    ),
  );

/** A use of a global by that name: neither a property called so, nor a key, nor a type. */
const named = (node: ts.Node, name: string): node is ts.Identifier => {
  if (!ts.isIdentifier(node) || node.text !== name) return false;
  const { parent } = node;
  const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node;
  const isKey = (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node;
  return !isMember && !isKey && !ts.isTypeReferenceNode(parent);
};

const memberOf = (node: ts.Identifier): string | null =>
  ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node
    ? node.parent.name.text
    : null;

const readsClock = (node: ts.Node): boolean => {
  if (named(node, 'performance')) return true;
  if (!named(node, 'Date')) return false;
  const { parent } = node;
  const given =
    ts.isNewExpression(parent) && parent.arguments?.some((argument) => !ts.isSpreadElement(argument));
  const compared =
    ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword;
  return !given && !compared && !CLOCKLESS_DATE.includes(memberOf(node) ?? '');
};

const asksChance = (node: ts.Node): boolean =>
  (ts.isIdentifier(node) && CHANCE.includes(node.text) && !ts.isPropertyAssignment(node.parent)) ||
  (named(node, 'Math') && memberOf(node) === null);

const processFault = (node: ts.Identifier, path: string): string | null => {
  const member = memberOf(node);
  if (member === 'exit') return 'ends the process instead of setting process.exitCode';
  if (member === 'stdout' || member === 'stderr') return path === TERMINAL ? null : 'prints';
  if (inIo(path) || path === TERMINAL) return null;
  if (inCli(path)) return member === null || member === 'env' ? 'reads the environment' : null;
  return 'reads the environment';
};

const asksLocale = (node: ts.Node): boolean =>
  ts.isIdentifier(node) &&
  (node.text === 'Intl' || node.text === 'localeCompare' || node.text.startsWith('toLocale'));
