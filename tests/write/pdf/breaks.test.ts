// Breaks and named pages inside blocks within blocks, and what holds flows together at a page's end.

import { expect, test } from 'vitest';
import type { DocumentNode, Style } from '../../../src/model/document.ts';
import { layOut } from '../../../src/write/pdf/layout.ts';
import { doc, edges, el, line, pageOf } from './tree.ts';
import { lineTexts, wordsOf } from './words.ts';

// Lines are 14 points high: a page of 100 points with margins of 8 holds six of them.
const small = pageOf(200, 100, 8);
const wide = pageOf(400, 60, 8);
const pages = { '': { first: small, other: small }, wide: { first: wide, other: wide } };
const laid = (body: readonly DocumentNode[]) => layOut(doc(body, { pages }));

const p = (text: string, over: Partial<Style> = {}) => el('p', over, [text]);
const div = (over: Partial<Style>, ...children: readonly DocumentNode[]) => el('div', over, children);
const lines = (...names: readonly string[]) => names.map((name) => p(name));

test('a break asked for deep inside is followed, before a first child and after a last one too', () => {
  expect(lineTexts(laid([p('a'), div({}, div({}, p('b', { breakBefore: 'page' })), p('c'))]))).toEqual([
    ['a'],
    ['b', 'c'],
  ]);
  expect(lineTexts(laid([div({}, p('a'), div({}, p('b', { breakAfter: 'page' }))), p('c')]))).toEqual([
    ['a', 'b'],
    ['c'],
  ]);
  const inside = div(
    { padding: edges(4), border: edges(line(1)) },
    p('a'),
    div({}, p('b'), p('c', { breakBefore: 'page' })),
    p('d'),
  );
  const layout = laid([inside]);
  expect(lineTexts(layout)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(
    layout.pages.map(({ decorations }) => decorations.map(({ begins, ends }) => [begins, ends])),
  ).toEqual([[[true, false]], [[false, true]]]);
});

test('breaks between the same two boxes make one page end, however many ask for it', () => {
  const layout = laid([
    div({ breakAfter: 'page' }, p('a', { breakAfter: 'page' })),
    div({ breakBefore: 'page' }, p('b', { breakBefore: 'page' })),
  ]);
  expect(lineTexts(layout)).toEqual([['a'], ['b']]);
});

test('a page begun by a break does not begin with a second, empty one', () => {
  expect(lineTexts(laid([div({ breakBefore: 'page' }, p('a'))]))).toEqual([['a']]);
  expect(lineTexts(laid([p('a'), p('b', { breakAfter: 'page' })]))).toEqual([['a', 'b']]);
});

test('landscape pages in the middle of a block, and the upright ones go on after them', () => {
  const layout = laid([
    div({}, p('a'), div({ page: 'wide' }, p('b'), div({}, p('c'))), p('d')),
    div({ page: 'wide' }, p('e')),
  ]);
  expect(layout.pages.map(({ name }) => name)).toEqual(['', 'wide', '', 'wide']);
  expect(lineTexts(layout)).toEqual([['a'], ['b', 'c'], ['d'], ['e']]);
});

test('text on landscape pages has their width, also several blocks deep and over several pages', () => {
  const text = p('word '.repeat(120));
  const layout = laid([div({}, p('a'), div({ page: 'wide' }, div({ padding: edges(0, 10) }, text)))]);
  const onWide = wordsOf(layout).filter(({ page }) => page > 0);
  expect(layout.pages.slice(1).every(({ rule }) => rule.width === 400)).toBe(true);
  expect(layout.pages.length).toBeGreaterThan(3);
  expect(Math.max(...onWide.map(({ right }) => right))).toBeGreaterThan(350);
  expect(Math.max(...onWide.map(({ right }) => right))).toBeLessThanOrEqual(382.02);
});

test('a heading stays with what follows it across blocks and body children alike', () => {
  const kept = { breakAfter: 'avoid' } as const;
  const rest = lines('x', 'y', 'z', 'u', 'v');
  for (const body of [
    [...rest, p('h', kept), p('t')],
    [...rest, div({}, p('h', kept)), div({}, p('t'))],
    [...rest.slice(0, 4), p('g', kept), p('h', kept), p('t')],
    [...rest, p('h'), div({}, p('t', { breakBefore: 'avoid' }))],
  ]) {
    const texts = lineTexts(laid(body));
    expect(texts).toHaveLength(2);
    expect(texts[1]?.slice(-2)).toEqual(['h', 't']);
  }
});

test('a chain longer than any page is broken where it must be, and nothing is lost', () => {
  const names = Array.from({ length: 2_000 }, (_, index) => `n${index}`);
  const layout = laid(names.map((name) => p(name, { breakAfter: 'avoid' })));
  expect(lineTexts(layout).flat()).toEqual(names);
  expect(layout.pages.length).toBe(Math.ceil(2_000 / 6));
});
