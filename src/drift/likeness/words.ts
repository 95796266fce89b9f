// What a text says, apart from how it is written: its words without case, punctuation and white space. Numbers keep their signs and
// points, so that 1.5 is never 15.

const SAYS_NOTHING = /[\u00ad\u00ae\u00a9\u2122\u200b-\u200f\u2060\ufeff]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;

/** A run of letters and digits, with marks between digits and before a number; or a sign that means something. */
const WORD =
  /(?:[\p{L}\p{M}\p{N}_]|(?<=\p{N})[.,:/-](?=\p{N})|(?<![\p{L}\p{N}])[-.](?=\p{N}))+|[%&@#\p{Sm}\p{Sc}\p{So}]/gu;

/** The words in order, in lower case. */
export const wordsOf = (text: string): readonly string[] =>
  text.normalize('NFC').replace(SAYS_NOTHING, '').replace(DASHES, '-').toLowerCase().match(WORD) ?? [];

/** True for two texts that differ in case, punctuation and white space at most: `set-up` is `Setup`, `1.5` is not `15`, nor `1 5`. */
export const saysTheSame = (one: string, other: string): boolean =>
  one === other || runTogether(one) === runTogether(other);

const runTogether = (text: string): string =>
  wordsOf(text)
    .map((word, index, all) =>
      DIGIT_LAST.test(all[index - 1] ?? '') && NUMBER_FIRST.test(word) ? ` ${word}` : word,
    )
    .join('');

/** Asked of a word, never of a text, since it is tried at each place. */
const DIGIT_LAST = /\p{N}$/u;
const NUMBER_FIRST = /^[-.]?\p{N}/u;

/** The word without the endings of verbs and plurals, so that `Provides` and `Provide` are one. Only likeness is measured with it. */
export const stemOf = (word: string): string => {
  let stem = word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
  if (stem.length > 5 && stem.endsWith('ing')) stem = stem.slice(0, -3);
  else if (stem.length > 4 && stem.endsWith('ed')) stem = stem.slice(0, -2);
  if (stem.length > 3 && stem.endsWith('e')) return stem.slice(0, -1);
  return stem.length > 3 && stem.endsWith('y') ? `${stem.slice(0, -1)}i` : stem;
};
