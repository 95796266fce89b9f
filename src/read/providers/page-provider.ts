// Who the provider of a page is. The names file names one; a page that never names it beside the customer, and somebody else again and
// again, is somebody else's.
import type { Names } from '../../model/names.ts';
import { plainText } from '../page/markup.ts';
import type { Content, List, Table } from '../page/page.ts';
import { headingOf, parentOf, type Section } from '../page/section.ts';
import { counterpartIn, nameIn } from './columns.ts';
import { companyNamed, wordsOf } from './companies.ts';
import { heldName, nameOfLeads, nameOfOwner } from './held-name.ts';
import { namingIn } from './naming.ts';
import { cloudIsProvider } from './owner-cells.ts';
import { letteredName } from './raci-names.ts';
import { tickedName } from './ticked-name.ts';

/** The names with the page's own provider. What they know of another provider's services does not hold for it. */
export const namesOnPage = (sections: readonly Section[], names: Names): Names => {
  const { isNamed, hasCustomer, votes } = partiesOn(sections, names);
  const name = isNamed || !hasCustomer ? null : winner(votes);
  return name === null ? names : withProvider(names, name);
};

type Parties = {
  /** As such, or by name. */
  readonly isNamed: boolean;
  readonly hasCustomer: boolean;
  readonly votes: ReadonlyMap<string, number>;
};

/** Whom the labels of a page name. */
export const partiesOn = (sections: readonly Section[], names: Names): Parties => {
  const votes = new Map<string, number>();
  let isNamed = false;
  let hasCustomer = false;
  for (const label of sections.flatMap(labelsOf)) {
    const vote = voteOf(label, names);
    if (vote === 'provider') isNamed = true;
    else if (vote === 'customer') hasCustomer = true;
    else if (vote !== null) votes.set(vote.name, (votes.get(vote.name) ?? 0) + vote.weight);
    // A table or a list names somebody only beside the customer.
    if ((label.kind === 'table' || label.kind === 'list') && vote !== null) hasCustomer = true;
  }
  for (const name of namesOfSiblings(sections, names)) votes.set(name, (votes.get(name) ?? 0) + 1);
  return { isNamed, hasCustomer, votes };
};

/** Whom the title of the page names, and a heading beside one that is the customer’s. */
const namesOfSiblings = (sections: readonly Section[], names: Names): readonly string[] => {
  const title = ` ${wordsOf(plainText(headingOf(sections[1] ?? { path: [], blocks: [] })?.text ?? '')).join(' ')} `;
  const texts = sections.flatMap((section) => {
    const text = plainText(headingOf(section)?.text ?? '');
    return text === '' || text.length > MOST ? [] : [{ text, parent: parentOf(section) }];
  });
  const parents = new Set(
    texts.flatMap(({ text, parent }) => {
      const { customer, others } = namingIn(text, names);
      return customer && others.length === 0 ? [parent] : [];
    }),
  );
  return texts.flatMap(({ text, parent }) =>
    parents.has(parent) && nameIn(text) === text && title.includes(` ${wordsOf(text).join(' ')} `)
      ? [text]
      : [],
  );
};

/** What may name a party: a heading with other words in it, a header of a table with any, a cell and what leads to something only alone. */
type Kind = 'heading' | 'header' | 'cell' | 'lead';
type Label =
  | { readonly kind: Kind; readonly text: string }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'list'; readonly list: List };

const labelsOf = (section: Section): readonly Label[] => [
  ...labelOf('heading', headingOf(section)?.text ?? ''),
  ...section.blocks.flatMap(labelsIn),
];

const MOST = 60;
const labelOf = (kind: Kind, raw: string): readonly Label[] => {
  const most = kind === 'heading' || kind === 'lead' ? 2 * MOST : MOST;
  const text = raw.length > most * 3 ? '' : plainText(raw);
  return text === '' || text.length > most ? [] : [{ kind, text }];
};

const BOLD = /^(?:<(?:p|div)[^<>]*>\s*)?(?:\*\*|__|<strong>|<b>)/;
const LEADS = /:(?:\*\*|__)?\s*$/;
const leadOf = (text: string): readonly Label[] =>
  LEADS.test(text) || BOLD.test(text) ? labelOf('lead', text) : [];

const labelsIn = (block: Content): readonly Label[] => {
  if (block.kind === 'list')
    return [
      { kind: 'list', list: block },
      ...block.items.slice(0, ITEMS).flatMap(({ text }) => leadOf(text)),
    ];
  if (block.kind === 'paragraph')
    return BOLD.test(block.text) ? labelOf('heading', block.text) : leadOf(block.text);
  const cells = block.rows.slice(0, ROWS).flatMap((row) => row.cells.slice(1, 12));
  return [
    { kind: 'table', table: block },
    ...block.header.slice(0, 12).flatMap(({ text }) => labelOf('header', text)),
    ...cells.flatMap(({ text }) => labelOf('cell', LABEL.exec(text)?.[1] ?? text)),
  ];
};

/** Rows that are enough to know a table, and items to know a list. */
const ROWS = 40;
const ITEMS = 100;

/** A cell may begin with a label. */
const LABEL = /^\s*(?:\*\*|__|<strong>|<b>)([^*_<>]{1,60})(?:\*\*|__|<\/strong>|<\/b>)/;

type Vote = 'provider' | 'customer' | { readonly name: string; readonly weight: number } | null;

const named = (name: string | null): Vote =>
  name === null ? null : { name: companyNamed(name) ?? name, weight: 1 };

const voteOf = (label: Label, names: Names): Vote => {
  if (label.kind === 'table') {
    const name =
      counterpartIn(
        label.table.header.map(({ text }) => text),
        names,
      ) ??
      letteredName(label.table, names) ??
      tickedName(label.table, names);
    if (name !== null) return { name, weight: 3 };
    if (cloudIsProvider(label.table)) return 'provider';
    return named(nameOfOwner(label.table, names));
  }
  if (label.kind === 'list') return named(nameOfLeads(label.list, names));
  const naming = namingIn(label.text, names);
  const isAlone = naming.others.length === 0;
  const [company, ...more] = naming.companies;
  // Whoever shares with the customer is the provider rather than a third party.
  if (company !== undefined && more.length === 0 && isAlone && !naming.provider)
    return { name: company, weight: naming.customer ? 5 : 1 };
  const isPair = more.length === 1 && isAlone && !naming.provider && !naming.customer;
  if (isPair && (label.kind === 'header' || label.kind === 'cell'))
    return { name: pairOf(naming.companies), weight: 1 };
  if (label.kind === 'header' && naming.provider) return 'provider';
  if (isAlone || ((label.kind === 'heading' || label.kind === 'header') && naming.role !== null)) {
    if (naming.provider) return 'provider';
    if (naming.customer) return 'customer';
  }
  return named(label.kind === 'cell' ? null : heldName(label.text));
};

/** Two companies that are one party: `Umbra and Harbour`. */
const pairOf = (companies: readonly string[]): string => companies.join(' and ');

/** Null when two are named equally often. Where one of a pair is named alone, too, they are no one party. */
const winner = (votes: ReadonlyMap<string, number>): string | null => {
  const isOne = ([name]: readonly [string, number]): boolean =>
    !name.split(' and ').some((one) => one !== name && votes.has(one));
  const [first, second] = [...votes].filter(isOne).sort((a, b) => b[1] - a[1]);
  return first === undefined || first[1] === second?.[1] ? null : first[0];
};

const withProvider = (names: Names, name: string): Names => {
  const own = names.provider.name.toLowerCase();
  const isSame = name.toLowerCase().startsWith(own) || own.startsWith(name.toLowerCase());
  if (isSame) return { ...names, provider: { ...names.provider, name } };
  return { ...names, provider: { id: slug(name), name }, services: {} };
};

const slug = (name: string): string =>
  (name.toLowerCase().match(/[a-z0-9]+/g) ?? ['provider']).join('-').slice(0, 63);
