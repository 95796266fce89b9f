// What a sheet remembers of kinds of elements is what its rules say of each element by itself.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkup } from '../../src/document/parse/parse.ts';
import type { MarkupElement, MarkupNode } from '../../src/document/parse/tree.ts';
import { sourceText } from '../../src/document/source-text.ts';
import type { Computed } from '../../src/document/style/computed.ts';
import { DEFAULTS } from '../../src/document/style/defaults.ts';
import { readTheme } from '../../src/document/style/read-theme.ts';
import { resolve } from '../../src/document/style/resolve.ts';
import { matches } from '../../src/document/style/selector.ts';
import { makeSheet, type Styled } from '../../src/document/style/sheet.ts';
import { RANDOM_THEME, randomBody } from './random-body.ts';
import { page } from './tiny.ts';

const rules = [
  ...readTheme(sourceText('defaults.css', DEFAULTS), 0).theme.rules,
  ...readTheme(sourceText('theme.css', RANDOM_THEME), 1).theme.rules,
];
const source = sourceText('report.hbs', '');

/** Every rule tried on the element itself. */
const slowly = (
  element: MarkupElement,
  below: Computed | null,
  pseudo: 'before' | 'after' | null,
): Computed => {
  const found = rules.filter(
    ({ selector }) => selector.pseudoElement === pseudo && matches(selector, element),
  );
  return resolve(
    found.sort((a, b) => a.rank - b.rank),
    below,
    () => undefined,
  );
};

test('for every element of any body', () => {
  const sheet = makeSheet(rules);
  const compare = (node: MarkupNode, parent: Styled | null, below: Computed | null): void => {
    if (node.kind === 'text') return;
    const [quick, slow] = [sheet(node, parent), slowly(node, below, null)];
    expect(quick.computed).toEqual(slow);
    for (const pseudo of ['before', 'after'] as const) {
      const generated = slowly(node, slow, pseudo);
      expect(quick[pseudo]).toEqual(generated.content === null ? null : generated);
    }
    for (const child of node.children) compare(child, quick, slow);
  };
  fc.assert(
    fc.property(randomBody, (body) => {
      const spotAt = (offset: number, length = 1) => ({ source, offset, length });
      const markup = parseMarkup({ html: page(body), spotAt, foreignIn: () => null }, null);
      const children = [...markup.nodes];
      const [html, own] = [markup.root(), markup.body()];
      if (html === null || own === null) throw new Error('There is no body.');
      const root = sheet(html, null);
      compare({ ...own, children }, root, root.computed);
    }),
    { numRuns: 200 },
  );
});
