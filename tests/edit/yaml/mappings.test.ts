// Keys and lists added, changed and removed, byte by byte, for each layout that people use.
import { describe, expect, test } from 'vitest';
import { editYaml } from '../../../src/edit/yaml/edit-yaml.ts';
import type { YamlEdit, YamlValue } from '../../../src/edit/yaml/wish.ts';

type Short = readonly [path: string, value?: YamlValue];
const edited = (text: string, edits: readonly Short[]): string =>
  editYaml(
    text,
    edits.map(([path, value]): YamlEdit => {
      const keys = path.split('.');
      return value === undefined ? { kind: 'remove', path: keys } : { kind: 'set', path: keys, value };
    }),
  );
type Row = readonly [name: string, before: string, edits: readonly Short[], after: string];
const WORDS = 'word '.repeat(30).trim();

describe('in blocks', () => {
  test.each<Row>([
    ['a key more', 'k:\n    a: b # c\nm: n\n', [['k.x', 'y']], 'k:\n    a: b # c\n    x: y\nm: n\n'],
    [
      'a key more, before what belongs to the next',
      'k:\n  IOM-01:\n    status: x\n\n  # IOM-02 (line 44): Set up.\n  IOM-02: y\n',
      [['k.IOM-01.owner', 'lead']],
      'k:\n  IOM-01:\n    status: x\n    owner: lead\n\n  # IOM-02 (line 44): Set up.\n  IOM-02: y\n',
    ],
    [
      'a key more, behind an example in the last one',
      'k: a\nm:\n  # like: this\n\n# end\n',
      [['x', 'y']],
      'k: a\nm:\n  # like: this\nx: y\n\n# end\n',
    ],
    ['a key more, no final line end', 'k: a', [['x', 'y']], 'k: a\nx: y'],
    ['a key more, CRLF', 'k: a\r\n', [['x', 'y\nz']], 'k: a\r\nx: |-\r\n  y\r\n  z\r\n'],
    ['a key more, behind a kept text', 'k: |+\n  a\n\n', [['x', 'y']], 'k: |+\n  a\n\nx: y\n'],
    ['a key that needs quotes', 'k: a\n', [['a: b', 'y']], 'k: a\n"a: b": y\n'],
    [
      'two keys of a new answer are one new block',
      'k:\n  a: b\n',
      [
        ['k.n.status', 'planned'],
        ['k.n.evidence', []],
      ],
      'k:\n  a: b\n  n:\n    status: planned\n    evidence: []\n',
    ],
    [
      'keys below an example',
      'e:\n  # EV-01:\n  #   type: record\n\n# Risks.\nw:\n',
      [['e.EV-02.type', 'record']],
      'e:\n  # EV-01:\n  #   type: record\n  EV-02:\n    type: record\n\n# Risks.\nw:\n',
    ],
    ['keys below a comment on the line', 'e: # all\nw:\n', [['e.a', 'b']], 'e: # all\n  a: b\nw:\n'],
    ['keys in the step of the file', 'a:\n x: 1\nk:\n', [['k.c.d', 'x']], 'a:\n x: 1\nk:\n c:\n  d: x\n'],
    ['a file of comments', '# only\n', [['a.b', 'x']], '# only\na:\n  b: x\n'],
    ['a key less', 'k:\n  # above\n  a: b # behind\n  c: d\n', [['k.a']], 'k:\n  # above\n  c: d\n'],
    [
      'a key less, with what is in it',
      'k:\n  a:\n    - b: c\n      d: >-\n        e\n    # in it\n  # next\n  f: g\n',
      [['k.a']],
      'k:\n  # next\n  f: g\n',
    ],
    ['a key less, behind a kept text', 'k: |+\n  a\nm: n\n\n# c\n', [['m']], 'k: |+\n  a\n# c\n'],
    [
      'one for another, behind a kept text',
      'k: |+\n  a\nm: n\n\n',
      [['m'], ['x', 'y']],
      'k: |+\n  a\nx: y\n',
    ],
    ['the last key less', 'k:\n  # like\n  a: b\nm: n\n', [['k.a']], 'k:\n  # like\nm: n\n'],
    ['the last key of a file', '# c\na: b # d\n# e\n', [['a']], '# c\n{}\n# e\n'],
    ['a key less and one more', 'k:\n  a: b\nm: n', [['k.a'], ['k.x', 'y'], ['m']], 'k:\n  x: y'],
    ['a key that is not there', 'k: a\n', [['x'], ['y.z']], 'k: a\n'],
    ['removed and set again', 'k: "a" # c\n', [['k'], ['k', 'x']], 'k: "x" # c\n'],
    ['a parent made for nothing stays', 'k: a\n', [['n.a', 'x'], ['n.a']], 'k: a\nn: {}\n'],
    ['set and removed again', 'k:\n', [['k.a', 'x'], ['k.a']], 'k:\n'],
    [
      'a mapping for another',
      'k:\n  a: b # 1\n  c: d # 2\n',
      [['k', { c: 'd', x: 'y' }]],
      'k:\n  c: d # 2\n  x: y\n',
    ],
    ['a mapping for a text', 'k: a # c\n', [['k', { x: 'y' }]], 'k: # c\n  x: y\n'],
    ['an empty mapping for another', 'k:\n  a: b # 1\n', [['k', {}]], '# 1\nk: {}\n'],
    ['between document marks', '---\na: b\n...\n', [['c', 'd']], '---\na: b\nc: d\n...\n'],
  ])('%s', (_, before, edits, after) => {
    expect(edited(before, edits)).toBe(after);
  });
});

describe('in brackets', () => {
  test.each<Row>([
    ['a key more', 'k: { a: b } # c\n', [['k.x', 'y z']], 'k: { a: b, x: y z } # c\n'],
    ['a key more, no spaces', 'k: {a: b}\n', [['k.x', { y: 'z' }]], 'k: {a: b, x: { y: z }}\n'],
    ['a key more, a comma at the end', 'k: { a: b, }\n', [['k.x', 'y']], 'k: { a: b, x: y, }\n'],
    [
      'a key more, a comment',
      'k: {\n  a: b # c\n  }\n',
      [['k.x', 'y z']],
      'k: {\n  a: b, x: "y z" # c\n  }\n',
    ],
    ['several lines', 'k: { a: b }\n', [['k.a', 'x\n, y']], 'k: { a: "x\\n, y" }\n'],
    [
      'nothing',
      'k: { a: , b: }\n',
      [
        ['k.a', 'x'],
        ['k.b', ['y']],
      ],
      'k: { a: x , b: [y] }\n',
    ],
    [
      'a key alone',
      'k: { a, "b" }\n',
      [
        ['k.a', 'x'],
        ['k.b', 'y'],
      ],
      'k: { a: x, "b": y }\n',
    ],
    [
      'as JSON',
      '{"a":b,"c":[d]}',
      [
        ['a', 'x, y'],
        ['c', ['z']],
      ],
      '{"a":"x, y","c":[z]}',
    ],
    [
      'deeper',
      'k: { inherited: { ours: none } }\n',
      [['k.inherited.ours', { a: 'b' }]],
      'k: { inherited: { ours: { a: b } } }\n',
    ],
    ['the first less', 'k: { a: b, c: d }\n', [['k.a']], 'k: { c: d }\n'],
    ['the last less', 'k: { a: b, c: d }\n', [['k.c']], 'k: { a: b }\n'],
    ['the last less, a comma at the end', 'k: { a: b, c: d, }\n', [['k.c']], 'k: { a: b, }\n'],
    ['the last two less', 'k: { a: b, c: d, e: f }\n', [['k.c'], ['k.e']], 'k: { a: b }\n'],
    ['the last less and one more', 'k: { a: b, c: d }\n', [['k.c'], ['k.x', 'y']], 'k: { a: b, x: y }\n'],
    ['all less', 'k: { a: b, # c\n  d: e }\n', [['k.a'], ['k.d']], '# c\nk: {}\n'],
    ['all others', 'k: { a: b }\n', [['k', { x: 'y' }]], 'k: { x: y }\n'],
    [
      'a line less',
      'k: { a: b, # 1\n  c: d, # 2\n  # 3\n  e: f # 4\n  }\n',
      [['k.c']],
      'k: { a: b, # 1\n  # 3\n  e: f # 4\n  }\n',
    ],
    ['empty', 'k: {} # c\n', [['k.a', 'x']], 'k: { a: x } # c\n'],
    [
      'empty, for a long text',
      'k: {} # c\n',
      [['k.a', WORDS]],
      `k: # c\n  a: >-\n    ${'word '.repeat(23).trim()}\n    ${'word '.repeat(7).trim()}\n`,
    ],
  ])('%s', (_, before, edits, after) => {
    expect(edited(before, edits)).toBe(after);
  });
});

describe('a list', () => {
  test.each<Row>([
    ['empty', 'k: [] # c\n', [['k', ['a', 'b']]], 'k: [a, b] # c\n'],
    ['in brackets', 'k: [a,b]\n', [['k', ['a', 'c, d']]], 'k: [a, "c, d"]\n'],
    ['with spaces, spelled as it was', 'k: [ "a", b ]\n', [['k', ['c', 'a']]], 'k: [ c, "a" ]\n'],
    [
      'too long for brackets',
      'k: [a]\n',
      [['k', [WORDS, 'b']]],
      `k:\n  - >-\n    ${'word '.repeat(23).trim()}\n    ${'word '.repeat(7).trim()}\n  - b\n`,
    ],
    ['with hyphens', 'k:\n- a\n- b # x\nm: 1\n', [['k', ['a', 'c', 'd']]], 'k:\n- a\n- c # x\n- d\nm: 1\n'],
    ['the first less', 'k:\n  - a # 1\n  - b # 2\n', [['k', ['b']]], 'k:\n  - b # 2\n'],
    ['one before', 'k:\n  - "b"\n', [['k', ['a', 'b']]], 'k:\n  - "a"\n  - b\n'],
    [
      'of long texts',
      'k:\n  - >- # 1\n    a b\n  - c\n',
      [['k', ['x y', 'c']]],
      'k:\n  - >- # 1\n    x y\n  - c\n',
    ],
    ['emptied', 'k:\n  - a # 1\nm: n\n', [['k', []]], '# 1\nk: []\nm: n\n'],
    ['of mappings', 'k:\n  - a: b\n    c: d\nm: n\n', [['k', ['x']]], 'k:\n  - x\nm: n\n'],
    ['below its key', 'k:\n  [a,\n   b]\n', [['k', ['x']]], 'k: [x]\n'],
    ['new', 'k: a\n', [['l', ['x', '']]], 'k: a\nl: [x, ""]\n'],
    [
      'the same',
      'k:   [ a,b ]\nl:\n- c\n',
      [
        ['k', ['a', 'b']],
        ['l', ['c']],
      ],
      'k:   [ a,b ]\nl:\n- c\n',
    ],
  ])('%s', (_, before, edits, after) => {
    expect(edited(before, edits)).toBe(after);
  });
});

test('a comma in brackets stays where a comment would come to stand right behind a text', () => {
  const text = 'x: {\n status: lead lead, # c1;\n evidence: {}\n }\n';
  expect(edited(text, [['x.evidence']])).toBe('x: {\n status: lead lead, # c1;\n }\n');
});
