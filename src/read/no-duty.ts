// Texts that stand where a duty would and are none: they say that there is nothing, wait for their author, or say what somebody does not do.
import type { Names } from '../model/names.ts';
import type { Party } from '../model/party.ts';
import { readable } from './duty-text.ts';
import { subjectOf } from './providers/subject.ts';
import { sentencesOf } from './sentences.ts';

const NOTHING = new Set([
  '',
  'n/a',
  'n.a',
  'na',
  'none',
  'not applicable',
  'nil',
  'nothing',
  'no responsibilities',
  'no responsibility',
]);

/** `None`, `(None)`, `N/A.`, a dash, also behind the name of a party. */
export const saysNothing = (keyed: string, names: Names): boolean => {
  const text = readable(keyed, names).trim();
  if (text.length > 60 || MEANING.test(text)) return false;
  const bare = bared(text);
  if (NOTHING.has(bare)) return true;
  const party = bare.split(' ')[0] ?? '';
  const isParty = party === names.provider.name.toLowerCase() || PARTY.test(party);
  return isParty && bare !== party && NOTHING.has(bared(bare.slice(party.length)));
};

/** Marks that say something by themselves: a tick, for example. */
const MEANING = /[^\p{L}\p{M}\p{N}\p{P}\s~]/u;

const PARTY = /^(?:you|customer|client|user|provider)s?$/;

/** Lower case, without the marks around it. */
const bared = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/[^\p{L}\p{N}]+$/u, '');

const UNWRITTEN = new Set([
  'need content',
  'needs content',
  'content needed',
  'content tbd',
  'tbd',
  'tba',
  'tbc',
  'todo',
  'to do',
  'to be determined',
  'to be defined',
  'to be completed',
  'to be added',
  'to be written',
  'to be confirmed',
  'to be decided',
  'placeholder',
  'coming soon',
  'fill in',
  'fill this in',
  'description',
  'responsibility',
  'responsibilities',
  'text',
  'sample text',
  'example text',
  'xxx',
  'xx',
]);

/** Text that its author meant to replace. */
export const isPlaceholder = (keyed: string, names: Names): boolean => {
  const text = readable(keyed, names).trim();
  if (/\blorem ipsum\b/i.test(text)) return true;
  if (text.length > 80) return false;
  return (
    UNWRITTEN.has(bared(text)) ||
    /\brespons\w* description\b/i.test(text) ||
    /^(?:todo|tbd|fixme)\b\s*[:\-–—(]/i.test(text) ||
    /^<[^<>]*>$/.test(text) ||
    /^\[[^[\]]*\b(?:here|tbd|description|placeholder)\b[^[\]]*\]$/i.test(text)
  );
};

/** `Task 1`: the title of a row that was never written. */
export const isPlaceholderTitle = (keyed: string, names: Names): boolean =>
  isPlaceholder(keyed, names) ||
  /^(?:task|resource|feature|area|item)s?\s*#?\d{0,3}$/i.test(readable(keyed, names).trim());

/** True when every sentence only says what a party does not do, does not have or does not answer for. */
export const isNegative = (keyed: string, names: Names): boolean => {
  const sentences = sentencesOf(keyed);
  return sentences.length > 0 && sentences.every((sentence) => deniesAll(sentence, names));
};

const NO_ANSWER =
  /^(?:(?:is|are|was|were) not|(?:is|are)n['’]t)\s+(?:\w+\s+){0,2}(?:responsible|accountable|required|in charge|involved|able)\b|^(?:(?:does|do) not|(?:does|do)n['’]t)\s+(?:\w+\s+)?(?:have|need|require|own|control|manage)\b|^(?:has|have) no\b|^never\s+(?:has|have)\b|^(?:cannot|can not|can['’]t)\s+access\b/i;
/** What a provider says that it leaves to others, or keeps its hands from; an undertaking, such as never to share data, is a duty. */
const KEEPS_OFF =
  /^(?:(?:does|do) not|(?:does|do)n['’]t|never|cannot|can not|can['’]t)\s+(?:\w+ly\s+)?(?:access|touch|see|view|own|control|manage|monitor|maintain|support|store|hold|know|back up|provide|perform|take|configure|install|patch|update|guarantee|assume)(?:e?s)?\b/i;
/** What turns a denial into a statement of what is done after all. */
const TURNS =
  /\b(?:but|however|instead|except|unless|until|rather|must|should|shall|ensures?|provides you|enables?|allows?|helps?|offers?|therefore)\b/i;

const deniesAll = (sentence: string, names: Names): boolean => {
  const text = readable(sentence, names).trim();
  if (TURNS.test(text)) return false;
  if (/^(?:no|not)\s[^.;]{0,80}\b(?:respons\w*|access|actions?|required|applicable|needed)\b/i.test(text))
    return true;
  const subject = subjectOf(text, names);
  if (subject === null || subject === 'both') return false;
  const verb =
    /\s((?:is|are|was|were|does|do|has|have|never|cannot|can|isn['’]t|aren['’]t|doesn['’]t|don['’]t|can['’]t)\b)/i.exec(
      text.slice(0, 160),
    );
  if (verb === null) return false;
  const predicate = text.slice(verb.index + 1);
  return NO_ANSWER.test(predicate) || (subject === 'provider' && KEEPS_OFF.test(predicate));
};

const NONE_FIRST = /^\(?(?:none|n\/a|not applicable|nothing|nil)\)?\s*[.:;,–—-]\s+(?=\S)/i;

/** What stands behind a `None.` that begins a text; null for any other text. */
export const behindNone = (keyed: string): string | null => {
  const match = NONE_FIRST.exec(keyed);
  return match === null ? null : keyed.slice(match[0].length);
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
