// Whether a page may be taken for one of the provider that the names file names. Where nothing on the page speaks of that provider, it is
// somebody else’s: the provider is then whoever the page calls so, or nobody.
import { lookup } from '../../model/lookup.ts';
import type { Names } from '../../model/names.ts';
import type { Block, Page } from '../page/page.ts';
import type { Section } from '../page/section.ts';
import type { Trouble } from '../source-text.ts';
import { COMPANY_BY_KEY, companyNamed, wordsOf } from './companies.ts';
import { namesOnPage, partiesOn, withProvider } from './page-provider.ts';
import { possessiveName } from './possessive-name.ts';

/** `trouble` is set where nothing says whose page it is. */
export type PageNames = { readonly names: Names; readonly trouble: Trouble | null };

/** `text` is the page as it is written. */
export type Written = { readonly page: Page; readonly sections: readonly Section[]; readonly text: string };
/** Where a person chose the names file for this page, its provider is taken at its word. */
export type Given = { readonly names: Names; readonly providerGiven?: boolean };

export const pageNames = ({ page, sections, text }: Written, { names, providerGiven }: Given): PageNames => {
  const own = namesOnPage(sections, names);
  const isOwn = providerGiven === true || own !== names || text.includes(KEYED);
  if (isOwn || mentions(page, names)) return { names: own, trouble: null };
  const { by, hasCustomer } = partiesOn(sections, names);
  // A `provider`, or whoever makes a module, may be anybody; `we` are whoever has the page.
  const isAnybody = by.has('word') || by.has('cloud') || by.has('given');
  const name = isAnybody || !hasCustomer ? null : possessiveName(page);
  if (name !== null) return { names: withProvider(names, name), trouble: null };
  if (by.size === 0) return { names, trouble: nobody(names) };
  return { names: { ...names, provider: { id: 'provider', name: 'Provider' }, services: {} }, trouble: null };
};

const nobody = ({ provider }: Names): Trouble => ({
  code: 'page-provider-unknown',
  sentence: `The page does not say who the provider is: it names neither ${provider.name} nor any one other company beside the customer.`,
  hint: 'Give a names file with the provider of the page as --names, so that its duties get the right name.',
});

/** By any of the provider's names, by a key of the names file, or by the short name of a service's documentation. */
const mentions = (page: Page, names: Names): boolean => {
  const company = companyNamed(names.provider.name);
  const own = new Set([names.provider.name, names.provider.id].map((name) => wordsOf(name).join(' ')));
  const aliases = [...COMPANY_BY_KEY].filter(([, one]) => one === company).map(([key]) => key);
  const keys = [...new Set([...own, ...aliases])].map((key) => ` ${key} `);
  const says = (text: string): boolean => {
    if (hasKey(text, names)) return true;
    const words = ` ${wordsOf(text).join(' ')} `;
    return keys.some((key) => words.includes(key));
  };
  const collections = Object.values(names.services).map(({ subcollection }) => subcollection);
  return (
    Object.values(page.front).some((value) => says(value) || collections.includes(value)) ||
    page.blocks.some((block) => textsOf(block).some(says))
  );
};

/** `{{site.data.keyword.NAME}}` is how the pages are written that names files are for. */
const KEYED = 'site.data.keyword.';

const hasKey = (text: string, names: Names): boolean =>
  text.includes('{{') &&
  [...text.matchAll(/\{\{([\w.-]{1,80})\}\}/g)].some(([, key = '']) => lookup(names.keywords, key) !== null);

const textsOf = (block: Block): readonly string[] => {
  if (block.kind === 'heading' || block.kind === 'paragraph') return [block.text];
  if (block.kind === 'list') return block.items.map(({ text }) => text);
  const cells = [...block.header, ...block.rows.flatMap((row) => row.cells)];
  return [block.caption ?? '', ...cells.map(({ text }) => text)];
};
