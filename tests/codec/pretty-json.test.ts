// Laid-out JSON: what JSON.stringify lays out, but with keys in code unit order, whatever they look like.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/codec/canonical-json.ts';
import { prettyJson } from '../../src/codec/pretty-json.ts';

test('is laid out as the page on the pack format says', () => {
  expect(prettyJson({ b: [1, { c: [] }], a: {}, '10': null, '9': 'x' })).toBe(
    '{\n  "10": null,\n  "9": "x",\n  "a": {},\n  "b": [\n    1,\n    {\n      "c": []\n    }\n  ]\n}\n',
  );
});

test('says what the canonical form says', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(JSON.parse(prettyJson(value)))).toBe(canonicalJson(value));
    }),
  );
});

test('refuses what JSON cannot hold', () => {
  expect(() => prettyJson({ a: undefined })).toThrow(expect.objectContaining({ code: 'bug' }));
});
