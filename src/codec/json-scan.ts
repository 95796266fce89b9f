// Walks over JSON text without building values: checks the grammar, the depth and the keys, and tells where it stopped.
// Iterative on purpose: a file of a million brackets must not exhaust the stack.
import type { DiagnosticCode } from '../problem.ts';

export type JsonTrouble = {
  readonly code: DiagnosticCode;
  /** Offset into the text, in UTF-16 code units. */
  readonly at: number;
  readonly length: number;
  readonly sentence: string;
  readonly hint: string;
};

type Open = { readonly kind: 'array' } | { readonly kind: 'object'; readonly keys: Set<string> };
type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';
type Token = { readonly text: string; readonly at: number };
type State = {
  readonly open: Open[];
  readonly troubles: JsonTrouble[];
  readonly depth: number;
  expected: Expected;
};

/** Everything but strings, which are walked by hand: their length is the sender's choice, a regular expression's stack is not. */
const WORD = /[{}[\],:]|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const HINT = 'Restore the file; it is written by a program and not meant to be edited.';

/** More troubles than these help nobody, and a hostile file would have millions. */
const MOST_TROUBLES = 20;

/** What is wrong with a JSON text, in the order of the text. Grammar and depth end the scan, keys and values do not. */
export const scanJson = (text: string, depth: number): readonly JsonTrouble[] => {
  const state: State = { open: [], troubles: [], depth, expected: 'value' };
  let at = 0;
  while (state.troubles.length < MOST_TROUBLES) {
    const token = nextToken(text, at);
    if (token === null) return [...state.troubles, ...atEnd(text, at, state)];
    at = token.at + token.text.length;
    const stop = step(state, token);
    if (stop !== null) return [...state.troubles, stop];
  }
  return state.troubles;
};

/** Null at the end of the text and where no token begins. */
const nextToken = (text: string, from: number): Token | null => {
  const at = skipSpace(text, from);
  if (text[at] === '"') return { text: text.slice(at, endOfString(text, at)), at };
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0];
  return word === undefined ? null : { text: word, at };
};

const skipSpace = (text: string, from: number): number => {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1;
  return at;
};

/** The offset behind the closing quote; of a string that never closes, the text's end. */
const endOfString = (text: string, from: number): number => {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
};

const atEnd = (text: string, from: number, state: State): readonly JsonTrouble[] => {
  const at = skipSpace(text, from);
  if (at < text.length) return [unexpected({ text: String.fromCodePoint(text.codePointAt(at) ?? 0), at })];
  if (state.expected === 'nothing') return [];
  return [trouble('json-syntax', { text: '', at }, 'The text ends before the JSON does.')];
};

const step = (state: State, token: Token): JsonTrouble | null => {
  const first = token.text[0] ?? '';
  const { expected } = state;
  if (first === '}' || first === ']') return close(state, token);
  if (first === ',' && expected === 'comma-or-end') return expect(state, inObject(state) ? 'key' : 'value');
  if (first === ':' && expected === 'colon') return expect(state, 'value');
  if (first === '"' && (expected === 'key' || expected === 'key-or-end')) return key(state, token);
  if (first === ',' || first === ':' || (expected !== 'value' && expected !== 'value-or-end'))
    return unexpected(token);
  if (first === '{' || first === '[') return open(state, token);
  return first === '"' ? text(state, token) : word(state, token);
};

const expect = (state: State, expected: Expected): null => {
  state.expected = expected;
  return null;
};
const inObject = (state: State): boolean => state.open.at(-1)?.kind === 'object';
const afterValue = (state: State): Expected => (state.open.length === 0 ? 'nothing' : 'comma-or-end');

const open = (state: State, token: Token): JsonTrouble | null => {
  if (state.open.length >= state.depth) {
    return trouble(
      'json-too-deep',
      token,
      `More than ${state.depth} levels of brackets stand inside each other.`,
    );
  }
  state.open.push(token.text === '{' ? { kind: 'object', keys: new Set() } : { kind: 'array' });
  return expect(state, token.text === '{' ? 'key-or-end' : 'value-or-end');
};

const close = (state: State, token: Token): JsonTrouble | null => {
  const kind = token.text === '}' ? 'object' : 'array';
  const empty = kind === 'object' ? 'key-or-end' : 'value-or-end';
  if (state.open.at(-1)?.kind !== kind || (state.expected !== 'comma-or-end' && state.expected !== empty))
    return unexpected(token);
  state.open.pop();
  return expect(state, afterValue(state));
};

const key = (state: State, token: Token): JsonTrouble | null => {
  const object = state.open.at(-1);
  const name = parseString(token);
  if (name === null) return badString(token);
  if (object?.kind === 'object') {
    if (object.keys.has(name))
      state.troubles.push(trouble('key-duplicate', token, `The key ${quoted(name)} is there twice.`));
    if (name === '__proto__')
      state.troubles.push(trouble('key-unknown', token, 'The key "__proto__" is refused.'));
    object.keys.add(name);
  }
  if (!name.isWellFormed())
    state.troubles.push(trouble('value-invalid', token, 'A key holds half a surrogate pair.'));
  return expect(state, 'colon');
};

const text = (state: State, token: Token): JsonTrouble | null => {
  const value = parseString(token);
  if (value === null) return badString(token);
  if (!value.isWellFormed())
    state.troubles.push(trouble('value-invalid', token, 'A text holds half a surrogate pair.'));
  return expect(state, afterValue(state));
};

const word = (state: State, token: Token): null => {
  const infinite = /^[-\d]/.test(token.text) && !Number.isFinite(Number(token.text));
  if (infinite)
    state.troubles.push(trouble('value-invalid', token, `The number ${quoted(token.text)} is too large.`));
  return expect(state, afterValue(state));
};

/** Null: an escape that JSON does not know, a bare control character, or no closing quote. */
const parseString = (token: Token): string | null => {
  try {
    const value: unknown = JSON.parse(token.text);
    return typeof value === 'string' ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};
const badString = (token: Token): JsonTrouble =>
  trouble(
    'json-syntax',
    token,
    'This string does not close, or holds an escape or a control character that JSON does not allow.',
  );

const unexpected = (token: Token): JsonTrouble =>
  trouble('json-syntax', token, `Unexpected ${quoted(token.text)}.`);
const quoted = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
const trouble = (code: DiagnosticCode, token: Token, sentence: string): JsonTrouble => ({
  code,
  at: token.at,
  length: Math.min(Math.max(1, token.text.length), 80),
  sentence,
  hint: HINT,
});
