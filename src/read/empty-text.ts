// Texts that stand where a duty would and hold nothing: they say so, or wait for their author.
import type { Names } from '../model/names.ts';
import { readable } from './duty-text.ts';

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

/** `None`, `(None)`, `N/A.`, a dash, also behind the name of a party or a name by its key. */
export const saysNothing = (keyed: string, names: Names): boolean => {
  const text = readable(keyed.replace(KEY_BEFORE, ''), names).trim();
  if (text.length > 60 || isUnwritten(text)) return false;
  if (isNothing(text)) return true;
  const bare = bared(text);
  const party = bare.split(' ')[0] ?? '';
  const isParty = party === names.provider.name.toLowerCase() || PARTY.test(party);
  return isParty && bare !== party && isNothing(bare.slice(party.length));
};

const isNothing = (shown: string): boolean =>
  shown.length <= 60 && !MEANING.test(shown) && NOTHING.has(bared(shown.replace(BEHIND, '')));

/** `None (IaaS)`. */
const BEHIND = /(?<=\S)\s\([^()]{1,30}\)$/;

/** Either of the two, told without any names: no title of rows. */
export const holdsNothing = (shown: string): boolean => isUnwritten(shown) || isNothing(shown);

const KEY_BEFORE = /^\{\{[^{}]*\}\}\s*(?=\S)/;

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
  'fixme',
  'wip',
  'work in progress',
  'to be determined',
  'to be defined',
  'to be completed',
  'to be added',
  'to be written',
  'to be confirmed',
  'to be decided',
  'to be provided',
  'to be announced',
  'to follow',
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

/** Question marks and dots, alone or in brackets. */
const ONLY_ASKS = /^[[(<]?(?:\?[?\s]*|(?:\.\s?){2,}|…[…\s]*)[\])>]?$/;

/** Text that its author meant to replace. */
export const isPlaceholder = (keyed: string, names: Names): boolean =>
  isUnwritten(readable(keyed, names).trim());

/** The same of a text with names in place of keys. */
export const isUnwritten = (text: string): boolean => {
  if (/\blorem ipsum\b/i.test(text)) return true;
  if (text.length > 80) return false;
  return (
    ONLY_ASKS.test(text) ||
    UNWRITTEN.has(bared(text)) ||
    /\brespons\w* description\b/i.test(text) ||
    /^(?:todo|tbd|tbc|fixme)\b\s*[:\-–—(]/i.test(text) ||
    /^<[^<>]*>$/.test(text) ||
    /^\[[^[\]]*\b(?:here|tbd|description|placeholder)\b[^[\]]*\]$/i.test(text)
  );
};

/** `Task 1`: the title of a row that was never written. */
export const isUnwrittenTitle = (shown: string): boolean =>
  isUnwritten(shown) || /^(?:task|resource|feature|area|item)s?\s*#?\d{0,3}$/i.test(shown.trim());
