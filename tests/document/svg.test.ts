// Drawings: what of SVG is drawn, inline and from files, and how the rest is refused with a place in the file it stands in.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadTemplate, renderReport } from '../../src/document/index.ts';
import { pathData } from '../../src/document/svg/path-data.ts';
import { readTransform } from '../../src/document/svg/transform.ts';
import type { DrawingNode } from '../../src/model/document.ts';
import { bodyFaults, documentOf, first, page, places, refused, sample, tiny } from './tiny.ts';

const drawing = (body: string): DrawingNode => {
  const [node] = first(
    documentOf({
      'report.hbs': page(`<p><svg viewBox="0 0 10 10" width="10" height="10">${body}</svg></p>`),
    }),
    'p',
  ).children;
  if (node?.kind !== 'drawing') throw new Error('No drawing.');
  return node;
};
const shape = (body: string): DrawingNode['shapes'][number] | undefined => drawing(body).shapes[0];

const fromFile = (text: string): DrawingNode => {
  const { id, files } = tiny({ 'report.hbs': page('<p><img src="a.svg" alt="A"></p>'), 'a.svg': text });
  const [node] = first(renderReport(loadTemplate({ id, files }, 'en'), sample()), 'p').children;
  if (node?.kind !== 'drawing') throw new Error('No drawing.');
  return node;
};
const svg = (inside: string, attributes = 'viewBox="0 0 10 10"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>\n${inside}\n</svg>`;

describe('a drawing', () => {
  test.each([
    ['<ellipse cx="5" cy="5" rx="4" ry="2"/>', 'M 1 5 A 4 2 0 0 1 9 5 A 4 2 0 0 1 1 5 Z'],
    ['<polygon points="1,2 3,4 5 6"/>', 'M 1 2 L 3 4 L 5 6 Z'],
    ['<polyline points="1 2 3-4"/>', 'M 1 2 L 3 -4'],
    ['<path d="m.5.5l1-1,2 2z"/>', 'm 0.5 0.5 l 1 -1 l 2 2 z'],
    ['<path d="M1 1a2 2 0 012 2H4V5"/>', 'M 1 1 a 2 2 0 0 1 2 2 H 4 V 5'],
    ['<path d="M0 0 1 1 2 2"/>', 'M 0 0 L 1 1 L 2 2'],
  ])('writes %s plainly as a path', (body, d) => {
    expect(shape(body)).toMatchObject({ kind: 'path', d });
  });

  test('hands paint on from groups to shapes', () => {
    expect(
      shape(
        '<g fill="none" stroke="#ABC" stroke-width="2" stroke-dasharray="3" stroke-linecap="round" stroke-linejoin="bevel" fill-rule="evenodd"><rect width="2" height="3" stroke="navy"/></g>',
      ),
    ).toMatchObject({
      fill: null,
      fillRule: 'evenodd',
      stroke: '#000080',
      strokeWidth: 2,
      lineCap: 'round',
      lineJoin: 'bevel',
      dashes: [3, 3],
    });
  });

  test('multiplies transforms from the outside in', () => {
    expect(
      shape(
        '<g transform="translate(10 20) scale(2)"><rect width="1" height="1" transform="rotate(90)"/></g>',
      ),
    ).toMatchObject({ transform: [0, 2, -2, 0, 10, 20] });
    expect(shape('<rect width="1" height="1"/>')).toMatchObject({ transform: null });
  });

  test.each([
    ['role="img" aria-label="Label"', '<title>Title</title>', 'Label'],
    ['role="img"', '<title> The\n title </title>', 'The title'],
    ['aria-hidden="true"', '<title>Title</title>', ''],
    ['', '<desc>More</desc>', ''],
  ])('with %s and %s is called %j', (attributes, inside, alt) => {
    const body = `<p><svg viewBox="0 0 1 1" width="1" height="1" ${attributes}>${inside}</svg></p>`;
    expect(first(documentOf({ 'report.hbs': page(body) }), 'p').children[0]).toMatchObject({ alt });
  });

  test.each([
    ['a script', '<script>x()</script>', 'markup-element'],
    ['a style sheet', '<style>a {}</style>', 'markup-element'],
    ['a foreign object', '<foreignObject></foreignObject>', 'markup-element'],
    ['a picture inside', '<image href="a.png"/>', 'markup-element'],
    ['a handler', '<rect onclick="x()"/>', 'markup-attribute'],
    ['half a path', '<path d="M 1 2 L 3"/>', 'markup-attribute'],
    ['a path that begins nowhere', '<path d="L 1 2"/>', 'markup-attribute'],
    ['a number out of bounds', '<path d="M 1e9 2"/>', 'markup-attribute'],
    ['a width that is negative', '<rect width="-1" height="2"/>', 'markup-attribute'],
    ['a point without its pair', '<polygon points="1 2 3"/>', 'markup-attribute'],
    ['a transform that is not known', '<g transform="skewX(10)"></g>', 'markup-attribute'],
    ['a colour from elsewhere', '<rect fill="url(#a)"/>', 'markup-attribute'],
    ['opacity', '<rect opacity="0.5"/>', 'markup-attribute'],
    ['an outline of text', '<g stroke="#000"><text>a</text></g>', 'markup-attribute'],
  ])('is refused with %s', (_, inside, code) => {
    expect(bodyFaults(`<p><svg viewBox="0 0 1 1" width="1" height="1">\n${inside}</svg></p>`)).toEqual([
      expect.stringMatching(new RegExp(`^report\\.hbs:3:\\d+ ${code}$`)),
    ]);
  });
});

describe('an SVG file', () => {
  test.each([
    ['viewBox="0 0 40 20"', 30, 15, [0, 0, 40, 20]],
    ['width="40" height="20"', 30, 15, [0, 0, 40, 20]],
    ['viewBox="1 2 40 20" width="20mm"', 56.693, 28.346, [1, 2, 40, 20]],
    ['viewBox="0,0,40,20" height="40px" version="1.1" id="x"', 60, 30, [0, 0, 40, 20]],
  ])('with %s has its own size', (attributes, width, height, viewBox) => {
    expect(fromFile(svg('<rect width="1" height="1"/>', attributes))).toMatchObject({
      width: expect.closeTo(width, 2),
      height: expect.closeTo(height, 2),
      viewBox,
    });
  });

  test('may be declared, commented and marked as UTF-8', () => {
    const text = `\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<!-- a -->\n${svg('<g id="a"><path id="b" d="M0 0L1 1"/></g><title>&#65;&amp;</title>')}`;
    expect(fromFile(text).shapes).toHaveLength(1);
  });

  test.each([
    ['a script', svg('<script>x()</script>'), 'a.svg:2:2 markup-element'],
    ['a script in a group', svg('<g>\n <script><rect/></script></g>'), 'a.svg:3:3 markup-element'],
    ['a style sheet', svg('<style>a { fill: red }</style>'), 'a.svg:2:2 markup-element'],
    ['a foreign object', svg('<foreignObject/>'), 'a.svg:2:2 markup-element'],
    ['a picture inside', svg('<image xlink:href="http://a/b.png"/>'), 'a.svg:2:2 markup-element'],
    ['a use of another', svg('<use href="b.svg#a"/>'), 'a.svg:2:2 markup-element'],
    ['an element of markup', svg('<p>a</p>'), 'a.svg:2:2 markup-element'],
    ['a handler', svg('<rect onload="x()"/>'), 'a.svg:2:7 markup-attribute'],
    ['a reference', svg('<rect xlink:href="http://a/"/>'), 'a.svg:2:7 markup-attribute'],
    ['a class', svg('<rect class="a"/>'), 'a.svg:2:7 markup-attribute'],
    ['a style', svg('<rect style="fill: red"/>'), 'a.svg:2:7 markup-attribute'],
    ['an attribute given twice', svg('<rect x="1" x="2"/>'), 'a.svg:2:13 markup-attribute'],
    ['an entity', svg('<text>&bomb;</text>'), 'a.svg:2:7 markup-structure'],
    ['an entity in the middle', svg('<text>a &bomb;</text>'), 'a.svg:2:9 markup-structure'],
    ['an entity in an attribute', svg('<rect id="a&bomb;"/>'), 'a.svg:2:12 markup-structure'],
    ['an element that is never closed', svg('<g>'), 'a.svg:3:3 markup-structure'],
    ['an end tag alone', svg('</g>'), 'a.svg:2:3 markup-structure'],
    ['text among shapes', svg('oops'), 'a.svg:2:1 markup-structure'],
    ['no size', svg('', ''), 'a.svg:1:2 markup-attribute'],
    ['another root', '<html></html>', 'a.svg:1:2 markup-structure'],
    ['two roots', `${svg('')}${svg('')}`, 'a.svg:3:8 markup-structure'],
    ['a root inside', svg('<svg viewBox="0 0 1 1"/>'), 'a.svg:2:2 markup-element'],
    ['CDATA', svg('<text><![CDATA[a]]></text>'), 'a.svg:2:16 markup-structure'],
    ['an outline of text', svg('<text stroke="#000">a</text>'), 'a.svg:2:7 markup-attribute'],
    ['another encoding', `<?xml version="1.0" encoding="latin1"?>${svg('')}`, 'a.svg:1:3 markup-structure'],
  ])('is refused with %s, in the file itself', (_, text, place) => {
    expect(places(refused(() => fromFile(text)))).toEqual([place]);
  });

  test('is refused when it declares entities', () => {
    const text = `<!DOCTYPE svg [<!ENTITY a "b">]>\n${svg('')}`;
    expect(places(refused(() => fromFile(text)))).toContain('a.svg:1:3 markup-structure');
  });

  test('is refused once, however often it is shown', () => {
    const body = '<p><img src="a.svg" alt=""><img src="a.svg" alt=""></p>';
    expect(bodyFaults(body, { 'a.svg': svg('<script/>') })).toEqual(['a.svg:2:2 markup-element']);
  });
});

const NUMBER = fc
  .double({ min: -1000, max: 1000, noNaN: true })
  .map((value) => Math.round(value * 1000) / 1000 || 0);

test('a path written tersely is read as one written at length', () => {
  const step = fc.oneof(
    fc.tuple(fc.constantFrom('L', 'l', 'T', 't'), fc.array(NUMBER, { minLength: 2, maxLength: 2 })),
    fc.tuple(fc.constantFrom('C', 'c'), fc.array(NUMBER, { minLength: 6, maxLength: 6 })),
    fc.tuple(fc.constantFrom('H', 'v'), fc.array(NUMBER, { minLength: 1, maxLength: 1 })),
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 1 }), (steps) => {
      const long = ['M 0 0', ...steps.map(([name, numbers]) => [name, ...numbers].join(' '))].join(' ');
      const terse = long
        .replace(/ (?=-)/g, '')
        .replace(/ ?([A-Za-z]) ?/g, '$1')
        .replace(/(^|[^\d])0\./g, '$1.');
      expect(pathData(long)).toBe(long);
      expect(pathData(terse)).toBe(long);
    }),
  );
});

test('whatever stands where a path or transform should, an answer comes', () => {
  const text = fc.string({ unit: fc.constantFrom(...'MLaz0123456789.-+e, ()rotaexslcn'), maxLength: 60 });
  fc.assert(
    fc.property(text, (data) => {
      const path = pathData(data);
      expect(path === null || pathData(path) === path).toBe(true);
      expect(readTransform(data)?.every(Number.isFinite) ?? true).toBe(true);
    }),
  );
});
