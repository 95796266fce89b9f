// What only rendering shows: missing names, null, values that cannot be printed; and how the blocks behave.
import { describe, expect, test } from 'vitest';
import { loadTemplate, renderReport } from '../../src/document/index.ts';
import { bodyFaults, documentOf, page, refused, rendered, sample, tiny } from './tiny.ts';

describe('a name', () => {
  test.each([
    ['that is missing', '<p>{{nope}}</p>', 'report.hbs:2:6 template-name-missing'],
    ['missing deeper down', '<p>{{team.nam}}</p>', 'report.hbs:2:6 template-name-missing'],
    ['looked up in null', '<p>{{absent.x}}</p>', 'report.hbs:2:6 template-name-missing'],
    ['looked up in text', '<p>{{team.name.x}}</p>', 'report.hbs:2:6 template-name-missing'],
    ['missing in a condition', '<p>{{#if nope}}a{{/if}}</p>', 'report.hbs:2:10 template-name-missing'],
    ['missing in unless', '<p>{{#unless nope}}a{{/unless}}</p>', 'report.hbs:2:14 template-name-missing'],
    ['missing in each', '<p>{{#each nope}}a{{/each}}</p>', 'report.hbs:2:12 template-name-missing'],
    ['missing in with', '<p>{{#with nope}}a{{/with}}</p>', 'report.hbs:2:12 template-name-missing'],
    ['missing in a helper', '<p>{{concat "a" nope}}</p>', 'report.hbs:2:17 template-name-missing'],
    [
      'missing in a named value',
      '<p>{{mark "supported" label=nope}}</p>',
      'report.hbs:2:29 template-name-missing',
    ],
    [
      'of a block, misspelt',
      '{{#each items as |item|}}\n<p>{{item.titel}}</p>{{/each}}',
      'report.hbs:3:6 template-name-missing',
    ],
    ['inherited, not own', '<p>{{team.constructor}}</p>', 'report.hbs:2:6 template-name-missing'],
    ['that is a prototype', '<p>{{team.__proto__}}</p>', 'report.hbs:2:6 template-name-missing'],
    ['behind an @ outside its block', '<p>{{@index}}</p>', 'report.hbs:2:6 template-name-missing'],
    ['in a partial', '{{> item item=team}}', 'partials/item.hbs:1:23 template-name-missing'],
  ])('%s is an error at its place', (_, body, expected) => {
    expect(bodyFaults(body)).toEqual([expected]);
  });

  test('says what was meant', () => {
    const [diagnostic] = refused(() => documentOf({ 'report.hbs': page('{{team.nmae}}') }));
    expect(diagnostic).toMatchObject({ hint: 'Did you mean `name`?', place: { length: 'team.nmae'.length } });
  });
});

describe('a value that cannot be printed', () => {
  test('is an error, all of them at once', () => {
    expect(bodyFaults('<p>{{absent}} {{items}} {{team}}\n{{eq 1 1}}</p>')).toEqual([
      'report.hbs:2:4 value-invalid',
      'report.hbs:2:15 value-invalid',
      'report.hbs:2:25 value-invalid',
      'report.hbs:3:1 value-invalid',
    ]);
  });

  test('can pass for no markup of a helper', () => {
    expect(bodyFaults('{{team}}', {}, { team: { kind: 'markup', html: '<b>x</b>', name: 'n' } })).toEqual([
      'report.hbs:2:1 value-invalid',
    ]);
  });
});

describe('blocks', () => {
  test('take null for false, and else for it', () => {
    expect(
      rendered(
        '{{#if absent}}a{{else}}b{{/if}}{{#unless absent}}c{{/unless}}{{#with absent}}d{{else}}e{{/with}}',
      ),
    ).toBe('bce');
  });

  test('refuse each of null', () => {
    expect(bodyFaults('{{#each absent}}a{{/each}}')).toEqual(['report.hbs:2:9 value-invalid']);
  });

  test('run else for an empty list', () => {
    expect(rendered('{{#each items}}a{{else}}none{{/each}}', { items: [] })).toBe('none');
  });

  test('know index, key, first, last, block names and what is outside', () => {
    const body =
      '{{#each items as |item n|}}{{n}}{{@index}}{{#if @first}}F{{/if}}{{#if @last}}L{{/if}}{{item.id}}{{this.id}}{{../team.name}}{{@root.team.name}};{{/each}}';
    expect(rendered(body, { team: { name: 'T' } })).toBe('00Fa/1a/1TT;11LbbTT;');
    expect(rendered('{{#each team}}{{@key}}={{this}}{{/each}}')).toBe('name=Payments');
    expect(rendered('{{#with team as |t|}}{{t.name}}{{name}}{{/with}}')).toBe('PaymentsPayments');
    expect(rendered('{{#if absent}}a{{else if team}}b{{else}}c{{/if}}')).toBe('b');
  });

  test('a block’s name hides what it is named after only inside', () => {
    expect(rendered('{{#each items as |team|}}{{team.id}}{{this.n}}{{/each}}{{team.name}}')).toBe(
      'a/11b2Payments',
    );
  });

  test('partials take values, contexts and blocks', () => {
    const texts = {
      'partials/frame.hbs': '<div>{{label}}:{{> @partial-block}}</div>',
      'partials/name.hbs': '{{name}}',
      'report.hbs': page('{{> name team}}{{#> frame label="L"}}{{team.name}}{{/frame}}'),
    };
    expect(documentOf(texts).body.children).toHaveLength(2);
  });
});

test('a partial on a line of its own keeps the blanks before it, and its place', () => {
  const texts = { 'partials/a.hbs': '<p>x</p>\n', 'report.hbs': page('<div>\n  {{> a}}\n</div>') };
  const template = loadTemplate(tiny(texts), 'en');
  const { html, spotAt } = template.engine('report.hbs', sample());
  expect(html).toContain('<div>\n  <p>x</p>\n</div>');
  const at = html.indexOf('  <p>');
  expect([spotAt(at), spotAt(at + 2), spotAt(at + 11)].map(({ source }) => source.file)).toEqual([
    'report.hbs',
    'partials/a.hbs',
    'report.hbs',
  ]);
});

describe('limits', () => {
  test('output without an end is refused where it grows', () => {
    const loop = (depth: number): string =>
      depth === 0 ? 'x'.repeat(200_000) : `{{#each @root.items}}${loop(depth - 1)}{{/each}}`;
    const items = Array.from({ length: 20 }, (_, index) => index);
    const [diagnostic] = refused(() => documentOf({ 'report.hbs': page(loop(3)) }, { items }));
    expect(diagnostic).toMatchObject({
      code: 'template-limit',
      sentence: 'The template does not come to an end.',
    });
  });
});

describe('a loop inside a loop over the same list', () => {
  const body = `<p>${'{{#each @root.items}}'.repeat(60)}${'{{/each}}'.repeat(60)}</p>`;
  const render = (steps: number) =>
    renderReport(
      loadTemplate(tiny({ 'report.hbs': page(body) }), 'en', { steps, output: 1_000_000 }),
      sample(),
    );

  test('is ended when it has taken more steps than any report takes', () => {
    const [diagnostic] = refused(() => render(100_000));
    expect(diagnostic).toMatchObject({ code: 'template-limit', file: 'report.hbs', place: { line: 1 } });
  });
});

test.each([
  '{{#each items}}{{/each}}',
  '{{#if team}}{{else}}{{/if}}',
  '{{> empty}}',
  '{{#> frame}}{{/frame}}',
])('%s may be empty', (body) => {
  const texts = { 'partials/empty.hbs': '', 'partials/frame.hbs': '{{> @partial-block}}' };
  expect(documentOf({ ...texts, 'report.hbs': page(body) }).body.children).toEqual([]);
});

test('one template renders report after report, the same each time', () => {
  const template = loadTemplate(tiny(), 'en');
  const once = renderReport(template, sample());
  expect(() => renderReport(template, sample({ items: [{ id: 'a' }] }))).toThrow();
  expect(renderReport(template, sample())).toEqual(once);
  expect(once).toMatchObject({
    language: 'en',
    title: 'Payments',
    subject: 'A tiny report',
    keywords: ['one', 'two'],
    date: '2026-10-09',
    producer: 'Countersign 1.2.3',
  });
});
