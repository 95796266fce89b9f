// What a dialect reader found, made into a model: texts readable, digests taken, ids given, delegations drawn.
import { sha256 } from '../codec/digest.ts';
import type { Said } from '../drift/match/parts.ts';
import { lookup } from '../model/lookup.ts';
import type { Allocation, Area, Delegate, Duty, Model, Resource, Scope } from '../model/model.ts';
import type { Names } from '../model/names.ts';
import { PARTIES, type Party } from '../model/party.ts';
import type { Day } from '../model/scalar.ts';
import { delegatesIn, serviceNamed } from './delegates.ts';
import { keyedDigest, readable } from './duty-text.ts';
import { type NumberedArea, type NumberedResource, numbered, type Unnumbered } from './identity/numbered.ts';
import { plainText } from './page/markup.ts';
import type { Page } from './page/page.ts';
import { dayOfPage, type PageDay } from './page-day.ts';
import type { KeyedText } from './providers/dialect.ts';
import type { RawArea, RawAreas, TitledResource } from './raw-areas.ts';
import type { SourceFile } from './reading.ts';
import { allocationOf, scopeOf } from './scope.ts';

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
  const pageTitle = readable(heading, options.names) || baseName(file.name);
  const called = serviceOf(page, heading, options.names) ?? slug(baseName(file.name));
  const id = options.id ?? called;
  const digest = sha256(file.bytes);
  return {
    id,
    own: new Set([id, called]),
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

/** The title names the service; else the name under which the provider keeps its documentation. */
const serviceOf = (page: Page, heading: string, names: Names): string | null => {
  const collection = page.front.subcollection ?? '';
  const kept = Object.entries(names.services).find(
    ([, { subcollection }]) => subcollection !== undefined && subcollection === collection,
  );
  return (
    serviceNamed(heading, names) ??
    kept?.[0] ??
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

type Context = { readonly names: Names; readonly own: ReadonlySet<string> };

export const modelOf = (
  raw: RawAreas,
  about: Omit<About, 'dated'> & { readonly revision: Day },
  options: ImportOptions,
): Model => {
  const context: Context = { names: options.names, own: about.own };
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
    delegates: named(raw.general, 'the text before the areas', context),
    areas: raw.areas.map((area, index) =>
      areaOf(area, areas[index] ?? { code: 'A', resources: [] }, context),
    ),
    retired,
  };
};

const named = (texts: readonly KeyedText[], place: string, { names, own }: Context): readonly Delegate[] =>
  delegatesIn(
    texts.map((text) => ({ ...text, place })),
    names,
    own,
  );

const unnumbered = ({ title, codeFrom, anchor, resources }: RawArea, names: Names): Unnumbered => ({
  anchor,
  codeFrom: readable(codeFrom, names),
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

const titleOf = ({ text }: KeyedText, names: Names): string => readable(text, names) || 'Untitled';

const areaOf = (raw: RawArea, given: NumberedArea, context: Context): Area => {
  const scope = scopeOf(raw, context.names);
  const resources = raw.resources.map((one, index) => resourceOf(one, given.resources[index], context));
  return {
    code: given.code,
    ...(raw.anchor === null ? {} : { anchor: raw.anchor }),
    title: titleOf(raw.title, context.names),
    line: raw.title.line,
    allocation: areaAllocation(resources, scope),
    ...(scope === null ? {} : { scope }),
    delegates: named([...raw.intro, ...raw.setOff, ...raw.notes], 'the introduction of the area', context),
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

const resourceOf = (raw: TitledResource, given: NumberedResource | undefined, context: Context): Resource => {
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
    delegates: delegatesIn(
      [{ ...raw.title, place: 'the title of the resource' }, ...mentioning],
      context.names,
      context.own,
    ),
    provider: duties('provider'),
    customer: duties('customer'),
  };
};
