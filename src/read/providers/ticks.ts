// Marks and words that stand in the column of a party and say that something is that party's. A word and a plain tick say so themselves; any
// other mark, only by what stands beside it in its table, or where the page explains it.
import { plainText } from '../page/markup.ts';
import type { Content } from '../page/page.ts';
import type { Section } from '../page/section.ts';

export type Tick = 'yes' | 'no' | 'shared' | 'unexplained';
/** What the page says that each mark means; marks as `bareMark` gives them. */
export type TickLegend = ReadonlyMap<string, Tick>;

const each = (marks: string, tick: Tick): readonly (readonly [string, Tick])[] =>
  marks.split(',').map((mark) => [mark, tick] as const);

const WORDS: ReadonlyMap<string, Tick> = new Map([
  ...each('yes,responsible,accountable,owner,owns,check,check mark,checkmark,checkmark icon,tick', 'yes'),
  ...each(':heavy_check_mark:,:white_check_mark:,:ballot_box_with_check:,:check_mark:,:check:,[x]', 'yes'),
  ...each('✓,✔,✅,☑,🗸,●,⬤', 'yes'),
  ...each('no,not responsible,-,–,—,[ ],[]', 'no'),
  ...each('shared,joint,both', 'shared'),
]);

const CROSSES: ReadonlySet<string> = new Set(
  '✗,✘,✖,❌,❎,☒,×,🚫,:x:,:cross_mark:,:no_entry:,:no_entry_sign:,:negative_squared_cross_mark:,:heavy_multiplication_x:'.split(
    ',',
  ),
);
const RINGS: ReadonlySet<string> = new Set(['○', '◯', '⚪']);

/** Null for a text that is no tick. */
export const tickIn = (text: string, legend: TickLegend): Tick | null => {
  const mark = bareMark(text);
  return legend.get(mark) ?? WORDS.get(mark) ?? (isMark(mark) ? 'unexplained' : null);
};

const NO_LEGEND: TickLegend = new Map();
export const isTick = (text: string): boolean => tickIn(text, NO_LEGEND) !== null;

/** In lower case, without what only gives a sign its colour, and without a note in brackets behind it. */
const bareMark = (text: string): string =>
  withoutNote(text)
    .replace(/[\ufe0e\ufe0f]|\ud83c[\udffb-\udfff]/g, '')
    .replace(/^Y$/, 'yes')
    .replace(/^N$/, 'no')
    .toLowerCase();

const NOTED = /^(\S{1,32})\s*(\([^()]{1,80}\))$/;
const withoutNote = (text: string): string => NOTED.exec(text)?.[1] ?? text;

/** What is said of a tick in brackets behind it; empty without any. */
export const noteOf = (text: string): string => NOTED.exec(text)?.[2] ?? '';

const SHORTCODE = /^:[a-z0-9_+-]{1,40}:$/;

/** Up to four characters without a letter or figure, the name of a sign between colons, or the letter x. */
const isMark = (text: string): boolean =>
  SHORTCODE.test(text) || (text.length <= 4 && (/^[^\p{L}\p{N}]+$/u.test(text) || text === 'x'));

/**
 * The legend of one table, whose rows are the texts in the columns of its parties. Crosses deny what ticks beside them say; alone they may
 * be ticks themselves. So may rings without filled ones. The letter x is a tick alone, and a cross where each has a tick beside it.
 */
export const tableLegend = (rows: readonly (readonly string[])[], legend: TickLegend): TickLegend => {
  const marks = rows.map((texts) => texts.map(bareMark));
  const seen = new Set(marks.flat());
  const says = (mark: string): boolean => {
    const tick = legend.get(mark) ?? WORDS.get(mark);
    return tick === 'yes' || tick === 'shared';
  };
  const found: (readonly [string, Tick])[] = [];
  if ([...seen].some(says)) for (const mark of CROSSES) found.push([mark, 'no']);
  if (['●', '⬤'].some((mark) => seen.has(mark))) for (const mark of RINGS) found.push([mark, 'no']);
  if (seen.has('x'))
    found.push([
      'x',
      letterIn(
        marks,
        says,
        [...seen].some((mark) => CROSSES.has(mark)),
      ),
    ]);
  return new Map([...found, ...legend]);
};

const letterIn = (
  rows: readonly (readonly string[])[],
  says: (mark: string) => boolean,
  hasCrosses: boolean,
): Tick => {
  if (hasCrosses) return 'unexplained';
  if (!rows.some((marks) => marks.some(says))) return 'yes';
  const crossed = rows.filter((marks) => marks.includes('x') && !marks.every((mark) => mark === 'x'));
  return crossed.length > 0 && crossed.every((marks) => marks.some(says)) ? 'no' : 'unexplained';
};

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
        /^\s*(?:legend|key)?:?\s*(:[a-z0-9_+-]{1,40}:|\S{1,6})\s*(?:[=:–—-]|means)\s*(.+)$/i.exec(part) ?? [];
      const tick = isMark(bareMark(mark)) ? meaningOf(meaning) : null;
      return tick === null ? [] : [[bareMark(mark), tick] as const];
    });
};

const meaningOf = (meaning: string): Tick | null => {
  if (/\b(?:shared|both|jointly)\b/i.test(meaning)) return 'shared';
  if (/\b(?:not|no|none|n\/a)\b/i.test(meaning)) return 'no';
  return /\b(?:responsib|accountab|owns?\b|owner|yes\b|in charge|performs?\b)/i.test(meaning) ? 'yes' : null;
};
