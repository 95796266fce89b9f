// Text in a drawing is filled and never outlined: a stroke that reaches it would be lost, so it is refused.
import type { Diagnostic } from '../../problem.ts';
import { attributeOf, attributeSpot, elementsOf, type MarkupElement } from '../parse/tree.ts';
import { errorAt } from '../source-text.ts';

/** A diagnostic for each text below `element` that a stroke reaches. */
export const lintTexts = (
  element: MarkupElement,
  tell: (diagnostic: Diagnostic) => void,
  outer = 'none',
): void => {
  const stroke = attributeOf(element, 'stroke') ?? outer;
  if (element.tag === 'text' && stroke !== 'none')
    tell(
      errorAt(
        attributeSpot(element, 'stroke'),
        'markup-attribute',
        'Text in a drawing has no outline.',
        'Write stroke="none" on it, or make it a path.',
      ),
    );
  for (const child of elementsOf(element)) lintTexts(child, tell, stroke);
};
