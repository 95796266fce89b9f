// One HTML file out of a document: what it keeps, what it shuts out, and how its sheets and pages are made.
import { expect, test } from 'vitest';
import type { DocumentNode, ImageNode } from '../../../src/model/document.ts';
import { writeHtml } from '../../../src/write/html/index.ts';
import { doc, drawing, edges, el, generated, p, pageOf, style } from '../pdf/tree.ts';
import { elementsOf, first, lookOf, readHtml, styleSheet, textOf } from './read-html.ts';

const HOSTILE = `</style><script>alert(1)</script>"'&<!-- \u0000\r`;

test('text from anywhere is text', () => {
  const html = writeHtml(
    doc(
      [
        p(HOSTILE),
        el('p', {}, [generated([{ kind: 'text', text: HOSTILE }])]),
        el('p', {}, ['x'], { id: '"><script>', attributes: { title: HOSTILE, 'data-a': HOSTILE } }),
        drawing(10, 10, [], HOSTILE),
      ],
      { title: HOSTILE, subject: HOSTILE, author: HOSTILE, keywords: [HOSTILE], language: '"><script>' },
    ),
  );
  expect(elementsOf(readHtml(html)).filter(({ tag }) => tag === 'script')).toEqual([]);
  const shown = HOSTILE.replace('\u0000', '�');
  expect(textOf(first(html, 'title'))).toBe(shown);
  expect(textOf(first(html, 'main')).split(shown).length - 1).toBe(2);
  expect(elementsOf(readHtml(html)).find(({ attributes }) => attributes['data-a'] === shown)).toBeDefined();
});

test('running strings and font names cannot end a string, a rule or the style element', () => {
  const head = {
    style: style({ fontFamily: ['"}</style>'] }),
    content: [{ kind: 'string', name: 'head' }] as const,
  };
  const rule = pageOf(300, 400, 30, { 'top-left': head });
  const html = writeHtml(
    doc([el('p', { stringSet: ['head'] }, [HOSTILE])], { pages: { '': { first: rule, other: rule } } }),
  );
  expect(html.match(/<\/style>/g)).toHaveLength(1);
  expect(styleSheet(html)).toContain(
    '@top-left{content:"\\3c /style\\3e \\3c script\\3e alert(1)\\3c /script\\3e \\22 \\27 \\26 \\3c !-- �"',
  );
});

test('nothing is loaded and nothing runs', () => {
  const html = writeHtml(
    doc([el('p', {}, [el('a', {}, ['there'], { attributes: { href: 'https://example.com/a?b&c' } })])]),
  );
  expect(html).toContain(
    `content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:; font-src data:;`,
  );
  const loads = elementsOf(readHtml(html)).flatMap(({ attributes: { src, srcset, action } }) => [
    src,
    srcset,
    action,
  ]);
  expect(loads.filter((one) => one !== undefined)).toEqual([]);
  expect(html.match(/url\((?!data:)|@import|<script|<link| on[a-z]+=/g)).toBeNull();
  expect(first(html, 'a').attributes).toMatchObject({
    href: 'https://example.com/a?b&c',
    rel: 'noopener noreferrer',
  });
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  ' https://example.com',
  'file:///etc/passwd',
  '//example.com',
])('no link is made of %s', (href) => {
  const html = writeHtml(doc([el('a', {}, ['there'], { attributes: { href } })]));
  expect(first(html, 'a').attributes.href).toBeUndefined();
});

test('attributes that would run or load something are left out', () => {
  const attributes = {
    onclick: 'x()',
    style: 'x',
    src: 'x',
    srcdoc: 'x',
    'data-X': 'x',
    colspan: '2',
    scope: 'row',
  };
  const html = writeHtml(
    doc([el('table', {}, [el('tbody', {}, [el('tr', {}, [el('th', {}, ['x'], { attributes })])])])]),
  );
  expect(Object.keys(first(html, 'th').attributes)).toEqual(['class', 'colspan', 'scope']);
});

test('an element that is not known is one without meaning', () => {
  const html = writeHtml(doc([el('script', {}, ['alert(1)']), el('iframe', { display: 'inline' }, ['x'])]));
  expect(elementsOf(first(html, 'main')).map(({ tag }) => tag)).toEqual(['div', 'div', 'span']);
});

test('ids, links, language, headings and table headers stay', () => {
  const html = writeHtml(
    doc([
      el('h2', {}, ['Title'], { id: '100%' }),
      el('nav', {}, [el('a', {}, ['to it'], { attributes: { href: '#100%', lang: 'de' } })]),
    ]),
  );
  expect(first(html, 'html').attributes).toEqual({ lang: 'en-GB', dir: 'ltr' });
  expect(first(html, 'h2').attributes.id).toBe('100%');
  // Browsers decode a fragment before they look for it.
  expect(first(html, 'a').attributes).toMatchObject({ href: '#100%25', lang: 'de' });
  expect(first(html, 'nav').children).toHaveLength(1);
});

test('the body is gone through once', () => {
  const once = function* (): Generator<DocumentNode> {
    yield p('one');
    yield p('two');
  };
  const document = doc([]);
  const html = writeHtml({ ...document, body: { ...document.body, children: once() } });
  expect(textOf(first(html, 'main')).trim()).toBe('onetwo');
});

test('the same document gives the same text, and equal styles share a class', () => {
  const make = () => doc([p('a'), p('b'), el('p', { color: '#ff0000' }, ['c'])]);
  expect(writeHtml(make())).toBe(writeHtml(make()));
  const classes = elementsOf(first(writeHtml(make()), 'main'))
    .filter(({ tag }) => tag === 'p')
    .map(({ attributes }) => attributes.class);
  expect(classes[0]).toBe(classes[1]);
  expect(classes[2]).not.toBe(classes[0]);
});

test('only faces that are used are carried', () => {
  const plain = writeHtml(doc([p('plain')]));
  expect(styleSheet(plain).match(/@font-face\{[^}]{0,66}/g)).toEqual([
    '@font-face{font-family:"Plex";font-weight:400;font-style:normal;src:url(data:',
  ]);
  const bold = writeHtml(doc([p('plain', el('b', {}, ['bold']))]));
  expect(styleSheet(bold).match(/@font-face/g)).toHaveLength(2);
  const drawn = drawing(
    10,
    10,
    [
      {
        kind: 'text',
        x: 0,
        y: 0,
        text: '<5>',
        anchor: 'start',
        size: 8,
        weight: 700,
        fill: '#000000',
        fillRule: 'nonzero',
        stroke: null,
        strokeWidth: 1,
        lineCap: 'butt',
        lineJoin: 'miter',
        dashes: [],
        transform: null,
      },
    ],
    'five',
  );
  const html = writeHtml(doc([drawn]));
  expect(styleSheet(html).match(/@font-face[^;]*;font-weight:\d+/g)).toEqual([
    '@font-face{font-family:"Plex";font-weight:700',
  ]);
  expect(first(html, 'svg').attributes).toMatchObject({
    role: 'img',
    'aria-label': 'five',
    viewbox: '0 0 10 10',
  });
  expect(textOf(first(html, 'text'))).toBe('<5>');
});

test('pictures are inside, in the size they have or are given', () => {
  const image = (over: Parameters<typeof style>[0], alt: string): ImageNode => ({
    kind: 'image',
    style: style(over),
    width: 30,
    height: 20,
    alt,
    source: { name: 'logo.png', format: 'png', data: new Uint8Array([137, 80, 78, 71]) },
    at: null,
  });
  const html = writeHtml(doc([image({}, 'Logo'), image({ width: 60 }, '')]));
  const [own, given] = elementsOf(readHtml(html)).filter(({ tag }) => tag === 'img');
  expect(own?.attributes).toMatchObject({
    alt: 'Logo',
    src: 'data:image/png;base64,iVBORw==',
    style: 'width:30pt;height:20pt',
  });
  expect(given?.attributes).toMatchObject({ alt: '', style: 'aspect-ratio:30/20' });
});

test('page numbers in running text are left out with what leads to them', () => {
  const html = writeHtml(
    doc([
      el('a', {}, [
        'Chapter',
        generated([
          { kind: 'leader', fill: '.' },
          { kind: 'target-page', id: 'c', style: 'decimal' },
        ]),
      ]),
      el('p', {}, [generated([{ kind: 'text', text: '§ ' }], { color: '#ff0000' }), 'x']),
    ]),
  );
  expect(textOf(first(html, 'a'))).toBe('Chapter');
  expect(textOf(first(html, 'p'))).toBe('§ x');
  expect(lookOf(html, first(html, 'span'))).toContain('color:#ff0000');
});

test('generated text in a table is a cell, where no parser moves it', () => {
  const before = generated([{ kind: 'text', text: 'before' }]);
  const row = el('tr', {}, [before, el('td', {}, ['cell'])]);
  const html = writeHtml(doc([el('table', {}, [before, el('tbody', {}, [before, row])])]));
  const path = elementsOf(first(html, 'table')).map(({ tag }) => tag);
  expect(path).toEqual(['tbody', 'tr', 'td', 'span', 'tbody', 'tr', 'td', 'span', 'tr', 'td', 'span', 'td']);
});

test('a turn of direction is an attribute, so that browsers isolate it', () => {
  const html = writeHtml(
    doc([
      el('p', { direction: 'rtl' }, [
        el('span', { direction: 'rtl' }, []),
        el('a', { direction: 'ltr' }, []),
      ]),
    ]),
  );
  expect(first(html, 'p').attributes.dir).toBe('rtl');
  expect(first(html, 'span').attributes.dir).toBeUndefined();
  expect(first(html, 'a').attributes.dir).toBe('ltr');
});

test('columns keep their widths, and what is not displayed is not written', () => {
  const html = writeHtml(
    doc([
      el('table', {}, [
        el('colgroup', { display: 'none' }, [
          el('col', { display: 'none', width: { percent: 30 } }, [], { attributes: { span: '2' } }),
        ]),
      ]),
      el('p', { display: 'none' }, ['hidden']),
    ]),
  );
  expect(first(html, 'col').attributes).toEqual({ style: 'width:30%', span: '2' });
  expect(html).not.toContain('hidden');
});

test('a pre keeps its first line feed', () => {
  expect(writeHtml(doc([el('pre', { whiteSpace: 'pre', margin: edges(0) }, ['\nx'])]))).toMatch(
    /<pre[^>]*>\n\nx/,
  );
});
