// What the readers claimed, brought into the areas of a model: by the heading that names each, with the texts that introduce it.

import type { Names } from '../model/names.ts';
import { PARTIES, type Party } from '../model/party.ts';
import { type AreaHeading, areaHeadings } from './area-heading.ts';
import type { Claimed } from './claims.ts';
import { fold } from './fold.ts';
import { plainText } from './page/markup.ts';
import type { Content, Heading, Page, Paragraph } from './page/page.ts';
import { headingOf, type Section } from './page/section.ts';
import type { KeyedText, RawResource } from './providers/dialect.ts';
import { textAreas } from './text-areas.ts';

/** A resource with a title of its own. */
export type TitledResource = RawResource & { readonly title: KeyedText };
export type RawArea = {
  readonly title: KeyedText;
  /** What its code is made from. */
  readonly codeFrom: string;
  /** The page's own id of the heading. */
  readonly anchor: string | null;
  /** Paragraphs between the heading and what it heads. */
  readonly intro: readonly KeyedText[];
  /** Notes, tips and the like in the same place. */
  readonly setOff: readonly KeyedText[];
  /** Paragraphs behind its first duties. */
  readonly notes: readonly KeyedText[];
  readonly resources: readonly TitledResource[];
};
export type RawAreas = {
  readonly areas: readonly RawArea[];
  /** Paragraphs that belong to no area. */
  readonly general: readonly KeyedText[];
  /** Resources under no heading: their area is not known. */
  readonly homeless: readonly RawResource[];
};

export const rawAreas = (
  page: Page,
  sections: readonly Section[],
  claimed: readonly Claimed[],
  names: Names,
): RawAreas => {
  const withDuties = claimed.filter(({ resources }) => resources.length > 0);
  const housed = withDuties.filter(({ home }) => home !== null);
  const headings = areaHeadings(page, sections, [...new Set(housed.flatMap(({ home }) => home ?? []))]);
  const introduced = new Set<Section>();
  const ownSections = sectionsByHeading(sections);
  const areas = groupsOf(housed, headings).map(({ heading, claims }) => {
    const own = ownSections(heading, claims);
    for (const section of own) introduced.add(section);
    return areaOf(heading, claims, own);
  });
  const told = toldAreas(sections, headings, claimed, names);
  for (const { section } of told) introduced.add(section);
  const rest = sections.filter((section) => !introduced.has(section));
  return {
    areas:
      told.length === 0
        ? areas
        : [...areas, ...told.map(({ area }) => area)].sort((a, b) => a.title.line - b.title.line),
    general: paragraphsOf(rest),
    homeless: withDuties.filter(({ home }) => home === null).flatMap(({ resources }) => resources),
  };
};

/** Texts of all paragraphs. */
export const paragraphsOf = (sections: readonly Section[]): readonly KeyedText[] =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'paragraph' ? [textOf(block)] : [])),
  );

/** Areas that have a text and nothing else. */
const toldAreas = (
  sections: readonly Section[],
  headings: ReadonlyMap<Heading, AreaHeading>,
  claimed: readonly Claimed[],
  names: Names,
): readonly { readonly section: Section; readonly area: RawArea }[] => {
  const areas = new Set([...headings.values()].map(({ heading }) => heading));
  const columns = claimed.flatMap(({ matrix }) => matrix?.areas.map(({ text }) => text) ?? []);
  return textAreas(sections, areas, columns, names).flatMap((section) => {
    const heading = headingOf(section);
    if (heading === null) return [];
    const own = plainText(heading.text);
    const at = { heading, also: null, title: own, codeFrom: own };
    return [{ section, area: areaOf(at, [], [section]) }];
  });
};

type Group = { readonly heading: AreaHeading; readonly claims: Claimed[] };

/** Claims of one area, in the order of the areas' first claims. */
const groupsOf = (
  claimed: readonly Claimed[],
  headings: ReadonlyMap<Heading, AreaHeading>,
): readonly Group[] => {
  const groups = new Map<string, Group>();
  for (const claim of claimed) {
    const heading = claim.home === null ? undefined : headings.get(claim.home);
    if (heading === undefined) continue;
    const key = `${heading.heading.line} ${claim.part?.text ?? ''}`;
    const group = groups.get(key) ?? { heading, claims: [] };
    group.claims.push(claim);
    groups.set(key, group);
  }
  return [...groups.values()];
};

/** The sections of an area: those under its headings, and those with its duties; in the order of the page. */
const sectionsByHeading = (sections: readonly Section[]) => {
  const places = new Map(sections.map((section, index) => [section, index]));
  const byHeading = new Map(sections.map((section) => [headingOf(section), section]));
  return ({ heading, also }: AreaHeading, claims: readonly Claimed[]): readonly Section[] => {
    const named = [heading, also].flatMap((one) => (one === null ? [] : (byHeading.get(one) ?? [])));
    const own = new Set([...named, ...claims.map(({ section }) => section)]);
    return [...own].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  };
};

const areaOf = (
  { heading, title, codeFrom }: AreaHeading,
  claims: readonly Claimed[],
  sections: readonly Section[],
): RawArea => {
  const part = claims[0]?.part;
  const taken = new Set(claims.flatMap((claim) => claim.blocks));
  const texts = sections.flatMap((section) => textsOf(section, taken));
  return {
    title: part ?? { line: heading.line, text: title },
    codeFrom: part?.text ?? codeFrom,
    anchor: part === undefined ? heading.anchor : null,
    intro: texts.filter(({ place }) => place === 'intro'),
    setOff: texts.filter(({ place }) => place === 'set-off'),
    notes: texts.filter(({ place }) => place === 'behind'),
    resources: joined(claims, part ?? { line: heading.line, text: title }),
  };
};

type Text = KeyedText & { readonly place: 'intro' | 'set-off' | 'behind' };

/** What stands behind the first duties of its section introduces nothing any more. */
const textsOf = ({ blocks }: Section, taken: ReadonlySet<Content>): readonly Text[] => {
  const first = blocks.findIndex((block) => taken.has(block));
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'paragraph' || taken.has(block)) return [];
    const place = first >= 0 && index > first ? 'behind' : block.note ? 'set-off' : 'intro';
    return [{ ...textOf(block), place }];
  });
};

const textOf = ({ line, text }: Paragraph): KeyedText => ({ line, text: plainText(text) });

/**
 * All lists without a resource of their own are one resource, named as the area is; so are lists under the same topic, which then stand
 * once under each party. Rows of tables stay apart whatever their titles.
 */
const joined = (claims: readonly Claimed[], title: KeyedText): readonly TitledResource[] => {
  const named: Growing[] = [];
  const places = new Map<string, Growing>();
  for (const { dialect, resources } of claims)
    for (const one of resources) {
      const key = one.title === null ? '' : dialect === 'party-lists' ? fold(one.title.text) : null;
      const known = key === null ? undefined : places.get(key);
      if (known !== undefined) add(known, one);
      else {
        const own = one.title ?? { line: firstLine(one) ?? title.line, text: title.text };
        const grown = { ...one, title: own, provider: [...one.provider], customer: [...one.customer] };
        named.push(grown);
        if (key !== null) places.set(key, grown);
      }
    }
  return named;
};

type Growing = TitledResource & Record<Party, KeyedText[]>;

const firstLine = ({ provider, customer }: RawResource): number | null =>
  [...provider, ...customer].map(({ line }) => line).sort((a, b) => a - b)[0] ?? null;

const add = (known: Growing, more: RawResource): void => {
  for (const party of PARTIES) for (const one of more[party]) known[party].push(one);
};
