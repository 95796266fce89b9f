// Whose page it is: the provider that the names file names, a company that the page names beside its customer, or nobody.
import { describe, expect, it } from 'vitest';
import { importPage } from '../../../src/read/index.ts';
import { fileOf, fixture, namesFrom, told } from '../support.ts';
import { read } from './support.ts';

const names = namesFrom(fixture('lantern.names.yaml'));
const imported = (body: string, providerGiven = false) =>
  importPage(fileOf(`---\nlastupdated: "2026-03-31"\n---\n# Who does what\n\n${body}\n`, 'page.md'), {
    ...{ id: null, names, previous: null, providerGiven },
  });

describe('a company that nobody knows', () => {
  it.each([
    ['## Brightco is responsible for:', '## As a Brightco customer, you are responsible for:'],
    ['## Brightco is fully responsible for', '## You are responsible for:'],
    ['## What Brightco does', '## What you do'],
    ['### What Brightco is responsible for', '### What you are responsible for'],
    ['## Brightco’s responsibilities', '## Customer responsibilities'],
    ['## Brightco storm responsibilities', '## Customer storm responsibilities'],
    ['## Brightco’s part', '## Your part'],
    ['## Brightco handles', '## You handle'],
    ['## Managed by Brightco', '## Managed by the customer'],
    ['## Responsibilities of Brightco', '## Responsibilities of the client'],
    ['**Brightco is responsible for:**', '**Customer is responsible for:**'],
    ['Brightco is responsible for:', 'The customer is responsible for:'],
    ['<h3>What Brightco does</h3>', '<h3>What you do</h3>'],
    ['<strong>Brightco is responsible for:</strong>', '<p><strong>You are responsible for:</strong></p>'],
    ['- **Brightco responsibilities**', '- **Your responsibilities**'],
  ])('%s', (own, other) => {
    const indent = own.startsWith('-') ? '  ' : '';
    const list = (text: string): string => (indent === '' ? `\n\n- ${text}\n\n` : `\n  - ${text}\n`);
    expect(read(`# T\n\n${own}${list('Fill the lamps.')}${other}${list('Trim the wicks.')}`)).toMatchObject({
      provider: 'Brightco',
      resources:
        indent === '' && !own.startsWith('*') && !own.startsWith('B') && !own.startsWith('<s')
          ? ['-: Fill the lamps. | ', '-:  | Trim the wicks.']
          : ['-: Fill the lamps. | Trim the wicks.'],
    });
  });

  it('the terms of a list of definitions are labels and resources', () => {
    const page = '# T\n\nBrightco responsibilities\n: Fill them.\n\nYour responsibilities\n: Trim them.\n';
    expect(read(page)).toMatchObject({ provider: 'Brightco', resources: ['-: Fill them. | Trim them.'] });
    const html =
      '# T\n\n## Your role\n\n<dl>\n<dt>Glass</dt>\n<dd>Polish it.</dd>\n<dt>Oil</dt>\n<dd>Buy it.</dd>\n</dl>\n';
    expect(read(html).resources).toEqual(['Glass:  | Polish it.', 'Oil:  | Buy it.']);
  });

  it('is the provider only beside a customer, and never a word of the page', () => {
    const pages = [
      '## Brightco is responsible for:\n\n- Fill.\n',
      '## Security responsibilities\n\n- Fill.\n\n## Your responsibilities\n\n- Trim.\n',
      '## What Teams do\n\n- Fill.\n\n## Your responsibilities\n\n- Trim.\n',
    ];
    for (const page of pages) expect(read(`# T\n\n${page}`).provider).toBe('Nimbus');
  });
});

describe('a page that never speaks of the provider of the names file', () => {
  const alone = '## Your responsibilities\n\n- Trim the wicks.';

  it('is refused where it names nobody beside the customer', () => {
    const { value, diagnostics } = imported(alone);
    expect(value).toBeNull();
    expect(told(diagnostics)).toContain('page-provider-unknown');
    expect(imported(`${alone}\n\n## Operators\n\n- Sleep.`).value).toBeNull();
  });

  it('is that provider’s where it speaks of it anywhere, or where somebody chose the names for it', () => {
    for (const body of [`${alone}\n\nAsk Nimbus.`, `${alone}\n\n{{site.data.keyword.lantern_short}}`])
      expect(imported(body).value?.provider.name).toBe('Nimbus');
    expect(imported(alone, true).value?.provider.name).toBe('Nimbus');
  });

  it('has the provider that it calls so, and nobody else’s name', () => {
    const { value } = imported(
      '| Task | Provider | Customer |\n|---|---|---|\n| Glass | Make it. | Polish it. |',
    );
    expect(value?.provider).toEqual({ id: 'provider', name: 'Provider' });
    const { value: ours } = imported('## What we do\n\n- Fill.\n\n## What you do\n\n- Trim.');
    expect(ours?.provider.name).toBe('Provider');
    expect(ours?.areas[0]?.resources[0]).toMatchObject({ provider: [{ text: 'Fill.' }] });
  });
});

it('a heading that says more than whose it is needs one beside it for the other party', () => {
  const table = (text: string): string => `\n\n| Part | Examples |\n|---|---|\n| Oil | ${text} |\n\n`;
  const own = `## Nimbus storm and night responsibilities${table('Fill it.')}`;
  expect(read(`# T\n\n${own}## Customer’s storm responsibilities${table('Buy it.')}`)).toMatchObject({
    dialects: ['party-table', 'party-table'],
    resources: ['Oil: Fill it. | ', 'Oil:  | Buy it.'],
    homes: ['T', 'T'],
  });
  expect(read(`# T\n\n${own}## Other things${table('Buy it.')}`).resources).toEqual([]);
  expect(read(`# T\n\n${own}## User access responsibilities${table('Buy it.')}`).resources).toEqual([]);
});

it('tables under headings below those of the parties are areas', () => {
  const half = (name: string, text: string): string =>
    `## ${name} responsibilities\n\n### Storms\n\n| Part | What | Frequency |\n|---|---|---|\n| Oil | ${text} | Daily |\n\n`;
  expect(read(`# T\n\n${half('Nimbus', 'Fill it.')}${half('Your', 'Buy it.')}`)).toMatchObject({
    resources: ['[Storms] Oil: Fill it. | ', '[Storms] Oil:  | Buy it.'],
    leftOut: ['no-responsibilities 9: Daily', 'no-responsibilities 17: Daily'],
  });
});

it('a label right above a table says whose its rows are', () => {
  const table = '| Part | What |\n|---|---|\n| Oil | Keep it. |\n';
  expect(
    read(`# T\n## Lamps\n\n**Nimbus responsibilities**\n\n${table}\n**You**\n\n${table}`).resources,
  ).toEqual(['Oil: Keep it. | ', 'Oil:  | Keep it.']);
});
