// What is said of rows and items that give no duty: a warning where a person has to look at the page, and nothing but a line in the import
// report where there is nothing to do.
import type { LeftOut, LeftOutReason } from '../model/import-report.ts';
import type { Names } from '../model/names.ts';
import type { Diagnostic } from '../problem.ts';
import { readable } from './duty-text.ts';
import { quoted } from './plain.ts';
import { diagnosticAt, lineSpan, type SourceText, type Trouble } from './source-text.ts';

type Words = Pick<Trouble, 'code' | 'hint'> & { readonly why: string };

const BY_HAND = 'Read it on the page, and add what it says to the model by hand.';

/** Null for what is as it should be. */
const WORDS: Readonly<Record<LeftOutReason, Words | null>> = {
  'no-responsibilities': null,
  matrix: null,
  legend: null,
  'says-nothing': null,
  negative: null,
  'party-unclear': {
    code: 'page-party-unclear',
    why: 'the page does not say clearly whose it is',
    hint: 'Read it on the page, and add its duties to the model by hand, each under its party.',
  },
  'third-party': {
    code: 'page-party-unclear',
    why: 'it is neither the provider’s nor the customer’s',
    hint: 'A model has duties of two parties; look whether this one falls on yours.',
  },
  placeholder: {
    code: 'page-row-skipped',
    why: 'its text was never written',
    hint: 'Tell the provider, and look at the next revision of the page.',
  },
  'other-service': {
    code: 'page-row-skipped',
    why: 'it was written for another service',
    hint: 'Tell the provider; if it holds for this service all the same, add it to the model by hand.',
  },
  'no-resource': { code: 'page-row-skipped', why: 'it names no resource', hint: BY_HAND },
  'no-area': {
    code: 'page-row-skipped',
    why: 'it stands under no heading, so that its area is not known',
    hint: BY_HAND,
  },
  malformed: {
    code: 'page-party-unclear',
    why: 'its cells do not fit the header of its table',
    hint: 'Read the row on the page, and add its duties to the model by hand, each under its party.',
  },
};

/** How much of a text is enough to find it on the page. */
const SHOWN = 80;

/** What is kept of a text until its keys are resolved, at the end of reading. */
const KEPT = 400;

/** `text` is without its markup. */
export const leftOut = (line: number, reason: LeftOutReason, text: string): LeftOut => ({
  line,
  reason,
  text: text.length > KEPT ? text.slice(0, KEPT).replace(/\{\{[\w.-]*$/, '') : text,
});

/** As the report shows it: names in place of keys, and no more than is enough, cut between words. */
export const shownLeftOut = (one: LeftOut, names: Names): LeftOut => ({
  ...one,
  text: shortened(readable(one.text, names)),
});

const shortened = (text: string): string => {
  if (text.length <= SHOWN) return text;
  const cut = text.slice(0, SHOWN);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > SHOWN / 2 ? end : SHOWN - 1).trimEnd()}…`;
};

/** Warnings for what somebody has to look at. */
export const leftOutWarnings = (source: SourceText, all: readonly LeftOut[]): readonly Diagnostic[] =>
  all.flatMap(({ line, reason, text }) => {
    const words = WORDS[reason];
    if (words === null) return [];
    const { code, hint } = words;
    const sentence = `${text === '' ? 'A row' : quoted(text)} is left out: ${words.why}.`;
    return [diagnosticAt(source, lineSpan(source, line), { code, sentence, hint }, 'warning')];
  });
