// Helpers over lists of records.

import { didYouMean } from '../../did-you-mean.ts';
import type { HelperCall, HelperRow } from '../helper.ts';
import { kindOf, namesIn, ownValue } from '../values.ts';
import { listAt, numberAt, textAt } from './arguments.ts';

/** A record's value under a dotted key; a name that is not there stops rendering, as it does everywhere. */
const keyOf = (call: HelperCall, record: unknown, key: string): unknown =>
  key.split('.').reduce((at: unknown, name) => {
    if (at === null) return null;
    const value = ownValue(at, name);
    return value === undefined
      ? call.fail(
          'template-name-missing',
          `There is no \`${name}\` in a record of the list.`,
          didYouMean(name, namesIn(at)),
        )
      : value;
  }, record);

type Index = ReadonlyMap<unknown, readonly unknown[]>;

/** Templates look one list up by one key once for every record of another: by an index that is a step each, without it a walk each. */
const indexes = new WeakMap<readonly unknown[], Map<string, Index>>();

const indexOf = (call: HelperCall, list: readonly unknown[], key: string): Index => {
  const known = indexes.get(list) ?? new Map<string, Index>();
  const index = known.get(key) ?? grouped(list, (record) => keyOf(call, record, key));
  indexes.set(list, known.set(key, index));
  return index;
};

const grouped = (list: readonly unknown[], keyed: (record: unknown) => unknown): Index => {
  const groups = new Map<unknown, unknown[]>();
  for (const record of list) {
    const value = keyed(record);
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [record]);
    else group.push(record);
  }
  return groups;
};

const matching = (call: HelperCall): readonly unknown[] =>
  indexOf(call, listAt(call, 0), textAt(call, 1)).get(call.values[2]) ?? [];

const joined = (call: HelperCall): string =>
  listAt(call, 0)
    .map((value) =>
      typeof value === 'string' || typeof value === 'number'
        ? String(value)
        : call.fail(
            'value-invalid',
            `Cannot join ${kindOf(value)}.`,
            'Join lists of texts; name the key of records as third value.',
          ),
    )
    .join(textAt(call, 1));

export const LISTS: readonly HelperRow[] = [
  {
    name: 'count',
    usage: '(count list)',
    does: 'How many items a list has.',
    takes: [1, 1],
    named: [],
    call: (call) => listAt(call, 0).length,
  },
  {
    name: 'find',
    usage: "(find list 'key' value)",
    does: 'The first record whose key (dots reach inwards) has the value; null when none has.',
    takes: [3, 3],
    named: [],
    call: (call) => matching(call)[0] ?? null,
  },
  {
    name: 'where',
    usage: "(where list 'key' value)",
    does: 'The records whose key has the value, in their order.',
    takes: [3, 3],
    named: [],
    call: matching,
  },
  {
    name: 'pluck',
    usage: "(pluck list 'key')",
    does: 'The values that the records of a list have under a key.',
    takes: [2, 2],
    named: [],
    call: (call) => listAt(call, 0).map((record) => keyOf(call, record, textAt(call, 1))),
  },
  {
    name: 'join',
    usage: "(join list ', ')",
    does: 'The texts of a list in one, with the given text between them.',
    takes: [2, 2],
    named: [],
    call: joined,
  },
  {
    name: 'add',
    usage: '(add a b …)',
    does: 'The sum of numbers.',
    takes: [2, null],
    named: [],
    call: (call) => call.values.reduce((sum: number, _, index) => sum + numberAt(call, index), 0),
  },
  {
    name: 'has',
    usage: '(has list value)',
    does: 'True when a list of texts or numbers holds the value.',
    takes: [2, 2],
    named: [],
    call: (call) => listAt(call, 0).includes(call.values[1]),
  },
];
