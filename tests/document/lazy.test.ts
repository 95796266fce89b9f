// A long body is made anew whenever it is gone through: each time the same, and the same as one that is kept.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadTemplate, renderReport } from '../../src/document/index.ts';
import type { Body, Document } from '../../src/model/document.ts';
import { RANDOM_THEME, randomBody } from './random-body.ts';
import { elements, places, refused, sample, textOf, tiny } from './tiny.ts';

/** More characters of markup than of which the nodes are kept. */
const PADDING = 'x'.repeat(530_000);
const report = (body: string): string =>
  `<html lang="en"><head><title>T</title><!-- {{padding}} --></head><body>${body}</body></html>`;
const render = (body: string, padding: string, css = RANDOM_THEME): Document =>
  renderReport(
    loadTemplate(tiny({ 'report.hbs': report(body), 'theme.css': css }), 'en'),
    sample({ padding }),
  );
const isKept = ({ children }: Body): boolean => Array.isArray(children);

test('a body that is made anew has the nodes of one that is kept, however often', () => {
  fc.assert(
    fc.property(randomBody, (body) => {
      const [kept, lazy] = [render(body, '').body, render(body, PADDING).body];
      expect([isKept(kept), isKept(lazy)]).toEqual([true, false]);
      const nodes = [...lazy.children];
      expect(nodes).toEqual([...kept.children]);
      expect([...lazy.children]).toEqual(nodes);
      expect(textOf(lazy)).toBe(textOf(kept));
      expect(lazy.style).toEqual(kept.style);
    }),
    { numRuns: 40 },
  );
});

test('two who go through a body at the same time do not disturb each other', () => {
  const body = '<h2>a</h2><p>b</p><h2>c</h2><p data-n="1">d</p>';
  const { children } = render(body, PADDING).body;
  const [one, two] = [children[Symbol.iterator](), children[Symbol.iterator]()];
  const first = one.next().value;
  const ofTwo = [two.next().value, two.next().value, two.next().value];
  expect([first, one.next().value, one.next().value]).toEqual(ofTwo);
});

test('elements that look the same have one style', () => {
  const { body } = render('<p>a</p><p>b</p><div><p>c</p></div><div><p>d</p></div>', PADDING, '');
  const styles = elements(body)
    .filter(({ tag }) => tag === 'p')
    .map(({ style }) => style);
  expect(styles).toHaveLength(4);
  expect(new Set(styles).size).toBe(1);
});

test('every fault of a long body is told before it is gone through', () => {
  const body = '<p id="a">a</p>{{#each items}}<p><a href="#no">b</a></p>{{/each}}<p id="a"><nope></nope></p>';
  const at = report(body);
  expect(places(refused(() => render(body, PADDING)))).toEqual([
    `report.hbs:1:${at.lastIndexOf('id="a"') + 1} markup-attribute`,
    `report.hbs:1:${at.indexOf('nope') + 1} markup-element`,
    `report.hbs:1:${at.indexOf('href') + 1} link-target-missing`,
  ]);
});
