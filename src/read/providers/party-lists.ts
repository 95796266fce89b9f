// The dialect of lists under the name of a party: an area's heading, below it a label for each party, and what is below that is the
// party's. The label is a heading, a paragraph, the beginning of a sentence or an item of the list itself.
import type { LeftOut } from '../../model/import-report.ts';
import type { Names } from '../../model/names.ts';
import { PARTIES, type Party } from '../../model/party.ts';
import { leftOut } from '../left-out.ts';
import { plainText } from '../page/markup.ts';
import type { Content, Heading, List, Paragraph } from '../page/page.ts';
import type { Section } from '../page/section.ts';
import type { DialectReader, KeyedText, RawResource } from './dialect.ts';
import { type ListDuty, listDuties } from './list-duties.ts';
import { partyHeadings } from './party-headings.ts';
import { isBold, type Label, labelAtEnd, labelOf, type Side } from './party-label.ts';
import { subjectOf } from './subject.ts';

export const partyLists: DialectReader = {
  name: 'party-lists',
  read: (section, { names, sections }) => {
    const under = placeOf(section, sections, names);
    const state = startOf(under);
    const toldApart = isToldApart(section.blocks, names);
    for (const block of section.blocks) {
      if (block.kind === 'paragraph') readParagraph(state, block, names, toldApart);
      else if (block.kind === 'list') readList(state, block, names, toldApart);
      else {
        closeLabel(state, false);
        state.waiting = [];
      }
    }
    closeLabel(state, true);
    if (state.blocks.length === 0) return [];
    const { blocks, left, duties } = state;
    const resources = resourcesOf(duties);
    return [{ blocks, home: under.home, resources, leftOut: [...left, ...unusedTopics(state, resources)] }];
  },
};

type Place = {
  readonly home: Heading | null;
  readonly party: Side | null;
  readonly topic: KeyedText | null;
  /** True where paragraphs right under the heading are the party's duties. */
  readonly plain: boolean;
};

/** A heading that names a party stands below the one that names the area; headings below a pair of such name resources. */
const placeOf = ({ path }: Section, sections: readonly Section[], names: Names): Place => {
  const { partyOf, paired, plain } = partyHeadings(sections, names);
  const own = path.at(-1) ?? null;
  const at = path.findLastIndex(
    (heading) => partyOf.has(heading) && (heading === own || paired.has(heading)),
  );
  const label = path[at];
  if (label === undefined || own === null) return { home: own, party: null, topic: null, plain: false };
  return {
    home: path[at - 1] ?? own,
    party: partyOf.get(label) ?? null,
    topic: label === own || at === 0 ? null : { line: own.line, text: plainText(own.text) },
    plain: plain.has(own),
  };
};

type State = {
  readonly base: Place;
  party: Side | null;
  topic: KeyedText | null;
  lead: string;
  /** What stands under the present label: whether a list did, whether a topic came before it, and paragraphs that are duties without one. */
  hasList: boolean;
  hasTopic: boolean;
  takesText: boolean;
  texts: Paragraph[];
  /** Labels and topics that are taken together with the first thing below them. */
  waiting: Content[];
  readonly blocks: Content[];
  readonly duties: ListDuty[];
  readonly left: LeftOut[];
  /** Items that name the resource of others. */
  readonly topics: Set<KeyedText>;
};

const startOf = (base: Place): State => ({
  base,
  party: base.party,
  topic: base.topic,
  lead: '',
  hasList: false,
  hasTopic: false,
  takesText: base.party !== null && base.plain,
  texts: [],
  waiting: [],
  blocks: [],
  duties: [],
  left: [],
  topics: new Set(),
});

/** `Shared` is whose something is only beside labels that name one party; alone it may head anything. */
const isToldApart = (blocks: readonly Content[], names: Names): boolean => {
  const texts = blocks.flatMap((block) => {
    if (block.kind === 'table') return [];
    return block.kind === 'list' ? block.items.map(({ text }) => text) : [block.text];
  });
  if (!texts.some((text) => /\b(?:shared|joint|jointly|both)\b/i.test(text.slice(0, 200)))) return false;
  return texts.some((text) => {
    const party = labelOf(text, 'item', names)?.party;
    return party === 'provider' || party === 'customer';
  });
};

const readParagraph = (state: State, block: Paragraph, names: Names, toldApart: boolean): void => {
  const said = labelOf(block.text, 'paragraph', names) ?? labelAtEnd(block.text, names);
  const label = said?.party === 'shared' && !toldApart ? null : said;
  if (label !== null) openLabel(state, block, label, names);
  else if (block.note) return;
  else if (isBold(block.text)) openTopic(state, block);
  else if (block.text.trimEnd().endsWith(':')) {
    // Behind a list, a sentence that leads to another list leads to something else.
    const goesOn = state.base.party !== null && subjectOf(plainText(block.text), names) === state.base.party;
    if (goesOn) state.party = state.base.party;
    else if (state.hasList) state.party = null;
  } else if (state.takesText && !POINTS.test(plainText(block.text))) state.texts.push(block);
};

const POINTS = /^(?:see|for (?:more|further) information|for details|learn more|review|to learn)\b/i;

const openLabel = (state: State, block: Paragraph, { party, clear, rest }: Label, names: Names): void => {
  closeLabel(state, true);
  // `A list of our responsibilities is:` says less than the heading above it.
  const isHeld = !clear && state.base.party !== null && subjectOf(plainText(block.text), names) === null;
  state.party = isHeld ? state.base.party : party;
  state.lead = clear || isHeld ? '' : plainText(block.text);
  state.hasList = false;
  state.hasTopic = false;
  state.takesText = clear && rest === '';
  state.waiting.push(block);
  const text = plainText(rest);
  if (text !== '') take(state, block, [{ line: block.line, text, topic: state.topic, party }]);
};

/** A topic right below a label is part of it, and so are those that follow; any other is for whatever label comes next. */
const openTopic = (state: State, block: Paragraph): void => {
  flush(state, true);
  if (!state.hasList) state.hasTopic = true;
  else if (!state.hasTopic) state.party = state.base.party;
  state.topic = { line: block.line, text: plainText(block.text).replace(/\s*:$/, '') };
  state.waiting.push(block);
};

/** Names in bold with nothing but what stands in brackets behind them. */
const NAME_ALONE = /^(?:\*\*[^*]{1,80}\*\*|__[^_]{1,80}__)(?:\s*\([^()]{1,200}\))?$/;
/** A list that only counts up who the parties are. */
const countsUp = ({ items }: List): boolean =>
  items.length > 1 &&
  items.every(({ text, indent }) => indent === items[0]?.indent && NAME_ALONE.test(text.trim()));

const readList = (state: State, block: List, names: Names, toldApart: boolean): void => {
  if (countsUp(block)) return;
  const { party, lead, topic } = state;
  const { duties, labels } = listDuties(block.items, { party, lead, toldApart }, names);
  if (duties.every((duty) => duty.party === null)) return;
  for (const { line, text } of labels) state.left.push(leftOut(line, 'legend', text));
  for (const { topic: own } of duties) if (own !== null) state.topics.add(own);
  state.hasList = true;
  state.texts = [];
  take(
    state,
    block,
    duties.map((duty) => ({ ...duty, topic: duty.topic ?? topic })),
  );
};

/** Takes the block with the labels above it. Duties of nobody, or of both, are left out by name. */
const take = (state: State, block: Content, duties: readonly ListDuty[]): void => {
  for (const one of state.waiting) if (one !== block) state.blocks.push(one);
  state.waiting = [];
  state.blocks.push(block);
  for (const duty of duties)
    if (duty.party === 'provider' || duty.party === 'customer') state.duties.push(duty);
    else if (duty.party === 'shared') for (const party of PARTIES) state.duties.push({ ...duty, party });
    else state.left.push(leftOut(duty.line, 'party-unclear', duty.text));
};

/** Paragraphs under a clear label without any list are a duty each. */
const flush = (state: State, takes: boolean): void => {
  const { texts, party, topic } = state;
  state.texts = [];
  if (!takes || state.hasList || party === null || party === 'both') return;
  for (const block of texts) {
    const text = plainText(block.text);
    if (text !== '') take(state, block, [{ line: block.line, text, topic, party }]);
  }
};

/** The party of the heading holds on; that of a paragraph ends where something else begins. */
const closeLabel = (state: State, takes: boolean): void => {
  flush(state, takes);
  state.party = state.base.party;
  state.lead = '';
  state.takesText = false;
};

/** Topics of a list whose duties are all left out, or that the list names again. */
const unusedTopics = ({ topics }: State, resources: readonly RawResource[]): readonly LeftOut[] => {
  const used = new Set(resources.flatMap(({ title }) => title?.line ?? []));
  return [...topics]
    .filter(({ line }) => !used.has(line))
    .map(({ line, text }) => leftOut(line, 'party-unclear', text));
};

/** One resource for each topic, and one for all that stands under none. */
const resourcesOf = (duties: readonly ListDuty[]): readonly RawResource[] => {
  const byTopic = new Map<string, { readonly title: KeyedText | null } & Record<Party, KeyedText[]>>();
  for (const { topic, party, line, text } of duties) {
    if (party !== 'provider' && party !== 'customer') continue;
    const key = topic?.text ?? '';
    const resource = byTopic.get(key) ?? { title: topic?.text ? topic : null, provider: [], customer: [] };
    resource[party].push({ line, text });
    byTopic.set(key, resource);
  }
  return [...byTopic.values()].map((one) => ({ ...one, allocation: null, raci: null }));
};
