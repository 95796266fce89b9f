// The tokens of a formula to its tree, by the grammar that docs/templates.md states. It stops at the first thing it cannot read.
import { LONGEST_FORMULA } from '../../../model/sheet-limits.ts';
import { didYouMean } from '../../did-you-mean.ts';
import { looksLikeCell } from '../names.ts';
import { type Formula, type FormulaFault, fault, type Stretch } from './formula.ts';
import { FUNCTIONS, FUNCTIONS_BY_NAME, type FunctionRow, MOST_VALUES } from './functions.ts';
import { type FormulaToken, formulaTokens } from './tokens.ts';

/** Brackets and signs around each other in a formula: what the format allows. */
const DEEPEST = 64;
const LONGEST_TEXT = 255;
const LARGEST_NUMBER = 9.99999999999999e307;

/** From the loosest to the tightest; all go from left to right. A sign before a value is tighter, and `%` behind it tightest. */
const LEVELS: readonly (readonly string[])[] = [
  ['=', '<>', '<', '<=', '>', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

type State = { readonly tokens: readonly FormulaToken[]; readonly end: Stretch; at: number };
type Read = Formula | FormulaFault;

/** Reads the text of a formula, without `=`. */
export const parseFormula = (text: string): Read => {
  if (text.length > LONGEST_FORMULA)
    return fault(
      { start: LONGEST_FORMULA, length: 1 },
      `The formula has ${text.length} characters.`,
      `It can have ${LONGEST_FORMULA}.`,
    );
  const tokens = formulaTokens(text);
  if ('kind' in tokens) return tokens;
  const state: State = { tokens, end: { start: text.length, length: 1 }, at: 0 };
  const read = readLevel(0, 0, state);
  const more = state.tokens[state.at];
  if (read.kind === 'fault' || more === undefined) return read;
  return fault(more, `\`${shown(more)}\` cannot stand here.`, 'Put an operator or a comma before it.');
};

const shown = ({ text }: FormulaToken): string => text.slice(0, 40);

const isMark = (token: FormulaToken | undefined, mark: string): boolean =>
  token?.kind === 'mark' && token.text === mark;

const readLevel = (level: number, depth: number, state: State): Read => {
  const signs = LEVELS[level];
  if (signs === undefined) return readSigned(depth, state);
  let left = readLevel(level + 1, depth, state);
  while (left.kind !== 'fault') {
    const token = state.tokens[state.at];
    if (token?.kind !== 'sign' || !signs.includes(token.text)) break;
    state.at += 1;
    const right = readLevel(level + 1, depth, state);
    if (right.kind === 'fault') return right;
    left = { kind: 'between', sign: token.text, left, right };
  }
  return left;
};

const readSigned = (depth: number, state: State): Read => {
  const token = state.tokens[state.at];
  if (depth > DEEPEST)
    return fault(token ?? state.end, 'The formula nests too deep.', `It nests ${DEEPEST} deep at most.`);
  if (token?.kind === 'sign' && (token.text === '-' || token.text === '+')) {
    state.at += 1;
    const value = readSigned(depth + 1, state);
    return value.kind === 'fault' ? value : { kind: 'before', sign: token.text, value };
  }
  return readPercent(readOne(depth, state), state);
};

const readPercent = (value: Read, state: State): Read => {
  let read = value;
  while (read.kind !== 'fault' && state.tokens[state.at]?.text === '%') {
    state.at += 1;
    read = { kind: 'after', sign: '%', value: read };
  }
  return read;
};

const readOne = (depth: number, state: State): Read => {
  const token = state.tokens[state.at];
  if (token === undefined)
    return fault(state.end, 'The formula ends too early.', 'A value is missing at its end.');
  state.at += 1;
  switch (token.kind) {
    case 'number':
      return readNumber(token);
    case 'text':
      return readText(token);
    case 'word':
      return readWord(token, depth, state);
    case 'key':
      return readBeside(token);
    case 'id':
      return readId(token, state);
    default:
      return isMark(token, '(') ? readGroup(token, depth, state) : misplaced(token);
  }
};

const misplaced = (token: FormulaToken): FormulaFault =>
  fault(token, `\`${shown(token)}\` stands where a value should.`, 'Write the value before it.');

const readNumber = (token: FormulaToken): Read =>
  Number(token.text) <= LARGEST_NUMBER
    ? { kind: 'constant', written: token.text }
    : fault(token, 'The number is too large for a cell.', `It is ${LARGEST_NUMBER} at most.`);

const readText = (token: FormulaToken): Read => {
  const length = token.text.slice(1, -1).replaceAll('""', '"').length;
  if (length > LONGEST_TEXT)
    return fault(
      token,
      `The text has ${length} characters.`,
      `In a formula it has ${LONGEST_TEXT} at most; join two with &.`,
    );
  if (/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(token.text))
    return fault(
      token,
      'The text holds a character that a file cannot.',
      'Take line breaks and control characters out.',
    );
  return { kind: 'constant', written: token.text };
};

const KEY = /^[a-z][a-z0-9-]*$/;

const badKey = (token: FormulaToken): FormulaFault =>
  fault(token, `\`${shown(token)}\` names no column.`, 'Between brackets stands the `data-key` of a <col>.');

const readBeside = (token: FormulaToken): Read => {
  const key = token.text.slice(1, -1);
  return KEY.test(key) ? { kind: 'beside', key, at: token } : badKey(token);
};

const readId = (token: FormulaToken, state: State): Read => {
  const id = token.text.slice(1);
  if (!isMark(state.tokens[state.at], ':')) return { kind: 'cell', id, at: token };
  const to = state.tokens[state.at + 1];
  if (to?.kind !== 'id')
    return fault(
      to ?? state.end,
      'A range has an id on either side of `:`.',
      'Write `#first:#last`, without a blank.',
    );
  state.at += 2;
  const at = { start: token.start, length: to.start + to.length - token.start };
  return { kind: 'cells', from: id, to: to.text.slice(1), at };
};

const readWord = (token: FormulaToken, depth: number, state: State): Read => {
  const next = state.tokens[state.at];
  const touches = next?.start === token.start + token.length;
  if (isMark(next, '(')) return readCall(token, depth, state);
  if (next?.kind === 'key' && touches) return readColumn(token, next, state);
  if (/^(true|false)$/i.test(token.text)) return { kind: 'constant', written: token.text.toUpperCase() };
  return looksLikeCell(token.text) ? plainCell(token) : { kind: 'name', name: token.text, at: token };
};

const plainCell = (token: FormulaToken): FormulaFault =>
  fault(
    token,
    `\`${shown(token)}\` says where a cell stands, which may change.`,
    'Give the cell an id, and write `#id`; for the same row write `[key]`.',
  );

const readColumn = (token: FormulaToken, key: FormulaToken, state: State): Read => {
  state.at += 1;
  const name = key.text.slice(1, -1);
  if (!KEY.test(name)) return badKey(key);
  const at = { start: token.start, length: token.length + key.length };
  return { kind: 'column', table: token.text, key: name, at };
};

const readGroup = (open: FormulaToken, depth: number, state: State): Read => {
  const value = readLevel(0, depth + 1, state);
  if (value.kind === 'fault') return value;
  if (!isMark(state.tokens[state.at], ')')) return unclosed(open, state);
  state.at += 1;
  return { kind: 'group', value };
};

const unclosed = (open: FormulaToken, state: State): FormulaFault => {
  const next = state.tokens[state.at];
  return next === undefined
    ? fault(open, 'This bracket is never closed.', 'Close it with `)`.')
    : fault(next, `\`${shown(next)}\` cannot stand here.`, 'Put an operator or a comma before it, or a `)`.');
};

const readCall = (token: FormulaToken, depth: number, state: State): Read => {
  const row = FUNCTIONS_BY_NAME.get(token.text.toUpperCase());
  if (row === undefined) {
    const names = FUNCTIONS.map(({ name }) => name);
    const hint = didYouMean(token.text.toUpperCase(), names);
    return fault(token, `A formula has no function \`${shown(token)}\`.`, hint);
  }
  const open = state.tokens[state.at] ?? token;
  state.at += 1;
  const values: Formula[] = [];
  while (!isMark(state.tokens[state.at], ')')) {
    if (values.length > 0) {
      if (!isMark(state.tokens[state.at], ',')) return unclosed(open, state);
      state.at += 1;
    }
    const value = readLevel(0, depth + 1, state);
    if (value.kind === 'fault') return value;
    values.push(value);
  }
  state.at += 1;
  return countFault(token, row, values.length) ?? { kind: 'call', row, values, at: token };
};

const countFault = (token: FormulaToken, row: FunctionRow, given: number): FormulaFault | null => {
  const [least, most] = [row.takes[0], row.takes[1] ?? MOST_VALUES];
  const paired = { COUNTIFS: 0, SUMIFS: 1 }[row.name];
  const odd = paired !== undefined && given % 2 !== paired;
  if (given >= least && given <= most && !odd) return null;
  const wanted = least === most ? `${least}` : `${least} to ${most}`;
  const pairs = odd ? 'Each range needs its condition behind it.' : 'See the functions in docs/templates.md.';
  return fault(token, `${row.name} takes ${wanted} values, and has ${given}.`, pairs);
};
