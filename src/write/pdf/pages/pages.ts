// The pages while they fill. A page is made when the first flow reaches it, by the rule of its name.

import type { PageRule, PageRules } from '../../../model/document.ts';
import { type MeasuredLine, placeLine } from '../lines/line.ts';
import { pageRule } from '../measure/page-rules.ts';
import type { Decoration, Placed, PlacedAnchor, PlacedField, PlacedLine } from './placed.ts';

/** A line whose pieces get their places when the page is painted, so that a long table does not hold them all. */
export type SetLine = Omit<PlacedLine, 'kind' | 'line'> & {
  readonly kind: 'set';
  readonly line: MeasuredLine;
};
type Content = Exclude<Placed, PlacedLine> | SetLine;

/** What stands on a page, or what one group of boxes puts on it. */
export type Page = {
  name: string;
  rule: PageRule;
  readonly content: Content[];
  readonly decorations: Decoration[];
  readonly anchors: PlacedAnchor[];
  readonly fields: PlacedField[];
};

/** Pages one after the other, `first` the index of the first. `order` numbers boxes in the order they begin. */
export type Pages = {
  readonly rules: PageRules;
  readonly first: number;
  /** Name of the page before the first; null when there is none. */
  readonly before: string | null;
  readonly list: Page[];
  order: number;
};

/** Pages from the first of the document on. */
export function newPages(rules: PageRules, name: string): Pages {
  const pages: Pages = { rules, first: 0, before: null, list: [], order: 0 };
  ensurePage(pages, 0, name);
  return pages;
}

/** The page of this index, made if there is none yet; without a name it goes on with that of the page before. */
export function ensurePage(pages: Pages, index: number, name?: string): Page {
  const known = pages.list[index - pages.first];
  if (known !== undefined) return known;
  const used = name ?? nameBefore(pages, index) ?? '';
  const made = emptyPage(used, ruleFor(pages, index, used));
  pages.list[index - pages.first] = made;
  return made;
}

export const emptyPage = (name: string, rule: PageRule): Page => ({
  name,
  rule,
  content: [],
  decorations: [],
  anchors: [],
  fields: [],
});

/** What the painter gets. */
export const placed = (one: Content): Placed =>
  one.kind === 'set'
    ? { kind: 'line', x: one.x, top: one.top, line: placeLine(one.line), repeated: one.repeated }
    : one;

/** Forgets what stands on a page that is painted. */
export function clear({ content, decorations, anchors, fields }: Page): void {
  for (const list of [content, decorations, anchors, fields]) list.length = 0;
}

/** Gives a page that is still empty another name. */
export function renamePage(pages: Pages, index: number, name: string): void {
  const page = ensurePage(pages, index, name);
  page.name = name;
  page.rule = ruleFor(pages, index, name);
}

/** Name of the page before this one; null when it is the first of the document. */
export const nameBefore = (pages: Pages, index: number): string | null =>
  index === pages.first ? pages.before : (pages.list[index - pages.first - 1]?.name ?? null);

function ruleFor(pages: Pages, index: number, name: string): PageRule {
  const { first, other } = pageRule(pages.rules, name);
  return nameBefore(pages, index) === name ? other : first;
}

export const nextOrder = (pages: Pages): number => {
  pages.order += 1;
  return pages.order;
};
