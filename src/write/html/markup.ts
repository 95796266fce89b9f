// Tags and attributes as text. Only known ones are written as they are called; everything inside quotes is escaped.

import { htmlText } from '../../codec/html-text.ts';
import { type ElementNode, RELATIVE_ADDRESS } from '../../model/document.ts';

/** What keeps its meaning in a browser; whatever else a tree holds becomes a `div` or a `span`. */
const TAGS = new Set(
  (
    'section article header footer nav main aside div blockquote figure figcaption h1 h2 h3 h4 h5 h6 p pre address hr ul ol li ' +
    'dl dt dd table caption colgroup col thead tbody tfoot tr th td span a strong em b i small code abbr time data cite ' +
    'q s u mark kbd samp var dfn bdi bdo sup sub br wbr'
  ).split(' '),
);
export const VOID: ReadonlySet<string> = new Set(['hr', 'br', 'col', 'wbr']);

export const tagOf = ({ tag, style }: ElementNode): string => {
  if (TAGS.has(tag)) return tag;
  return style.display === 'inline' ? 'span' : 'div';
};

/** Attributes by name with their values, as `class="a" id="b"` with a space before each; null and empty classes are left out. */
export const attributes = (values: Readonly<Record<string, string | null>>): string =>
  Object.entries(values)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${htmlText(value)}"`))
    .join('');

const PLAIN = new Set(['lang', 'dir', 'title', 'datetime', 'value', 'colspan', 'rowspan', 'scope', 'span']);
const LISTS = new Set(['start', 'reversed', 'type', 'headers', 'role', 'aria-label', 'aria-hidden']);
const ADDRESS = /^(?:https?:\/\/|mailto:)/i;

/** What an element was written with. A link outside opens beside the report, and tells the other side nothing of where it came from. */
export const ownAttributes = (written: Readonly<Record<string, string>>): string =>
  Object.entries(written)
    .map(([name, value]) => {
      if (name === 'href') return attributes(linkTo(value));
      const known = PLAIN.has(name) || LISTS.has(name) || /^data-[a-z][a-z0-9-]*$/.test(name);
      return known ? attributes({ [name]: value }) : '';
    })
    .join('');

const linkTo = (address: string): Readonly<Record<string, string>> => {
  if (address.startsWith('#')) return { href: fragment(address) };
  if (!ADDRESS.test(address) && !RELATIVE_ADDRESS.test(address)) return {};
  return { href: address, target: '_blank', rel: 'noopener noreferrer' };
};

/** A browser decodes a fragment before it looks for the id, so a percent sign in an id has to be written as one. */
const fragment = (address: string): string => address.replaceAll('%', '%25');
