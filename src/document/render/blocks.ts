// The block helpers: as Handlebars' own, but null is a value with a meaning of its own, and nothing passes in silence.
import type { Making } from './expressions.ts';
import { type Data, inside, type Page, type Scope, type Statement, type Value } from './scope.ts';
import { type Block, spotOf, writtenName } from './syntax.ts';
import { isFalse, kindOf } from './values.ts';

export type BlockParts = {
  readonly value: Value;
  readonly main: Statement;
  /** It gives names to what it is run with, so that `inside` must hand them values. */
  readonly named: boolean;
  readonly otherwise: Statement;
};

/** The block of a template: `node` is what it was written as. */
export const makeBlock = (node: Block, parts: BlockParts, making: Making): Statement => {
  const name = writtenName(node.path);
  if (name === 'each') return makeEach(node, parts, making);
  if (name === 'with') return makeWith(parts);
  return makeChoice(parts, name === 'unless');
};

const makeChoice =
  ({ value, main, named, otherwise }: BlockParts, negated: boolean): Statement =>
  (scope, page) => {
    if (isFalse(value(scope)) === negated)
      main(named ? inside(scope, scope.context, [], scope.data) : scope, page);
    else otherwise(scope, page);
  };

const makeWith =
  ({ value, main, named, otherwise }: BlockParts): Statement =>
  (scope, page) => {
    const context = value(scope);
    if (context === null) otherwise(scope, page);
    else main(inside(scope, context, named ? [context] : null, scope.data), page);
  };

const makeEach = (node: Block, parts: BlockParts, making: Making): Statement => {
  const { value, otherwise } = parts;
  const spot = spotOf(making.source, node.params[0] ?? node);
  return (scope, page) => {
    const members = value(scope);
    const keys = keysOf(members);
    if (keys === null)
      making.fail(
        spot,
        'value-invalid',
        `\`each\` needs a list, but this is ${kindOf(members)}.`,
        'Ask with {{#if}} first; an empty list goes to {{else}}.',
      );
    else if (keys.length === 0) otherwise(scope, page);
    else
      for (const [index, key] of keys.entries())
        runOne(parts, scope, { members, key, index, length: keys.length }, page);
  };
};

/** Indexes of a list, names of a record; null for anything else. */
const keysOf = (value: unknown): readonly (string | number)[] | null => {
  if (Array.isArray(value)) return [...value.keys()];
  return typeof value === 'object' && value !== null ? Object.keys(value) : null;
};

type Round = {
  readonly members: unknown;
  readonly key: string | number;
  readonly index: number;
  readonly length: number;
};

const runOne = (
  { main, named }: BlockParts,
  scope: Scope,
  { members, key, index, length }: Round,
  page: Page,
): void => {
  const item: unknown = Reflect.get(Object(members), key);
  const { root, block, each } = scope.data;
  const data: Data = { root, block, each: { key, index, length, outer: each } };
  main(inside(scope, item, named ? [item, key] : null, data), page);
};
