// What a duty's text digest is taken over, and what a reader is shown of the same text. docs/model.md tells the steps.
import { sha256 } from '../codec/digest.ts';
import { lookup } from '../model/lookup.ts';
import type { Names } from '../model/names.ts';
import type { Digest } from '../model/scalar.ts';
import { evenSpaces } from './even-spaces.ts';
import { plainText } from './page/markup.ts';

/** SHA-256 over the normalised text: the same for two spellings that differ in markup, white space or punctuation variants. */
export const dutyTextDigest = (raw: string): Digest => keyedDigest(plainText(raw));

/** The same, of a text whose markup is gone already. */
export const keyedDigest = (keyed: string): Digest => sha256(levelled(keyed));

/** One variant for each mark; trade mark signs and invisible characters go. */
const VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u201b\u2032\u00b4]/g, "'"],
  [/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/\u2026/g, '...'],
  [/[\u00ae\u2122\u00a9\u00ad\u200b-\u200f\u2060\ufeff]/g, ''],
];

/** Spaces before marks, and what stands before the first word. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/ (?=[.,;:!?)])/g, ''],
  [/^ ?(?:[-*\u2022+] )?/, ''],
];

/** The text that the digest is taken over. */
export const normalised = (raw: string): string => levelled(plainText(raw));

const levelled = (keyed: string): string => {
  const text = replaced(evenSpaces(replaced(keyed.normalize('NFC'), VARIANTS)), PLACES);
  return withoutStop(text);
};

const replaced = (text: string, patterns: typeof VARIANTS): string =>
  patterns.reduce((so, [pattern, replacement]) => so.replace(pattern, replacement), text);

/** A loop and no pattern, because a pattern for the end of a text is tried at each of its characters. */
const withoutStop = (text: string): string => {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '.' || text[end - 1] === ' ')) end -= 1;
  return text.slice(0, end);
};

const KEY = /\{\{([\w.-]+)\}\}/g;

/** Keys of names in a text whose markup is gone, in order. */
export const keysIn = (keyed: string): readonly string[] =>
  keyed.includes('{{') ? [...keyed.matchAll(KEY)].map((match) => match[1] ?? '') : [];

/** The text with names in place of keys; a key without a name is shown as it is. */
export const readable = (keyed: string, names: Names): string =>
  evenSpaces(keyed.replace(KEY, (_, key: string) => lookup(names.keywords, key)?.text ?? key));
