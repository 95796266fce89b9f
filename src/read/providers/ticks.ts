// Marks and words that stand in the column of a party and say that something is that party's. A word says so itself; a mark, only where
// the page explains it.
import { plainText } from '../page/markup.ts';
import type { Content } from '../page/page.ts';
import type { Section } from '../page/section.ts';

export type Tick = 'yes' | 'no' | 'shared' | 'unexplained';
/** What the page says that each mark means. */
export type TickLegend = ReadonlyMap<string, Tick>;

const WORDS: ReadonlyMap<string, Tick> = new Map([
  ...['yes', 'responsible', 'accountable', 'owner', 'owns'].map((word) => [word, 'yes'] as const),
  ...['no', 'not responsible', '-', '–', '—'].map((word) => [word, 'no'] as const),
  ...['shared', 'joint', 'both'].map((word) => [word, 'shared'] as const),
]);

/** Null for a text that is no tick. */
export const tickIn = (text: string, legend: TickLegend): Tick | null => {
  const word = WORDS.get(text.toLowerCase());
  if (word !== undefined) return word;
  return isMark(text) ? (legend.get(text) ?? 'unexplained') : null;
};

const NO_LEGEND: TickLegend = new Map();
export const isTick = (text: string): boolean => tickIn(text, NO_LEGEND) !== null;

/** Up to four characters without a letter or figure, or the letter x. */
const isMark = (text: string): boolean =>
  text.length <= 4 && (/^[^\p{L}\p{N}]+$/u.test(text) || /^x$/i.test(text));

const LEGENDS = new WeakMap<readonly Section[], TickLegend>();

/** Read once for a page. */
export const tickLegend = (sections: readonly Section[]): TickLegend => {
  const known = LEGENDS.get(sections);
  if (known !== undefined) return known;
  const legend = new Map(sections.flatMap(({ blocks }) => blocks.flatMap(explainedIn)));
  LEGENDS.set(sections, legend);
  return legend;
};

type Explained = readonly (readonly [string, Tick])[];

const explainedIn = (block: Content): Explained => {
  if (block.kind === 'paragraph') return explanation(block.text);
  if (block.kind === 'list') return block.items.flatMap(({ text }) => explanation(text));
  return block.rows.flatMap(({ cells: [mark, meaning, ...more] }) =>
    mark === undefined || meaning === undefined || more.length > 0
      ? []
      : explanation(`${mark.text} = ${meaning.text}`),
  );
};

/** `✓ = responsible`, `✓: the party is responsible`; several in one text stand between commas or semicolons. */
const explanation = (raw: string): Explained => {
  if (raw.length > 400) return [];
  return plainText(raw)
    .split(/[,;]|\.\s/)
    .flatMap((part) => {
      const [, mark = '', meaning = ''] =
        /^\s*(?:legend|key)?:?\s*(\S{1,4})\s*(?:[=:–—-]|means)\s*(.+)$/i.exec(part) ?? [];
      const tick = isMark(mark) ? meaningOf(meaning) : null;
      return tick === null ? [] : [[mark, tick] as const];
    });
};

const meaningOf = (meaning: string): Tick | null => {
  if (/\b(?:shared|both|jointly)\b/i.test(meaning)) return 'shared';
  if (/\b(?:not|no|none|n\/a)\b/i.test(meaning)) return 'no';
  return /\b(?:responsib|accountab|owns?\b|owner|yes\b|in charge|performs?\b)/i.test(meaning) ? 'yes' : null;
};
