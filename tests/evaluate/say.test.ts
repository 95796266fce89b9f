// The words that rules share.
import { expect, test } from 'vitest';
import { listed, quoted } from '../../src/evaluate/say.ts';

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j is listed as %j', (words, said) => {
  expect(listed(words)).toBe(said);
});

test.each([
  [' Two  of\n14 failed. ', '“Two of 14 failed”'],
  ['v1.2', '“v1.2”'],
  ['...', '“”'],
  [`a${'.'.repeat(500_000)}b`, `“a${'.'.repeat(500_000)}b”`],
])('people’s words are quoted on one line, without their last full stop', (words, said) => {
  expect(quoted(words)).toBe(said);
});
