// The subset of CSS: what is outside it is refused with file, line and column.
import { describe, expect, test } from 'vitest';
import { loadTemplate } from '../../src/document/index.ts';
import { bodyFaults, documentOf, page, places, refused, tiny } from './tiny.ts';

const faults = (css: string): readonly string[] =>
  places(refused(() => loadTemplate(tiny({ 'theme.css': css }), 'en')));

describe('the theme', () => {
  test.each([
    ['an unknown property', 'p {\n  colour: red }', 'theme.css:2:3 css-property'],
    ['a property of pages on elements', 'p { size: A4 }', 'theme.css:1:5 css-property'],
    ['content on an element', 'p { content: "a" }', 'theme.css:1:5 css-property'],
    ['important', 'p { color: red !important }', 'theme.css:1:5 css-property'],
    ['a font shorthand', 'p { font: 10pt serif }', 'theme.css:1:5 css-property'],
    ['a keyword out of the table', 'p { display: flex }', 'theme.css:1:14 css-value'],
    ['a unit out of the table', 'p { margin: 1pt 2vw }', 'theme.css:1:17 css-value'],
    ['a number without unit', 'p { text-indent: 3 }', 'theme.css:1:18 css-value'],
    ['a negative padding', 'p { padding: -1pt }', 'theme.css:1:14 css-value'],
    ['five margins', 'p { margin: 1pt 1pt 1pt 1pt 1pt }', 'theme.css:1:29 css-value'],
    ['a colour nobody knows', 'p { color: bluish }', 'theme.css:1:12 css-value'],
    ['a colour with alpha', 'p { color: #11223344 }', 'theme.css:1:12 css-value'],
    ['two border styles', 'p { border: 1pt solid dashed }', 'theme.css:1:23 css-value'],
    ['a counter that nothing counts', 'p::before { content: counter(section) }', 'theme.css:1:22 css-value'],
    [
      'a counter of the text in a margin box',
      'p { counter-increment: a } @page { @top-left { content: counter(a) } }',
      'theme.css:1:57 css-value',
    ],
    [
      'a way to count nobody knows',
      'p::before { content: counter(page, greek) }',
      'theme.css:1:22 css-value',
    ],
    ['a page number that a template counts', 'p { counter-reset: page }', 'theme.css:1:20 css-value'],
    ['a track of nothing', 'p { grid-template-columns: 1fr 0fr }', 'theme.css:1:32 css-value'],
    [
      'a repeated repeat',
      'p { grid-template-columns: repeat(2, repeat(2, 1fr)) }',
      'theme.css:1:28 css-value',
    ],
    ['a place in a grid', 'p { grid-column: 2 / 3 }', 'theme.css:1:20 css-value'],
    ['a break to a left page', 'p { break-before: left }', 'theme.css:1:19 css-value'],
    ['an alignment at a comma', 'p { text-align: "," }', 'theme.css:1:17 css-value'],
    ['two radii', 'p { border-radius: 1pt 2pt }', 'theme.css:1:24 css-value'],
    ['inherit beside another value', 'p { margin: inherit 1pt }', 'theme.css:1:13 css-value'],
    ['inherit on a page', '@page { margin: inherit }', 'theme.css:1:17 css-value'],
    ['a calculation', 'p { width: calc(1pt + 2pt) }', 'theme.css:1:12 css-value'],
    ['a string-set of text', 'p { string-set: a "b" }', 'theme.css:1:19 css-value'],
    ['an unknown element', 'p, blink { color: red }', 'theme.css:1:4 css-selector'],
    ['a sibling', 'p + p { color: red }', 'theme.css:1:3 css-selector'],
    ['an attribute that no element has', 'p[align] { color: red }', 'theme.css:1:2 css-selector'],
    ['a comparison of attributes', 'p[lang|="en"] { color: red }', 'theme.css:1:2 css-selector'],
    ['an unknown pseudo-class', 'p:hover { color: red }', 'theme.css:1:2 css-selector'],
    ['an nth-child of a selector', 'p:nth-child(2 of .a) { color: red }', 'theme.css:1:2 css-selector'],
    ['an nth-last-child', 'p:nth-last-child(2) { color: red }', 'theme.css:1:2 css-selector'],
    ['an unknown pseudo-element', 'p::marker { color: red }', 'theme.css:1:2 css-selector'],
    ['an unknown margin box', '@page { @left-center { content: "a" } }', 'theme.css:1:9 css-selector'],
    ['an unknown page selector', '@page :left { margin: 1cm }', 'theme.css:1:7 css-selector'],
    ['a media query', '@media print { p { color: red } }', 'theme.css:1:1 css-syntax'],
    ['an import', '@import "x.css";', 'theme.css:1:1 css-syntax'],
    [
      'a font without a file',
      '@font-face {\n font-family: "A"; src: url("a.ttf") }',
      'theme.css:2:25 font-missing',
    ],
    ['a font without a source', '\n@font-face { font-family: "A" }', 'theme.css:2:1 css-value'],
    ['a variable without a value', 'p { color: var(--nope) }', 'theme.css:1:12 css-value'],
    ['a variable of the wrong kind', ':root { --a: 3pt } p { color: var(--a) }', 'theme.css:1:31 css-value'],
    [
      'variables that need each other',
      ':root { --a: var(--b); --b: var(--a) } p { color: var(--a) }',
      'theme.css:1:51 css-value',
    ],
    ['a page that no rule names', 'p { page: wide }', 'theme.css:1:11 css-value'],
  ])('refuses %s', (_, css, expected) => {
    expect(faults(css)).toEqual([expected]);
  });

  test.each([
    ['a missing colon', 'p { color red; }', 'theme.css:1:11 css-syntax'],
    ['a stray brace', 'p { color: red } }', 'theme.css:1:18 css-syntax'],
  ])('places the syntax error of %s', (_, css, expected) => {
    expect(faults(css)[0]).toBe(expected);
  });

  test('tells every fault, each selector of a list once', () => {
    expect(faults('a, b { colour: red; margin: x }\n@page { marign: 1pt }')).toEqual([
      'theme.css:1:8 css-property',
      'theme.css:1:29 css-value',
      'theme.css:2:9 css-property',
    ]);
  });

  test('says what was meant and what there is', () => {
    const [property, value] = refused(() =>
      loadTemplate(tiny({ 'theme.css': 'p { colour: red; text-align: middle }' }), 'en'),
    );
    expect(property?.hint).toBe('Did you mean `color`?');
    expect(value?.hint).toBe('It is `start`, `end`, `left`, `right`, `center`, `justify`, `<point>`.');
  });

  test('refuses attributes in margin boxes', () => {
    expect(faults('@page { @top-left { content: attr(href) } }')).toEqual(['theme.css:1:30 css-value']);
  });
});

test('what only an element shows is told at the declaration', () => {
  const css = '.a { --x: 3pt } p { color: var(--x) } :root { --x: red }';
  expect(bodyFaults('<div class="a"><p>a</p></div>', { 'theme.css': css })).toEqual([
    'theme.css:1:28 css-value',
  ]);
  expect(documentOf({ 'report.hbs': page('<p>a</p>'), 'theme.css': css }).body.children).toHaveLength(1);
});
