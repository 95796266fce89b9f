// The text of a formula to tokens. Whatever no token begins with is told with what to write instead.
import { type FormulaFault, fault, type Stretch } from './formula.ts';

export type TokenKind = 'number' | 'text' | 'word' | 'key' | 'id' | 'sign' | 'mark';
export type FormulaToken = Stretch & { readonly kind: TokenKind; readonly text: string };

/** Tried in this order. An id takes all letters, digits, `_`, `.` and `-` that follow it; a mark is `(`, `)`, `,` or `:`. */
const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['number', /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['text', /"(?:[^"]|"")*"/y],
  ['word', /[A-Za-z_][A-Za-z0-9_.]*/y],
  ['key', /\[[^[\]]*\]/y],
  ['id', /#[A-Za-z0-9_.-]+/y],
  ['sign', /<>|<=|>=|[-+*/&=<>^%]/y],
  ['mark', /[(),:]/y],
];
const SPACE = /[ \t\r\n\f]*/y;

const matchAt = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
};

export const formulaTokens = (text: string): readonly FormulaToken[] | FormulaFault => {
  const tokens: FormulaToken[] = [];
  let at = matchAt(SPACE, text, 0).length;
  while (at < text.length) {
    const token = tokenAt(text, at);
    if (token.kind === 'fault') return token;
    tokens.push(token);
    at += token.length;
    at += matchAt(SPACE, text, at).length;
  }
  return tokens;
};

const tokenAt = (text: string, start: number): FormulaToken | FormulaFault => {
  for (const [kind, pattern] of PATTERNS) {
    const found = matchAt(pattern, text, start);
    if (found !== '') return { kind, text: found, start, length: found.length };
  }
  return strange(text, start);
};

const PLAIN = 'Cells are called by name: `#id`, `[key]`, `table[key]`, or a name of `data-name`.';
const HINTS: Readonly<Record<string, string>> = {
  '"': 'The text is not closed. A quote inside it is written twice.',
  $: PLAIN,
  '!': PLAIN,
  "'": `Texts stand in double quotes. ${PLAIN}`,
  '[': `A \`[\` is closed by the next \`]\`. ${PLAIN}`,
  ']': `A \`]\` closes a \`[\`. ${PLAIN}`,
  '#': 'An id is of letters, digits, `_`, `.` and `-`.',
  '{': 'Lists of constants are no part of it; put them into cells.',
  '}': 'Lists of constants are no part of it; put them into cells.',
  ';': 'Values stand between commas.',
  '@': PLAIN,
};

const strange = (text: string, start: number): FormulaFault => {
  const [character = ''] = text.slice(start, start + 2);
  return fault(
    { start, length: character.length },
    `The formula cannot have \`${character}\` here.`,
    HINTS[character] ?? 'It is of numbers, texts, references, functions and operators.',
  );
};
