// Which headings of a page name a party instead of a subject.
import type { Names } from '../../model/names.ts';
import type { Party } from '../../model/party.ts';
import { plainText } from '../page/markup.ts';
import type { Heading } from '../page/page.ts';
import { headingOf, parentOf, type Section } from '../page/section.ts';
import { headingParts } from './heading-parts.ts';
import { type Naming, namingIn } from './naming.ts';
import { labelOf, partyBefore } from './party-label.ts';

export type PartyHeadings = {
  readonly partyOf: ReadonlyMap<Heading, Party | 'shared'>;
  /** Headings that name a party beside one that names the other. */
  readonly paired: ReadonlySet<Heading>;
  /** Headings with nothing below them but paragraphs. */
  readonly plain: ReadonlySet<Heading>;
};

const KNOWN = new WeakMap<readonly Section[], PartyHeadings>();

/** Looked at once for all sections of a page. */
export const partyHeadings = (sections: readonly Section[], names: Names): PartyHeadings => {
  const known = KNOWN.get(sections);
  if (known !== undefined) return known;
  const made = look(sections, names);
  KNOWN.set(sections, made);
  return made;
};

const look = (sections: readonly Section[], names: Names): PartyHeadings => {
  const partyOf = new Map<Heading, Party | 'shared'>();
  const beside = new Map<Heading | null, Heading[]>();
  const plain = new Set<Heading>();
  const loose = new Set<Heading>();
  sections.forEach((section, index) => {
    const heading = headingOf(section);
    if (heading === null) return;
    const isLast = !(sections[index + 1]?.path.includes(heading) ?? false);
    if (isLast && section.blocks.every(({ kind }) => kind === 'paragraph')) plain.add(heading);
    // The page's own title often is `Your responsibilities`, and gives nothing to anybody.
    const label = heading.depth === 1 ? null : labelOf(heading.text, 'heading', names);
    const isClear = label !== null && label.rest === '' && label.party !== 'both';
    const party = isClear ? label.party : heading.depth === 1 ? null : partyInPart(heading.text, names);
    if (party === null) return;
    partyOf.set(heading, party);
    // `Shared responsibilities` alone may head anything.
    if (!isClear || party === 'shared') loose.add(heading);
    const parent = parentOf(section);
    const family = beside.get(parent) ?? [];
    family.push(heading);
    beside.set(parent, family);
  });
  for (const family of beside.values()) tellUsApart(family, partyOf, names);
  const paired = pairedOf([...beside.values()], partyOf);
  for (const heading of loose) if (!paired.has(heading)) partyOf.delete(heading);
  return { partyOf, plain, paired };
};

/** Whom the aside of a heading names, or what stands before it: `Glass (Nimbus’s scope of responsibility)`, `Your responsibilities – glass`. */
const partyInPart = (raw: string, names: Names): Party | 'shared' | null => {
  const before = partyBefore(raw, names);
  const parts = before === null ? headingParts(plainText(raw)) : null;
  if (parts === null) return before;
  const [head, aside] = [parts.head, parts.aside].map((text) => {
    const label = text === null ? null : labelOf(text, 'heading', names);
    return label === null || label.rest !== '' || label.party === 'both' ? null : label.party;
  });
  if (head && aside && head !== aside) return null;
  return aside ?? head ?? null;
};

/** Beside a heading of the `provider`, and none of the customer, whoever says `we` is the customer. */
const tellUsApart = (
  family: readonly Heading[],
  partyOf: Map<Heading, Party | 'shared'>,
  names: Names,
): void => {
  if (family.some((one) => partyOf.get(one) === 'customer')) return;
  const own = family.filter((one) => partyOf.get(one) === 'provider');
  const byOf = ({ text }: Heading): Naming['by'] => namingIn(plainText(text), names).by;
  if (!own.some((one) => byOf(one) === 'word')) return;
  for (const one of own) if (byOf(one) === 'we') partyOf.set(one, 'customer');
};

const pairedOf = (
  families: readonly (readonly Heading[])[],
  partyOf: ReadonlyMap<Heading, Party | 'shared'>,
): ReadonlySet<Heading> =>
  new Set(families.filter((all) => new Set(all.map((one) => partyOf.get(one))).size > 1).flat());
