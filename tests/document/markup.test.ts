// The strict subset of HTML: what is outside it is refused, with places that point into the template.
import { describe, expect, test } from 'vitest';
import { bodyFaults, documentOf, elements, first, page, places, refused } from './tiny.ts';

describe('markup outside the subset', () => {
  test.each([
    ['an unknown element', '<p>a <marquee>b</marquee></p>', 'report.hbs:2:7 markup-element'],
    ['a script', '<script>alert(1)</script>', 'report.hbs:2:2 markup-element'],
    ['an inline style sheet', '<style>p {}</style>', 'report.hbs:2:2 markup-element'],
    ['an element in capitals', '<DIV></DIV>', 'report.hbs:2:2 markup-element'],
    ['a processing instruction', '<?php 1 ?>', 'report.hbs:2:2 markup-element'],
    ['an unknown attribute', '<p align="left">a</p>', 'report.hbs:2:4 markup-attribute'],
    ['a style attribute', '<p style="color: red">a</p>', 'report.hbs:2:4 markup-attribute'],
    ['a handler', '<p onclick="x()">a</p>', 'report.hbs:2:4 markup-attribute'],
    ['an attribute of another element', '<p href="#a">a</p>', 'report.hbs:2:4 markup-attribute'],
    ['an attribute given twice', '<p class="a" class="b">a</p>', 'report.hbs:2:14 markup-attribute'],
    ['a script’s address', '<p><a href="javascript:alert(1)">a</a></p>', 'report.hbs:2:7 markup-attribute'],
    [
      'a span of nothing',
      '<table><tbody><tr><td colspan="0">a</td></tr></tbody></table>',
      'report.hbs:2:23 markup-attribute',
    ],
    [
      'an impossible scope',
      '<table><tbody><tr><th scope="x">a</th></tr></tbody></table>',
      'report.hbs:2:23 markup-attribute',
    ],
    ['a direction nobody writes in', '<p dir="auto">a</p>', 'report.hbs:2:4 markup-attribute'],
    ['a role that means nothing', '<nav role="doc-cover"></nav>', 'report.hbs:2:6 markup-attribute'],
    ['the place of a seal on text', '<p data-seal="s">a</p>', 'report.hbs:2:4 markup-attribute'],
    ['a seal with a space in its name', '<div data-seal="a b"></div>', 'report.hbs:2:6 markup-attribute'],
    ['a list that begins at nothing', '<ol start="0"></ol>', 'report.hbs:2:5 markup-attribute'],
    ['an id given twice', '<p id="a">a</p>\n<p id="a">b</p>', 'report.hbs:3:4 markup-attribute'],
    [
      'a seal with two places',
      '<div data-seal="s"></div><section data-seal="s"></section>',
      'report.hbs:2:35 markup-attribute',
    ],
    [
      'rows below those of the foot',
      '<table><tfoot><tr><td>a</td></tr></tfoot><tbody><tr><td>b</td></tr></tbody></table>',
      'report.hbs:2:43 markup-structure',
    ],
    ['an element that is never closed', '<div><p>a</p>', 'report.hbs:3:3 markup-structure'],
    [
      'elements that cross',
      '<p><b>a</p></b>',
      ['report.hbs:2:10 markup-structure', 'report.hbs:2:14 markup-structure'],
    ],
    ['an end tag alone', '</em>', 'report.hbs:2:3 markup-structure'],
    ['an end tag of a void element', '<p>a<br></br></p>', 'report.hbs:2:11 markup-structure'],
    ['an element that closes itself', '<div/>', 'report.hbs:2:2 markup-structure'],
    ['a block in a paragraph', '<p><div>a</div></p>', 'report.hbs:2:5 markup-structure'],
    ['a block in an inline', '<div><span><p>a</p></span></div>', 'report.hbs:2:13 markup-structure'],
    ['a cell outside a row', '<div><td>a</td></div>', 'report.hbs:2:7 markup-structure'],
    ['a row straight in a table', '<table><tr><td>a</td></tr></table>', 'report.hbs:2:9 markup-structure'],
    ['text straight in a list', '<ul>\n  oops</ul>', 'report.hbs:3:3 markup-structure'],
    [
      'a link in a link',
      '<p><a href="#x"><a href="#x">a</a></a></p><p id="x">b</p>',
      'report.hbs:2:18 markup-structure',
    ],
    ['a link to nowhere', '<p><a href="#nope">a</a></p>', 'report.hbs:2:7 link-target-missing'],
    ['a link without an address', '<p><a>a</a></p>', 'report.hbs:2:5 markup-attribute'],
    [
      'a drawing without a size',
      '<p><svg viewBox="0 0 1 1" height="1"></svg></p>',
      'report.hbs:2:5 markup-attribute',
    ],
    [
      'a drawing of nothing',
      '<p><svg viewBox="0 0 0 1" width="1" height="1"></svg></p>',
      'report.hbs:2:9 markup-attribute',
    ],
    ['a shape outside a drawing', '<div><rect/></div>', 'report.hbs:2:7 markup-structure'],
  ])('refuses %s', (_, body, expected) => {
    expect(bodyFaults(body)).toEqual([expected].flat());
  });

  test('is told once, though a loop repeats it, and in the partial it stands in', () => {
    expect(
      bodyFaults('{{#each items as |item|}}{{> item item=item}}{{/each}}', {
        'partials/item.hbs': 'x\n  <blink>{{item.id}}</blink>',
      }),
    ).toEqual(['partials/item.hbs:2:4 markup-element']);
  });

  test('points behind values to the template’s own columns', () => {
    expect(bodyFaults('<p>{{team.name}} — {{team.name}}</p><nope></nope>')).toEqual([
      'report.hbs:2:38 markup-element',
    ]);
    expect(bodyFaults("<p title='{{team.name}}' nope>a</p>")).toEqual(['report.hbs:2:26 markup-attribute']);
  });

  test('points at the value when the value is at fault', () => {
    expect(bodyFaults('<p id="a b">x</p><p id="{{team.name}} x">y</p>')).toEqual([
      'report.hbs:2:4 markup-attribute',
      'report.hbs:2:21 markup-attribute',
    ]);
  });

  test('is not looked into, and ends with what is around it', () => {
    expect(bodyFaults('<div><nope><b>a</div><p><i>b</p>')).toEqual([
      'report.hbs:2:7 markup-element',
      'report.hbs:2:31 markup-structure',
    ]);
  });
});

test('elements nest 200 deep and no deeper, and a template cannot exhaust the stack', () => {
  const nested = (depth: number): string => '<div>'.repeat(depth) + '</div>'.repeat(depth);
  expect(elements(documentOf({ 'report.hbs': page(nested(198)) }).body)).toHaveLength(199);
  expect(bodyFaults(nested(20_000))).toEqual([`report.hbs:2:${198 * 5 + 2} markup-structure`]);
});

test('blocks nest 100 deep and no deeper, and a template cannot exhaust the stack', () => {
  const faults = (depth: number): readonly string[] =>
    places(
      refused(() =>
        documentOf({ 'report.hbs': page('{{#if team}}'.repeat(depth) + '{{/if}}'.repeat(depth)) }),
      ),
    );
  const column = page('').indexOf('</body>') + 100 * '{{#if team}}'.length + 1;
  expect(faults(101)).toEqual([`report.hbs:1:${column} template-syntax`]);
  const first = page('').indexOf('</body>') + 200 * '{{#if team}}'.length + 1;
  expect(faults(20_000)).toEqual([`report.hbs:1:${first} template-syntax`]);
});

test('head and body come once, in this order', () => {
  const faults = (text: string): readonly string[] =>
    places(refused(() => documentOf({ 'report.hbs': text })));
  const head = '<head><title>T</title></head>';
  expect(faults(`<html lang="en"><body></body>${head}</html>`)).toEqual(['report.hbs:1:31 markup-structure']);
  expect(faults(`<html lang="en">${head}<body></body><body><p>b</p></body></html>`)).toEqual([
    'report.hbs:1:60 markup-structure',
  ]);
});

describe('a document', () => {
  test('needs a language, a title and a body', () => {
    const faults = (text: string): readonly string[] =>
      places(refused(() => documentOf({ 'report.hbs': text })));
    expect(faults('<html><head></head><body></body></html>')).toEqual([
      'report.hbs:1:2 markup-attribute',
      'report.hbs:1:8 markup-structure',
    ]);
    expect(faults('<html lang="en"><head><title>T</title></head></html>')).toEqual([
      'report.hbs:1:2 markup-structure',
    ]);
    expect(faults('text')).toEqual(['report.hbs:1:1 markup-structure', 'report.hbs:1:1 markup-structure']);
    expect(faults('<p>a</p>')).toContain('report.hbs:1:2 markup-structure');
  });

  test('keeps white space, entities and comments apart as written', () => {
    const document = documentOf({ 'report.hbs': page('<p>a  b\n c&nbsp;&lt;&#x41;<!-- gone --> d</p>') });
    expect(
      first(document, 'p').children.map((child) => (child.kind === 'text' ? child.text : child.kind)),
    ).toEqual(['a  b\n c\u00a0<A', ' d']);
  });

  test('keeps attributes and ids, and where each node stands', () => {
    const document = documentOf({
      'report.hbs': page('\n <table id="t"><tbody><tr><td colspan="2" class="x">a</td></tr></tbody></table>'),
    });
    expect(first(document, 'table')).toMatchObject({
      id: 't',
      at: { template: 'report.hbs', line: 2, column: 3 },
    });
    expect(first(document, 'td').attributes).toEqual({ colspan: '2' });
    expect(elements(document.body).map(({ tag }) => tag)).toEqual(['body', 'table', 'tbody', 'tr', 'td']);
  });

  test('draws the same drawing once for each style, and knows where each stands', () => {
    const svg = (text: string): string =>
      `<svg viewBox="0 0 1 1" width="1" height="1"><rect width="1" height="1" fill="currentColor"/><text>${text}</text></svg>`;
    const document = documentOf({
      'report.hbs': page(`<p>${svg('a')}${svg('a')}${svg('b')}</p><h1>${svg('a')}</h1>`),
      'theme.css': 'h1 { color: #ff0000 }',
    });
    const drawings = [...first(document, 'p').children, ...first(document, 'h1').children].flatMap((node) =>
      node.kind === 'drawing' ? [node] : [],
    );
    const [one, two, other, red] = drawings;
    expect(two?.shapes).toBe(one?.shapes);
    expect(two?.at).not.toEqual(one?.at);
    expect(other?.shapes[1]).toMatchObject({ text: 'b' });
    expect([one, red].map((drawing) => drawing?.shapes[0]?.fill)).toEqual(['#000000', '#ff0000']);
  });

  test('draws the shapes of inline SVG with the colours of their classes', () => {
    const svg =
      '<svg viewBox="0 0 10 20" width="20px" height="2em" role="img" aria-label="A &amp; B"><g stroke="#abc" stroke-width="2" fill="none"><rect class="hot" x="1" y="2" width="3" height="4" rx="1" fill="currentColor"/><line x1="0" y1="0" x2="5" y2="5"/></g><text x="1" y="2" text-anchor="end" font-size="6" font-weight="600"> 7 </text></svg>';
    const document = documentOf({
      'report.hbs': page(`<p>${svg}</p>`),
      'theme.css': 'p { font-size: 8pt } .hot { color: #ff0000 }',
    });
    expect(first(document, 'p').children[0]).toMatchObject({
      kind: 'drawing',
      width: 15,
      height: 16,
      viewBox: [0, 0, 10, 20],
      alt: 'A & B',
      shapes: [
        {
          kind: 'rect',
          x: 1,
          y: 2,
          width: 3,
          height: 4,
          radius: 1,
          fill: '#ff0000',
          stroke: '#aabbcc',
          strokeWidth: 2,
          transform: null,
        },
        { kind: 'line', x1: 0, y1: 0, x2: 5, y2: 5, fill: null, stroke: '#aabbcc', strokeWidth: 2 },
        {
          kind: 'text',
          x: 1,
          y: 2,
          text: '7',
          anchor: 'end',
          size: 6,
          weight: 600,
          fill: '#000000',
          stroke: null,
          strokeWidth: 1,
        },
      ],
    });
  });
});
