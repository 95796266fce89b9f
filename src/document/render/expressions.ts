// Values of a template as functions of the scope: names looked up, helpers called, literals. A name that is not there stops rendering.

import type { DiagnosticCode } from '../../problem.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { SourceText, Spot } from '../source-text.ts';
import type { HelperRow } from './helper.ts';
import { HELPERS_BY_NAME } from './helpers/index.ts';
import type { EachData, Locals, Scope, Value } from './scope.ts';
import { type Call, isPath, isSub, type Node, type Path, pairsOf, spotOf, writtenName } from './syntax.ts';
import { kindOf, namesIn, ownValue } from './values.ts';
import type { Words } from './words.ts';

/** What a template is turned into functions with. `fail` stops rendering. */
export type Making = {
  readonly source: SourceText;
  readonly words: Words;
  /** Names of block parameters, innermost block first. */
  readonly locals: readonly (readonly string[])[];
  readonly fail: (spot: Spot, code: DiagnosticCode, sentence: string, hint: string) => never;
};

export const makeValue = (node: Node, making: Making): Value => {
  if (isSub(node)) return makeCall(node, making);
  if (isPath(node)) return makePath(node, making);
  const value: unknown = node.type === 'NullLiteral' ? null : Reflect.get(node, 'value');
  return () => value;
};

export const makeCall = (node: Call, making: Making): Value => {
  const row = HELPERS_BY_NAME.get(writtenName(node.path));
  if (row === undefined) return () => undefined; // refused by the lint
  const spot = spotOf(making.source, node);
  const params = node.params.map((param) => makeValue(param, making));
  const pairs = pairsOf(node).map(({ key, value }) => [key, makeValue(value, making)] as const);
  const fail = (code: DiagnosticCode, sentence: string, hint: string): never =>
    making.fail(spot, code, sentence, hint);
  const { words } = making;
  return (scope) =>
    row.call({ values: params.map((param) => param(scope)), named: namedOf(pairs, scope), words, fail });
};

const NOTHING: Readonly<Record<string, unknown>> = {};

const namedOf = (
  pairs: readonly (readonly [string, Value])[],
  scope: Scope,
): Parameters<HelperRow['call']>[0]['named'] => {
  if (pairs.length === 0) return NOTHING;
  const named: Record<string, unknown> = {};
  for (const [key, value] of pairs) named[key] = value(scope);
  return named;
};

/** `a.b` is looked up from the context, `item.b` from a block's own name, `@root.b` from `@root`, `../b` from the context outside. */
const makePath = (path: Path, making: Making): Value => {
  const local =
    path.data || path.depth > 0 || /^(\.|this\b)/.test(path.original) ? null : localOf(path, making);
  const spot = spotOf(making.source, path);
  if (path.data) return follow(dataOf(path), path.parts.slice(1), spot, making);
  if (local !== null) return follow(local, path.parts.slice(1), spot, making);
  const { depth } = path;
  return follow((scope) => contextAt(scope, depth), path.parts, spot, making);
};

const contextAt = (scope: Scope, depth: number): unknown => {
  let at: Scope | null = scope;
  for (let step = 0; step < depth && at !== null; step += 1) at = at.outer;
  return at?.context;
};

/** The block parameter that a path begins with; null when it begins with none. */
const localOf = (path: Path, { locals }: Making): Value | null => {
  const level = locals.findIndex((names) => names.includes(path.parts[0] ?? ''));
  const index = locals[level]?.indexOf(path.parts[0] ?? '') ?? -1;
  if (index < 0) return null;
  return (scope) => {
    let at: Locals | null = scope.locals;
    for (let step = 0; step < level && at !== null; step += 1) at = at.outer;
    return at?.values[index];
  };
};

const dataOf = (path: Path): Value => {
  const { depth, parts } = path;
  switch (parts[0]) {
    case 'root':
      return (scope) => scope.data.root;
    case 'key':
      return (scope) => eachAt(scope, depth)?.key;
    case 'index':
      return (scope) => eachAt(scope, depth)?.index;
    case 'first':
      return (scope) => ifEach(eachAt(scope, depth), ({ index }) => index === 0);
    case 'last':
      return (scope) => ifEach(eachAt(scope, depth), ({ index, length }) => index === length - 1);
    default:
      return (scope) => scope.data.block ?? undefined;
  }
};

const ifEach = (each: EachData | null, value: (each: EachData) => boolean): boolean | undefined =>
  each === null ? undefined : value(each);

const eachAt = (scope: Scope, depth: number): EachData | null => {
  let at = scope.data.each;
  for (let step = 0; step < depth && at !== null; step += 1) at = at.outer;
  return at;
};

/** Follows names inwards; one that is not there stops rendering, and so does looking into null. */
const follow = (base: Value, names: readonly string[], spot: Spot, making: Making): Value => {
  const [only] = names;
  const start: Value = (scope) => {
    const found = base(scope);
    return found === undefined ? nothingHere(spot, making) : found;
  };
  const step = (at: unknown, name: string): unknown => {
    const value = ownValue(at, name);
    return value === undefined ? missing(at, name, spot, making) : value;
  };
  if (only === undefined) return start;
  if (names.length === 1) return (scope) => step(start(scope), only);
  return (scope) => names.reduce(step, start(scope));
};

const nothingHere = (spot: Spot, making: Making): never =>
  making.fail(
    spot,
    'template-name-missing',
    'This name has no value here.',
    '@index and @key live inside {{#each}}, @partial-block inside a partial called with a block.',
  );

const missing = (at: unknown, name: string, spot: Spot, making: Making): never => {
  const fail = (sentence: string, hint: string): never =>
    making.fail(spot, 'template-name-missing', sentence, hint);
  if (at === null) return fail(`\`${name}\` is looked up in null.`, 'Ask with {{#if}} or {{#with}} first.');
  const where = typeof at === 'object' && !Array.isArray(at) ? 'here' : `in ${kindOf(at)}`;
  return fail(`There is no \`${name}\` ${where}.`, didYouMean(name, namesIn(at)));
};
