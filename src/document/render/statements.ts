// Statements of a linted template as functions that write to a page: text, printed values, blocks, partials.

import type { Diagnostic } from '../../problem.ts';
import { errorAt, type Spot } from '../source-text.ts';
import { type BlockParts, makeBlock } from './blocks.ts';
import { escapeText, markupOf } from './escape.ts';
import { type Making, makeCall, makeValue } from './expressions.ts';
import type { Program } from './grammar.ts';
import type { Limits } from './limits.ts';
import { append } from './rendered.ts';
import type { Data, Scope, Statement } from './scope.ts';
import {
  type Block,
  hasArguments,
  isBlock,
  isContent,
  isMustache,
  isPartial,
  isPartialBlock,
  type Mustache,
  type Node,
  type Partial,
  pairsOf,
  spotOf,
  writtenName,
} from './syntax.ts';
import { kindOf } from './values.ts';

export type StatementMaking = Making & {
  readonly limits: Limits;
  /** Partials by name; each is there by the time that anything runs. */
  readonly partials: ReadonlyMap<string, Statement>;
  /** Tells what does not stop the rendering. */
  readonly tell: (diagnostic: Diagnostic) => void;
};

/** A program run in a scope. Each run counts its steps and what was written so far against the limits. */
const makeProgram = (program: Program | undefined, making: StatementMaking): Statement => {
  const names = program?.blockParams ?? [];
  return makeBody(program, names.length === 0 ? making : { ...making, locals: [names, ...making.locals] });
};

/** The same without block parameters of its own, for whole templates and branches. */
export const makeBody = (program: Program | undefined, making: StatementMaking): Statement => {
  const [first] = program?.body ?? [];
  if (program === undefined || first === undefined) return () => undefined;
  const statements = program.body.flatMap((node) => makeStatement(node, making) ?? []);
  const spot = spotOf(making.source, program);
  return (scope, page) => {
    page.run.steps += 1;
    const { steps, output } = making.limits;
    if (page.run.steps > steps || page.output.length > output) endless(spot, making);
    for (const statement of statements) statement(scope, page);
  };
};

const endless = (spot: Spot, making: Making): never =>
  making.fail(
    spot,
    'template-limit',
    'The template does not come to an end.',
    'Its output is larger than any report; look for an {{#each}} inside another over the same list.',
  );

const makeStatement = (node: Node, making: StatementMaking): Statement | null => {
  if (isContent(node)) return makeContent(node, making);
  if (isMustache(node)) return makePrint(node, making);
  if (isBlock(node)) return makeBlock(node, partsOf(node, making), making);
  return isPartial(node) ? makePartial(node, making) : null;
};

const partsOf = (node: Block, making: StatementMaking): BlockParts => ({
  value: makeValue(node.params[0] ?? node, making),
  main: makeProgram(node.program, making),
  named: (node.program?.blockParams ?? []).length > 0,
  otherwise: makeBody(node.inverse, making),
});

/** White-space control may have cut the front of a content; what is left still knows where it stood. */
const makeContent = (node: hbs.AST.ContentStatement, { source }: Making): Statement => {
  const { value } = node;
  const offset = spotOf(source, node).offset + Math.max(0, String(node.original).indexOf(value));
  const origin = { spot: { source, offset, length: value.length }, verbatim: true, own: true };
  return (_scope, { output }) => append(output, value, origin);
};

/** A value as output: a text or number escaped, a helper's markup as it is. Anything else would print something nobody wrote. */
const makePrint = (node: Mustache, making: StatementMaking): Statement => {
  const value = hasArguments(node) ? makeCall(node, making) : makeValue(node.path, making);
  const origin = { spot: spotOf(making.source, node), verbatim: false, own: isWordAlone(node) };
  return (scope, { output }) => {
    const printed = value(scope);
    if (typeof printed === 'string') append(output, escapeText(printed), origin);
    else if (typeof printed === 'number') append(output, String(printed), origin);
    else append(output, markupOf(printed) ?? unprintable(printed, origin.spot, making), origin);
  };
};

/** True for `{{word …}}` with nothing filled in: the report may choose the word, and cannot change it. */
const isWordAlone = (node: Mustache): boolean =>
  node.params.length > 0 && pairsOf(node).length === 0 && writtenName(node.path) === 'word';

const unprintable = (value: unknown, spot: Spot, making: StatementMaking): string => {
  const sentence = `This is ${kindOf(value)}, which cannot be printed.`;
  const hint = "Ask with {{#if}} first, or give another text: {{or value '–'}}.";
  making.tell(errorAt(spot, 'value-invalid', sentence, hint));
  return '';
};

/** A partial begins a scope of its own: the context it is given, with named values in it, and no names of blocks around it. */
const makePartial = (node: Partial, making: StatementMaking): Statement => {
  const name = writtenName(node.name);
  const [param] = node.params.map((one) => makeValue(one, making));
  const pairs = pairsOf(node).map(({ key, value }) => [key, makeValue(value, making)] as const);
  const block = isPartialBlock(node) ? makeBody(node.program, making) : null;
  const contextOf = (scope: Scope): unknown => {
    const context = param === undefined ? scope.context : param(scope);
    if (pairs.length === 0) return context;
    return Object.assign({}, context, Object.fromEntries(pairs.map(([key, value]) => [key, value(scope)])));
  };
  const indent = indentOf(node, making);
  return (scope, page) => {
    indent?.(scope, page);
    const context = contextOf(scope);
    const data = block === null ? scope.data : withBlock(scope, block);
    if (name === '@partial-block') scope.data.block?.(context, data, page);
    else making.partials.get(name)?.({ context, outer: null, locals: null, data }, page);
  };
};

/** The blanks before a partial on a line of its own, which the parser has taken off. They stand before its first line alone. */
const indentOf = (node: Partial, { source }: Making): Statement | null => {
  const indent: unknown = Reflect.get(node, 'indent');
  if (typeof indent !== 'string' || indent === '') return null;
  const offset = spotOf(source, node).offset - indent.length;
  const origin = { spot: { source, offset, length: indent.length }, verbatim: true, own: true };
  return (_scope, { output }) => append(output, indent, origin);
};

/** Inside the block, `@partial-block` is again what it was where the block was written. */
const withBlock = (scope: Scope, block: Statement): Data => ({
  ...scope.data,
  block: (context, data, page) => {
    const outer = context === scope.context ? scope.outer : scope;
    block({ context, outer, locals: scope.locals, data: { ...data, block: scope.data.block } }, page);
  },
});
