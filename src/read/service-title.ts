// The service that a page's title names: only one whose name is the whole of what the title calls a product.
import type { Names } from '../model/names.ts';
import { keyOf, type NamedService, servicesAmong, type Words, wordsOf } from './service-names.ts';

/** By the first key, else by the longest name, else by the first abbreviation. */
export const serviceNamed = (title: string, names: Names): string | null => {
  const words = wordsOf(title, names);
  const whole = servicesAmong(words, names).filter((one) => isWhole(one, words, names));
  const byLength = whole
    .filter(({ by }) => by === 'name')
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  const [found] = [...whole.filter(({ by }) => by === 'key'), ...byLength, ...whole];
  return found?.service ?? null;
};

/** Words around a name that speak of the page, and are no part of a longer name. */
const FRAME = new Set(
  'a about an and are by customer do does duties for how in is management matrix model of offering offerings on our overview platform raci responsibilities responsibility role roles service services shared split that the to tasks understanding use user users using what when where while who whom with you your'.split(
    ' ',
  ),
);
const JOINS = new Set(['a', 'an', 'and', 'for', 'in', 'of', 'on', 'the', 'to', 'via', 'with']);
/** What a product is that is made around another. */
const MADE_OF_IT = /^(?:(?:landing zone|deployable architecture|add-?on|plug-?in|sdk|cli)s?)\b/i;

/** `Harbour with Lantern ships` is a name of its own, and so is `Lantern Pro`. */
const isWhole = ({ start, end }: NamedService, words: Words, names: Names): boolean =>
  endsName(words, end, names) && beginsName(words, start, names);

const endsName = (words: Words, end: number, names: Names): boolean => {
  const next = words[end];
  if (next === undefined) return true;
  if (MADE_OF_IT.test(words.slice(end, end + 2).join(' '))) return false;
  const behind = JOINS.has(next) ? passed(words, end, 1, names) : next;
  return behind === undefined || !isProduct(behind);
};

const beginsName = (words: Words, start: number, names: Names): boolean => {
  const before = passed(words, start - 1, -1, names);
  return before === undefined || before === words[0] || !isProduct(before);
};

/** The first word from there on that neither joins nor is the provider's name. */
const passed = (words: Words, from: number, step: 1 | -1, names: Names): string | undefined => {
  const skipped = new Set([...JOINS, ...names.provider.name.split(' '), 'Cloud']);
  let at = from;
  while (skipped.has(words[at] ?? '')) at += step;
  return words[at];
};

/** A capital begins it, or a key stands for it. */
const isProduct = (word: string): boolean =>
  (keyOf(word) !== null || /^\p{Lu}/u.test(word)) && !FRAME.has(word.toLowerCase());
