// What data says becomes HTML here: what is markup turns into character references. What a browser reads from a finished file is escaped in codec.

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const SPECIAL = /[&<>"']/;
const EVERY = new RegExp(SPECIAL, 'g');

export const escapeText = (text: string): string =>
  SPECIAL.test(text) ? text.replace(EVERY, (character) => REFERENCES[character] ?? character) : text;

// A symbol, because data is JSON: nothing that was read from outside can pass for a helper's markup.
const MARKUP = Symbol('markup');

/** HTML that a helper made, with everything that came from data escaped inside it. */
export type Markup = { readonly [MARKUP]: string };

export const markup = (html: string): Markup => ({ [MARKUP]: html });

/** The HTML of a helper's markup; null for every other value. */
export const markupOf = (value: unknown): string | null => {
  const html = typeof value === 'object' && value !== null ? Reflect.get(value, MARKUP) : undefined;
  return typeof html === 'string' ? html : null;
};
