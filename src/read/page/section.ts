// A page cut up at its headings: what stands under one, and under which headings that one stands itself.
import type { Content, Heading, Page } from './page.ts';

export type Section = {
  /** From the outermost heading to the section's own; empty for what stands before any. */
  readonly path: readonly Heading[];
  readonly blocks: readonly Content[];
};

/** In the order of the page; a heading with nothing under it is a section, too. */
export const sectionsOf = (page: Page): readonly Section[] => {
  let open: { readonly path: readonly Heading[]; readonly blocks: Content[] } = { path: [], blocks: [] };
  const sections = [open];
  for (const block of page.blocks) {
    if (block.kind === 'heading') {
      const above = open.path.filter(({ depth }) => depth < block.depth);
      open = { path: [...above, block], blocks: [] };
      sections.push(open);
    } else open.blocks.push(block);
  }
  return sections;
};

/** With `title` as the heading of what stands before any, where that has rows or items. */
export const titledSections = (sections: readonly Section[], title: string): readonly Section[] => {
  const [first, ...more] = sections;
  const own = first?.blocks.find(({ kind }) => kind !== 'paragraph');
  if (first === undefined || own === undefined || first.path.length > 0 || title === '') return sections;
  const heading: Heading = { kind: 'heading', line: own.line, depth: 1, text: title, anchor: null };
  return [{ path: [heading], blocks: first.blocks }, ...more];
};

/** The heading right above the section's blocks. */
export const headingOf = ({ path }: Section): Heading | null => path.at(-1) ?? null;

/** The heading one further out; null for the page's title, or without any. */
export const parentOf = ({ path }: Section): Heading | null => path.at(-2) ?? null;
