// Links inside a document must lead somewhere.
import type { Diagnostic } from '../../problem.ts';
import { didYouMean } from '../did-you-mean.ts';
import { attributeOf, attributeSpot, type MarkupNode } from '../parse/tree.ts';
import { errorAt, type Spot } from '../source-text.ts';

export type LinkCheck = {
  /** Takes note of the ids and links of a node and all below it. */
  readonly see: (node: MarkupNode) => void;
  /** Tells of each `href="#id"` whose id no element has. */
  readonly finish: (tell: (diagnostic: Diagnostic) => void) => void;
};

/** How many ids are compared for a hint. */
const MOST_COMPARED = 2000;

export const checkLinks = (): LinkCheck => {
  const ids = new Set<string>();
  /** Links to what has not come yet: only these are kept. */
  const ahead: { readonly target: string; readonly spot: Spot }[] = [];
  const see = (node: MarkupNode): void => {
    if (node.kind === 'text') return;
    if (node.attributes.size > 0) {
      const [id, href] = [attributeOf(node, 'id'), attributeOf(node, 'href')];
      if (id !== null) ids.add(id);
      if (href?.startsWith('#') === true && !ids.has(href.slice(1)))
        ahead.push({ target: href.slice(1), spot: attributeSpot(node, 'href') });
    }
    for (const child of node.children) see(child);
  };
  return {
    see,
    finish: (tell) => {
      for (const { target, spot } of ahead) if (!ids.has(target)) tell(missing(target, spot, ids));
    },
  };
};

const missing = (target: string, spot: Spot, ids: ReadonlySet<string>): Diagnostic =>
  errorAt(
    spot,
    'link-target-missing',
    `No element has the id \`${target.slice(0, 79)}\`.`,
    didYouMean(target, [...ids].slice(0, MOST_COMPARED), 'Give the target that id.'),
  );
