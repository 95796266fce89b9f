// Tables that ask to be sorted or filtered in a browser, and cannot be.

import type { Diagnostic } from '../../problem.ts';
import { tableFaults } from '../parse/interactive.ts';
import { attributeSpot, type MarkupElement, spotOf } from '../parse/tree.ts';
import { errorAt } from '../source-text.ts';

/** Diagnostics for each table at or below `element` that a browser could not make interactive. */
export const lintTables = (element: MarkupElement, tell: (diagnostic: Diagnostic) => void): void => {
  if (element.tag === 'svg') return;
  if (element.tag === 'table')
    for (const { code, element: at, attribute, sentence, hint } of tableFaults(element))
      tell(
        errorAt(attribute === undefined ? spotOf(at) : attributeSpot(at, attribute), code, sentence, hint),
      );
  for (const child of element.children) if (child.kind === 'element') lintTables(child, tell);
};
