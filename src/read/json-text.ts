// JSON text looked at token by token, for what JSON.parse keeps to itself: depth, doubled keys, and where a value stands.
import type { Path } from './plain.ts';
import type { Span } from './source-text.ts';

/** Strings, brackets, commas and colons; what lies between are numbers, words and white space. */
const TOKENS = /"(?:[^"\\\n]|\\.)*"|[[\]{},]/g;

/** Where brackets are open deeper than `limit`, or null. Makes no other demand on the text. */
export const tooDeep = (text: string, limit: number): Span | null => {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    if (token === '[' || token === '{') depth += 1;
    if (token === ']' || token === '}') depth -= 1;
    if (depth > limit) return { start: index, end: index + 1 };
  }
  return null;
};

export type JsonKey = { readonly path: Path; readonly span: Span; readonly first: boolean };

type Level = { readonly keys: Set<string> | null; step: string | number; expectKey: boolean };

/** Every key and item of a text that JSON.parse accepts, in order, with its path; `first` is false for a doubled key. */
export function* jsonKeys(text: string): Generator<JsonKey> {
  const levels: Level[] = [];
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    const level = levels.at(-1);
    const span = { start: index, end: index + token.length };
    if (token === '{') levels.push({ keys: new Set(), step: '', expectKey: true });
    else if (token === '[') levels.push({ keys: null, step: 0, expectKey: false });
    else if (token === ']' || token === '}') levels.pop();
    else if (token === ',' && level !== undefined) next(level);
    else if (level?.keys && level.expectKey) {
      const key = String(JSON.parse(token));
      level.step = key;
      level.expectKey = false;
      yield { path: levels.map(({ step }) => step), span, first: !level.keys.has(key) };
      level.keys.add(key);
    }
  }
}

const next = (level: Level): void => {
  if (typeof level.step === 'number') level.step += 1;
  level.expectKey = level.keys !== null;
};
