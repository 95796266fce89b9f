// The dialect of prose bullets: each names a topic and says in sentences who does what about it. Each sentence goes to the party that it
// begins with; in an item with both parties, a sentence that begins with neither is nobody's.
import type { LeftOut } from '../../model/import-report.ts';
import type { Names } from '../../model/names.ts';
import { PARTIES, type Party } from '../../model/party.ts';
import { leftOut } from '../left-out.ts';
import { plainText } from '../page/markup.ts';
import type { Content, List } from '../page/page.ts';
import { headingOf } from '../page/section.ts';
import { sentencesOf } from '../sentences.ts';
import type { Claim, DialectReader, KeyedText, RawResource } from './dialect.ts';
import { clausesOf, subjectOf } from './subject.ts';

export const topicBullets: DialectReader = {
  name: 'topic-bullets',
  read: (section, { names }) => {
    const home = headingOf(section);
    const paragraphs = topicParagraphs(section.blocks, names);
    const lists = section.blocks.filter((block) => block.kind === 'list').filter((list) => fits(list, names));
    return [
      ...lists.map((list) => claimOf([list], list.items, home, names)),
      ...(paragraphs.length < 2 ? [] : [claimOf(paragraphs, paragraphs, home, names)]),
    ];
  },
};

type Item = { readonly line: number; readonly text: string };

/** Half of the items at least say of a topic what a party does, and one of them that it is responsible. */
const fits = ({ items }: List, names: Names): boolean => {
  const split = items.map((item) => topicOf(item.text)).filter((one) => one !== null);
  const gives = split.filter(({ rest }) => subjectsOf(rest, names).size > 0);
  const hasTopics = gives.length * 2 >= items.length && gives.some(({ rest }) => RESPONSIBLE.test(rest));
  return hasTopics || isOfSentences(items, names);
};

/** Without topics, each item must begin with a party, both parties must have one, and half of them or two say that it is responsible. */
const isOfSentences = (items: List['items'], names: Names): boolean => {
  const texts = items.map(({ text }) => plainText(text));
  const responsible = texts.filter((text) => RESPONSIBLE.test(text)).length;
  if (responsible < 2 && responsible * 2 < texts.length) return false;
  const subjects = texts.map((text) => [...subjectsOf(text, names)]);
  return (
    subjects.every((all) => all.length > 0) &&
    PARTIES.every((party) => subjects.some((all) => all.includes(party)))
  );
};

const RESPONSIBLE = /\bresponsib(?:le|ility|ilities)\b/i;
const SET_OFF = /^(?:notes?|tips?|important|attention|restrictions?|remember|warning|next|related)\b/i;

/** Paragraphs that begin with a topic in bold, where each says who is responsible. */
const topicParagraphs = (blocks: readonly Content[], names: Names) =>
  blocks
    .filter((block) => block.kind === 'paragraph')
    .filter(({ text, note }) => {
      const topic = note || !text.startsWith('**') ? null : topicOf(text);
      return (
        topic !== null &&
        !SET_OFF.test(topic.title) &&
        RESPONSIBLE.test(topic.rest) &&
        subjectsOf(topic.rest, names).size > 0
      );
    });

type Topic = { readonly title: string; readonly rest: string };

/** A title in bold, or one before a dash or a colon. Both without markup. */
const topicOf = (raw: string): Topic | null => {
  const bold = /^(?:\*\*([^*]{1,100})\*\*|__([^_]{1,100})__)\s*(?:[-–—:]\s*|(?=\S))/.exec(raw);
  if (bold !== null) return topic(bold[1] ?? bold[2] ?? '', raw.slice(bold[0].length));
  const text = plainText(raw);
  const mark = /\s[-–—]\s|:\s/.exec(text.slice(0, 102));
  return mark === null ? null : topic(text.slice(0, mark.index), text.slice(mark.index + mark[0].length));
};

const topic = (before: string, after: string): Topic | null => {
  const [title, rest] = [plainText(before).replace(/\s*[-–—:]$/, ''), plainText(after)];
  return title === '' || rest === '' ? null : { title, rest };
};

const subjectsOf = (keyed: string, names: Names): ReadonlySet<Party | 'both'> =>
  new Set(sentencesOf(keyed).flatMap((one) => subjectOf(one, names) ?? []));

const claimOf = (
  blocks: readonly Content[],
  items: readonly Item[],
  home: Claim['home'],
  names: Names,
): Claim => {
  const read = items.map((item) => readItem(item, names));
  return {
    blocks,
    home,
    resources: read.flatMap(({ resource }) => resource ?? []),
    leftOut: read.flatMap(({ left }) => left),
  };
};

type Read = { readonly resource: RawResource | null; readonly left: readonly LeftOut[] };

const readItem = ({ line, text }: Item, names: Names): Read => {
  const split = topicOf(text);
  const title = split === null ? null : { line, text: split.title };
  const parts = partsOf(split?.rest ?? plainText(text), names);
  const side = (party: Party): readonly KeyedText[] => {
    const own = parts.filter((part) => part.party === party).map((part) => part.text);
    return own.length === 0 ? [] : [{ line, text: own.join(' ') }];
  };
  const [provider, customer] = [side('provider'), side('customer')];
  const nobody = parts.filter(({ party }) => party === null).map((part) => part.text);
  const isLost = provider.length === 0 && customer.length === 0;
  const lost = isLost ? plainText(text) : nobody.join(' ');
  return {
    resource: isLost ? null : { title, allocation: null, raci: null, provider, customer },
    left: lost === '' ? [] : [leftOut(line, 'party-unclear', lost)],
  };
};

type Part = { readonly text: string; readonly party: Party | null };

/** An item that speaks of one party alone is that party's from end to end. */
const partsOf = (keyed: string, names: Names): readonly Part[] => {
  const sentences = sentencesOf(keyed);
  const subjects = subjectsOf(keyed, names);
  const [only] = subjects;
  if (subjects.size === 1 && (only === 'provider' || only === 'customer'))
    return [{ text: keyed, party: only }];
  const parts: Part[] = [];
  for (const sentence of sentences.flatMap((one) => clausesOf(one, names))) {
    const subject = subjectOf(sentence, names);
    const party = POINTS.test(sentence) ? (parts.at(-1)?.party ?? null) : subject === 'both' ? null : subject;
    parts.push({ text: sentence.trim(), party });
  }
  return parts;
};

/** A sentence that points elsewhere belongs to the one before it. */
const POINTS = /^(?:see|for (?:more|further) information|for details|for example|learn more)\b/i;
