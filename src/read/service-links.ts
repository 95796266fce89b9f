// Where links of a page lead within the provider's documentation: to another service's pages, or to the page's own.
import type { Names } from '../model/names.ts';
import { linksIn } from './links.ts';
import { plainText } from './page/markup.ts';
import type { Block, Page } from './page/page.ts';

/** `service` is null where the link leads to the page's own documentation. */
export type ServiceLink = {
  readonly line: number;
  /** What it shows, with keys. */
  readonly text: string;
  readonly service: string | null;
  /** It leads to a page about responsibilities. */
  readonly isShared: boolean;
  /** It stands in a list, which is no text of an area. */
  readonly inList: boolean;
};

/** By line, in the order of the page. `own` are the ids of the page's own service. */
export type ServiceLinks = ReadonlyMap<number, readonly ServiceLink[]>;

export const serviceLinks = (page: Page, names: Names, own: ReadonlySet<string>): ServiceLinks => {
  const services = new Map<string, string>();
  for (const [id, { subcollection }] of Object.entries(names.services))
    if (subcollection !== undefined) services.set(subcollection, id);
  const isOwn = (collection: string): boolean =>
    collection === page.front.subcollection || own.has(services.get(collection) ?? '');
  const links = new Map<number, ServiceLink[]>();
  for (const block of page.blocks)
    for (const { line, text } of textsOf(block))
      for (const one of linksIn(text, page.targets)) {
        const collection = IN_DOCS.exec(one.url)?.[1] ?? '';
        const service = isOwn(collection) ? null : services.get(collection);
        if (collection === '' || service === undefined) continue;
        const found = links.get(line) ?? [];
        const isShared = /responsib/i.test(one.url);
        found.push({ line, text: plainText(one.text), service, isShared, inList: block.kind === 'list' });
        links.set(line, found);
      }
  return links;
};

const IN_DOCS = /(?:^|\/)docs(?:-draft)?\/(?:services\/)?([\w-]+)/;

const textsOf = (block: Block): readonly { readonly line: number; readonly text: string }[] => {
  if (block.kind === 'table') return block.rows.flatMap(({ cells }) => cells);
  return block.kind === 'list' ? block.items : [block];
};

/** Links of a line that a text shows, by what they show. */
export const linksShown = (
  { line, text }: { readonly line: number; readonly text: string },
  links: ServiceLinks,
): readonly ServiceLink[] =>
  (links.get(line) ?? []).filter((one) => one.text !== '' && text.includes(one.text));
