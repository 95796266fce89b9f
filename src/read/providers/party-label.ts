// Words that say of what stands below them whose it is: `Your responsibilities`, `**IBM responsibilities**`, `IBM is responsible for:`.
import { lookup } from '../../model/lookup.ts';
import type { Names } from '../../model/names.ts';
import type { Party } from '../../model/party.ts';
import { readable } from '../duty-text.ts';
import { plainText } from '../page/markup.ts';
import { holderOf, partyNamed } from './holder.ts';
import { namingIn } from './naming.ts';
import { subjectOf } from './subject.ts';

/** `shared` is each party's; `both` where the two are named, so that it is not told apart whose each thing below is. */
export type Side = Party | 'both' | 'shared';

export type Label = {
  readonly party: Side;
  /** A clear label holds nothing but whose it is. A lead is a sentence with more in it. */
  readonly clear: boolean;
  /** Markup of what stands behind the label in the same text; empty for a label that stands alone. */
  readonly rest: string;
};

/** Where the words stand. Emphasis and headings set them off from the text, so that fewer of them are needed. */
export type Place = 'heading' | 'paragraph' | 'item';

/** Null for a text that is no label. */
export const labelOf = (raw: string, place: Place, names: Names): Label | null => {
  const text = raw
    .replace(/<\/?(?:p|div|span)(?:\s[^<>]*)?>/gi, ' ')
    .replace(/<\/?(?:b|strong)>/gi, '**')
    .trim();
  const { head, rest, bold, colon } = parted(text);
  if (head.length > MOST) return null;
  const party = partyOfWords(head, place === 'heading' || bold, bold || colon || place === 'heading', names);
  // `As a customer of Nimbus, you are responsible for` names both, and is about one.
  const one =
    party === 'both' && rest === '' ? (subjectOf(readable(plainText(head), names), names) ?? party) : party;
  if (one !== null) return rest === '' || bold || colon ? { party: one, clear: true, rest } : null;
  return lead(text, place, names);
};

/** A label in bold at the end of a paragraph, behind a sentence. */
export const labelAtEnd = (raw: string, names: Names): Label | null => {
  const match = /[.!?:]\s+(\*\*[^*]{1,120}\*\*\s*:?)$/.exec(raw.slice(-200));
  return match === null ? null : labelOf(match[1] ?? '', 'paragraph', names);
};

/** True for a short text that is bold from end to end. */
export const isBold = (raw: string): boolean =>
  /^(?:\*\*[^*]{1,120}\*\*|__[^_]{1,120}__)\s*:?$/.test(raw.trim());

const MOST = 200;

type Parted = {
  readonly head: string;
  readonly rest: string;
  readonly bold: boolean;
  readonly colon: boolean;
};

/** What is bold at the start, or stands before the first colon, and what follows it. */
const parted = (text: string): Parted => {
  const bold = /^(?:\*\*([^*]{1,200})\*\*|__([^_]{1,200})__)\s*(:?)\s*/.exec(text);
  if (bold !== null) {
    const head = bold[1] ?? bold[2] ?? '';
    return {
      head,
      rest: text.slice(bold[0].length),
      bold: true,
      colon: bold[3] === ':' || head.endsWith(':'),
    };
  }
  const colon = text.slice(0, MOST).indexOf(':');
  return colon < 0
    ? { head: text, rest: '', bold: false, colon: false }
    : { head: text.slice(0, colon), rest: text.slice(colon + 1).trim(), bold: false, colon: true };
};

const FILLING = new Set(
  'the of for as a an s our is are be to in on with this these that following include includes including cloud service services side team own main list solely fully all each when using below here key primary and or'.split(
    ' ',
  ),
);
const PARTY = new Set(
  'you your yours customer customers client clients tenant tenants provider providers we us'.split(' '),
);
const SHARED = new Set(['shared', 'joint', 'jointly', 'both']);
const VERBS = new Set(['is', 'are', 'be']);
const OURS = new Set(['we', 'us']);
const PEOPLE = new Set(['user', 'users']);
const DUTY = /^(?:respons\w*|roles?|dut(?:y|ies)|obligations?|accountab\w*)$/;
const LOOSE = new Set(
  'by care cares commitment commitments cover covers covered do does handle handled handles help helps how can looks after maintain maintained maintains manage managed manages must operate operated operates own owned owns part provide provided provides scope take takes task tasks what'.split(
    ' ',
  ),
);

/** The party of a text that has no word but of these kinds; null for any other. */
const partyOfWords = (head: string, loose: boolean, setOff: boolean, names: Names): Side | null => {
  // On such a page a cloud provider is neither of the two parties.
  if (namesThird(head, names)) return null;
  const shown = readable(withoutServices(plainText(head), names), names);
  const provider = new Set(wordsOf(`${names.provider.name} ${names.provider.id}`));
  const words = wordsOf(shown);
  const isParty = (word: string): boolean => PARTY.has(word) || provider.has(word);
  const duty = words.some((word) => DUTY.test(word));
  const known = (word: string): boolean =>
    isParty(word) ||
    SHARED.has(word) ||
    FILLING.has(word) ||
    DUTY.test(word) ||
    /^\d+$/.test(word) ||
    (PEOPLE.has(word) && duty) ||
    (loose && LOOSE.has(word));
  if (words.length === 0 || !words.every(known)) return null;
  const isShared = words.some((word) => SHARED.has(word));
  if (
    !duty &&
    !(
      setOff &&
      (words.every((word) => isParty(word) || SHARED.has(word) || (isShared && FILLING.has(word))) ||
        (loose && words.some((word) => LOOSE.has(word))))
    )
  )
    return null;
  // A sentence in which both do something may be about what each of them does.
  if (words.some((word) => SHARED.has(word)))
    return words.some((word) => VERBS.has(word)) ? 'both' : 'shared';
  return sides(words, provider);
};

const namesThird = (head: string, names: Names): boolean => {
  const { third, provider, customer } = namingIn(plainText(head), names);
  return third && !provider && !customer;
};

const sides = (words: readonly string[], provider: ReadonlySet<string>): Party | 'both' | null => {
  const isProvider = words.some(
    (word) => provider.has(word) || word.startsWith('provider') || OURS.has(word),
  );
  const isCustomer = words.some(
    (word) => PEOPLE.has(word) || (PARTY.has(word) && !word.startsWith('provider') && !OURS.has(word)),
  );
  if (isProvider && isCustomer) return 'both';
  if (isProvider) return 'provider';
  if (isCustomer) return 'customer';
  // Our customer is a customer.
  return words.some((word) => word === 'our' || word === 'ours') ? 'provider' : null;
};

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** A service that the words are for says nothing of whose it is. */
const withoutServices = (keyed: string, names: Names): string =>
  keyed.replace(/\{\{([\w.-]+)\}\}/g, (whole, key: string) =>
    lookup(names.keywords, key)?.service === undefined ? whole : ' ',
  );

const GIVES =
  /\b(?:is|are)\s+(?:\w+\s+){0,2}(?:responsible|accountable)\b|\bresponsibilit(?:y|ies)\b.*\b(?:is|are|includes?)\b/i;
const POINTS = /\b(?:see|review|find|refer|learn|read)\b/i;

const LISTS =
  /\b(?:list|following|below)\b.{0,80}\b(?:responsibilities|duties|obligations) (?:that|of|for|which) (.*):$/i;

/** `The following list has the responsibilities that customers need to know:`, where only one party is named in the words right behind. */
const listedFor = (shown: string, names: Names): Party | null => {
  const behind = LISTS.exec(shown)?.[1]?.split(' ').slice(0, 4).join(' ');
  return behind === undefined || POINTS.test(shown) ? null : partyNamed(behind, names);
};

/** `IBM is responsible for the following parts of the network:` */
const lead = (text: string, place: Place, names: Names): Label | null => {
  if (text.length > MOST) return null;
  const shown = readable(plainText(text), names);
  const listed = listedFor(shown, names);
  if (listed !== null && place !== 'heading') return { party: listed, clear: true, rest: '' };
  const leads = shown.endsWith(':') || (place === 'heading' && /\bfor$/i.test(shown));
  if (!leads || !GIVES.test(shown) || POINTS.test(shown)) return null;
  const party = subjectOf(shown, names) ?? partyNamed(plainText(text), names);
  return party === null ? null : { party, clear: false, rest: '' };
};

/**
 * The party that the words begin with, where they end with its responsibilities: `Nimbus network and power responsibilities`. With so much
 * in between they are a label only beside another that says the same of the other party.
 */
export const partyBefore = (raw: string, names: Names): Party | null => {
  const text = raw.length > MOST ? '' : plainText(raw).replace(/\s*:$/, '');
  const held = HELD.test(text) ? text : text.split(HELD_BY)[1];
  const words = held?.split(' ').slice(0, 4) ?? [];
  if (PEOPLE.has(words[0]?.toLowerCase() ?? '')) return null;
  for (let length = words.length; length > 0; length -= 1) {
    const holder = holderOf(words.slice(0, length).join(' '), names);
    if (holder !== null) return holder === 'provider' || holder === 'customer' ? holder : null;
  }
  return null;
};

const HELD = /\s(?:responsibilit(?:y|ies)|obligations|duties)$/i;
const HELD_BY = /^(?:responsibilit(?:y|ies)|obligations|duties) of /i;
