// Helpers that compare and decide.
import type { HelperCall, HelperRow } from '../helper.ts';
import { isFalse, kindOf } from '../values.ts';

const ordered = (call: HelperCall): number => {
  const [a, b] = call.values;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  return call.fail(
    'value-invalid',
    `Cannot put ${kindOf(a)} and ${kindOf(b)} in order.`,
    'Compare two numbers, or two texts (days are texts).',
  );
};

export const LOGIC: readonly HelperRow[] = [
  {
    name: 'eq',
    usage: '(eq a b)',
    does: 'True when both are the same text, number, true, false or null.',
    takes: [2, 2],
    named: [],
    call: ({ values: [a, b] }) => a === b,
  },
  {
    name: 'ne',
    usage: '(ne a b)',
    does: 'True when `eq` is false.',
    takes: [2, 2],
    named: [],
    call: ({ values: [a, b] }) => a !== b,
  },
  {
    name: 'lt',
    usage: '(lt a b)',
    does: 'True when a comes before b: two numbers, or two texts by code unit.',
    takes: [2, 2],
    named: [],
    call: (call) => ordered(call) < 0,
  },
  {
    name: 'gt',
    usage: '(gt a b)',
    does: 'True when a comes after b.',
    takes: [2, 2],
    named: [],
    call: (call) => ordered(call) > 0,
  },
  {
    name: 'and',
    usage: '(and a b …)',
    does: 'The first value that is false, else the last one.',
    takes: [2, null],
    named: [],
    call: ({ values }) => values.find(isFalse) ?? values.at(-1),
  },
  {
    name: 'or',
    usage: '(or a b …)',
    does: 'The first value that is not false, else the last one.',
    takes: [2, null],
    named: [],
    call: ({ values }) => values.find((value) => !isFalse(value)) ?? values.at(-1),
  },
  {
    name: 'not',
    usage: '(not a)',
    does: 'True when the value is false: null, false, 0, an empty text or an empty list.',
    takes: [1, 1],
    named: [],
    call: ({ values: [a] }) => isFalse(a),
  },
];
