// How much two texts say the same: the share of their words that both have, where rare words weigh more than common ones.
import { byCodeUnits } from '../../model/lookup.ts';
import { stemOf, wordsOf } from './words.ts';

/** Words that hold a sentence together and tell nothing of a duty. Negations are not among them. */
const FUNCTION_WORDS = new Set(
  'a an and any are as at be been by can each for from has have in into is it its may of on or our such that the their them these this those to was were when where which will with you your'
    .split(' ')
    .map(stemOf),
);
const OF_A_FUNCTION_WORD = 0.25;

/** `dice` is the share of both texts that both have, `kept` the share of the lighter one; each from 0 to 1, and the same either way round. */
export type Likeness = { readonly dice: number; readonly kept: number };

/** Measures how alike two texts are, among those that it was made of. */
export type Measure = (one: string, other: string) => Likeness;

/**
 * A word's weight is 1 + ln(N / n), where n of the N texts have it, and a quarter of that for words that only hold a sentence together.
 */
export const measureOf = (texts: readonly string[]): Measure => {
  const counted = new Map(texts.map((text) => [text, countsOf(text)]));
  const having = new Map<string, number>();
  for (const text of texts)
    for (const word of counted.get(text)?.keys() ?? []) having.set(word, (having.get(word) ?? 0) + 1);
  const weigh: Weigh = (word) =>
    (1 + Math.log(texts.length / (having.get(word) ?? 1))) *
    (FUNCTION_WORDS.has(word) ? OF_A_FUNCTION_WORD : 1);
  const known = new Map<string, Profile>();
  const profile = (text: string): Profile => {
    const made = known.get(text) ?? profileOf(counted.get(text) ?? countsOf(text), weigh);
    known.set(text, made);
    return made;
  };
  return (one, other) => likeness(profile(one), profile(other), weigh);
};

/** A text as it is compared: each word with how often it occurs, and what all of them weigh. */
type Profile = { readonly counts: ReadonlyMap<string, number>; readonly weight: number };
type Weigh = (word: string) => number;

/** In the order of the words, so that sums over two texts come to the same either way round, to the last digit. */
const countsOf = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const word of wordsOf(text).map(stemOf).sort(byCodeUnits))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

const profileOf = (counts: Profile['counts'], weigh: Weigh): Profile => {
  let weight = 0;
  for (const [word, count] of counts) weight += count * weigh(word);
  return { counts, weight };
};

const likeness = (one: Profile, other: Profile, weigh: Weigh): Likeness => {
  const [small, large] = one.counts.size <= other.counts.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [word, count] of small.counts)
    shared += Math.min(count, large.counts.get(word) ?? 0) * weigh(word);
  const lighter = Math.min(one.weight, other.weight);
  if (lighter === 0) return { dice: 0, kept: 0 };
  return { dice: (2 * shared) / (one.weight + other.weight), kept: shared / lighter };
};
