// Who does what a sentence says: told from the party that it begins with, and never from one that it only mentions.
import type { Names } from '../../model/names.ts';
import type { Party } from '../../model/party.ts';
import { readable } from '../duty-text.ts';

/** `both` where the two parties share the verb, or each has one of its own. */
export type Subject = Party | 'both' | null;

/** What may stand before the subject: a word that joins, or a condition up to its comma. */
const OPENING =
  /^(?:(?:in addition|additionally|also|further|furthermore|moreover|however|therefore|optionally|if applicable|where applicable),?\s+|(?:if|when|while|after|before|for|in|to|by|as|once|during|with|depending)\b[^,.;:]{1,120},\s+)/i;

const CUSTOMER =
  /^(?:the\s+|an?\s+|our\s+|each\s+|any\s+)?(?:you|customers?|clients?|users?|tenants?|your\s+(?:team|organi[sz]ation|company|enterprise|administrators?|users?|developers?|operators?))\b(?!['’-])/i;

/** Of one sentence without markup. */
export const subjectOf = (sentence: string, names: Names): Subject => {
  const parties = new Set(clausesOf(sentence, names).flatMap((clause) => ownSubject(clause, names) ?? []));
  if (parties.size > 1) return 'both';
  return [...parties][0] ?? null;
};

/** The sentence cut where a clause with a party for its subject begins. The clauses joined are the sentence. */
export const clausesOf = (sentence: string, names: Names): readonly string[] => {
  const clauses: string[] = [];
  let parts: string[] = [];
  let ending = '';
  for (const part of sentence.split(CLAUSE)) {
    if (parts.length > 0 && begins(part, parts, ending, names)) {
      clauses.push(parts.join(''));
      parts = [];
    }
    parts.push(part);
    ending = part.slice(-2, -1);
  }
  return [...clauses, parts.join('')];
};

/** White space stays at the end of the part before. */
const CLAUSE = /(?<=[;,]\s)(?=\S)/;
const JOINING = /^(?:and|but|while|whereas|so|then)\s+/i;

/** A condition and its comma stand before their clause, so that what follows them begins none. */
const begins = (part: string, before: readonly string[], ending: string, names: Names): boolean =>
  ownSubject(part, names) !== null &&
  (ending === ';' ||
    JOINING.test(part) ||
    ownSubject(before.slice(0, 2).map(start).join(''), names) !== null);

/** Subjects stand at the beginning, so that no more is looked at. */
const LOOKED_AT = 300;
const start = (text: string): string => text.slice(0, LOOKED_AT);

const ownSubject = (clause: string, names: Names): Subject => {
  const shown = readable(start(clause), names);
  const text = shown.trim().replace(JOINING, '').replace(OPENING, '');
  const first = partyAt(text, names);
  if (first === null) return null;
  const more = /^\s*(?:and|or|&|\/|,)\s*/i.exec(first.rest);
  const second = more === null ? null : partyAt(first.rest.slice(more[0].length), names);
  return second === null || second.party === first.party ? first.party : 'both';
};

type At = { readonly party: Party; readonly rest: string };

/** The party that the text begins with, and what follows it. */
const partyAt = (text: string, names: Names): At | null => {
  const customer = CUSTOMER.exec(text);
  if (customer !== null) return { party: 'customer', rest: text.slice(customer[0].length) };
  const bare = text.replace(/^the\s+/i, '');
  const name = [names.provider.name, names.provider.id, 'provider'].find((one) => beginsWith(bare, one));
  return name === undefined ? null : { party: 'provider', rest: bare.slice(name.length) };
};

/** As a word of its own: neither `IBM-owned` nor `IBM’s`. */
const beginsWith = (text: string, word: string): boolean =>
  text.slice(0, word.length).toLowerCase() === word.toLowerCase() &&
  !/^[\p{L}\p{N}'’_-]/u.test(text.slice(word.length, word.length + 1));
