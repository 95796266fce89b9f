// A page while it is read: blocks so far, and how much more there may be. No page of duties comes near the bound; what does is made to
// fill the memory.
import type { Block, Content, Elsewhere, Heading, Table } from './page.ts';

/** Rows, cells, items and blocks together; and lines. */
export const MOST = 1_000_000;

export type Growing = {
  readonly blocks: Block[];
  readonly elsewhere: Elsewhere[];
  /** Where links lead that the page defines by name. */
  readonly targets: Map<string, string>;
  left: number;
  cut: number | null;
  /** An anchor that stands before the heading it names. */
  anchor: string | null;
  /** For each folded part that is open, the heading that it stands under. */
  readonly folds: (Heading | null)[];
  /** Behind a folded part: the heading that what comes next stands under. */
  back: { readonly heading: Heading | null } | null;
};

export const growing = (): Growing => ({
  blocks: [],
  elsewhere: [],
  targets: new Map(),
  left: MOST,
  cut: null,
  anchor: null,
  folds: [],
  back: null,
});

/** Counts `amount` parts of the page at `line`; false when there are too many, and nothing more is read. */
export const spend = (page: Growing, amount: number, line: number): boolean => {
  page.left -= amount;
  if (page.left < 0) page.cut ??= line;
  return page.cut === null;
};

/** In characters: no text of a page is longer, and no pattern need look at one that is. */
const LONGEST_TEXT = 1_000_000;

const isTooLong = (block: Content): boolean => {
  const long = ({ text }: { readonly text: string }): boolean => text.length > LONGEST_TEXT;
  if (block.kind === 'paragraph') return long(block);
  return block.kind === 'list'
    ? block.items.some(long)
    : block.header.some(long) || block.rows.some(({ cells }) => cells.some(long));
};

export const addBlock = (page: Growing, block: Content): void => {
  if (isTooLong(block)) page.cut ??= block.line;
  if (!spend(page, 1, block.line)) return;
  if (page.back?.heading) page.blocks.push(page.back.heading);
  page.back = null;
  page.anchor = null;
  page.blocks.push(block);
};

/** A table whose cells may stand in more places than were written: those count, too. */
export const addTable = (page: Growing, table: Table): void => {
  let places = 0;
  for (const { cells } of table.rows) places += cells.length;
  if (spend(page, places, table.line)) addBlock(page, table);
};

/** `anchor` is the heading's own; without it, an anchor right before the heading is. */
export const addHeading = (page: Growing, heading: Heading): void => {
  if (heading.text.length > LONGEST_TEXT) page.cut ??= heading.line;
  if (!spend(page, 1, heading.line)) return;
  page.blocks.push({ ...heading, anchor: heading.anchor ?? page.anchor });
  page.back = null;
  page.anchor = null;
};

/** Headings go down to 6; parts that fold out stand deeper in one another only where somebody plays with the page. */
const DEEPEST = 8;

/** A part that a reader of the page folds out, or turns to, by its label: it has a heading one deeper than the one it stands under. */
export const openFold = (page: Growing, line: number, label: string): void => {
  const under = page.back === null ? lastHeading(page) : page.back.heading;
  page.folds.push(under);
  const depth = Math.min((under?.depth ?? 0) + 1, DEEPEST);
  addHeading(page, { kind: 'heading', line, depth, text: label, anchor: null });
};

export const closeFold = (page: Growing): void => {
  const heading = page.folds.pop();
  if (heading !== undefined) page.back = { heading };
};

const lastHeading = ({ blocks }: Growing): Heading | null => {
  const found = blocks.findLast((block) => block.kind === 'heading');
  return found?.kind === 'heading' ? found : null;
};

/** A part of the page that stands in another file. */
export const addElsewhere = (page: Growing, line: number, target: string): void => {
  if (spend(page, 1, line)) page.elsewhere.push({ line, target });
};
