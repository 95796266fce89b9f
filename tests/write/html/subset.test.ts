// Every element and attribute that a template may hold keeps its name and its meaning in a browser.
import { expect, test } from 'vitest';
import { ATTRIBUTES } from '../../../src/document/parse/attributes.ts';
import { ELEMENTS, ELEMENTS_BY_TAG } from '../../../src/document/parse/elements.ts';
import { writeHtml } from '../../../src/write/html/index.ts';
import { doc, el } from '../pdf/tree.ts';
import { elementsOf, first, type Read } from './read-html.ts';

/** What a document's head is made of, and what becomes drawings and pictures before the writer sees it. */
const HEAD = ['html', 'head', 'title', 'meta', 'body'];
const drawn = (): ReadonlySet<string> => {
  const found = new Set(['svg', 'img']);
  for (const tag of found) {
    const content = ELEMENTS_BY_TAG.get(tag)?.content;
    if (Array.isArray(content)) for (const one of content) found.add(one);
  }
  return found;
};
const TAGS = ELEMENTS.map(({ tag }) => tag).filter((tag) => !HEAD.includes(tag) && !drawn().has(tag));

test.each(TAGS)('<%s> is written as what it is', (tag) => {
  const html = writeHtml(doc([el(tag, { display: 'block' }, [])]));
  expect(within(html).map((one) => one.tag)).toEqual([tag]);
});

const OF_BODY = ATTRIBUTES.flatMap(({ name, on }) => {
  const tags = on === 'any' || on.includes('any') ? ['p'] : on.filter((tag) => TAGS.includes(tag));
  return name === 'class' || name === 'id'
    ? []
    : tags.map((tag) => ({ tag, name: name.replace('*', 'note') }));
});

test.each(OF_BODY)('$name of <$tag> is kept', ({ tag, name }) => {
  const attributes = { [name]: name === 'href' ? 'https://example.com/' : 'x' };
  const html = writeHtml(doc([el(tag, { display: 'block' }, [], { attributes })]));
  expect(within(html).map((one) => [one.tag, one.attributes[name]])).toEqual([[tag, attributes[name]]]);
});

/** What stands on the one sheet. */
const within = (html: string): readonly Read[] => elementsOf(first(html, 'main')).slice(1);
