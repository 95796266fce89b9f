// The other services that a text leaves something to: their own pages say the rest. docs/model.md tells what counts.
import type { Delegate } from '../model/model.ts';
import type { Names } from '../model/names.ts';
import type { KeyedText } from './providers/dialect.ts';
import { sentencesOf } from './sentences.ts';
import { linksShown, type ServiceLinks } from './service-links.ts';
import { type NamedService, servicesAmong, type Words, wordsOf } from './service-names.ts';

/** A text with what the delegation's note says of the place. */
export type Mentioning = KeyedText & { readonly place: string };

/** What is known of the page that the texts stand on; `own` are the ids of its own service, which is no delegation. */
export type Mentions = {
  readonly names: Names;
  readonly own: ReadonlySet<string>;
  readonly links: ServiceLinks;
};

/** One edge for each service named, at its first line, in the order of the texts. */
export const delegatesIn = (texts: readonly Mentioning[], mentions: Mentions): readonly Delegate[] => {
  const places = new Map<string, { readonly line: number; readonly places: string[] }>();
  for (const text of texts)
    for (const service of new Set(leftTo(text, mentions))) {
      if (mentions.own.has(service)) continue;
      const known = places.get(service) ?? { line: text.line, places: [] };
      if (!known.places.includes(text.place)) known.places.push(text.place);
      places.set(service, known);
    }
  return [...places].map(([to, { line, places: named }]) => ({
    to,
    line,
    note: `Named in ${named.join(', ')}.`,
  }));
};

/** All services that a text names in any way. */
export const servicesIn = (keyed: string, names: Names): readonly string[] =>
  servicesAmong(wordsOf(keyed, names), names).map(({ service }) => service);

/** Services named by key, by name, by link; then those that are only abbreviated. */
const leftTo = (text: KeyedText, { names, links }: Mentions): readonly string[] => {
  const shown = linksShown(text, links);
  const own = shown.flatMap((one) =>
    one.service === null && !isOnlyName(one.text, names) ? [one.text] : [],
  );
  const named = sentencesOf(text.text).flatMap((sentence) => {
    const words = wordsOf(withoutOwn(sentence, own), names);
    return servicesAmong(words, names).filter(
      (one) => one.by !== 'abbreviation' || isOfProvider(one, words, names) || standsAlone(one, words),
    );
  });
  return [
    ...named.filter(({ by }) => by !== 'abbreviation').map(({ service }) => service),
    ...shown.flatMap(({ service }) => service ?? []),
    ...named.filter(({ by }) => by === 'abbreviation').map(({ service }) => service),
  ];
};

/** `[Harbour](own page)` still speaks of Harbour. */
const isOnlyName = (text: string, names: Names): boolean => {
  const words = wordsOf(text, names);
  const [first] = servicesAmong(words, names);
  return first?.start === 0 && first.end === words.length;
};

const POINTS = /^(?:for (?:more |further |additional )?(?:information|details)|(?:to )?learn more|see)\b/i;

/** What a link to the page's own documentation shows leaves nothing to anybody, nor does a sentence that only points there. */
const withoutOwn = (sentence: string, own: readonly string[]): string => {
  const there = own.filter((words) => sentence.includes(words));
  if (there.length > 0 && POINTS.test(sentence)) return '';
  return there.reduce((so, words) => so.replace(words, ' | '), sentence);
};

/** `Cloud IAM` and `Nimbus IAM` are the service, whatever follows. */
const isOfProvider = ({ start }: NamedService, words: Words, { provider }: Names): boolean =>
  ['Cloud', ...provider.name.split(' ').slice(-1)].includes(words[start - 1] ?? '');

/** Words that may follow the name of a service and do not make it part of another. */
const FOLLOWS = new Set(
  'and are as at by can do docs documentation does duties for from has have how if in is of on or page product provides responsibilities responsibility service services so that the their these this to via when where which will with you your'.split(
    ' ',
  ),
);
/** What a service holds is its own; `COS bucket` names it. */
const HELD =
  /^(?:bucket|cluster|database|image|instance|namespace|queue|repositor|subnet|topic)(?:s|y|ies)?$/;
/** What is inside of something is a network or the like, and no service that is asked. */
const INSIDE = new Set(
  'a across an another between both each every existing in inside into new of on own same their within your'.split(
    ' ',
  ),
);

/** `Use IAM to …` and `IAM responsibilities` name the service; `IAM keys`, `nodes in VPC` and `classic or VPC` speak of a thing. */
const standsAlone = ({ start, end }: NamedService, words: Words): boolean => {
  const next = words[end] ?? '.';
  if (/^[\p{L}\p{N}{]/u.test(next) && !FOLLOWS.has(next)) return HELD.test(next);
  const before = (words[start - 1] ?? '').toLowerCase();
  const further = words[start - 2] ?? '';
  if (before === 'the') return !INSIDE.has(further.toLowerCase());
  if (before === 'and' || before === 'or') return !/^\p{Ll}/u.test(further);
  return !INSIDE.has(before);
};
