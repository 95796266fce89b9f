// A formula cut into what it is made of, by the grammar of ECMA-376 part 1, 18.17, as far as references go. Nothing is computed.

/**
 * `sheet` is what stands before `!`, the mark with it; `bracket` a part of a structured reference, its brackets with it; `cell` a
 * reference like `$B7`; `word` a function, a name or a column of `B:D`; `mark` one operator or parenthesis.
 */
export type FormulaToken = {
  readonly kind: 'text' | 'sheet' | 'bracket' | 'cell' | 'word' | 'number' | 'error' | 'space' | 'mark';
  readonly text: string;
};

const TEXT = /"(?:[^"]|"")*"?/y;
const QUOTED = /'(?:[^']|'')*'!?/y;
const SPACE = /\s+/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?/iy;
const ERROR = /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!)/iy;
const WORD = /[\p{L}_\\$][\p{L}\p{M}\p{N}_.\\$?]*/uy;
const CELL = /^\$?[A-Z]{1,3}\$?[1-9]\d{0,6}$/i;
const MARK = /<=|>=|<>|./suy;

/** The tokens in order; their texts joined are the formula. */
export const formulaTokens = (formula: string): readonly FormulaToken[] => {
  const tokens: FormulaToken[] = [];
  let at = 0;
  while (at < formula.length) {
    const token = tokenAt(formula, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
};

const tokenAt = (formula: string, at: number): FormulaToken => {
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(formula)?.[0] ?? null;
  };
  const first = formula[at];
  if (first === '[') return bracket(formula, at);
  const text = first === '"' ? match(TEXT) : null;
  if (text !== null) return { kind: 'text', text };
  const quoted = first === "'" ? match(QUOTED) : null;
  if (quoted !== null) return { kind: 'sheet', text: quoted };
  const space = match(SPACE);
  if (space !== null) return { kind: 'space', text: space };
  const number = match(NUMBER);
  if (number !== null) return { kind: 'number', text: number };
  const error = match(ERROR);
  if (error !== null) return { kind: 'error', text: error };
  const word = match(WORD);
  return word === null ? { kind: 'mark', text: match(MARK) ?? '' } : named(formula, at, word);
};

const named = (formula: string, at: number, word: string): FormulaToken => {
  const next = formula[at + word.length];
  if (next === '!') return { kind: 'sheet', text: `${word}!` };
  return { kind: CELL.test(word) && next !== '(' && next !== '[' ? 'cell' : 'word', text: word };
};

/** Up to the bracket that closes it; an apostrophe takes the next character as it stands. */
const bracket = (formula: string, at: number): FormulaToken => {
  let depth = 0;
  let end = at;
  do {
    if (formula[end] === "'") end += 1;
    else if (formula[end] === '[') depth += 1;
    else if (formula[end] === ']') depth -= 1;
    end += 1;
  } while (depth > 0 && end < formula.length);
  return { kind: 'bracket', text: formula.slice(at, end) };
};
