// Services that a text names: by key, by a name in plain words, by an abbreviation. docs/model.md tells what counts as one.
import { lookup } from '../model/lookup.ts';
import type { Names } from '../model/names.ts';

/** `words` are the words as written; a key is one word in braces, and a mark between words is one by itself. */
export type NamedService = {
  readonly service: string;
  readonly by: 'key' | 'name' | 'abbreviation';
  readonly start: number;
  /** Of the first word behind it. */
  readonly end: number;
};

export type Words = readonly string[];

const WORD = /\{\{[\w.-]+\}\}|[\p{L}\p{N}]+(?:['’][\p{L}]+)?|[^\s]/gu;
const TRADE_MARKS = /[\u00ae\u2122\u00a9]|\((?:R|TM|C)\)/g;

/** Keys that name no service are the words that they stand for. */
export const wordsOf = (keyed: string, names: Names): Words =>
  (keyed.replace(TRADE_MARKS, '').match(WORD) ?? []).flatMap((word): Words => {
    const key = keyOf(word);
    const known = key === null ? null : lookup(names.keywords, key);
    return known === null || known.service !== undefined ? [word] : known.text.split(' ');
  });

export const keyOf = (word: string): string | null => (word.startsWith('{{') ? word.slice(2, -2) : null);

/** In the order of the text; where one name begins with another, the longer counts. */
export const servicesAmong = (words: Words, names: Names): readonly NamedService[] => {
  const known = knownNames(names);
  const found: NamedService[] = [];
  for (let at = 0; at < words.length; ) {
    const one = serviceAt(words, at, known, names);
    if (one !== null) found.push(one);
    at = one?.end ?? at + 1;
  }
  return found;
};

const serviceAt = (words: Words, start: number, known: Known, names: Names): NamedService | null => {
  const word = words[start] ?? '';
  const key = keyOf(word);
  if (key !== null) {
    const service = lookup(names.keywords, key)?.service;
    return service === undefined ? null : { service, by: 'key', start, end: start + 1 };
  }
  const name = known.byFirst
    .get(word)
    ?.find(({ rest }) => rest.every((one, n) => words[start + 1 + n] === one));
  if (name !== undefined)
    return { service: name.service, by: 'name', start, end: start + 1 + name.rest.length };
  const service = known.abbreviations.get(word);
  return service === undefined ? null : { service, by: 'abbreviation', start, end: start + 1 };
};

type Known = {
  /** By the first word, the longest first. */
  readonly byFirst: ReadonlyMap<string, readonly { readonly rest: Words; readonly service: string }[]>;
  readonly abbreviations: ReadonlyMap<string, string>;
};

const KNOWN = new WeakMap<Names, Known>();

const knownNames = (names: Names): Known => {
  const kept = KNOWN.get(names);
  if (kept !== undefined) return kept;
  const byFirst = new Map<string, { readonly rest: Words; readonly service: string }[]>();
  for (const [name, service] of plainNames(names)) {
    const [first = '', ...rest] = name.split(' ');
    byFirst.set(first, [...(byFirst.get(first) ?? []), { rest, service }]);
  }
  for (const all of byFirst.values()) all.sort((a, b) => b.rest.length - a.rest.length);
  const abbreviations = Object.entries(names.services).flatMap(([id, service]) =>
    service.abbreviations.map((one) => [one, id] as const),
  );
  const known = { byFirst, abbreviations: new Map(abbreviations) };
  KNOWN.set(names, known);
  return known;
};

/** Titles of services, also without the provider's name before them, and what keys stand for. */
const plainNames = ({ services, keywords, provider }: Names): ReadonlyMap<string, string> => {
  const own = `${provider.name} `;
  const all = [
    ...Object.entries(services).map(([id, { title }]) => [title, id] as const),
    ...Object.values(keywords).flatMap(({ text, service }) =>
      service === undefined ? [] : [[text, service] as const],
    ),
  ];
  return new Map(
    all
      .flatMap(([name, id]) => [[name, id] as const, [withoutStart(name, own), id] as const])
      .filter(([name]) => isName(name)),
  );
};

const withoutStart = (text: string, start: string): string =>
  text.startsWith(start) ? text.slice(start.length) : text;

/** Words for what every provider has; `Load Balancer` alone is no service. */
const COMMON = new Set(
  'analysis api balancer balancers bare block cloud database databases file gateway learning load log logs machine metal network object private router server servers storage virtual vpn'.split(
    ' ',
  ),
);

/** One word alone is found by its key or as an abbreviation. */
const isName = (text: string): boolean => {
  const [first = '', ...rest] = text.toLowerCase().split(' ');
  return (
    rest.length > 0 && (first === 'cloud' || !COMMON.has(first) || rest.some((word) => !COMMON.has(word)))
  );
};
