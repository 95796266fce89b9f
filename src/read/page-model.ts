// What a dialect reader found, made into a model: texts readable, digests taken, ids given, delegations drawn.
import { sha256 } from '../codec/digest.ts';
import type { Said } from '../drift/match/parts.ts';
import { lookup } from '../model/lookup.ts';
import type { Allocation, Area, Duty, Model, Resource, Scope } from '../model/model.ts';
import type { Names } from '../model/names.ts';
import { PARTIES, type Party } from '../model/party.ts';
import type { Day } from '../model/scalar.ts';
import { delegatesIn, type Mentioning, type Mentions } from './delegates.ts';
import { keyedDigest, readable } from './duty-text.ts';
import { evenSpaces } from './even-spaces.ts';
import { type NumberedArea, type NumberedResource, numbered, type Unnumbered } from './identity/numbered.ts';
import { plainText } from './page/markup.ts';
import type { Page } from './page/page.ts';
import { dayOfPage, type PageDay } from './page-day.ts';
import type { KeyedText } from './providers/dialect.ts';
import type { RawArea, RawAreas, TitledResource } from './raw-areas.ts';
import type { SourceFile } from './reading.ts';
import { allocationOf, scopeOf } from './scope.ts';
import { type ServiceLinks, serviceLinks } from './service-links.ts';
import { serviceNamed } from './service-title.ts';

/**
 * `id` overrules the model id that the page's title leads to. `revision` stands in for the day that a page does not state, and `readOn`
 * where nobody says one: without either, such a page gives no model. With `previous`, ids are carried over from it.
 */
export type ImportOptions = {
  readonly id: string | null;
  readonly names: Names;
  readonly previous: Model | null;
  readonly revision?: Day | null;
  readonly readOn?: Day | null;
  /** True where a person chose the names for this page: their provider is then its provider, unless it names another. */
  readonly providerGiven?: boolean;
  /** Ids of the models at hand, for what the page leaves to other services; without it nothing is said of that. */
  readonly known?: ReadonlySet<string>;
};

/** What a page says of itself. */
export type About = {
  readonly id: string;
  /** Ids that mean the service the page is about: the model's, and what the page itself calls it where `--id` says another. */
  readonly own: ReadonlySet<string>;
  readonly title: string;
  readonly dated: PageDay;
  readonly source: Model['source'];
  readonly links: ServiceLinks;
};

/** Markup of its title; empty without one. A lower heading behind a table is the heading of a part. */
export const titleOfPage = ({ blocks }: Page): string => {
  const first = blocks.find((block) => block.kind === 'heading' || block.kind === 'table');
  const heading = blocks.find((block) => block.kind === 'heading');
  return heading === undefined || (first?.kind === 'table' && heading.depth > 1) ? '' : heading.text;
};

/** What a page is called: by its title, else by the name of its file. */
export const nameOfPage = (page: Page, file: SourceFile): string =>
  titleOfPage(page) ||
  baseName(file.name)
    .replace(/\.[a-z]{1,8}$/i, '')
    .replaceAll(/[-_]+/g, ' ');

export const aboutPage = (page: Page, file: SourceFile, options: ImportOptions): About => {
  const heading = plainText(titleOfPage(page));
  const pageTitle = titleText(readable(heading, options.names)) || baseName(file.name);
  const kept = keptUnder(page, options.names);
  const called = serviceOf(page, heading, kept, options.names) ?? slug(baseName(file.name));
  const id = options.id ?? called;
  const digest = sha256(file.bytes);
  const own = new Set([id, called, ...variantOf(called, kept, options.names)]);
  return {
    id,
    own,
    links: serviceLinks(page, options.names, own),
    title: lookup(options.names.services, id)?.title ?? pageTitle,
    dated: dayOfPage(page, {
      given: options.revision ?? null,
      readOn: options.readOn ?? null,
      previous: options.previous,
      sha256: digest,
    }),
    source: { title: pageTitle, file: baseName(file.name), sha256: digest },
  };
};

/** The service whose documentation the page stands in. */
const keptUnder = (page: Page, names: Names): string | null => {
  const collection = page.front.subcollection ?? '';
  const kept = Object.entries(names.services).find(
    ([, { subcollection }]) => subcollection !== undefined && subcollection === collection,
  );
  return kept?.[0] ?? null;
};

/** `Lantern on Rails`, in whose documentation a page about `Lantern` stands, is the same service. */
const variantOf = (called: string, kept: string | null, { services }: Names): readonly string[] => {
  const title = lookup(services, called)?.title;
  const other = kept === null ? undefined : lookup(services, kept)?.title;
  return kept !== null && title !== undefined && other?.startsWith(`${title} `) ? [kept] : [];
};

/** The title names the service; else the name under which the provider keeps its documentation. */
const serviceOf = (page: Page, heading: string, kept: string | null, names: Names): string | null => {
  const collection = page.front.subcollection ?? '';
  return (
    serviceNamed(heading, names) ??
    kept ??
    (collection === '' ? null : slug(`${names.provider.id}-${collection}`))
  );
};

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) || 'page';

const slug = (text: string): string => {
  const words = text
    .toLowerCase()
    .replace(/\.[a-z]{1,8}$/, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return words.join('-').slice(0, 63).replace(/-$/, '') || 'page';
};

export const modelOf = (
  raw: RawAreas,
  about: Omit<About, 'dated'> & { readonly revision: Day },
  options: ImportOptions,
): Model => {
  const context: Mentions = { names: options.names, own: about.own, links: about.links };
  const { areas, retired } = numbered(
    raw.areas.map((area) => unnumbered(area, options.names)),
    options.previous,
    about.revision,
  );
  return {
    format: 'countersign/model@1',
    id: about.id,
    title: about.title,
    provider: options.names.provider,
    revision: about.revision,
    text: 'verbatim',
    source: about.source,
    delegates: delegatesIn(
      [
        ...named(raw.general, 'the text before the areas'),
        ...inLists(0, raw.areas[0]?.title.line, raw, about),
      ],
      context,
    ),
    areas: raw.areas.map((area, index) =>
      areaOf(
        area,
        areas[index] ?? { code: 'A', resources: [] },
        inLists(area.title.line, raw.areas[index + 1]?.title.line, raw, about),
        context,
      ),
    ),
    retired,
  };
};

const named = (texts: readonly KeyedText[], place: string): readonly Mentioning[] =>
  texts.map((text) => ({ ...text, place }));

/** Items of lists that hold no duties and lead to another service's page about responsibilities, between two lines. */
const inLists = (
  from: number,
  to: number | undefined,
  raw: RawAreas,
  { links }: Pick<About, 'links'>,
): readonly Mentioning[] => {
  const found = [...links.values()]
    .flat()
    .filter(
      ({ line, inList, isShared }) =>
        inList && isShared && line >= from && line < (to ?? Number.POSITIVE_INFINITY),
    );
  if (found.length === 0) return [];
  const lines = new Set(raw.areas.flatMap(({ resources }) => resources.flatMap(dutyLines)));
  return named(
    found.filter(({ line }) => !lines.has(line)),
    'a list',
  );
};

const dutyLines = ({ provider, customer }: TitledResource): readonly number[] =>
  [...provider, ...customer].map(({ line }) => line);

const unnumbered = ({ title, codeFrom, anchor, resources }: RawArea, names: Names): Unnumbered => ({
  anchor,
  codeFrom: titleText(readable(codeFrom, names)),
  title: titleOf(title, names),
  resources: resources.map((one) => ({
    title: titleOf(one.title, names),
    provider: one.provider.map((duty) => saidOf(duty, names)),
    customer: one.customer.map((duty) => saidOf(duty, names)),
  })),
});

const saidOf = ({ text }: KeyedText, names: Names): Said => ({
  text: readable(text, names),
  digest: keyedDigest(text),
});

const titleOf = ({ text }: KeyedText, names: Names): string => titleText(readable(text, names)) || 'Untitled';

/** `:lock:`, and bullets of a title that is a list: signs for the eye. */
const titleText = (shown: string): string => {
  if (!SIGNS.test(shown)) return shown;
  const bare = shown
    .replace(SHORTCODE, ' ')
    .replace(/^\s*[•◦▪]\s*/, '')
    .replace(/\s*[•◦▪]\s*/g, '; ');
  return evenSpaces(bare).trim() || shown;
};
const SIGNS = /[:•◦▪]/;
const SHORTCODE = /(?<![\w:]):[a-z][a-z0-9_+-]{1,40}:(?![\w:])/g;

const areaOf = (
  raw: RawArea,
  given: NumberedArea,
  listed: readonly Mentioning[],
  context: Mentions,
): Area => {
  const scope = scopeOf(raw, context.names);
  const resources = raw.resources.map((one, index) => resourceOf(one, given.resources[index], context));
  return {
    code: given.code,
    ...(raw.anchor === null ? {} : { anchor: raw.anchor }),
    title: titleOf(raw.title, context.names),
    line: raw.title.line,
    allocation: areaAllocation(resources, scope),
    ...(scope === null ? {} : { scope }),
    delegates: delegatesIn(
      [
        ...named([...raw.intro, ...raw.setOff], 'the introduction of the area'),
        ...named(raw.notes, 'a text behind the duties of the area'),
        ...listed,
      ],
      context,
    ),
    resources,
  };
};

/** Resources without duties count by whom the page gives them to. */
const areaAllocation = (resources: readonly Resource[], scope: Scope | null): Allocation => {
  const parties = resources.flatMap((one): readonly Party[] => {
    if (one.allocation === 'shared') return PARTIES;
    if (one.allocation === 'provider' || one.allocation === 'customer') return [one.allocation];
    return filledSides(one);
  });
  const own = allocationOf(parties, scope);
  return own === 'none' && resources.some((one) => one.allocation === 'third-party') ? 'third-party' : own;
};

const filledSides = (one: Readonly<Record<Party, readonly unknown[]>>): readonly Party[] =>
  PARTIES.filter((party) => one[party].length > 0);

const resourceOf = (
  raw: TitledResource,
  given: NumberedResource | undefined,
  context: Mentions,
): Resource => {
  const duties = (party: Party): readonly Duty[] =>
    raw[party].map((duty, index) => ({
      id: given?.[party][index] ?? '',
      line: duty.line,
      ...saidOf(duty, context.names),
    }));
  const mentioning = PARTIES.flatMap((party) =>
    raw[party].map((text, index) => ({ ...text, place: given?.[party][index] ?? '' })),
  );
  return {
    code: given?.code ?? '',
    title: titleOf(raw.title, context.names),
    line: raw.title.line,
    allocation: raw.allocation ?? allocationOf(filledSides(raw), null),
    ...(raw.raci === null ? {} : { raci: raw.raci }),
    delegates: delegatesIn([{ ...raw.title, place: 'the title of the resource' }, ...mentioning], context),
    provider: duties('provider'),
    customer: duties('customer'),
  };
};
