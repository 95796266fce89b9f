// The block helpers: as Handlebars' own, but null is a value with a meaning of its own, and nothing passes in silence.
import Handlebars from 'handlebars';
import { isFalse, kindOf } from './values.ts';

type Options = Handlebars.HelperOptions;
/** Stops rendering at the numbered spot. */
export type Stop = (origin: number, sentence: string, hint: string) => never;
type BlockHelper = (this: unknown, origin: number, value: unknown, options: Options) => string;

const chooses = (when: (value: unknown) => boolean): BlockHelper =>
  function (this: unknown, _origin, value, options) {
    return when(value) ? options.fn(this) : options.inverse(this);
  };

const withBlock: BlockHelper = function (this: unknown, _origin, value, options) {
  if (value === null) return options.inverse(this);
  return options.fn(value, { data: options.data, blockParams: [value] });
};

/** The items of a list with their indexes, or the members of a record with their keys; null for anything else. */
const membersOf = (value: unknown): readonly (readonly [string | number, unknown])[] | null => {
  if (Array.isArray(value)) return value.map((item, index) => [index, item] as const);
  return typeof value === 'object' && value !== null ? Object.entries(value) : null;
};

const eachBlock = (stop: Stop): BlockHelper =>
  function (this: unknown, origin, value, options) {
    const members = membersOf(value);
    if (members === null)
      return stop(
        origin,
        `\`each\` needs a list, but this is ${kindOf(value)}.`,
        'Ask with {{#if}} first; an empty list goes to {{else}}.',
      );
    if (members.length === 0) return options.inverse(this);
    return members
      .map(([key, item], index) => options.fn(item, frameOf(options, key, item, index, members.length)))
      .join('');
  };

const frameOf = (
  options: Options,
  key: string | number,
  item: unknown,
  index: number,
  of: number,
): Handlebars.RuntimeOptions => {
  const data = Handlebars.createFrame(options.data);
  return {
    data: Object.assign(data, { key, index, first: index === 0, last: index === of - 1 }),
    blockParams: [item, key],
  };
};

export const blockHelpers = (
  stop: Stop,
): Readonly<Record<'if' | 'unless' | 'each' | 'with', BlockHelper>> => ({
  if: chooses((value) => !isFalse(value)),
  unless: chooses(isFalse),
  each: eachBlock(stop),
  with: withBlock,
});
