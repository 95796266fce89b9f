// A made-up language with the statistics of English prose: a few thousand words, the frequent ones short, drawn by Zipf's law.
import { between, oneOf, randomFrom } from './random.mjs';

const WORDS = 4000;
/** One lexicon for all packs, as all packs of one organisation are written in one language. */
const SEED = 20261009;

const ONSETS = ['b', 'c', 'd', 'f', 'g', 'h', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'w'].concat([
  ...['bl', 'ch', 'cl', 'cr', 'dr', 'fl', 'fr', 'gr', 'pl', 'pr', 'sc', 'sh', 'sp', 'st', 'str', 'th', 'tr'],
  ...['qu', 'wh', 'y', 'j', 'k', 'ex'],
]);
const VOWELS = ['a', 'e', 'e', 'i', 'o', 'u', 'a', 'e', 'i', 'o', 'ea', 'ou', 'ai', 'ee', 'io', 'ie'];
const CODAS = ['', '', '', 'n', 'r', 's', 't', 'd', 'l', 'm', 'nd', 'nt', 'st', 'ck', 'ff', 'ft', 'll', 'ng'];
const ENDINGS = [
  'ed',
  'ing',
  'tion',
  'ment',
  'er',
  's',
  'ly',
  'able',
  'ity',
  'al',
  'fi',
  'ive',
  'es',
  'ance',
];

const syllable = (random) => oneOf(random, ONSETS) + oneOf(random, VOWELS) + oneOf(random, CODAS);

/** Syllables by rank: the first fifty words of English have three letters, the rare ones eight. */
const wordOfRank = (random, rank) => {
  if (rank < 50) return syllable(random).slice(0, between(random, 2, 4));
  if (rank < 400) return (syllable(random) + syllable(random)).slice(0, between(random, 4, 7));
  const stem = syllable(random) + syllable(random) + (random() < 0.25 ? syllable(random) : '');
  return (stem.slice(0, between(random, 4, 9)) + oneOf(random, ENDINGS)).slice(0, 13);
};

const makeLexicon = () => {
  const random = randomFrom(SEED);
  const words = new Set();
  while (words.size < WORDS) words.add(wordOfRank(random, words.size));
  return [...words];
};

/** Where each rank ends on the line from 0 to 1. */
const zipfEnds = () => {
  const shares = Array.from({ length: WORDS }, (_, rank) => 1 / (rank + 2.7));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let end = 0;
  return shares.map((share) => {
    end += share / whole;
    return end;
  });
};

const LEXICON = makeLexicon();
const ENDS = zipfEnds();

export const wordBy = (random) => {
  const at = random();
  let [low, high] = [0, WORDS - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ENDS[middle] < at) low = middle + 1;
    else high = middle;
  }
  return LEXICON[low];
};
