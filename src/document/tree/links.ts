// Links inside a document must lead somewhere.
import type { Diagnostic } from '../../problem.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { MarkupElement } from '../parse/tree.ts';
import { errorAt } from '../source-text.ts';

const walk = (element: MarkupElement, visit: (element: MarkupElement) => void): void => {
  visit(element);
  for (const child of element.children) if (child.kind === 'element') walk(child, visit);
};

/** A diagnostic for each `href="#id"` whose id no element has. */
export const lintLinks = (body: MarkupElement, report: (diagnostic: Diagnostic) => void): void => {
  const ids = new Set<string>();
  const links: MarkupElement[] = [];
  walk(body, (element) => {
    const id = element.attributes.get('id');
    if (id !== undefined) ids.add(id.value);
    if (element.attributes.get('href')?.value.startsWith('#') === true) links.push(element);
  });
  for (const link of links) {
    const href = link.attributes.get('href');
    if (href === undefined || ids.has(href.value.slice(1))) continue;
    report(
      errorAt(
        href.spot,
        'link-target-missing',
        `No element has the id \`${href.value.slice(1, 80)}\`.`,
        didYouMean(href.value.slice(1), [...ids].slice(0, 2000), 'Give the target that id.'),
      ),
    );
  }
};
