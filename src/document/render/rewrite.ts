// Rewrites a linted syntax tree so that every lookup, call and piece of output knows its place: `{{a.b}}` becomes
// `{{$print 7 ($get 6 this "a" "b")}}`, where 6 and 7 number spots of the template. Handlebars then compiles the result.
import type { SourceText, Spot } from '../source-text.ts';
import type { Program } from './grammar.ts';
import { markerOf, type Origin } from './markers.ts';
import {
  type Block,
  hasArguments,
  isBlock,
  isContent,
  isMustache,
  isPartial,
  isPath,
  isSub,
  type Mustache,
  type Node,
  type Partial,
  type Path,
  pairsOf,
  spotOf,
} from './syntax.ts';

/** Names of the helpers that only rewritten trees call. A template cannot: the lint knows none of them. */
export const GET = '$get';
export const PRINT = '$print';
export const ENTER = '$enter';

type Context = {
  readonly source: SourceText;
  readonly origins: Origin[];
  readonly locals: readonly string[];
};

/** The tree with every spot numbered into `origins`, which grows. */
export const rewriteTemplate = (source: SourceText, program: Program, origins: Origin[]): Program =>
  rewriteProgram(program, { source, origins, locals: [] }, null);

const numberOf = (context: Context, spot: Spot, verbatim: boolean): number =>
  context.origins.push({ spot, verbatim }) - 1;

const place = (context: Context, node: Node): Node =>
  number(numberOf(context, spotOf(context.source, node), false), node);

const number = (value: number, at: Node): Node =>
  Object.assign({ type: 'NumberLiteral', loc: at.loc }, { value, original: value });
const text = (value: string, at: Node): Node =>
  Object.assign({ type: 'StringLiteral', loc: at.loc }, { value, original: value });
const helperPath = (name: string, at: Node): Path => ({
  type: 'PathExpression',
  data: false,
  depth: 0,
  parts: [name],
  original: name,
  loc: at.loc,
});

const call = (name: string, params: readonly Node[], at: Node): Node =>
  Object.assign({ type: 'SubExpression', loc: at.loc }, { path: helperPath(name, at), params });

const statement = (name: string, params: readonly Node[], at: Node): Node =>
  Object.assign(
    { type: 'MustacheStatement', loc: at.loc },
    { path: helperPath(name, at), params, escaped: true, strip: { open: false, close: false } },
  );

/** Each run of a program begins by counting its steps and its own characters against the limits. */
const rewriteProgram = (program: Program, outer: Context, around: Node | null): Program => {
  // An empty program has no place of its own, whatever its type says.
  const at = Reflect.get(program, 'loc') === undefined ? around : program;
  if (at === null) return program;
  const context = { ...outer, locals: [...outer.locals, ...(program.blockParams ?? [])] };
  const characters = program.body.filter(isContent).reduce((sum, { value }) => sum + value.length, 0);
  const enter = statement(ENTER, [place(context, at), number(characters, at)], at);
  return { ...program, body: [enter, ...program.body.map((node) => rewriteStatement(node, context))] };
};

const rewriteStatement = (node: Node, context: Context): Node => {
  if (isContent(node)) return rewriteContent(node, context);
  if (isMustache(node)) return statement(PRINT, [place(context, node), printed(node, context)], node);
  if (isBlock(node)) return rewriteBlock(node, context);
  return isPartial(node) ? rewritePartial(node, context) : node;
};

const printed = (node: Mustache, context: Context): Node =>
  hasArguments(node) ? rewriteCall(node, context) : rewriteValue(node.path, context);

/** White-space control may have cut the front of a content; what is left still knows where it stood. */
const rewriteContent = (node: hbs.AST.ContentStatement, context: Context): Node => {
  const start = spotOf(context.source, node).offset + Math.max(0, String(node.original).indexOf(node.value));
  const origin = numberOf(
    context,
    { source: context.source, offset: start, length: node.value.length },
    true,
  );
  return Object.assign({}, node, { value: markerOf(origin) + node.value });
};

const rewriteBlock = (node: Block, context: Context): Node =>
  Object.assign({}, node, {
    params: [
      place(context, node.params[0] ?? node),
      ...node.params.map((param) => rewriteValue(param, context)),
    ],
    ...(node.program === undefined ? {} : { program: rewriteProgram(node.program, context, node) }),
    ...(node.inverse === undefined ? {} : { inverse: rewriteProgram(node.inverse, context, node) }),
  });

const rewritePartial = (node: Partial, context: Context): Node => {
  const program = Reflect.get(node, 'program');
  return Object.assign({}, node, {
    params: node.params.map((param) => rewriteValue(param, context)),
    ...rewrittenHash(node, context),
    ...(program === undefined ? {} : { program: rewriteProgram(program, context, node) }),
  });
};

const rewrittenHash = (node: { readonly hash?: hbs.AST.Hash }, context: Context): object =>
  node.hash === undefined
    ? {}
    : {
        hash: {
          ...node.hash,
          pairs: pairsOf(node).map((pair) => ({ ...pair, value: rewriteValue(pair.value, context) })),
        },
      };

const rewriteCall = (node: Mustache | hbs.AST.SubExpression, context: Context): Node =>
  Object.assign({ type: 'SubExpression', loc: node.loc }, rewrittenHash(node, context), {
    path: node.path,
    params: [place(context, node), ...node.params.map((param) => rewriteValue(param, context))],
  });

const rewriteValue = (node: Node, context: Context): Node => {
  if (isSub(node)) return rewriteCall(node, context);
  return isPath(node) ? rewritePath(node, context) : node;
};

/** `a.b` is looked up from `this`, `item.b` from a block's own name, `@root.b` from `@root`, `../b` from the context outside. */
const rewritePath = (path: Path, context: Context): Node => {
  const [first = ''] = path.parts;
  const named =
    path.data || (path.depth === 0 && !/^(\.|this\b)/.test(path.original) && context.locals.includes(first));
  const base: Path = { ...path, parts: named ? [first] : [] };
  const names = named ? path.parts.slice(1) : path.parts;
  return call(GET, [place(context, path), base, ...names.map((name) => text(name, path))], path);
};
