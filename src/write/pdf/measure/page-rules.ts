// Looks up the page rule of a name; a name without a rule of its own has the unnamed one.

import type { PageRule, PageRules } from '../../../model/document.ts';
import { Failure } from '../../../problem.ts';

export function pageRule(
  pages: PageRules,
  name: string,
): { readonly first: PageRule; readonly other: PageRule } {
  const found = (Object.hasOwn(pages, name) ? pages[name] : undefined) ?? pages[''];
  if (found === undefined)
    throw new Failure('bug', 'The document has no page rule without a name.', 'Please report this.');
  return found;
}
