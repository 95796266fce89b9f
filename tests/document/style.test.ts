// The cascade and computed values, against values worked out by hand from CSS's own rules.
import { describe, expect, test } from 'vitest';
import { ELEMENT_PROPERTIES } from '../../src/document/style/properties.ts';
import type { Style } from '../../src/model/document.ts';
import { documentOf, elements, first, page } from './tiny.ts';

const styleOf = (body: string, css: string, tag: string): Style =>
  first(documentOf({ 'report.hbs': page(body), 'theme.css': css }), tag).style;

describe('the cascade', () => {
  test.each([
    ['order', 'p { color: #111111 } p { color: #222222 }', '#222222'],
    ['class over type', '.a { color: #111111 } p { color: #222222 }', '#111111'],
    ['id over classes', '#i { color: #111111 } p.a.b { color: #222222 }', '#111111'],
    ['two classes over one', '.a.b { color: #111111 } .a { color: #222222 }', '#111111'],
    ['descendants add up', 'div p { color: #111111 } p { color: #222222 }', '#111111'],
    ['pseudo-class as class', 'p:first-child { color: #111111 } div p { color: #222222 }', '#111111'],
    ['a list, one by one', 'h1, p { color: #111111 } h1 { color: #222222 }', '#111111'],
    ['child, not grandchild', 'body > p { color: #111111 } div > p { color: #222222 }', '#222222'],
    ['descendants backtrack', '.x .y p { color: #111111 }', '#111111'],
    ['any element', '* { color: #111111 }', '#111111'],
    [
      'a variable, where it is',
      ':root { --c: #222222 } .x { --c: #111111 } p { color: var(--c) }',
      '#111111',
    ],
    ['a fallback', 'p { color: var(--no, var(--neither, #111111)) }', '#111111'],
    [
      'an attribute, there or of a value',
      '[lang] { color: #222222 } p[title="T"] { color: #111111 }',
      '#111111',
    ],
    ['an attribute as a class', 'div [title] { color: #111111 } div p { color: #222222 }', '#111111'],
    [
      'a place among siblings',
      'p:nth-child(2) { color: #222222 } p:nth-child(-n+1) { color: #111111 }',
      '#111111',
    ],
    ['a variable in a function', ':root { --r: 17 } p { color: rgb(var(--r) 17 17) }', '#111111'],
  ])('%s', (_, css, expected) => {
    expect(
      styleOf(
        '<section class="x"><section class="y"><div><p class="a b" id="i" title="T" lang="en">t</p></div></section></section>',
        css,
        'p',
      ).color,
    ).toBe(expected);
  });

  test('places among siblings count elements, not text', () => {
    const document = documentOf({
      'report.hbs': page('<ul>\n<li>1</li>\n<li>2</li>\n<li>3</li>\n</ul>'),
      'theme.css':
        'li:nth-child(odd) { color: #111111 } li:nth-child(even) { color: #222222 } li:last-child { color: #333333 }',
    });
    const colors = elements(document.body)
      .filter(({ tag }) => tag === 'li')
      .map(({ style }) => style.color);
    expect(colors).toEqual(['#111111', '#222222', '#333333']);
  });
});

describe('computed values', () => {
  const css = `
    html { font-size: 12pt; line-height: 1.5 }
    div { font-size: 150%; padding: 1em 2rem 3px; margin: 10% auto; width: 50%; border: 1pt solid; border-left: none }
    p { font-size: 0.5em; margin: 1in -2mm; letter-spacing: 0.1em; text-indent: 1cm; min-height: 2em }
    .fixed { line-height: 20pt }
    span { font-size: 24pt }`;
  const body = '<div><p>t</p></div><section class="fixed"><span>s</span></section>';

  test('are in points, by the element’s own size', () => {
    const style = styleOf(body, css, 'div');
    expect(style).toMatchObject({
      fontSize: 18,
      lineHeight: 27,
      width: { percent: 50 },
      padding: { top: 18, right: 24, bottom: 2.25, left: 24 },
      margin: { top: { percent: 10 }, right: 'auto', left: 'auto' },
    });
    expect(style.border.top).toEqual({ width: 1, style: 'solid', color: '#000000' });
    expect(style.border.left).toEqual({ width: 0, style: 'none', color: '#000000' });
  });

  test('inherit what CSS inherits', () => {
    const style = styleOf(body, css, 'p');
    expect(style).toMatchObject({
      fontSize: 9,
      lineHeight: 13.5,
      margin: { top: 72 },
      minHeight: 18,
      backgroundColor: null,
      padding: { top: 0 },
    });
    expect(style.margin.left).toBeCloseTo(-5.669, 3);
    expect(style.textIndent).toBeCloseTo(28.346, 3);
    expect(style.letterSpacing).toBeCloseTo(0.9);
    expect(styleOf(body, css, 'span')).toMatchObject({ fontSize: 24, lineHeight: 20 });
  });

  test('a border takes the text’s colour when it has none', () => {
    expect(
      styleOf(
        '<p>t</p>',
        'p { color: navy; border-bottom: 2px dashed; background-color: currentcolor }',
        'p',
      ),
    ).toMatchObject({
      border: { bottom: { width: 1.5, style: 'dashed', color: '#000080' } },
      backgroundColor: '#000080',
    });
  });

  // Each keyword of the table must come out of the cascade as itself: a value that is accepted and then lost would be a lie.
  const camel = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const ZERO: Readonly<Record<string, unknown>> = {
    'letter-spacing:normal': 0,
    'word-spacing:normal': 0,
    'max-width:none': 'auto',
    'grid-template-columns:none': [],
    'column-gap:normal': 0,
    'row-gap:normal': 0,
    'grid-column:auto': 1,
    'bookmark-level:none': 0,
    'font-weight:normal': 400,
    'font-weight:bold': 700,
    'background-color:transparent': null,
  };
  const RENAMED: Readonly<Record<string, string>> = {
    'grid-template-columns': 'gridColumns',
    'grid-column': 'gridSpan',
  };
  const keywords = ELEMENT_PROPERTIES.filter(
    ({ sets, name }) =>
      sets.length === 0 &&
      !/^(margin|padding)-|^border-.*-|^(content|string-set|line-height|counter-reset|counter-increment)$/.test(
        name,
      ),
  ).flatMap(({ name, values }) =>
    values.filter((value) => !value.startsWith('<')).map((value) => [name, value] as const),
  );
  test.each(keywords)('%s: %s', (name, value) => {
    const style: Readonly<Record<string, unknown>> = styleOf(
      '<div><i>t</i></div>',
      `i { ${name}: ${value} }`,
      'i',
    );
    const key = `${name}:${value}`;
    expect(style[RENAMED[name] ?? camel(name)]).toEqual(Object.hasOwn(ZERO, key) ? ZERO[key] : value);
  });
});

describe('keywords of every property', () => {
  const css = `
    div { color: #111111; text-align: end; width: 40%; margin: 1pt 2pt 3pt 4pt; border-top: 2pt dashed #222222; break-inside: avoid; font-size: 20pt; border-radius: 3pt }
    p { color: initial; text-align: inherit; width: inherit; margin: 9pt; margin-left: inherit; border: 1pt solid; border-top: inherit; break-inside: inherit; border-radius: inherit; font-size: initial }
    span { margin: inherit; font-weight: 900; break-inside: initial }`;
  const body = '<div><p>t <span>s</span></p></div>';

  test('inherit is the parent’s value, whatever the property', () => {
    const style = styleOf(body, css, 'p');
    expect(style).toMatchObject({
      textAlign: 'end',
      width: { percent: 40 },
      margin: { top: 9, right: 9, bottom: 9, left: 4 },
      border: { top: { width: 2, style: 'dashed', color: '#222222' }, left: { width: 1, style: 'solid' } },
      breakInside: 'avoid',
      borderRadius: 3,
    });
    expect(styleOf(body, css, 'span').margin).toEqual({ top: 9, right: 9, bottom: 9, left: 4 });
  });

  test('initial is what the table says', () => {
    expect(styleOf(body, css, 'p')).toMatchObject({ color: '#000000', fontSize: 10 });
    expect(styleOf(body, css, 'span')).toMatchObject({ breakInside: 'auto', fontWeight: 900 });
    const all = ELEMENT_PROPERTIES.map(({ name }) => name).filter((name) => name !== 'content');
    const plain = styleOf('<p><i>t</i></p>', 'i { font-style: normal }', 'i');
    const initial = all.map((name) => `${name}: initial`).join('; ');
    expect(styleOf('<p><i>t</i></p>', `i { ${initial} }`, 'i')).toEqual({ ...plain, lineHeight: 12 });
  });
});

describe('grids and directions', () => {
  test('tracks are sizes, shares and content, repeated as often as said', () => {
    const style = styleOf(
      '<div><p>t</p></div>',
      'div { display: grid; grid-template-columns: 2em repeat(2, 1.5fr 10%) auto; gap: 3pt 4pt; max-width: 50% } p { grid-column: 1 / -1; gap: 1em; max-width: 3in }',
      'div',
    );
    const share = { kind: 'fraction', fraction: 1.5 };
    const tenth = { kind: 'size', size: { percent: 10 } };
    expect(style).toMatchObject({
      display: 'grid',
      gridColumns: [{ kind: 'size', size: 20 }, share, tenth, share, tenth, { kind: 'auto' }],
      rowGap: 3,
      columnGap: 4,
      gridSpan: 1,
      maxWidth: { percent: 50 },
    });
    expect(
      styleOf('<p>t</p>', 'p { grid-column: span 3; gap: 1em; max-width: 3in; border-radius: 1mm }', 'p'),
    ).toMatchObject({ gridSpan: 3, rowGap: 10, columnGap: 10, maxWidth: 216 });
    expect(styleOf('<p>t</p>', 'p { grid-column: 1 / -1 }', 'p').gridSpan).toBe(0);
  });

  test('dir turns an element and all in it', () => {
    const document = documentOf({
      'report.hbs':
        '<html lang="ar" dir="rtl"><head><title>T</title></head><body><p>t<b dir="ltr">u</b></p></body></html>',
      'theme.css': 'b { text-align: "."; word-spacing: 0.5em; list-style-type: upper-roman }',
    });
    expect(first(document, 'p').style).toMatchObject({ direction: 'rtl', textAlign: 'start' });
    expect(first(document, 'b').style).toMatchObject({
      direction: 'ltr',
      textAlign: 'decimal',
      wordSpacing: 5,
      listStyleType: 'upper-roman',
    });
  });
});

describe('generated content', () => {
  test('stands before and after, with targets and attributes of its element', () => {
    const css =
      'a::before { content: "→ " attr(title) } a::after { content: leader(".") target-counter(attr(href), page); color: #111111 } p::after { content: none }';
    const document = documentOf({
      'report.hbs': page('<p id="x"><a href="#x" title="T">t</a></p>'),
      'theme.css': css,
    });
    const [before, text, after] = first(document, 'a').children;
    expect(before).toMatchObject({
      kind: 'generated',
      content: [
        { kind: 'text', text: '→ ' },
        { kind: 'text', text: 'T' },
      ],
    });
    expect(text).toMatchObject({ kind: 'text', text: 't' });
    expect(after).toMatchObject({
      kind: 'generated',
      style: { color: '#111111' },
      content: [
        { kind: 'leader', fill: '.' },
        { kind: 'target-page', id: 'x', style: 'decimal' },
      ],
    });
    expect(first(document, 'p').children).toHaveLength(1);
  });

  test('sets strings, bookmarks and page names', () => {
    const style = styleOf(
      '<h2>t</h2>',
      'h2 { string-set: chapter content(), other content(); bookmark-level: 3; page: wide } @page wide { size: A4 landscape }',
      'h2',
    );
    expect(style).toMatchObject({ stringSet: ['chapter', 'other'], bookmarkLevel: 3, page: 'wide' });
  });
});

describe('pages', () => {
  const css = `
    html { font-size: 8pt; font-family: "Plex", serif }
    @page { size: letter; margin: 1in 2em; @top-left { content: string(chapter); color: #111111 } @bottom-right { content: counter(page) "/" counter(pages) } }
    @page :first { @top-left { content: none } }
    @page wide { size: A4 landscape; @top-left { font-size: 6pt } }
    @page wide:first { margin-top: 0 }`;
  const { pages } = documentOf({ 'report.hbs': page('<p>t</p>'), 'theme.css': css });

  test('take over what the nameless rule says', () => {
    expect(Object.keys(pages)).toEqual(['', 'wide']);
    expect(pages['']?.other).toMatchObject({
      width: 612,
      height: 792,
      margin: { top: 72, right: 16, bottom: 72, left: 16 },
    });
    expect(pages[''] && Object.keys(pages[''].first.boxes)).toEqual(['bottom-right']);
    expect(pages.wide?.other.width).toBeCloseTo(841.89, 2);
    expect(pages.wide?.first.margin).toEqual({ top: 0, right: 16, bottom: 72, left: 16 });
  });

  test('draw their boxes in the root’s style', () => {
    expect(pages['']?.other.boxes['top-left']).toMatchObject({
      style: { fontSize: 8, color: '#111111', fontFamily: ['Plex', 'serif'] },
      content: [{ kind: 'string', name: 'chapter' }],
    });
    expect(pages.wide?.other.boxes['top-left']).toMatchObject({ style: { fontSize: 6, color: '#111111' } });
  });
});
