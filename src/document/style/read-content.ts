// What `content` holds: strings, counters, targets, leaders, running strings and attributes.
import type { CssNode, FunctionNode } from 'css-tree';
import type { CounterStyle } from '../../model/document.ts';
import { COUNTER_STYLES } from './names.ts';
import { type Unreadable, unreadable } from './read-lists.ts';
import type { DeclaredPart, Value } from './value.ts';

export const readContent = (pieces: readonly CssNode[]): Value | Unreadable => {
  const parts: DeclaredPart[] = [];
  for (const piece of pieces) {
    const part = contentPart(piece);
    if (part === null) return unreadable(piece);
    parts.push(part);
  }
  return { kind: 'content', parts };
};

const contentPart = (piece: CssNode): DeclaredPart | null => {
  if (piece.type === 'String') return { kind: 'text', text: piece.value };
  if (piece.type !== 'Function') return null;
  const given = argumentsOf(piece);
  return given === null ? null : (FUNCTIONS.get(piece.name)?.(given) ?? null);
};

/** An argument: a name, a text, or `attr(NAME)`. */
type Argument = { readonly kind: 'name' | 'text' | 'attribute'; readonly text: string };

/** The arguments between commas; null when one is anything else. */
const argumentsOf = (node: FunctionNode): readonly Argument[] | null => {
  const found: Argument[] = [];
  for (const [index, child] of node.children.toArray().entries()) {
    const argument = argumentOf(child);
    if (index % 2 === 1 ? child.type !== 'Operator' || child.value !== ',' : argument === null) return null;
    if (argument !== null) found.push(argument);
  }
  return node.children.size % 2 === 1 ? found : null;
};

const argumentOf = (node: CssNode): Argument | null => {
  if (node.type === 'Identifier') return { kind: 'name', text: node.name };
  if (node.type === 'String') return { kind: 'text', text: node.value };
  const [only] = node.type === 'Function' && node.name === 'attr' ? (argumentsOf(node) ?? []) : [];
  return only?.kind === 'name' ? { kind: 'attribute', text: only.text } : null;
};

type Arguments = readonly Argument[];

const styleIn = (argument: Argument | undefined): CounterStyle | null => {
  if (argument === undefined) return 'decimal';
  return COUNTER_STYLES.find((style) => argument.kind === 'name' && style === argument.text) ?? null;
};

const counter = ([name, style, ...more]: Arguments): DeclaredPart | null => {
  const found = styleIn(style);
  if (name?.kind !== 'name' || found === null || more.length > 0) return null;
  return name.text === 'page' || name.text === 'pages'
    ? { kind: 'counter', counter: name.text, style: found }
    : { kind: 'count', name: name.text, between: null, style: found };
};

const counters = ([name, between, style, ...more]: Arguments): DeclaredPart | null => {
  const found = styleIn(style);
  const own = name?.kind === 'name' && name.text !== 'page' && name.text !== 'pages';
  if (!own || between?.kind !== 'text' || found === null || more.length > 0) return null;
  return { kind: 'count', name: name.text, between: between.text, style: found };
};

const target = ([from, what, style, ...more]: Arguments): DeclaredPart | null => {
  const found = styleIn(style);
  const page = what?.kind === 'name' && what.text === 'page' && more.length === 0;
  return from?.kind === 'attribute' && page && found !== null
    ? { kind: 'target-attribute', name: from.text, style: found }
    : null;
};

const leader = ([fill, ...more]: Arguments): DeclaredPart | null =>
  fill?.kind === 'text' && fill.text !== '' && more.length === 0 ? { kind: 'leader', fill: fill.text } : null;

const named =
  (kind: 'string' | 'attribute') =>
  ([name, ...more]: Arguments): DeclaredPart | null =>
    name?.kind === 'name' && more.length === 0 ? { kind, name: name.text } : null;

const FUNCTIONS: ReadonlyMap<string, (given: Arguments) => DeclaredPart | null> = new Map([
  ['counter', counter],
  ['counters', counters],
  ['target-counter', target],
  ['leader', leader],
  ['string', named('string')],
  ['attr', named('attribute')],
]);
