// One writer for both texts, held against the plain way: sort every object by itself, and let JSON.stringify write what is left.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/codec/canonical-json.ts';
import { prettyJson } from '../../src/codec/pretty-json.ts';

/** Laid out where `line` is a line end with its indentation, close where it is null. */
const plainly = (value: unknown, line: string | null): string => {
  const inner = line === null ? '' : `${line}  `;
  const below = line === null ? null : inner;
  if (Array.isArray(value))
    return enclosed(
      '[',
      value.map((item) => plainly(item, below)),
      ']',
      inner,
      line,
    );
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const colon = line === null ? ':' : ': ';
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}${colon}${plainly(member, below)}`);
  return enclosed('{', members, '}', inner, line);
};

const enclosed = (
  open: string,
  parts: readonly string[],
  close: string,
  inner: string,
  line: string | null,
): string =>
  parts.length === 0 ? open + close : `${open}${inner}${parts.join(`,${inner}`)}${line ?? ''}${close}`;

/** Records as reports have them: many with the same keys, some with one more or less, in one order or another. */
const key = fc.constantFrom('id', 'text', '10', '9', 'Zeile', 'é', '"', '__proto__', '');
const json = fc.letrec<{ value: unknown; record: unknown }>((tie) => ({
  record: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'grapheme' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(null, true, false, -0),
    tie('record'),
    fc.array(tie('record'), { maxLength: 5 }),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
})).value;

test('writes what the plain way writes, close and laid out', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(canonicalJson(value)).toBe(plainly(value, null));
      expect(prettyJson(value)).toBe(`${plainly(value, '\n')}\n`);
    }),
    { numRuns: 500 },
  );
});

test('one text keeps nothing for the next', () => {
  expect(prettyJson([{ b: 1, a: 2 }])).toBe('[\n  {\n    "a": 2,\n    "b": 1\n  }\n]\n');
  expect(canonicalJson([{ b: 1, a: 2 }])).toBe('[{"a":2,"b":1}]');
});
