// Small questions about Handlebars' syntax tree, which types its nodes only loosely.
import { offsetOf, type SourceText, type Spot } from '../source-text.ts';

export type Node = hbs.AST.Node;
export type Path = hbs.AST.PathExpression;
export type Block = hbs.AST.BlockStatement;
export type Mustache = hbs.AST.MustacheStatement;
export type Sub = hbs.AST.SubExpression;
export type Partial = hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement;
export type Call = Mustache | Sub | Block;

export const isPath = (node: Node): node is Path => node.type === 'PathExpression';
export const isSub = (node: Node): node is Sub => node.type === 'SubExpression';
export const isMustache = (node: Node): node is Mustache => node.type === 'MustacheStatement';
export const isBlock = (node: Node): node is Block => node.type === 'BlockStatement';
export const isContent = (node: Node): node is hbs.AST.ContentStatement => node.type === 'ContentStatement';
export const isPartial = (node: Node): node is Partial =>
  node.type === 'PartialStatement' || node.type === 'PartialBlockStatement';
export const isPartialBlock = (node: Node): node is hbs.AST.PartialBlockStatement =>
  node.type === 'PartialBlockStatement';

/** The stretch of the template a node was written in. */
export const spotOf = (source: SourceText, node: Node): Spot => {
  const offset = offsetOf(source, node.loc.start.line, node.loc.start.column);
  return { source, offset, length: offsetOf(source, node.loc.end.line, node.loc.end.column) - offset };
};

export const pairsOf = (call: { readonly hash?: hbs.AST.Hash }): readonly hbs.AST.HashPair[] =>
  call.hash?.pairs ?? [];

/** True when a mustache calls something: only then can its name be a helper's. */
export const hasArguments = (call: Call): boolean => call.params.length > 0 || pairsOf(call).length > 0;

/** What a call or a partial is named as written: `each`, `a.b`, `@partial-block`. */
export const writtenName = (node: Node): string => String(Reflect.get(node, 'original') ?? '');
