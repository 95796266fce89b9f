// The day of a page: what its provider says of when it was last changed, wherever that stands.
import { isDay } from '../model/calendar.ts';
import type { Model } from '../model/model.ts';
import type { Day } from '../model/scalar.ts';
import type { Diagnostic } from '../problem.ts';
import { plainText } from './page/markup.ts';
import type { Page } from './page/page.ts';
import { diagnosticAt, type SourceText } from './source-text.ts';

/** `given` was given with the import. `readOn` is the day of the import. `sha256` is the file's. */
export type DayWishes = {
  readonly given: Day | null;
  readonly readOn: Day | null;
  readonly previous: Model | null;
  readonly sha256: string;
};

/** `assumed`: nobody says it, and the day of the import stands for it. */
export type PageDay = { readonly day: Day | null; readonly assumed: boolean };

/**
 * What the page states as its last change counts before what is given, and that before what may be another day, such as that of the
 * page's first writing. A file that was imported before keeps the day that it had.
 */
export const dayOfPage = (page: Page, { given, readOn, previous, sha256 }: DayWishes): PageDay => {
  const again = previous?.source.sha256 === sha256 ? previous.revision : null;
  const day = stated(page, CHANGED) ?? given ?? stated(page, WRITTEN) ?? saidDay(page) ?? again;
  return { day: day ?? readOn, assumed: day === null };
};

/** Keys as front matter, attributes and the head of HTML pages write them, without case and marks; the surest come first. */
const CHANGED = [
  ...[
    'lastupdated',
    'lastupdate',
    'lastmodified',
    'lastmodifieddate',
    'datemodified',
    'modified',
    'modifieddate',
  ],
  ...['articlemodifiedtime', 'ogupdatedtime', 'dctermsmodified', 'dcdatemodified', 'updated', 'updatedat'],
  ...['updatedon', 'revdate'],
];
const WRITTEN = ['msdate', 'date', 'dctermsdate', 'dcdate', 'docdate', 'articlepublishedtime', 'published'];

const stated = ({ front }: Page, keys: readonly string[]): Day | null => {
  const values = new Map(Object.entries(front).map(([key, value]) => [bareKey(key), value]));
  for (const key of keys) {
    const day = readDay(values.get(key) ?? '', key === 'msdate');
    if (day !== null) return day;
  }
  return null;
};

const bareKey = (key: string): string => key.toLowerCase().replace(/[^a-z]/g, '');

/** No line that says when a page was changed is longer. */
const LONGEST = 200;
const SAID =
  /^(?:(?:this )?(?:page|document|article|topic)(?: was| has been)? )?(?:last )?(?:updated|modified|revised|changed|reviewed|update|revision date)(?: on| at| date)?\s*[:–—-]?\s*(\S.*)$/i;

/** A paragraph like `Last updated: 2026-03-31`. */
const saidDay = ({ blocks }: Page): Day | null => {
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || block.text.length > LONGEST) continue;
    const said = SAID.exec(plainText(block.text).replace(/^[^A-Za-z]+/, ''));
    const day = said === null ? null : readDay(said[1] ?? '', false);
    if (day !== null) return day;
  }
  return null;
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`;
const NUMBERS = /^\D{0,3}(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const DAY_FIRST = new RegExp(String.raw`^\W*(\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH},?[ -](\d{4})`, 'i');
const MONTH_FIRST = new RegExp(String.raw`^\W*${MONTH} (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})`, 'i');
const SLASHES = /^\D{0,3}(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/;

/** The day that a text begins with. Of days like 3/4/2026 it takes those that can be read in one way only, unless the month is known to come first. */
const readDay = (text: string, monthFirst: boolean): Day | null => {
  if (text === '') return null;
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) return dayOf(numbers[1], Number(numbers[2]), numbers[3]);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) return dayOf(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const named = MONTH_FIRST.exec(text);
  if (named !== null) return dayOf(named[3], monthNumber(named[1]), named[2]);
  const [, first = '', second = '', year] = SLASHES.exec(text) ?? [];
  if (year === undefined) return null;
  if (monthFirst || Number(second) > 12) return dayOf(year, Number(first), second);
  return Number(first) > 12 || first === second ? dayOf(year, Number(second), first) : null;
};

const monthNumber = (name = ''): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const dayOf = (year = '', month: number, day = ''): Day | null => {
  const written = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : null;
};

/** Says that nobody said it. */
export const assumedWarning = (source: SourceText, day: Day): Diagnostic =>
  diagnosticAt(
    source,
    null,
    {
      code: 'page-undated',
      sentence: `The page does not say of which day it is; ${day}, the day on which it is read, stands for it.`,
      hint: 'Where you know better, give the day of the page with --revision YYYY-MM-DD.',
    },
    'warning',
  );
