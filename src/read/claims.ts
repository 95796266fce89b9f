// Each section of a page is offered to the dialect readers in turn; what none of them takes is left out by name.
import type { Dialect, LeftOut } from '../model/import-report.ts';
import { leftOut } from './left-out.ts';
import { plainText } from './page/markup.ts';
import type { Content } from './page/page.ts';
import type { Section } from './page/section.ts';
import type { Claim, PageContext } from './providers/dialect.ts';
import { DIALECT_READERS } from './providers/index.ts';

export type Claimed = Claim & { readonly dialect: Dialect; readonly section: Section };
export type Claims = { readonly claimed: readonly Claimed[]; readonly leftOut: readonly LeftOut[] };

export const claimsOf = (context: PageContext): Claims => {
  const claimed: Claimed[] = [];
  const left: LeftOut[] = [];
  for (const section of context.sections) {
    const taken = new Set<Content>();
    for (const { name, read } of DIALECT_READERS) {
      const blocks = section.blocks.filter((block) => !taken.has(block));
      for (const claim of read({ ...section, blocks }, context)) {
        for (const block of claim.blocks) taken.add(block);
        claimed.push({ ...claim, dialect: name, section });
      }
    }
    for (const block of section.blocks) if (!taken.has(block)) append(left, itemsOf(block));
  }
  return { claimed, leftOut: left };
};

/** One by one: a page may hold more rows than a call takes arguments. */
const append = <T>(list: T[], more: readonly T[]): void => {
  for (const one of more) list.push(one);
};

/** What would have to be accounted for: paragraphs are text around duties and no duties. */
const itemsOf = (block: Content): readonly LeftOut[] => {
  if (block.kind === 'paragraph') return [];
  const items =
    block.kind === 'list'
      ? block.items
      : block.rows.map(({ line, cells }) => ({ line, text: cells.map(({ text }) => text).join(' | ') }));
  return items.map(({ line, text }) => leftOut(line, 'no-responsibilities', plainText(text)));
};
