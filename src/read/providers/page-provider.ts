// Who the provider of a page is. The names file names one; a page that never names it beside the customer, and somebody else again and
// again, is somebody else's.
import type { Names } from '../../model/names.ts';
import { plainText } from '../page/markup.ts';
import type { Content, List, Table } from '../page/page.ts';
import { headingOf, parentOf, type Section } from '../page/section.ts';
import { companyNamed, wordsOf } from './companies.ts';
import { bareIn, counterpartIn, nameIn } from './counterpart.ts';
import { headingParts } from './heading-parts.ts';
import { heldName, nameOfLeads, nameOfOwner } from './held-name.ts';
import { type NamesOfPage, type Naming, namingIn } from './naming.ts';
import { cloudIsProvider } from './owner-cells.ts';
import { letteredName } from './raci-names.ts';
import { tickedName } from './ticked-name.ts';

/** The names with the page's own provider. What they know of another provider's services does not hold for it. */
export const namesOnPage = (sections: readonly Section[], names: Names): NamesOfPage => {
  const { by, hasCustomer, votes, setOff, joint } = partiesOn(sections, names);
  const isNamed = by.has('name') || by.has('word');
  // Cells may be anybody's where the headings call the provider `we`, or a cloud provider.
  const name =
    isNamed || !hasCustomer ? null : (joint ?? winner(by.has('we') || by.has('cloud') ? setOff : votes));
  const own = name === null ? names : withProvider(names, name);
  return isCloudApart(sections, own) ? { ...own, isCloudApart: true } : own;
};

/** `given` is a word for what it provides, `module` or `service`. */
type By = NonNullable<Naming['by']> | 'given';

type Parties = {
  /** By which words the page names its provider. */
  readonly by: ReadonlySet<By>;
  readonly hasCustomer: boolean;
  readonly votes: ReadonlyMap<string, number>;
  /** Those of anything but cells. */
  readonly setOff: ReadonlyMap<string, number>;
  /** Two companies that only stand together. */
  readonly joint: string | null;
};

/** Whom the labels of a page name. */
export const partiesOn = (sections: readonly Section[], names: Names): Parties => {
  const votes = new Map<string, number>();
  const setOff = new Map<string, number>();
  const joints = new Map<string, number>();
  const by = new Set<By>();
  let hasCustomer = false;
  for (const label of sections.flatMap(labelsOf)) {
    const vote = voteOf(label, names, sections);
    if (vote === null) continue;
    if (vote === 'customer') hasCustomer = true;
    else if ('by' in vote) by.add(vote.by);
    else if ('joint' in vote) add(joints, vote.joint, 1);
    else {
      add(votes, vote.name, vote.weight);
      if (label.kind !== 'cell') add(setOff, vote.name, vote.weight);
    }
    // A table or a list names somebody only beside the customer.
    if (label.kind === 'table' || label.kind === 'list') hasCustomer = true;
  }
  for (const name of namesOfSiblings(sections, names)) for (const map of [votes, setOff]) add(map, name, 1);
  const joint = winner(joints);
  const isJoint = joint !== null && !joint.split(' and ').some((one) => votes.has(companyNamed(one) ?? one));
  return { by, hasCustomer, votes, setOff, joint: isJoint ? joint : null };
};

const add = (votes: Map<string, number>, name: string, weight: number): void => {
  votes.set(name, (votes.get(name) ?? 0) + weight);
};

/** Where headers or headings name the provider, and others of the same kind a cloud provider. */
const isCloudApart = (sections: readonly Section[], names: Names): boolean => {
  const headings = new Set(
    sections.flatMap((section) => {
      const text = plainText(headingOf(section)?.text ?? '');
      const { by, role, others } = namingIn(text, names);
      return text.length <= MOST && (role !== null || others.length === 0) ? by : [];
    }),
  );
  if (headings.has('name') && headings.has('cloud')) return true;
  return sections.some(({ blocks }) =>
    blocks.some((block) => {
      if (block.kind !== 'table') return false;
      const bys = block.header.slice(0, 12).map(({ text }) => namingIn(plainText(text), names).by);
      return bys.includes('name') && bys.includes('cloud');
    }),
  );
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
  ...partsOf(headingOf(section)?.text ?? ''),
  ...section.blocks.flatMap(labelsIn),
];

/** What a heading says in brackets at its end, and what stands before that. */
const partsOf = (raw: string): readonly Label[] => {
  const parts = headingParts(plainText(raw));
  return [parts?.head ?? '', parts?.aside ?? ''].flatMap((text) => labelOf('heading', text));
};

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

type Vote =
  | 'customer'
  | { readonly by: By }
  | { readonly name: string; readonly weight: number }
  | { readonly joint: string }
  | null;

const named = (name: string | null): Vote =>
  name === null ? null : { name: companyNamed(name) ?? name, weight: 1 };

/** In a sentence in bold somebody may do so. */
const DOES = /^(?:provid|operat|maintain|cover|configur)/;

const voteOf = (label: Label, names: Names, sections: readonly Section[]): Vote => {
  if (label.kind === 'table') return voteOfTable(label.table, names, sections);
  if (label.kind === 'list') return named(nameOfLeads(label.list, names));
  const naming = namingIn(label.text, names);
  const isAlone = naming.others.length === 0;
  const [company, ...more] = naming.companies;
  // Whoever shares with the customer is the provider rather than a third party.
  if (company !== undefined && more.length === 0 && isAlone && !naming.provider)
    return { name: company, weight: naming.customer ? 5 : 1 };
  if (more.length === 1 && !naming.provider && !naming.customer) {
    const joint = jointIn(label.text);
    return joint === null ? null : { joint };
  }
  if (label.kind === 'header' && naming.by !== null) return { by: naming.by };
  const isAbout = naming.role !== null && (label.kind === 'header' || !DOES.test(naming.role));
  if (isAlone || ((label.kind === 'heading' || label.kind === 'header') && isAbout)) {
    if (naming.by !== null) return { by: naming.by };
    if (naming.customer) return 'customer';
  }
  return named(label.kind === 'cell' ? null : heldName(label.text));
};

const voteOfTable = (table: Table, names: Names, sections: readonly Section[]): Vote => {
  const header = table.header.map(({ text }) => text);
  const counterpart = counterpartIn(header, names);
  const name =
    typeof counterpart === 'string' ? counterpart : (letteredName(table, names) ?? tickedName(table, names));
  if (name !== null) return { name, weight: 3 };
  if (cloudIsProvider(table)) return { by: 'word' };
  const bare = counterpart === null ? bareIn(header, names) : null;
  if (bare !== null && (bare.isSure || isSpokenOf(bare.name, sections)))
    return { name: companyNamed(bare.name) ?? bare.name, weight: 3 };
  if (counterpart === true && header.every((text) => namingIn(plainText(text), names).by === null))
    return { by: 'given' };
  return named(nameOfOwner(table, names));
};

const SPOKEN = new WeakMap<readonly Section[], Map<string, boolean>>();
/** Tables of one page name few parties; whoever else comes is nobody. */
const MOST_NAMES = 20;

/** In a heading or in running text. */
const isSpokenOf = (name: string, sections: readonly Section[]): boolean => {
  const known = SPOKEN.get(sections) ?? new Map<string, boolean>();
  SPOKEN.set(sections, known);
  const spoken = known.get(name) ?? (known.size < MOST_NAMES && isIn(name, sections));
  if (known.size < MOST_NAMES) known.set(name, spoken);
  return spoken;
};

const isIn = (name: string, sections: readonly Section[]): boolean =>
  sections.some(
    (section) =>
      headingOf(section)?.text.includes(name) ||
      section.blocks.some((block) => block.kind === 'paragraph' && block.text.includes(name)),
  );

/** Two companies as one party, `How Acme and Brightco help`, as the page orders them. */
const jointIn = (text: string): string | null => {
  const words = text.split(/\s+/).filter((word) => !/^(?:how|what|the)$/i.test(word));
  const at = words.indexOf('and');
  const companyOf = (some: readonly string[]): string | null => {
    for (let length = Math.min(3, some.length); length > 0; length -= 1) {
      const company = companyNamed(some.slice(0, length).join(' '));
      if (company !== null) return company;
    }
    return null;
  };
  const first = companyNamed(words.slice(0, Math.max(at, 0)).join(' '));
  const second = companyOf(words.slice(at + 1));
  return first === null || second === null ? null : `${first} and ${second}`;
};

/** Null when two are named equally often. */
const winner = (votes: ReadonlyMap<string, number>): string | null => {
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1]);
  return first === undefined || first[1] === second?.[1] ? null : first[0];
};

/** The names with another provider, whose services they do not know. */
export const withProvider = (names: Names, name: string): Names => {
  const own = names.provider.name.toLowerCase();
  const isSame = name.toLowerCase().startsWith(own) || own.startsWith(name.toLowerCase());
  if (isSame) return { ...names, provider: { ...names.provider, name } };
  return { ...names, provider: { id: slug(name), name }, services: {} };
};

const slug = (name: string): string =>
  (name.toLowerCase().match(/[a-z0-9]+/g) ?? ['provider']).join('-').slice(0, 63);
