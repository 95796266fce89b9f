// The pages while they fill. A page is made when the first flow reaches it, by the rule of its name.

import type { PageRule, PageRules } from '../../../model/document.ts';
import { pageRule } from '../measure/page-rules.ts';
import type { Decoration, Placed, PlacedAnchor } from './placed.ts';

export type Page = {
  name: string;
  rule: PageRule;
  readonly content: Placed[];
  readonly decorations: Decoration[];
  readonly anchors: PlacedAnchor[];
};

/** `order` numbers boxes in the order they begin. */
export type Pages = { readonly rules: PageRules; readonly list: Page[]; order: number };

export const newPages = (rules: PageRules, name: string): Pages => {
  const pages: Pages = { rules, list: [], order: 0 };
  ensurePage(pages, 0, name);
  return pages;
};

/** The page of this index, made if there is none yet; without a name it goes on with that of the page before. */
export function ensurePage(pages: Pages, index: number, name?: string): Page {
  const known = pages.list[index];
  if (known !== undefined) return known;
  const before = pages.list[index - 1];
  const used = name ?? before?.name ?? '';
  const made: Page = {
    name: used,
    rule: ruleFor(pages, index, used),
    content: [],
    decorations: [],
    anchors: [],
  };
  pages.list[index] = made;
  return made;
}

/** Gives a page that is still empty another name. */
export function renamePage(pages: Pages, index: number, name: string): void {
  const page = ensurePage(pages, index, name);
  page.name = name;
  page.rule = ruleFor(pages, index, name);
}

function ruleFor(pages: Pages, index: number, name: string): PageRule {
  const { first, other } = pageRule(pages.rules, name);
  return index === 0 || pages.list[index - 1]?.name !== name ? first : other;
}

export const nextOrder = (pages: Pages): number => {
  pages.order += 1;
  return pages.order;
};
