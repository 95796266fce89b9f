// The alternative text of a drawing: its `aria-label`, else its `<title>`; none for a decoration.
import { attributeOf, elementsOf, type MarkupElement, textOf } from '../parse/tree.ts';

export const alternativeOf = (svg: MarkupElement): string => {
  if (attributeOf(svg, 'aria-hidden') === 'true') return '';
  const title = elementsOf(svg).find(({ tag }) => tag === 'title');
  const text = attributeOf(svg, 'aria-label') ?? (title === undefined ? '' : textOf(title));
  return text.replace(/\s+/g, ' ').trim();
};
