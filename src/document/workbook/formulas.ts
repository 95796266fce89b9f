// The formulas of one sheet: each text is read and checked once, however many cells have it.
import { LONGEST_FORMULA } from '../../model/sheet-limits.ts';
import type { Diagnostic } from '../../problem.ts';
import { attributeOf, attributeSpot, type MarkupElement } from '../parse/tree.ts';
import { errorAt } from '../source-text.ts';
import type { Book, Keys } from './formula/book.ts';
import { checkFormula } from './formula/check.ts';
import type { Formula, FormulaFault } from './formula/formula.ts';
import { parseFormula } from './formula/parse.ts';
import { writeFormula } from './formula/resolve.ts';
import type { OwnText } from './own-text.ts';

export type Formulas = {
  /** The formula that an attribute holds, for a row counted from 1; null when something is wrong with it, which was told. */
  readonly write: (
    element: MarkupElement,
    attribute: string,
    row: number,
    structured: boolean,
  ) => string | null;
};
type Checked = { readonly formula: Formula | null; readonly faults: readonly FormulaFault[] };

export const formulasOf = (
  book: Book,
  keys: Keys,
  own: OwnText,
  report: (diagnostic: Diagnostic) => void,
): Formulas => {
  const known = new Map<string, Checked>();
  const checked = (text: string): Checked => {
    const found = known.get(text) ?? readFormula(text, book, keys);
    known.set(text, found);
    return found;
  };
  return {
    write: (element, attribute, row, structured) => {
      const { formula, faults } = checked(attributeOf(element, attribute) ?? '');
      for (const { start, length, sentence, hint } of faults)
        report(errorAt(own.spotIn(element, attribute, start, length), 'formula-invalid', sentence, hint));
      if (formula === null) return null;
      const text = writeFormula(formula, { book, keys, row, structured });
      if (text.length <= LONGEST_FORMULA) return text;
      report(tooLong(element, attribute, text.length));
      return null;
    },
  };
};

const readFormula = (text: string, book: Book, keys: Keys): Checked => {
  const formula = parseFormula(text);
  if (formula.kind === 'fault') return { formula: null, faults: [formula] };
  const faults = checkFormula(formula, book, keys);
  return { formula: faults.length > 0 ? null : formula, faults };
};

const tooLong = (element: MarkupElement, attribute: string, length: number): Diagnostic =>
  errorAt(
    attributeSpot(element, attribute),
    'formula-invalid',
    `With its references written out the formula has ${length} characters.`,
    `It can have ${LONGEST_FORMULA}; compute parts of it in cells of their own.`,
  );
