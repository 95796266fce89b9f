// Patterns for names: `*`, `?`, `[a-z]`, `{one,two}`, and `**` for any number of folders. Matched step by step and never by a regular
// expression, so that no pattern takes more than the product of its length and the name's.
import { Failure } from '../problem.ts';

/** One of the spellings that a pattern with braces stands for: what each folder, and at last the file, must be called. */
export type GlobPath = readonly GlobStep[];
/** `any-folders` is `**`. A step without wildcards is a `name`, which is looked up and not searched for. */
export type GlobStep =
  | { readonly kind: 'any-folders' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'pattern'; readonly tokens: readonly Token[] };
type Token =
  | { readonly kind: 'star' }
  | { readonly kind: 'one'; readonly fits: (character: string) => boolean };

/** Braces inside braces multiply; nobody means more than this. */
const MOST_SPELLINGS = 1000;

export const isGlob = (operand: string): boolean => /[*?[{]/.test(operand);

/** The paths that a pattern stands for. Throws `usage` when its braces stand for too many. */
export const globPaths = (pattern: string): readonly GlobPath[] =>
  spellings(pattern).map((spelling) =>
    spelling
      .split('/')
      .filter((step, index, steps) => step !== '**' || steps[index - 1] !== '**')
      .map(stepOf),
  );

/** Names that begin with a dot are matched only where the pattern says the dot. */
export const fitsStep = (step: GlobStep, name: string): boolean => {
  if (step.kind === 'name') return step.name === name;
  if (step.kind === 'any-folders') return !name.startsWith('.');
  const [first] = step.tokens;
  if (name.startsWith('.') && (first?.kind !== 'one' || !saysDot(first.fits))) return false;
  return fits(step.tokens, [...name]);
};

/** A `?` and a class that excludes let a dot pass among everything else: that is not saying it. */
const saysDot = (takes: (character: string) => boolean): boolean => takes('.') && !takes('\u0000');

/** Every star first takes nothing and then one character more; only the last star ever has to give way. */
const fits = (tokens: readonly Token[], name: readonly string[]): boolean => {
  let token = 0;
  let at = 0;
  let star = -1;
  let taken = 0;
  while (at < name.length) {
    const now = tokens[token];
    if (now?.kind === 'star') {
      star = token;
      taken = at;
      token += 1;
    } else if (now?.fits(name[at] ?? '') === true) {
      token += 1;
      at += 1;
    } else if (star >= 0) {
      taken += 1;
      at = taken;
      token = star + 1;
    } else return false;
  }
  return tokens.slice(token).every(({ kind }) => kind === 'star');
};

const stepOf = (text: string): GlobStep => {
  if (text === '**') return { kind: 'any-folders' };
  if (!/[*?[]/.test(text)) return { kind: 'name', name: text };
  return { kind: 'pattern', tokens: tokensOf(text) };
};

const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(/\[(!|\^)?(\]?[^\]]*)\]|[\s\S]/gu)].map(([whole, negated, members]): Token => {
    if (members !== undefined && members !== '') return { kind: 'one', fits: classOf(members, negated) };
    if (whole === '*') return { kind: 'star' };
    return { kind: 'one', fits: whole === '?' ? () => true : (character) => character === whole };
  });

const classOf = (members: string, negated: string | undefined): ((character: string) => boolean) => {
  const ranges = [...members.matchAll(/([\s\S])(?:-([\s\S]))?/gu)].map(
    ([, from = '', to = from]) => [from, to] as const,
  );
  return (character) =>
    ranges.some(([from, to]) => from <= character && character <= to) === (negated === undefined);
};

/** A brace without its partner, or without a comma inside, is a character like any other. */
const spellings = (pattern: string): readonly string[] => {
  let done: readonly string[] = [''];
  let rest = pattern;
  while (rest !== '') {
    const group = /^\{([^{}]*,[^{}]*)\}/.exec(rest);
    const nested = group === null ? nestedGroup(rest) : null;
    const taken = group?.[0] ?? nested?.whole ?? rest[0] ?? '';
    const parts = group?.[1]?.split(',') ?? nested?.parts.flatMap(spellings) ?? [taken];
    done = done.flatMap((start) => parts.map((part) => start + part));
    if (done.length > MOST_SPELLINGS) throw tooMany(pattern);
    rest = rest.slice(taken.length);
  }
  return done;
};

/** The group that `text` begins with, cut at its own commas; null when it begins with none. */
const nestedGroup = (text: string): { readonly whole: string; readonly parts: readonly string[] } | null => {
  if (!text.startsWith('{')) return null;
  const parts: string[] = [];
  let depth = 0;
  let start = 1;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if ((character === ',' && depth === 1) || depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
    if (depth === 0) return parts.length < 2 ? null : { whole: text.slice(0, at + 1), parts };
  }
  return null;
};

const tooMany = (pattern: string): Failure =>
  new Failure(
    'usage',
    `The braces in ${pattern} stand for more than ${MOST_SPELLINGS} paths.`,
    'Use * where the names differ, or name the folder.',
  );
