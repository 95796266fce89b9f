// Plain data held against a schema: zod's issues become problems with a path, in our words, one for each thing that is wrong.
import type { z } from 'zod';
import { nearest } from '../nearest.ts';
import { didYouMean } from './did-you-mean.ts';
import {
  entriesOf,
  isMapping,
  type Path,
  type Plain,
  printPath,
  quoted,
  valueAt,
  withoutEmpties,
} from './plain.ts';
import { keysAt } from './schema-keys.ts';
import type { Trouble } from './source-text.ts';

/** `at: key` points at the last key of the path, `at: value` at what stands behind it; `meant` is the path of the key that was probably meant. */
export type Problem = Trouble & { readonly path: Path; readonly at: 'key' | 'value'; readonly meant?: Path };

export type Typed<T> = { readonly value: T | null; readonly problems: readonly Problem[] };

/** Types the data. Keys with nothing behind them count as absent, but an unknown one is told all the same. */
export const typed = <T>(schema: z.ZodType<T>, data: Plain): Typed<T> => {
  const empties = hasEmpties(data);
  const parsed = schema.safeParse(empties ? withoutEmpties(data) : data);
  const issues = [...(parsed.error?.issues ?? []), ...(empties ? emptyKeyIssues(schema, data) : [])];
  const problems = unlessMeant(onePerPath(issues.flatMap((issue) => explain(schema, data, issue, []))));
  return { value: problems.length === 0 && parsed.success ? parsed.data : null, problems };
};

type Issue = z.core.$ZodIssue;

const emptyKeyIssues = (schema: z.ZodType, data: Plain): readonly Issue[] => {
  const about = new Set(['unrecognized_keys', 'invalid_key']);
  return (schema.safeParse(data).error?.issues ?? []).filter(({ code }) => about.has(code));
};

const hasEmpties = (value: Plain): boolean =>
  Array.isArray(value)
    ? value.some(hasEmpties)
    : entriesOf(value).some(([, member]) => member === undefined || hasEmpties(member));

/** The first problem at each path: what comes after it there is mostly its echo. */
export const onePerPath = (problems: readonly Problem[]): readonly Problem[] => {
  const seen = new Set<string>();
  return problems.filter(({ path }) => {
    const key = JSON.stringify(path);
    return !seen.has(key) && seen.add(key);
  });
};

/** A misspelt key is not told a second time as missing. */
const unlessMeant = (problems: readonly Problem[]): readonly Problem[] => {
  const meant = new Set(
    problems.flatMap((one) => (one.meant === undefined ? [] : [JSON.stringify(one.meant)])),
  );
  return problems.filter(({ code, path }) => code !== 'key-missing' || !meant.has(JSON.stringify(path)));
};

const explain = (schema: z.ZodType, data: Plain, issue: Issue, above: Path): readonly Problem[] => {
  const path = [...above, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(schema, path, key));
  if (issue.code === 'invalid_union')
    return branch(issue, valueAt(data, path)).flatMap((inner) => explain(schema, data, inner, path));
  if (issue.code === 'invalid_key') return [badKey(path, issue.issues)];
  const value = valueAt(data, path);
  if (value === undefined && path.length > 0) return [missing(path)];
  return [wrong(issue, path, value)];
};

/** Of a choice of shapes, the one that was probably meant: the first whose outermost type is that of the value. */
const branch = (issue: z.core.$ZodIssueInvalidUnion, value: Plain): readonly Issue[] => {
  const fits = (issues: readonly Issue[]): boolean =>
    !issues.some(
      ({ code, path }) =>
        path.length === 0 && (code === 'invalid_type' || (code === 'invalid_value' && isMapping(value))),
    );
  return issue.errors.find(fits) ?? issue.errors[0] ?? [];
};

const unknownKey = (schema: z.ZodType, path: Path, key: string): Problem => {
  const known = keysAt(schema, path);
  const guess = nearest(key, known);
  return {
    code: 'key-unknown',
    path: [...path, key],
    at: 'key',
    sentence: `${quoted(key)} is no key of ${where(path)}.`,
    ...(guess === null ? {} : { meant: [...path, guess] }),
    hint: `${didYouMean(key, known)}Known keys: ${known.join(', ')}.`,
  };
};

const where = (path: Path): string => (path.length === 0 ? 'this file' : `\`${printPath(path)}\``);

const badKey = (path: Path, issues: readonly Issue[]): Problem => ({
  code: 'key-unknown',
  path,
  at: 'key',
  sentence: `The key ${quoted(String(path.at(-1)))} in ${where(path.slice(0, -1))} ${keyRule(issues)}.`,
  hint: 'Correct the key.',
});

/** A key may be one of several kinds; each says what it must be. */
const keyRule = (issues: readonly Issue[]): string => {
  const rules = issues.flatMap((issue) => (issue.code === 'invalid_union' ? issue.errors.flat() : [issue]));
  return [...new Set(rules.map(({ message }) => message))].join(' or ');
};

const missing = (path: Path): Problem => ({
  code: 'key-missing',
  path,
  at: 'value',
  sentence: `\`${printPath(path)}\` is missing.`,
  hint: `Add \`${String(path.at(-1))}:\` with its value to ${where(path.slice(0, -1))}.`,
});

const wrong = (issue: Issue, path: Path, value: Plain): Problem => {
  const name = path.length === 0 ? 'The file' : `\`${printPath(path)}\``;
  const say = (code: Trouble['code'], sentence: string, hint: string): Problem => ({
    code,
    path,
    at: 'value',
    sentence,
    hint,
  });
  if (issue.code === 'invalid_value') return wrongWord(say, name, value, issue.values.map(String));
  if (issue.code === 'invalid_type')
    return say(
      'value-invalid',
      `${name} must be ${kind(issue.expected)}, but is ${kindOf(value)}.`,
      'Compare it with the format in the documentation.',
    );
  if (issue.code === 'too_small')
    return say('value-invalid', `${name} must have at least ${issue.minimum}.`, 'Add what is missing.');
  if (issue.code === 'custom') return custom(say, name, value, issue);
  return say('value-invalid', `${name} is ${quoted(value)}: it ${issue.message}.`, 'Correct the value.');
};

type Say = (code: Trouble['code'], sentence: string, hint: string) => Problem;

const wrongWord = (say: Say, name: string, value: Plain, words: readonly string[]): Problem => {
  const guess = typeof value === 'string' ? didYouMean(value, words) : '';
  return say(
    'word-unknown',
    `${name} is ${quoted(value)}, which is not a word it can have.`,
    `${guess}Allowed: ${words.join(', ')}.`,
  );
};

const custom = (say: Say, name: string, value: Plain, issue: z.core.$ZodIssueCustom): Problem => {
  const sentence = `${name} is ${quoted(value)}: it ${issue.message}.`;
  if (issue.params?.code === 'interval-reversed')
    return say('interval-reversed', sentence, 'Put the earlier day first.');
  if (issue.params?.code === 'date-invalid')
    return say('date-invalid', sentence, 'Write days as YYYY-MM-DD, and check that the month has that day.');
  return say('value-invalid', sentence, 'Correct the value.');
};

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'a mapping of keys to values',
  record: 'a mapping of keys to values',
  array: 'a list',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};
const kind = (expected: string): string => KINDS[expected] ?? expected;
const kindOf = (value: Plain): string => {
  if (value === null || value === undefined) return 'nothing';
  return Array.isArray(value) ? 'a list' : (KINDS[typeof value] ?? typeof value);
};
