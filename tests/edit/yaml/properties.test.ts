// Random edits of random files: the result says what was meant, and no line changes that no edit speaks of.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editYaml } from '../../../src/edit/yaml/edit-yaml.ts';
import type { YamlEdit, YamlValue } from '../../../src/edit/yaml/wish.ts';
import { isMapping, type Plain, valueAt } from '../../../src/read/plain.ts';
import { isSourceText, sourceText } from '../../../src/read/source-text.ts';
import { yamlTree } from '../../../src/read/yaml-tree.ts';
import { fileOf } from '../../read/support.ts';
import { type RandomFile, randomFile } from './random-file.ts';

const RUNS = { numRuns: 150 };

const HOSTILE = [
  '#',
  ' # a',
  'a #b',
  'a: b',
  'a:',
  '"',
  "'",
  'it\'s "it"',
  '😀',
  ' a',
  'a ',
  '\na',
  'a\n',
  'a\n\n',
  'a\n\nb',
  'a\n b\n',
  '  a\nb',
  '- a',
  '-',
  '? a',
  '=1+1',
  'null',
  '~',
  'yes',
  '0x1F',
  '{a}',
  '[',
  ']',
  ', a',
  '&a',
  '*a',
  '!a',
  '%a',
  '@a',
  '`a',
  '|',
  '>-',
  '---',
  '...',
  '--- a',
  'a\tb',
  '\t',
  ' ',
  '\n',
  '\n\n',
  'a\u0085b',
  'a\u2028b',
  '\ufeffa',
  '\u00a0a\u00a0',
  'a  b',
  '\\n',
  '\u05d0\u05d1',
  'word '.repeat(60).trim(),
  'word  '.repeat(60).trim(),
  `${'word '.repeat(50)}\n`,
  'w'.repeat(5000),
  '# a\n- b\n',
  'x'.repeat(118),
  'duties:\n  a: b',
  'a # b\nc',
  '...\n---\n',
];
const hostile = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE) },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'grapheme', maxLength: 60 })
      .filter(
        (text) => text.isWellFormed() && !/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u.test(text),
      ),
  },
);
const key = fc.constantFrom(
  'status',
  'owner',
  'IOM-01-C1',
  'evidence',
  'a b',
  'x',
  'new',
  'null',
  'a: b',
  '#',
);
const value = fc.letrec<{ value: YamlValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    hostile,
    fc.array(hostile, { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;
const path = fc.array(key, { minLength: 1, maxLength: 4 });
const edit: fc.Arbitrary<YamlEdit> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('set' as const), path, value }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), path }) },
);

const dataOf = (text: string): Plain => {
  const source = sourceText(fileOf(text), 8);
  if (!isSourceText(source)) throw new Error(source.sentence);
  const { data, diagnostics } = yamlTree(source);
  if (diagnostics.length > 0) throw new Error(`${diagnostics[0]?.sentence}\n${text}`);
  return data;
};

/** A copy to be changed, in which an empty mapping and nothing are the same. */
type Draft = string | readonly Plain[] | Map<string, Draft>;
const draftOf = (data: Plain): Draft =>
  typeof data === 'string' || Array.isArray(data)
    ? data
    : new Map(isMapping(data) ? Object.entries(data).map(([name, member]) => [name, draftOf(member)]) : []);

/** False where the path runs through a text or a list. */
const change = (draft: Draft, edit: YamlEdit, [step = '', ...rest]: readonly string[]): boolean => {
  if (!(draft instanceof Map)) return false;
  if (rest.length === 0) {
    if (edit.kind === 'remove') draft.delete(step);
    else draft.set(step, draftOf(edit.value));
    return true;
  }
  const below = draft.get(step);
  if (below !== undefined) return change(below, edit, rest);
  if (edit.kind === 'remove') return true;
  const fresh = new Map<string, Draft>();
  draft.set(step, fresh);
  return change(fresh, edit, rest);
};

const possible = (data: Plain, edits: readonly YamlEdit[]): readonly YamlEdit[] =>
  edits.reduce<{ draft: Draft; kept: YamlEdit[] }>(
    ({ draft, kept }, one) => {
      if (change(draft, one, one.path)) kept.push(one);
      return { draft, kept };
    },
    { draft: draftOf(data), kept: [] },
  ).kept;

const meant = (data: Plain, edits: readonly YamlEdit[]): Draft => {
  const draft = draftOf(data);
  for (const one of edits) change(draft, one, one.path);
  return draft;
};

test('random files can be read', () => {
  fc.assert(
    fc.property(randomFile, ({ text }) => {
      dataOf(text);
      expect(editYaml(text, [])).toBe(text);
    }),
    RUNS,
  );
});

test('several edits at once are read back as what they mean, and change nothing a second time', () => {
  fc.assert(
    fc.property(randomFile, fc.array(edit, { maxLength: 6 }), ({ text }, wanted) => {
      const data = dataOf(text);
      const edits = possible(data, wanted);
      const result = editYaml(text, edits);
      expect(draftOf(dataOf(result))).toEqual(meant(data, edits));
      const again = edits.filter(({ kind }) => kind === 'set');
      if (possible(dataOf(result), again).length === edits.length)
        expect(editYaml(result, again)).toBe(result);
    }),
    RUNS,
  );
});

test('one after the other, they mean the same', () => {
  fc.assert(
    fc.property(randomFile, fc.array(edit, { maxLength: 4 }), ({ text }, wanted) => {
      const edits = possible(dataOf(text), wanted);
      const result = edits.reduce((file, one) => editYaml(file, [one]), text);
      expect(draftOf(dataOf(result))).toEqual(draftOf(dataOf(editYaml(text, edits))));
    }),
    RUNS,
  );
});

const commentsOf = (text: string): readonly string[] => (text.match(/# c\d+;/g) ?? []).toSorted();
const textEdit = fc.record({ kind: fc.constant('set' as const), path, value: hostile });

test('no comment is lost when texts are set, whatever stood in their places', () => {
  fc.assert(
    fc.property(randomFile, fc.array(textEdit, { maxLength: 5 }), ({ text }, wanted) => {
      const edits = possible(dataOf(text), wanted);
      expect(commentsOf(editYaml(text, edits))).toEqual(commentsOf(text));
    }),
    RUNS,
  );
});

/** The lines of the pair that an edit is about: that of its path, or of the nearest above it. */
const linesAround = ({ pairs }: RandomFile, { path }: YamlEdit) =>
  pairs.findLast(
    (pair) =>
      pair.path.length <= path.length &&
      pair.path.every((step, i) => step === path[i]) &&
      !pairs.some(
        (other) => other.path.length > pair.path.length && other.path.every((step, i) => step === path[i]),
      ),
  );

/** Blank lines behind a block text that keeps them (`|+`) are part of it. */
const endOf = (
  all: readonly string[],
  { start, end }: { readonly start: number; readonly end: number },
): number => {
  if (!all.slice(start, end).some((line) => /[|>][1-9]?\+/.test(line))) return end;
  const next = all.findIndex((line, index) => index >= end && line.trim() !== '');
  return next < 0 ? all.length : next;
};

test('lines before and behind what an edit is about stay as they are', () => {
  fc.assert(
    fc.property(randomFile, edit, (file, wanted) => {
      const lines = linesAround(file, wanted);
      fc.pre(lines !== undefined && possible(dataOf(file.text), [wanted]).length > 0);
      const all = file.text.split(/(?<=\n)/);
      const result = editYaml(file.text, [wanted]);
      const before = all.slice(0, lines.start).join('');
      const behind = all.slice(endOf(all, lines)).join('');
      // A file without a final line end has none afterwards either, whichever line is then its last.
      expect(result.startsWith(before) || (behind === '' && result === before.replace(/\r?\n$/, ''))).toBe(
        true,
      );
      expect(result.endsWith(behind)).toBe(true);
    }),
    RUNS,
  );
});

test('what is there already is not written again', () => {
  fc.assert(
    fc.property(randomFile, ({ text, pairs }) => {
      const data = dataOf(text);
      const edits = pairs.flatMap(({ path }): readonly YamlEdit[] => {
        const there = valueAt(data, path);
        return typeof there === 'string' ? [{ kind: 'set', path, value: there }] : [];
      });
      expect(editYaml(text, edits)).toBe(text);
    }),
    RUNS,
  );
});
