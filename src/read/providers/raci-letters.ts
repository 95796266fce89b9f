// The letters of a RACI table: who is responsible (R) or accountable (A) for an activity, who is consulted (C) or informed (I).
import { lookup } from '../../model/lookup.ts';
import { plainText } from '../page/markup.ts';

const LETTERS = 'RACI';
/** Whoever supports or verifies is no owner, and a model keeps no letter for it. */
const WORDS: Readonly<Record<string, string>> = {
  responsible: 'R',
  accountable: 'A',
  consulted: 'C',
  informed: 'I',
  supportive: 'S',
  support: 'S',
  supports: 'S',
};
const NOTHING = /^(?:n\/?a|none|no|[-–—]*)$/i;
/** Marks of footnotes, and what is said of letters in brackets. */
const ASIDE = /\^[^^]{0,12}\^|\[\^?\w{1,8}\]|\((?![RACI]{1,4}\))[^()]{0,40}\)|[*†‡§¹²³⁴⁵⁶⁷⁸⁹_]+/g;

/** The letters in the order R, A, C, I, each once; empty for an empty cell, null for a cell that holds anything else. */
export const lettersIn = (raw: string): string | null => {
  if (raw.length > SHORT) return lettersOfCell(raw);
  const known = FOUND.get(raw);
  if (known !== undefined) return known;
  const letters = lettersOfCell(raw);
  if (FOUND.size >= KEPT) FOUND.clear();
  FOUND.set(raw, letters);
  return letters;
};

/** The same few cells come again and again: what they hold is kept, of so many at most. */
const FOUND = new Map<string, string | null>();
const KEPT = 2000;
const SHORT = 12;

const lettersOfCell = (raw: string): string | null => {
  const letters = allLettersIn(raw);
  return letters === null ? null : inOrder(letters);
};

/** True for a cell with letters that are none of the four. */
export const hasOtherLetters = (raw: string): boolean => /[SVQ]/.test(allLettersIn(raw) ?? '');

/** One small letter alone may be a word. */
const allLettersIn = (raw: string): string | null => {
  if (raw.length > 80) return null;
  const text = plainText(raw);
  if (NOTHING.test(text)) return '';
  const words = text
    .replace(ASIDE, ' ')
    .split(/[\s/,;&+|.()–—-]+/)
    .filter((word) => word !== '' && word !== 'and');
  const isSmall = words.length > 1 && words.every((word) => /^[raci]$/.test(word));
  const letters = words.map(
    (word) => lookup(WORDS, word.toLowerCase()) ?? lettersOf(isSmall ? word.toUpperCase() : word),
  );
  return letters.includes(null) ? null : letters.join('');
};

/** Each once, as in `CSC` they are not; a figure behind them is a footnote that was raised. */
const lettersOf = (word: string): string | null =>
  /^[RACISVQ]{1,5}\d?$/.test(word) && !/(.).*\1/.test(word) ? word.replace(/\d/, '') : null;

/** Who does it or answers for it has it as a duty; who is asked or told has none. */
export const isDuty = (letters: string): boolean => /[RA]/.test(letters);

export const joined = (all: readonly string[]): string => inOrder(all.join(''));

const inOrder = (letters: string): string =>
  [...LETTERS].filter((letter) => letters.includes(letter)).join('');

/** The letter that a header such as `R`, `Responsible` or `(R) Responsible` stands for; null for any other. */
export const letterNamed = (header: string): string | null => {
  const letters = lettersIn(header.replace(/\s+(?:party|parties|owner|role|person)$/i, ''));
  return letters?.length === 1 ? letters : null;
};
