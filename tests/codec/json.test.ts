// Guarded JSON: what JSON.parse takes is taken with the same value, and what it lets pass is refused with a code and a place.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../../src/codec/json.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const codes = (text: string): readonly string[] => {
  const parsed = parseJson('some.json', bytes(text));
  return parsed.kind === 'value' ? [] : parsed.diagnostics.map(({ code }) => code);
};
const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('parseJson', () => {
  test('gives the value that JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 1, 2), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        fc.pre(!text.includes('__proto__'));
        expect(parseJson('f', bytes(text))).toEqual({ kind: 'value', value: JSON.parse(text) });
      }),
    );
  });

  test('agrees with JSON.parse on what is no JSON', () => {
    const scrap = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '1',
      '-',
      '0',
      'true',
      'nul',
      ' ',
      '\n',
      '\\',
      '"',
      '.5',
      'e3',
    );
    fc.assert(
      fc.property(fc.array(scrap, { minLength: 1, maxLength: 9 }), (scraps) => {
        const text = scraps.join('');
        expect(codes(text).filter((code) => code === 'json-syntax').length === 0).toBe(parses(text));
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ['', ['file-empty']],
    ['{"a":1,"b":{"a":2},"a":3}', ['key-duplicate']],
    ['{"a":1,"\\u0061":3}', ['key-duplicate']],
    ['{"__proto__":{"x":1}}', ['key-unknown']],
    ['["\\ud800"]', ['value-invalid']],
    ['[1e999]', ['value-invalid']],
    ['\ufeff{}', ['json-syntax']],
    ['{"a":1,}', ['json-syntax']],
    ['["a\u0001"]', ['json-syntax']],
    ['{"a":', ['json-syntax']],
    [`${'['.repeat(65)}${']'.repeat(65)}`, ['json-too-deep']],
    [`${'['.repeat(64)}${']'.repeat(64)}`, []],
    ['['.repeat(1_000_000), ['json-too-deep']],
  ])('%.30s gives %j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test('says where', () => {
    const parsed = parseJson('m.json', bytes('{\r\n  "ab": 1,\n  "ab": 2\n}'));
    expect(parsed).toMatchObject({
      kind: 'refused',
      diagnostics: [{ file: 'm.json', place: { line: 3, column: 3, length: 4 }, excerpt: '  "ab": 2' }],
    });
  });

  test('refuses what is too long, and what is not UTF-8', () => {
    expect(parseJson('f', bytes('[1,2]'), { bytes: 4, depth: 9 })).toMatchObject({
      diagnostics: [{ code: 'file-too-large' }],
    });
    expect(parseJson('f', Uint8Array.of(0x22, 0xff, 0x22))).toMatchObject({
      diagnostics: [{ code: 'file-not-utf8' }],
    });
  });

  test('stops after twenty troubles', () => {
    expect(codes(`[${'"\\ud800",'.repeat(1000)}1]`)).toHaveLength(20);
  });

  test('takes very long strings and runs of white space without exhausting the stack', () => {
    expect(codes(`"${'a'.repeat(5_000_000)}"`)).toEqual([]);
    expect(codes(`${' '.repeat(5_000_000)}1`)).toEqual([]);
  });
});
