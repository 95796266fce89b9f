// The cascade of one document: the style of each element below its parent's, and what is wrong with rules that apply.
import type { Diagnostic } from '../../problem.ts';
import type { MarkupElement } from '../parse/tree.ts';
import type { Computed } from './computed.ts';
import { resolve } from './resolve.ts';
import type { Sheet, Styled } from './sheet.ts';
import type { Block } from './theme.ts';

export type Cascade = {
  /** The style of an element below its parent's; null for the root. */
  readonly styleOf: Sheet;
  /** The style of a block by itself below `parent`, for margin boxes. */
  readonly blockStyle: (block: Block, parent: Computed) => Computed;
};

/** `report` receives what only a real element shows, such as a variable without a value. */
export const makeCascade = (sheet: Sheet, report: (diagnostic: Diagnostic) => void): Cascade => ({
  styleOf: (element: MarkupElement, parent: Styled | null) => {
    const styled = sheet(element, parent);
    for (const fault of styled.faults) report(fault);
    return styled;
  },
  blockStyle: (block, parent) => resolve([block], parent, report),
});
