// Links in a text that has its markup still: what each shows, and where it leads.
import { targetName } from './page/markdown/references.ts';
import type { Content, Page } from './page/page.ts';

export type Link = { readonly text: string; readonly url: string };

/** Of running text and lists; a table is cells, and each of those is a text of its own. */
export const linksOf = (block: Content, targets: Page['targets']): readonly Link[] => {
  if (block.kind === 'table') return [];
  const texts = block.kind === 'paragraph' ? [block.text] : block.items.map(({ text }) => text);
  return texts.flatMap((text) => linksIn(text, targets));
};

/** What an image shows leads nowhere; a link around it does. */
const withoutImages = (text: string): string =>
  text.replace(/!\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1').replace(/<img\s[^<>]*>/gi, '');

const WRITTEN = /\[([^[\]]*)\](?:\(([^()]*)\)|\[([^[\]]*)\])/g;
const ANCHOR = /<a\s([^<>]*)>([^<>]*)</gi;
const HREF = /(?:^|\s)href\s*=\s*(?:"([^"]*)"|'([^']*)')/i;
/** An address that is shown as it is. */
const BARE = /(?<!\w)https?:\/\/[^\s<>()[\]"']+/gi;

export const linksIn = (given: string, targets: Page['targets']): readonly Link[] => {
  const text = withoutImages(given);
  return [
    ...[...text.matchAll(WRITTEN)].flatMap(([, shown = '', url, name = '']) =>
      link(shown, url === undefined ? targets.get(targetName(name === '' ? shown : name)) : firstWord(url)),
    ),
    ...[...text.matchAll(ANCHOR)].flatMap(([, attributes = '', shown = '']) => {
      const href = HREF.exec(attributes);
      return link(shown, href?.[1] ?? href?.[2]);
    }),
    ...[...text.replace(WRITTEN, ' ').replace(ANCHOR, ' ').matchAll(BARE)].flatMap(([url]) =>
      link('', url.replace(/[.,;:!?]$/, '')),
    ),
  ];
};

const link = (text: string, url: string | undefined): readonly Link[] =>
  url === undefined || url === '' ? [] : [{ text, url }];

/** What stands behind the address is a title. */
const firstWord = (url: string): string => (url.trim().split(/\s/, 1)[0] ?? '').replace(/^<|>$/g, '');
