// The formulas that cells of a sheet share: the first cell has the text, the others its number.

import { shiftFormula } from './shift-formula.ts';
import type { Attributes } from './xml.ts';

type Master = { readonly formula: string; readonly row: number; readonly column: number };

/** The formula of one cell, in the order of the sheet. Empty where a cell says that it has one and nothing says which. */
export type SharedFormulas = (formula: string, attributes: Attributes, row: number, column: number) => string;

export const sharedFormulas = (): SharedFormulas => {
  const masters = new Map<string, Master>();
  return (formula, { t, si = '' }, row, column) => {
    if (t !== 'shared') return formula;
    if (formula !== '') masters.set(si, { formula, row, column });
    const master = masters.get(si);
    if (master === undefined || formula !== '') return formula;
    return shiftFormula(master.formula, row - master.row, column - master.column);
  };
};
