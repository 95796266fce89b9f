// A formula that several cells share is written once; for the others its relative references move with the cell.

import { columnLetters } from '../../model/sheet-address.ts';
import { MOST_COLUMNS, MOST_ROWS } from '../../model/sheet-limits.ts';
import { columnOf } from './address.ts';
import { type FormulaToken, formulaTokens } from './formula-tokens.ts';

/** The formula as it reads `down` rows below and `right` columns beside the cell it was written for. */
export const shiftFormula = (formula: string, down: number, right: number): string => {
  const tokens = formulaTokens(formula);
  return tokens.map((token, index) => shiftToken(token, { tokens, index, down, right })).join('');
};

type Context = {
  readonly tokens: readonly FormulaToken[];
  readonly index: number;
  readonly down: number;
  readonly right: number;
};

const shiftToken = ({ kind, text }: FormulaToken, context: Context): string => {
  if (kind === 'cell') return shiftCell(text, context);
  const inRange = [-1, 1].some((step) => context.tokens[context.index + step]?.text === ':');
  if (!inRange) return text;
  if (kind === 'word' && /^[A-Z]{1,3}$/i.test(text)) return shiftColumn(text, context.right);
  if (kind === 'number' && /^\d+$/.test(text)) return shiftRow(text, context.down);
  return text;
};

const shiftCell = (text: string, { down, right }: Context): string => {
  const [, letters = '', digits = ''] = /^(\$?[A-Z]+)(\$?\d+)$/i.exec(text) ?? [];
  const column = letters.startsWith('$') ? letters : shiftColumn(letters, right);
  const row = digits.startsWith('$') ? digits : shiftRow(digits, down);
  return `${column}${row}`;
};

/** References that leave the sheet on one side come in again on the other. */
const shiftColumn = (letters: string, right: number): string =>
  columnLetters(wrap(columnOf(letters.toUpperCase()) + right, MOST_COLUMNS));
const shiftRow = (digits: string, down: number): string => String(wrap(Number(digits) + down, MOST_ROWS));
const wrap = (place: number, last: number): number => ((((place - 1) % last) + last) % last) + 1;
