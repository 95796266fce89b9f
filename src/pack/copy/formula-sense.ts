// What a formula says, in one spelling: programs rewrite references, capitals, spaces and parentheses when they save.
import { type FormulaToken, formulaTokens } from '../../codec/xlsx/formula-tokens.ts';
import type { ReadRange } from '../../codec/xlsx/index.ts';
import { addressOf } from './cells.ts';
import { referenceAt, type Standpoint, type Tables } from './references.ts';

/** Where cells of one workbook stand in the original: the range there, null for cells that the original does not have. */
export type ToOriginal = (sheet: string, range: ReadRange) => ReadRange | null;

/** Two formulas that mean the same to a spreadsheet program have the same sense, as far as spelling goes; nothing is computed. */
export const formulaSense = (
  formula: string,
  standpoint: Standpoint,
  tables: Tables,
  toOriginal: ToOriginal,
): string => {
  const tokens = formulaTokens(formula).filter(({ kind }) => kind !== 'space');
  const pieces: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const reference = referenceAt(tokens, at, standpoint, tables);
    const call = reference === null && isTruthCall(tokens, at);
    pieces.push(
      reference === null ? spelled(tokens[at]) : spelledRange(reference.sheet, reference.range, toOriginal),
    );
    at += reference?.length ?? (call ? 3 : 1);
  }
  return withoutNeedlessParentheses(pieces).join(' ');
};

/** `TRUE()` is what some programs make of `TRUE`. */
const isTruthCall = (tokens: readonly FormulaToken[], at: number): boolean =>
  /^(?:TRUE|FALSE)$/i.test(tokens[at]?.text ?? '') &&
  tokens[at + 1]?.text === '(' &&
  tokens[at + 2]?.text === ')';

const spelled = (token: FormulaToken | undefined): string => {
  if (token === undefined) return '';
  if (token.kind === 'text') return token.text.replaceAll('\r\n', '\n');
  if (token.kind === 'number') return String(Number(token.text));
  return token.text.toUpperCase().replace(/^(?:_XLFN\.|_XLWS\.)+/, '');
};

const spelledRange = (sheet: string, range: ReadRange, toOriginal: ToOriginal): string => {
  const there = toOriginal(sheet, range);
  const { top, left, bottom, right } = there ?? range;
  const first = addressOf({ row: top, column: left });
  const cells =
    top === bottom && left === right ? first : `${first}:${addressOf({ row: bottom, column: right })}`;
  return `${there === null ? 'new ' : ''}${JSON.stringify(sheet.toLowerCase())}!${cells}`;
};

/** Drops a pair around the whole, and one of two pairs around the same; never one with a comma of its own, which joins references. */
const withoutNeedlessParentheses = (pieces: readonly string[]): readonly string[] => {
  const pairs = pairsOf(pieces);
  const drop = new Set<number>();
  for (const [open, { close, joins }] of pairs) {
    const whole = open === 0 && close === pieces.length - 1;
    const doubled = pairs.get(open - 1)?.close === close + 1;
    if (!joins && (whole || doubled)) {
      drop.add(open);
      drop.add(close);
    }
  }
  return pieces.filter((_, index) => !drop.has(index));
};

/** `joins`: a comma stands between them, and in no pair within. */
type Pair = { readonly close: number; readonly joins: boolean };

const pairsOf = (pieces: readonly string[]): ReadonlyMap<number, Pair> => {
  const open: { readonly at: number; joins: boolean }[] = [];
  const pairs = new Map<number, Pair>();
  pieces.forEach((piece, index) => {
    const inner = open.at(-1);
    if (piece === '(') open.push({ at: index, joins: false });
    if (inner !== undefined && piece === ',') inner.joins = true;
    if (inner !== undefined && piece === ')') {
      pairs.set(inner.at, { close: index, joins: inner.joins });
      open.pop();
    }
  });
  return pairs;
};
