// The helpers, each against results worked out by hand.
import { describe, expect, test } from 'vitest';
import { HELPERS } from '../../src/document/render/helpers/index.ts';
import { MARKS } from '../../src/document/render/helpers/marks.ts';
import { bodyFaults, documentOf, first, page, rendered } from './tiny.ts';

test.each([
  ["{{word 'result' 'supported'}}", 'Supported'],
  ["{{word 'page-of' page=3 pages=team.n}}", 'Page 3 of 9'],
  [
    "{{plural 1 'duty' 'duties'}} {{plural 0 'duty' 'duties'}} {{plural 2 'duty' 'duties'}}",
    'duty duties duties',
  ],
  [
    '{{percent 9 17}} {{percent 999 1000}} {{percent 1 1000}} {{percent 0 3}} {{percent 3 3}} {{percent 0 0}}',
    '53 % 99 % 1 % 0 % 100 % none',
  ],
  ['{{short-digest pack-id}}', 'abababababab'],
  ["{{concat 'a' 1 'b'}}", 'a1b'],
  ["{{anchor 'duty' 'ibm-code-engine/IOM-01-C1'}} {{anchor 'ä b'}}", 'duty-ibm-code-engine-IOM-01-C1 --b'],
  ["{{after 'a/b/c' '/'}} {{after 'abc' '/'}} {{after 'abc' ''}}", 'c abc abc'],
  [
    "{{direction 'a אב'}} {{direction '2026: אב c'}} {{direction 'عربي'}} {{direction '…'}}",
    'ltr rtl rtl ltr',
  ],
  ["{{day '2026-10-09'}} {{day '2024-01-31'}}", '9 October 2026 31 January 2024'],
  ["{{interval '2026-01-01/2026-10-09'}}", '1 January 2026 to 9 October 2026'],
  ["{{days-between '2026-10-02' '2026-10-09'}} {{days-between '2026-10-09' '2026-09-30'}}", '7 -9'],
  ["{{duration 'P92D'}} {{duration 'P1Y6M'}} {{duration 'P1D'}}", '92 days 1 year 6 months 1 day'],
  [
    "{{#if (eq 1 1)}}a{{/if}}{{#if (eq 1 '1')}}b{{/if}}{{#if (ne 1 2)}}c{{/if}}{{#if (eq absent null)}}d{{/if}}",
    'acd',
  ],
  [
    "{{#if (lt 2 10)}}a{{/if}}{{#if (lt '2' '10')}}b{{/if}}{{#if (gt '2026-10-09' '2026-09-30')}}c{{/if}}",
    'ac',
  ],
  [
    "{{or absent '' 'x'}} {{and 1 'y'}} {{#if (not items)}}a{{else}}b{{/if}} {{#if (and 1 absent)}}a{{else}}b{{/if}}",
    'x y b b',
  ],
  ['{{count items}} {{add 1 2 team.n}} {{items.length}}', '2 12 2'],
  [
    "{{#with (find items 'id' 'b')}}{{title}}{{/with}} {{#if (find items 'id' 'zz')}}a{{else}}none{{/if}}",
    'Second none',
  ],
  ["{{#each (where items 'result' 'supported')}}{{id}}{{/each}}", 'a/1'],
  ["{{join (pluck items 'id') ', '}} {{#if (has (pluck items 'n') 2)}}yes{{/if}}", 'a/1, b yes'],
])('%s gives %s', (body, expected) => {
  expect(rendered(body, { team: { name: 'Payments', n: 9 } })).toBe(expected);
});

test.each([
  ["{{word 'result' team.name}}", 'words-missing'],
  ["{{word 'page-of' page=1}}", 'words-missing'],
  ["{{day '2026-02-30'}}", 'value-invalid'],
  ["{{day '2026-03-01'}}", 'words-missing'],
  ['{{day absent}}', 'value-invalid'],
  ["{{duration '92'}}", 'value-invalid'],
  ['{{short-digest team.name}}', 'value-invalid'],
  ["{{lt 1 'a'}}", 'value-invalid'],
  ['{{count absent}}', 'value-invalid'],
  ["{{plural '1' 'a' 'b'}}", 'value-invalid'],
  ["{{#each (where items 'nope' 1)}}a{{/each}}", 'template-name-missing'],
  ["{{join items ', '}}", 'value-invalid'],
  ["{{mark 'nope'}}", 'word-unknown'],
  ['{{bar supported=team.name}}', 'value-invalid'],
  ["{{timeline '2026-07-01' 'soon'}}", 'value-invalid'],
  ["{{timeline '2026-07-01' '2026-09-30' '2026-02-30'}}", 'value-invalid'],
])('%s is refused where it stands', (body, code) => {
  const column = body.startsWith('{{#each') ? 9 : 1;
  expect(bodyFaults(body)).toEqual([`report.hbs:2:${column} ${code}`]);
});

describe('drawings', () => {
  test.each(Object.keys(MARKS))(
    'the mark %s is a drawing of the subset, apart from every other without colour',
    (name) => {
      const drawing = first(documentOf({ 'report.hbs': page(`<p>{{mark '${name}'}}</p>`) }), 'p').children[0];
      expect(drawing).toMatchObject({ kind: 'drawing', alt: '', viewBox: [0, 0, 16, 16], width: 8.5 });
      expect(drawing?.kind === 'drawing' && drawing.shapes.length).toBeGreaterThan(0);
    },
  );

  test('the marks of one scale never look alike', () => {
    const scales = [
      ['supported', 'partly-supported', 'unsupported', 'not-applicable', 'not-answered', 're-opened'],
      ['covered', 'partly-covered', 'not-covered'],
      ['implemented', 'partial', 'planned', 'alternative', 'not-implemented', 'not-applicable'],
      ['low', 'moderate', 'high', 'critical'],
    ];
    for (const scale of scales) expect(new Set(scale.map((name) => MARKS[name])).size).toBe(scale.length);
  });

  test('a bar has its parts in order, each as wide as its share', () => {
    const drawing = first(
      documentOf({ 'report.hbs': page("<p>{{bar b=1 a=3 none=0 label='3 & 1' width=100 height=10}}</p>") }),
      'p',
    ).children[0];
    expect(drawing).toMatchObject({
      alt: '3 & 1',
      width: 100,
      height: 10,
      shapes: [
        { kind: 'rect', x: 0, width: 25 },
        { kind: 'text', text: '1', x: 12.5 },
        { kind: 'rect', x: 25, width: 75 },
        { kind: 'text', text: '3', x: 62.5 },
      ],
    });
  });
});

test('a timeline puts days and intervals where they lie, and an arrow where they lie beyond', () => {
  const markup =
    "{{timeline '2026-07-01' '2026-07-10' '2026-07-06' '2026-07-03/2026-07-04' '2026-06-01' '2026-07-09/2026-12-31' absent label='July' width=100 height=10}}";
  const drawing = first(documentOf({ 'report.hbs': page(`<p>${markup}</p>`) }), 'p').children[0];
  expect(drawing).toMatchObject({
    alt: 'July',
    width: 100,
    shapes: [
      { kind: 'rect', x: 0, width: 100 },
      { kind: 'rect', x: 20, width: 20 },
      { kind: 'rect', x: 80, width: 20 },
      { kind: 'circle', cx: 55, cy: 5 },
      { kind: 'path' },
    ],
  });
});

test('helpers have names of their own, and none of them a block’s', () => {
  const names = HELPERS.map(({ name }) => name);
  expect(new Set([...names, 'if', 'unless', 'each', 'with']).size).toBe(names.length + 4);
});
