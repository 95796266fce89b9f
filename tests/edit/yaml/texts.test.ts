// Texts in place of other values, byte by byte, for each layout that people use.
import { describe, expect, test } from 'vitest';
import { editYaml } from '../../../src/edit/yaml/edit-yaml.ts';
import type { YamlEdit, YamlValue } from '../../../src/edit/yaml/wish.ts';

const set = (path: string, value: YamlValue): YamlEdit => ({ kind: 'set', path: path.split('.'), value });
const LONG =
  'Minimum and maximum scale are set in Terraform for all nine apps in both projects, and looked at each month.';

describe('a text in the place of another', () => {
  test.each<[name: string, before: string, value: YamlValue, after: string]>([
    ['nothing', 'k:\n', 'x', 'k: x\n'],
    ['nothing, with a space', 'k: \nm: y\n', 'x', 'k: x\nm: y\n'],
    ['nothing, with a comment', 'k: # why\n', 'x', 'k: x # why\n'],
    [
      'nothing, with an example below',
      'k:\n  # like\n  # this\nm: y\n',
      'x',
      'k: x\n  # like\n  # this\nm: y\n',
    ],
    ['nothing, several lines, an example below', 'k:\n  # like\n', 'x\ny', 'k: "x\\ny"\n  # like\n'],
    ['a plain text', 'k: a b\nm: y\n', 'c d', 'k: c d\nm: y\n'],
    ['a plain text with a comment', 'k: a   # why\n', 'x', 'k: x   # why\n'],
    ['a plain text with a comment, several words', 'k: a # why\n', 'x y', 'k: "x y" # why\n'],
    ['a plain text on several lines', 'k: a\n  b\n\n  c\nm: y\n', 'x', 'k: x\nm: y\n'],
    ['a plain text below its key', 'k:\n  # c\n  a b\nm: y\n', 'x', 'k:\n  # c\n  x\nm: y\n'],
    ['a plain text below its key, several lines', 'k:\n  a\nm: y\n', 'x\ny', 'k:\n  "x\\ny"\nm: y\n'],
    ['double quotes', 'k: "2026-01-01" # c\n', '2026-04-01', 'k: "2026-04-01" # c\n'],
    ['single quotes', "k: 'a'\n", "it's", "k: 'it''s'\n"],
    ['single quotes, a tab', "k: 'a'\n", 'x\ty', 'k: "x\\ty"\n'],
    ['odd comment behind quotes', 'k: "a" #12\n', 'x', 'k: "x" #12\n'],
    ['a folded text', 'k: >-\n  a b\n  c\nm: y\n', 'x y', 'k: >-\n  x y\nm: y\n'],
    ['a folded text, one word', 'k: >-\n  a b\n\nm: y\n', 'x', 'k: x\n\nm: y\n'],
    ['a folded text, a line end', 'k: >-\n  a\n\n  b\n\nm: y\n', 'x y\n', 'k: >\n  x y\n\nm: y\n'],
    ['a folded text with a comment', 'k: >- # c\n  a b\n', 'x', 'k: x # c\n'],
    ['a folded text by several lines', 'k: >-\n    a\nm: y\n', 'x\n\ny', 'k: |-\n  x\n\n  y\nm: y\n'],
    ['a literal text', 'k: |\n  a\n  b\n# c\n', 'x\ny\n', 'k: |\n  x\n  y\n# c\n'],
    ['a kept text', 'k: |+\n  a\n\nm: y\n', 'x\n\n', 'k: "x\\n\\n"\nm: y\n'],
    ['a kept text at the end', 'k: a\n', 'x\n\n', 'k: "x\\n\\n"\n'],
    ['a kept text before an empty line', 'k: a\n\nm: y\n', 'x\n\n', 'k: "x\\n\\n"\n\nm: y\n'],
    ['no final line end', 'k: a', 'x\ny', 'k: |-\n  x\n  y'],
    ['a literal text without a final line end', 'k: |\n  a', 'x', 'k: x'],
    ['CRLF', 'k: >-\r\n  a b\r\nm: y\r\n', 'x\ny', 'k: |-\r\n  x\r\n  y\r\nm: y\r\n'],
    ['a byte-order mark', '\ufeffk: a\n', 'x', '\ufeffk: x\n'],
    ['a long text', 'k: a\n', `${LONG} Yes, always.`, `k: >-\n  ${LONG} Yes,\n  always.\n`],
    ['a list in brackets', 'k: [a, b] # c\n', 'x', 'k: x # c\n'],
    ['brackets with comments', 'k: [a, # 1\n  b] # 2\n', 'x', '# 1\nk: x # 2\n'],
    ['a list with hyphens', 'k:\n- a # 1\n# 2\n- b\nm: y\n', 'x', '# 1\n# 2\nk: x\nm: y\n'],
    [
      'a mapping',
      'k: # 0\n  a: 1 # 1\n  # 2\n  b: "#"\n  # 3\nm: y\n',
      'x',
      '# 1\n# 2\nk: x # 0\n  # 3\nm: y\n',
    ],
    ['a mapping of texts with #', 'k:\n  a: |-\n    # no\n  # yes\n  b: "# no"\n', 'x', '# yes\nk: x\n'],
    ['a quoted key', '"k" : a\n', 'x', '"k" : x\n'],
    ['the same', 'k:   "a"  # c\n', 'a', 'k:   "a"  # c\n'],
  ])('%s', (_, before, value, after) => {
    expect(editYaml(before, [set('k', value)])).toBe(after);
  });

  test.each([
    ['x', 'x'],
    ['see #12', '"see #12"'],
    ['a#b', 'a#b'],
    ['a: b', '"a: b"'],
    ['a:b', 'a:b'],
    ['a:', '"a:"'],
    ['- a', '"- a"'],
    ['=1+1', '=1+1'],
    ['null', '"null"'],
    ['~', '"~"'],
    ['yes', 'yes'],
    ['0x1F', '0x1F'],
    ['', '""'],
    [' a', '" a"'],
    ['a ', '"a "'],
    ['a, [b]', 'a, [b]'],
    ['*a', '"*a"'],
    ["it's", "it's"],
    ['say "a"', 'say "a"'],
    ['"a', '"\\"a"'],
    ['...', '"..."'],
    ['a\u0085b\u2028c\ufeff', '"a\\u0085b\\u2028c\\ufeff"'],
    ['😀 \u05d0', '😀 \u05d0'],
    [' x\ny', '" x\\ny"'],
    ['x \ny', '"x \\ny"'],
    ['x\n', '|\n  x'],
    ['# x\n- y', '|-\n  # x\n  - y'],
  ])('writes %j as %j', (text, written) => {
    expect(editYaml('k: a\nm: y\n', [set('k', text)])).toBe(`k: ${written}\nm: y\n`);
  });
});
