// Sentences, titles, days and people from the made-up language.
import { wordBy } from './lexicon.mjs';
import { between, oneOf } from './random.mjs';

const capital = (word) => word[0].toUpperCase() + word.slice(1);

const FIRST_DAY = Date.UTC(2026, 6, 1);

/** An ISO day of the third quarter of 2026. */
export const dayBy = (random) =>
  new Date(FIRST_DAY + between(random, 0, 91) * 86_400_000).toISOString().slice(0, 10);

/** One in thirty is a number, a day or a name as technical prose has them. */
const tokenBy = (random) => {
  const kind = random();
  if (kind > 1 / 30) return wordBy(random);
  if (kind < 0.01) return String(between(random, 2, 900));
  if (kind < 0.02) return dayBy(random);
  return `${oneOf(random, ['TLS', 'CVE', 'REQ', 'POL', 'ISO'])}-${between(random, 100, 9999)}`;
};

const sentence = (random, count) => {
  const words = Array.from({ length: count }, () => tokenBy(random));
  return words
    .map((word, index) => {
      const cased = index === 0 ? capital(word) : word;
      return index > 2 && index < count - 2 && random() < 0.07 ? `${cased},` : cased;
    })
    .join(' ');
};

/** Sentences of 7 to 18 words that make `count` words together. */
export const proseBy = (random, count) => {
  const sentences = [];
  for (let left = count; left > 0; ) {
    const next = left < 19 ? left : Math.min(left - 6, between(random, 7, 18));
    sentences.push(`${sentence(random, next)}.`);
    left -= next;
  }
  return sentences.join(' ');
};

export const titleBy = (random, low, high) =>
  capital(Array.from({ length: between(random, low, high) }, () => wordBy(random)).join(' '));

export const personBy = (random) => `${capital(wordBy(random))} ${capital(wordBy(random))}`;
