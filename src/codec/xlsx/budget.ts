// What may still be kept of a workbook, all sheets together: a small file can ask for any number of cells.
import { LONGEST_FORMULA, MOST_CELLS, MOST_FORMULA_TEXT } from './limits.ts';
import { XlsxRefused } from './refused.ts';

export type Budget = { readonly takeCell: (formula: string | null) => void };

/** `takeCell` throws XlsxRefused once there are too many cells, or too much text of formulas. */
export const makeBudget = (): Budget => {
  let cells = MOST_CELLS;
  let formulaText = MOST_FORMULA_TEXT;
  return {
    takeCell: (formula) => {
      cells -= 1;
      formulaText -= formula?.length ?? 0;
      if ((formula?.length ?? 0) > LONGEST_FORMULA)
        throw new XlsxRefused(`A formula has more than ${LONGEST_FORMULA} characters.`);
      if (cells < 0)
        throw new XlsxRefused(
          `It has more than ${MOST_CELLS} cells with content.`,
          'Remove sheets that do not belong here.',
        );
      if (formulaText < 0)
        throw new XlsxRefused(
          'Its formulas are longer than any that are read.',
          'Remove sheets that do not belong here.',
        );
    },
  };
};
