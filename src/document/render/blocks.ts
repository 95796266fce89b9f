// The block helpers: as Handlebars' own, but null is a value with a meaning of its own, and nothing passes in silence.
import type { Making } from './expressions.ts';
import {
  type Data,
  type EachData,
  inside,
  type Page,
  type Scope,
  type Statement,
  type Value,
} from './scope.ts';
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
  const spot = spotOf(making.source, node.params[0] ?? node);
  const each = (
    scope: Scope,
    page: Page,
    members: readonly unknown[],
    keys: readonly string[] | null,
  ): void => {
    const { length } = members;
    if (length === 0) parts.otherwise(scope, page);
    for (let index = 0; index < length; index += 1)
      runOne(parts, scope, members[index], { key: keys?.[index] ?? index, index, length }, page);
  };
  return (scope, page) => {
    const value = parts.value(scope);
    if (Array.isArray(value)) each(scope, page, value, null);
    else if (typeof value === 'object' && value !== null)
      each(scope, page, Object.values(value), Object.keys(value));
    else
      making.fail(
        spot,
        'value-invalid',
        `\`each\` needs a list, but this is ${kindOf(value)}.`,
        'Ask with {{#if}} first; an empty list goes to {{else}}.',
      );
  };
};

const runOne = (
  { main, named }: BlockParts,
  scope: Scope,
  item: unknown,
  round: Omit<EachData, 'outer'>,
  page: Page,
): void => {
  const { root, block, each } = scope.data;
  const data: Data = { root, block, each: { outer: each, ...round } };
  main(inside(scope, item, named ? [item, round.key] : null, data), page);
};
