// Canonical JSON against vectors worked out by hand from RFC 8785, and against its two promises: no value is lost, no order matters.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/codec/canonical-json.ts';

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, member]): [string, unknown] => [key, shuffled(member)])
      .reverse(),
  );
};

describe('canonicalJson', () => {
  test.each<[unknown, string]>([
    [{}, '{}'],
    [[], '[]'],
    [{ b: [3, 1, 2], a: null }, '{"a":null,"b":[3,1,2]}'],
    // Section 3.2.3: keys by UTF-16 code units, so the pair D83D DE00 comes before the single unit FB33.
    [
      { '\ufb33': 1, '\u{1f600}': 2, '\u00f6': 3, '1': 4, '\r': 5, '': 6 },
      '{"":6,"\\r":5,"1":4,"ö":3,"😀":2,"\ufb33":1}',
    ],
    // No locale, no case folding: capitals before small letters, digits before both, 10 before 9.
    [{ a: 1, B: 2, '9': 3, '10': 4 }, '{"10":4,"9":3,"B":2,"a":1}'],
    // Section 3.2.2.3: numbers as ECMAScript writes them.
    [
      [1e21, 1e20, 1e-6, 1e-7, -0, 0.1 + 0.2, 2 ** 53, 5e-324],
      '[1e+21,100000000000000000000,0.000001,1e-7,0,0.30000000000000004,9007199254740992,5e-324]',
    ],
    // Section 3.2.2.2: two-character escapes where there are any, \u00xx in small letters, nothing else escaped.
    ['\b\t\n\f\r"\\/\u0000\u001f\u007f\u20ac', '"\\b\\t\\n\\f\\r\\"\\\\/\\u0000\\u001f\u007f€"'],
    [{ '"': { z: true, y: [{ b: 1, a: 2 }] } }, '{"\\"":{"y":[{"a":2,"b":1}],"z":true}}'],
  ])('%j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test('loses nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
      }),
    );
  });

  test.each<[string, unknown]>([
    ['undefined', { a: undefined }],
    ['a function', [() => 1]],
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['half a surrogate pair', '\ud800'],
    ['half a surrogate pair as a key', { '\udc00': 1 }],
    ['a big integer', 1n],
  ])('refuses %s', (_name, value) => {
    expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ code: 'bug' }));
  });
});
