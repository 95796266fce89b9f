// The parts that an edit rests on: splices made on any line ends, and the comparison that would find a wrong result.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editYaml } from '../../../src/edit/yaml/edit-yaml.ts';
import { difference } from '../../../src/edit/yaml/expected.ts';
import { framed, overlap, spliced } from '../../../src/edit/yaml/splice.ts';
import type { YamlEdit } from '../../../src/edit/yaml/wish.ts';

const text = fc
  .array(fc.constantFrom('a', 'b', '\n', '\r\n', '\r', '\ufeff'), { maxLength: 20 })
  .map((all) => all.join(''));

describe('splices', () => {
  test('none leave any text as it is', () => {
    fc.assert(
      fc.property(text, (file) => {
        expect(spliced(framed(file), [])).toBe(file);
      }),
    );
  });

  test('take away and put in where they say, whatever the line ends', () => {
    const page = framed('\ufeffa\r\nb\nc\r\nd');
    expect(page.text).toBe('\na\nb\nc\nd\n');
    const splices = [
      { start: 8, end: 8, text: '\nx' },
      { start: 2, end: 4, text: '' },
      { start: 0, end: 0, text: '\n# c' },
    ];
    expect(spliced(page, splices)).toBe('\ufeff# c\r\na\nc\r\nd\r\nx');
  });

  test('that insert come before what begins there, and stay in order', () => {
    const splices = [
      { start: 1, end: 2, text: 'x' },
      { start: 1, end: 1, text: '1' },
      { start: 1, end: 1, text: '2' },
    ];
    expect(spliced(framed('ab\n'), splices)).toBe('12xb\n');
  });

  test('that overlap are found', () => {
    const [one, two, three] = [
      [1, 3],
      [2, 4],
      [3, 5],
    ].map(([start = 0, end = 0]) => ({ start, end, text: '' }));
    if (!one || !two || !three) return expect.unreachable();
    expect([overlap([one, three]), overlap([two, one]), overlap([])]).toEqual([false, true, false]);
  });
});

test.each([
  [{ a: 'b', c: ['d'] }, { c: ['d'], a: 'b' }, null],
  [{ a: { b: 'x' } }, { a: { b: 'x ' } }, ['a', 'b']],
  [{ a: ['b'] }, { a: ['b', 'c'] }, ['a', '1']],
  [{ a: undefined }, {}, ['a']],
  [{}, { a: undefined }, ['a']],
  [{ a: 'b' }, { a: ['b'] }, ['a']],
  [{ a: [] }, { a: {} }, ['a']],
  [undefined, 'a', []],
])('%j and %j differ at %j', (a, b, path) => {
  expect(difference(a, b)).toEqual(path);
});

test('thousands of edits go through in one call', () => {
  const keys = Array.from({ length: 4000 }, (_, index) => `K-${index}`);
  const answer =
    '    status: partial\n    # why\n    statement: >-\n      Some words that are folded\n      over two lines.\n';
  const file = `duties:\n${keys.map((key) => `  # above\n  ${key}:\n${answer}`).join('')}`;
  const edits = keys.flatMap((key): readonly YamlEdit[] => [
    { kind: 'set', path: ['duties', key, 'statement'], value: 'x y' },
    { kind: 'set', path: ['duties', key, 'owner'], value: 'lead' },
    { kind: 'remove', path: ['duties', key, 'status'] },
    { kind: 'set', path: ['duties', `${key}-new`, 'status'], value: 'planned' },
  ]);
  const after = editYaml(file, edits);
  expect(after).toBe(
    `duties:\n${keys.map((key) => `  # above\n  ${key}:\n    # why\n    statement: >-\n      x y\n    owner: lead\n`).join('')}${keys
      .map((key) => `  ${key}-new:\n    status: planned\n`)
      .join('')}`,
  );
});
