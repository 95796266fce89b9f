// The items of a list as duties. Each item is one, but for those that head others: one in bold alone names the resource of the items below
// it, one that ends with a colon is the beginning of each of them, and a party label says whose they are.
import type { Names } from '../../model/names.ts';
import { plainText } from '../page/markup.ts';
import type { ListItem } from '../page/page.ts';
import type { KeyedText } from './dialect.ts';
import { isBold, type Label, labelOf, type Side } from './party-label.ts';

/** `topic` is the resource that the list itself names for the duty, if it does; `party` is null where nothing says whose it is. */
export type ListDuty = KeyedText & {
  readonly topic: KeyedText | null;
  readonly party: Side | null;
};

/** What holds for the items of a list, as far as it is known from around it. */
export type Around = {
  readonly party: Side | null;
  /** What each item begins with. */
  readonly lead: string;
  /** True where `Shared` stands beside labels of one party, so that it is a label, too. */
  readonly toldApart: boolean;
};

type Open = {
  readonly indent: number;
  readonly topic: KeyedText | null;
  readonly lead: string;
  /** Of how many items the lead is made. */
  readonly leads: number;
  /** A label without items below it holds for those that follow on its level. */
  party: Side | null;
  /** What heads the items: a duty after all where none of them is one. Null where it is only a label. */
  readonly head: ListDuty | null;
  isUsed: boolean;
};

/** So that deep lists with long items do not grow without bounds. */
const MOST_LEADS = 3;
/** A topic, its leads, and labels between them. Deeper than that a head is a duty as well as a beginning. */
const MOST_HEADS = 12;
const LONGEST_LEAD = 400;

/** `labels` are the items that only say whose the others are. */
export type ListRead = { readonly duties: readonly ListDuty[]; readonly labels: readonly KeyedText[] };

/** In the order of the list; no text of it is lost. */
export const listDuties = (items: readonly ListItem[], around: Around, names: Names): ListRead => {
  const duties: ListDuty[] = [];
  const labels: KeyedText[] = [];
  const open: Open[] = [
    { indent: -1, topic: null, leads: 0, head: null, isUsed: true, party: around.party, lead: around.lead },
  ];
  const give = (duty: ListDuty): void => {
    duties.push(duty);
    for (const one of open.slice(-MOST_HEADS)) one.isUsed = true;
  };
  items.forEach((item, index) => {
    const above = innermost(open, item.indent, duties);
    const isParent = (items[index + 1]?.indent ?? -1) > item.indent;
    const own = { line: item.line, text: plainText(item.text) };
    const said = labelOf(item.text, 'item', names) ?? (isParent ? labelOver(own.text, names) : null);
    const label = said?.party === 'shared' && !around.toldApart ? null : said;
    if (label?.clear && label.rest === '') labels.push(own);
    if (label?.clear && label.rest === '' && !isParent) above.party = label.party;
    else if (label?.clear && label.rest !== '') for (const duty of labelled(item, label, above)) give(duty);
    else {
      const below = isParent ? opened(item, own, above, label) : null;
      if (below !== null) open.push(below);
      else if (own.text !== '') give(dutyOf(own, above));
    }
  });
  innermost(open, 0, duties);
  return { duties, labels };
};

/** The name of a party alone heads the items below it, set off or not. */
const labelOver = (text: string, names: Names): Label | null => {
  const label = labelOf(`**${text}**`, 'item', names);
  return label?.clear && label.rest === '' ? label : null;
};

/** Leaves what an item of that indent does not stand below. Heads that headed nothing are duties themselves. */
const innermost = (open: Open[], indent: number, duties: ListDuty[]): Open => {
  for (;;) {
    const last = open.at(-1);
    if (last === undefined) throw new Error('A list was left.');
    if (last.indent < indent) return last;
    open.pop();
    if (last.isUsed || last.head === null) continue;
    duties.push(last.head);
    for (const one of open.slice(-MOST_HEADS)) one.isUsed = true;
  }
};

const labelled = ({ line }: ListItem, { party, rest }: Label, above: Open): readonly ListDuty[] => {
  const text = plainText(rest);
  return text === '' ? [] : [dutyOf({ line, text }, { ...above, party })];
};

const dutyOf = ({ line, text }: KeyedText, { lead, topic, party }: Open): ListDuty => ({
  line,
  text: lead === '' ? text : `${lead} ${text}`,
  topic,
  party,
});

/** What an item with items below it heads; null for one that is a duty of its own. */
const opened = (
  { indent, text }: ListItem,
  own: KeyedText,
  above: Open,
  label: Label | null,
): Open | null => {
  const head = own.text === '' ? null : dutyOf(own, above);
  const inner = { ...above, indent, head, isUsed: false };
  if (label?.clear) return { ...inner, head: null, party: label.party };
  if (isBold(text) && above.topic === null && above.lead === '')
    return { ...inner, topic: { ...own, text: own.text.replace(/\s*:$/, '') } };
  if (!own.text.endsWith(':') && !isBold(text)) return null;
  if (own.text.length > LONGEST_LEAD || above.leads >= MOST_LEADS) return null;
  const lead = above.lead === '' ? own.text : `${above.lead} ${own.text}`;
  return { ...inner, lead, leads: above.leads + 1, party: label?.party ?? above.party };
};
