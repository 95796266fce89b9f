// The other services that a text names: their own pages say the rest.
import { lookup } from '../model/lookup.ts';
import type { Delegate } from '../model/model.ts';
import type { Names } from '../model/names.ts';
import { keysIn, readable } from './duty-text.ts';
import type { KeyedText } from './providers/dialect.ts';

/** A text with what the delegation's note says of the place. */
export type Mentioning = KeyedText & { readonly place: string };

/** One edge for each service named, at its first line, in the order of the texts; `own` are the ids of the page's own service, which is no delegation. */
export const delegatesIn = (
  texts: readonly Mentioning[],
  names: Names,
  own: ReadonlySet<string>,
): readonly Delegate[] => {
  const places = new Map<string, { readonly line: number; readonly places: string[] }>();
  for (const text of texts)
    for (const service of new Set(servicesIn(text.text, names))) {
      if (own.has(service)) continue;
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

/** The services that a text names by key, or by abbreviation between keys. */
export const servicesIn = (keyed: string, names: Names): readonly string[] => [
  ...byKey(keyed, names),
  ...abbreviated(keyed, names),
];

const byKey = (keyed: string, names: Names): readonly string[] =>
  keysIn(keyed).flatMap((key) => lookup(names.keywords, key)?.service ?? []);

type Abbreviated = readonly (readonly [id: string, abbreviations: readonly string[]])[];
const ABBREVIATED = new WeakMap<Names, Abbreviated>();

/** The few services that have abbreviations; every text of a page is looked through for them. */
const withAbbreviations = (names: Names): Abbreviated => {
  const known = ABBREVIATED.get(names);
  if (known !== undefined) return known;
  const found = Object.entries(names.services).flatMap(([id, { abbreviations }]) =>
    abbreviations.length === 0 ? [] : [[id, abbreviations] as const],
  );
  ABBREVIATED.set(names, found);
  return found;
};

const abbreviated = (keyed: string, names: Names): readonly string[] => {
  const words = new Set(keyed.replace(/\{\{[^{}]*\}\}/g, ' ').split(/[^\p{L}\p{N}]+/u));
  return withAbbreviations(names).flatMap(([id, abbreviations]) =>
    abbreviations.some((one) => words.has(one)) ? [id] : [],
  );
};

/** The service that a page's title names, which is the one the page is about: by key, else by the longest name in it, else abbreviated. */
export const serviceNamed = (title: string, names: Names): string | null => {
  const shown = readable(title, names);
  const named = Object.entries(names.services)
    .filter(([, service]) => shown.includes(service.title))
    .sort(([, a], [, b]) => b.title.length - a.title.length);
  return byKey(title, names)[0] ?? named[0]?.[0] ?? abbreviated(title, names)[0] ?? null;
};
