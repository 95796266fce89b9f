// Texts that stand where a duty would and only say what somebody does not do.
import type { Names } from '../model/names.ts';
import type { Party } from '../model/party.ts';
import { readable } from './duty-text.ts';
import { subjectOf } from './providers/subject.ts';
import { sentencesOf } from './sentences.ts';

/** One pattern of several, whatever the case. */
const anyOf = (patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join('|'), 'i');

/** True when every sentence only says what a party does not do, does not have or does not answer for. */
export const isNegative = (keyed: string, names: Names): boolean => {
  const sentences = sentencesOf(keyed);
  return sentences.length > 0 && sentences.every((sentence) => deniesAll(sentence, names));
};

const NO_ANSWER = anyOf([
  /^(?:(?:is|are|was|were) not|(?:is|are)n['’]t|(?:will not|won['’]t) be)\s+(?:\w+\s+){0,2}(?:responsible|accountable|liable|required|in charge|involved|able)\b/,
  /^(?:(?:does|do) not|(?:does|do)n['’]t|will not|won['’]t)\s+(?:\w+\s+)?(?:have|need|require|own|control|manage)\b/,
  /^(?:has|have) no\b|^never\s+(?:has|have)\b|^need not\b/,
  /^(?:cannot|can not|can['’]t)\s+access\b/,
  /^(?:bear|assume|accept|take)s?\s+no\s+(?:\w+\s+){0,2}(?:responsib|liabilit|obligation|accountab)/,
  /^(?:(?:does|do|will) not|(?:does|do)n['’]t|won['’]t|cannot)\s+(?:bear|accept)\s+(?:\w+\s+){0,2}(?:responsib|liabilit|obligation|accountab)/,
]);
/** What a provider says that it leaves to others, or keeps its hands from; an undertaking, such as never to share data, is a duty. */
const KEEPS_OFF = anyOf([
  /^(?:(?:does|do|will) not|(?:does|do)n['’]t|won['’]t|never|cannot|can not|can['’]t)\s+(?:\w+ly\s+)?(?:access|touch|see|view|own|control|manage|monitor|maintain|support|store|hold|know|back up|provide|perform|take|configure|install|patch|update|guarantee|assume|warrant|promise|administer|replicate|restore|recover|cover)(?:e?s)?\b/,
  /^(?:(?:does|do|will) not|(?:does|do)n['’]t|won['’]t|never|cannot|can not|can['’]t)\s+(?:\w+ly\s+)?commits?\s+(?:itself\s+)?to\b/,
  /^(?:make|give|provide|take|keep)s?\s+no\b/,
]);
/** What turns a denial into a statement of what is done after all. */
const TURNS =
  /\b(?:but|however|instead|except|unless|until|rather|must|should|shall|ensures?|provides you|enables?|allows?|helps?|offers?|therefore)\b/i;

/** Nothing is denied without one of these, and to look for them is cheap. */
const NO_WORD = /\b(?:nor?|not|never|cannot|nobody|nothing|none)\b|n['’]t\b/i;

const deniesAll = (sentence: string, names: Names): boolean => {
  if (!NO_WORD.test(sentence)) return false;
  const text = readable(sentence, names).trim();
  if (TURNS.test(text)) return false;
  if (/^(?:no|not)\s[^.;]{0,80}\b(?:respons\w*|access|actions?|required|applicable|needed)\b/i.test(text))
    return true;
  return isAbsent(text) || isSpared(text) || deniesOfParty(text, names);
};

/** `There is no backup.` What is to be done about it is a duty: `There is no backup, so make one.` */
const isAbsent = (text: string): boolean =>
  /^there(?:\s+(?:is|are)|['’]s)\s+(?:\w+ly\s+)?no\b/i.test(text) &&
  !/[;:]|,?\s(?:so|and|which|please)\s|,\s+(?:you|customers?|clients?|users?)\b/i.test(text);

/** `Nimbus runs the hosts, and you are not …`, `Nimbus runs the hosts and is not …`: something is done before anything is denied. */
const DOES_BEFORE = /[;:]|,\s+(?:and|so|while|whereas)\s|\sand$/i;

const SPARED =
  /\s(?:(?:is|are) not|(?:is|are)n['’]t|(?:will not|won['’]t) be)\s+(?:\w+\s+){0,2}(?:responsible|accountable|liable)\b/i;
/** Behind these begins what is said of somebody else. */
const BEGINS_ANOTHER = new Set(
  'that which who whom what whether if when where how as because since you it they we'.split(' '),
);

/** Whoever it is that is not responsible, the maker of a part for example: nobody has a duty by it. */
const isSpared = (text: string): boolean => {
  const place = SPARED.exec(text.slice(0, 160))?.index ?? -1;
  const before = text.slice(0, Math.max(0, place));
  const [, ...more] = before.split(/\s+/);
  return (
    place > 0 &&
    !DOES_BEFORE.test(before) &&
    more.length < 8 &&
    !more.some((word) => word.endsWith(',') || BEGINS_ANOTHER.has(word.toLowerCase()))
  );
};

const VERB =
  /\s((?:is|are|was|were|does|do|has|have|never|cannot|can|will|need|isn['’]t|aren['’]t|doesn['’]t|don['’]t|can['’]t|won['’]t)\b|(?:bear|assume|accept|take|make|give|provide|keep)s?\s+no\b)/i;

const deniesOfParty = (text: string, names: Names): boolean => {
  const subject = subjectOf(text, names);
  if (subject === null || subject === 'both') return false;
  const verb = VERB.exec(text.slice(0, 160));
  if (verb === null || DOES_BEFORE.test(text.slice(0, verb.index))) return false;
  const predicate = text.slice(verb.index + 1);
  return NO_ANSWER.test(predicate) || (subject === 'provider' && KEEPS_OFF.test(predicate));
};

const NONE_FIRST = /^\(?(?:none|n\/a|not applicable|nothing|nil)\)?\s*[.:;,–—-]\s+(?=\S)/i;

/** What stands behind a `None.` that begins a text; null for any other text. */
export const behindNone = (keyed: string): string | null => {
  const match = NONE_FIRST.exec(keyed);
  return match === null ? null : keyed.slice(match[0].length);
};

const DENIES = /^(?:(?:does|do|did|will|can|is|are) not|(?:does|do|is|are|ca|wo)n['’]t|cannot|never)\b/i;

/** What stands behind a `None`: there a denial of anything only explains it. */
export const explainsNone = (more: string, names: Names): boolean => {
  const sentences = sentencesOf(more);
  return (
    sentences.length > 0 &&
    sentences.every((sentence) => {
      const text = readable(sentence, names).trim();
      const subject = subjectOf(text, names);
      const verb = VERB.exec(text.slice(0, 160));
      if (TURNS.test(text) || subject === null || subject === 'both' || verb === null) return false;
      return !DOES_BEFORE.test(text.slice(0, verb.index)) && DENIES.test(text.slice(verb.index + 1));
    })
  );
};

/** The one party that all sentences say is responsible; `other` for somebody else, null where one does not say it. */
export const answersForAll = (keyed: string, names: Names): Party | 'other' | null => {
  const sentences = sentencesOf(keyed);
  if (!sentences.every((one) => /\b(?:is|are)\s+(?:\w+ly\s+)?(?:responsible|accountable)\b/i.test(one)))
    return null;
  const subjects = new Set(sentences.map((one) => subjectOf(one, names)));
  const [only] = subjects;
  if (subjects.size !== 1 || only === 'both' || only === undefined) return null;
  return only ?? 'other';
};
