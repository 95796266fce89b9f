// A page with an interactive table carries one script and lets a browser run just that; every other page is as it was.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ElementNode } from '../../../src/model/document.ts';
import { writeHtml } from '../../../src/write/html/index.ts';
import { doc, el, p } from '../pdf/tree.ts';
import { elementsOf, first, readHtml, styleSheet, textOf } from './read-html.ts';

const LABELS = { 'data-filter-label': '"><script>x()</script>', 'data-count-label': '{shown} of {all}' };
const table = (attributes: Readonly<Record<string, string>>): ElementNode =>
  el('table', {}, [el('thead', {}, [el('tr', {}, [el('th', {}, ['A'])])])], { attributes });
const policies = (html: string): readonly string[] =>
  elementsOf(readHtml(html))
    .filter(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')
    .map(({ attributes }) => attributes.content ?? '');
const scriptsOf = (html: string) => elementsOf(readHtml(html)).filter(({ tag }) => tag === 'script');

const plain = writeHtml(doc([table({}), p('x')]));
const asking = writeHtml(
  doc([table({ 'data-interactive': 'sort filter', ...LABELS }), table({ 'data-interactive': 'sort' })]),
);

test('without such a table there is no script, no word of one in the policy, and no style for controls', () => {
  expect(scriptsOf(plain)).toEqual([]);
  expect(policies(plain)).toEqual([
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'",
  ]);
  expect(styleSheet(plain).includes('.table-')).toBe(false);
  expect(plain.endsWith('</main>\n</body>\n</html>\n')).toBe(true);
});

test('with them there is one script, and the policy names its digest and nothing else', () => {
  const scripts = scriptsOf(asking);
  expect(scripts).toHaveLength(1);
  const digest = createHash('sha256')
    .update(textOf(scripts[0] ?? readHtml(asking)))
    .digest('base64');
  expect(policies(asking)).toEqual([`${policies(plain).join('')}; script-src 'sha256-${digest}'`]);
  expect(styleSheet(asking).includes('tr[hidden]{display:none!important}')).toBe(true);
});

test('what the template says goes to the script as text', () => {
  expect(first(asking, 'table').attributes).toMatchObject({ 'data-interactive': 'sort filter', ...LABELS });
});

test('on something else than a table the attribute asks for nothing', () => {
  expect(
    scriptsOf(writeHtml(doc([el('div', {}, [], { attributes: { 'data-interactive': 'sort' } })]))),
  ).toEqual([]);
});
