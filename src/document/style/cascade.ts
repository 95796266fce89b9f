// The cascade of one document: the style of each element below its parent's, and what is wrong with rules that apply.
import type { Diagnostic } from '../../problem.ts';
import type { Sheet } from './sheet.ts';

/** The style of an element below its parent's; null for the root. */
export type Cascade = { readonly styleOf: Sheet };

/** `report` receives what only a real element shows, such as a variable without a value. */
export const makeCascade = (sheet: Sheet, report: (diagnostic: Diagnostic) => void): Cascade => ({
  styleOf: (element, parent) => {
    const styled = sheet(element, parent);
    if (styled.faults.length > 0) for (const fault of styled.faults) report(fault);
    return styled;
  },
});
