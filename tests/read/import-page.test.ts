// A page of the three-column dialect becomes a model, and what does not fit is told with its line.
import { describe, expect, it } from 'vitest';
import { writeModelYaml } from '../../src/edit/model-yaml.ts';
import type { Area, Model } from '../../src/model/model.ts';
import { importPage, readModel } from '../../src/read/index.ts';
import { fileOf, fixture, namesFrom, told } from './support.ts';

const names = namesFrom(fixture('lantern.names.yaml'));
const options = { id: null, names, previous: null };
const page = new TextDecoder().decode(fixture('lantern.md').bytes);
const imported = (text: string): Model => {
  const { value, diagnostics } = importPage(fileOf(text, 'lantern.md'), options);
  if (value === null) throw new Error(told(diagnostics).join());
  return value;
};
const shape = ({ code, resources }: Area) => [
  code,
  ...resources.map(
    (one) =>
      `${one.code} ${one.title} ${one.allocation} ${one.provider.length}/${one.customer.length} ${one.line}`,
  ),
];
const texts = (model: Model) =>
  model.areas.flatMap(({ resources }) =>
    resources.flatMap((one) => [...one.provider, ...one.customer].map(({ id, text }) => `${id} ${text}`)),
  );

describe('the fixture page', () => {
  const { value: model, diagnostics, report } = importPage(fixture('lantern.md'), options);

  it('says what it is', () => {
    expect(model).toMatchObject({
      id: 'nimbus-lantern',
      title: 'Nimbus Lantern',
      provider: { id: 'nimbus', name: 'Nimbus' },
      revision: '2026-03-31',
      text: 'verbatim',
      retired: [],
    });
    // sha256sum of the file, by another program
    expect(model?.source).toEqual({
      title: 'Who does what in Lantern',
      file: 'lantern.md',
      sha256: 'sha256:ee294dd711bf7bb7c5535a75a062207d2a5691ad8adaad11ed9360ea75529119',
    });
  });

  it('has areas, resources and duties with codes and lines; columns are told by their headers', () => {
    expect(model?.areas.map(shape)).toEqual([
      ['OCL', 'OCL-01 Lantern lamps shared 2/1 30', 'OCL-02 Glass customer 0/1 31'],
      ['OPC', 'OPC-01 Paint provider 1/0 40', 'OPC-02 Colour shared 2/2 41'],
    ]);
    expect(model?.areas.map(({ anchor, line, allocation }) => [anchor, line, allocation])).toEqual([
      ['lamp-care', 22, 'shared'],
      ['op-colours', 35, 'shared'],
    ]);
  });

  it('has readable texts', () => {
    expect(model && texts(model)).toEqual([
      'OCL-01-P1 Fill the lamps with oil.',
      'OCL-01-P2 Trim each wick, daily.',
      'OCL-01-C1 Switch on what you need, see the guide.',
      'OCL-02-C1 Polish the glass until it shines.',
      'OPC-01-P1 Paints the tower, as PAINT_LOG shows.',
      'OPC-02-P1 Mix the colour.',
      'OPC-02-P2 Deliver it to unknown_thing.',
      'OPC-02-C1 Choose a colour.',
      'OPC-02-C2 Tell the HBR.',
    ]);
  });

  it('gives each party its part of an introduction', () => {
    expect(model?.areas[0]?.scope).toMatchObject({
      line: 25,
      shared: 'You and Nimbus share responsibilities for the lamps.',
      customer: 'You are responsible for what you light.',
      other: 'For ships, ask Nimbus Harbour.',
    });
    expect(model?.areas[1]?.scope).toBeUndefined();
  });

  it('draws delegations from notes, introductions, keys and abbreviations', () => {
    const drawn = [
      model,
      ...(model?.areas ?? []),
      ...(model?.areas ?? []).flatMap(({ resources }) => resources),
    ].flatMap((one) => (one?.delegates ?? []).map(({ to, line, note }) => `${to} ${line} ${note}`));
    expect(drawn).toEqual([
      'nimbus-harbour 19 Named in the text before the areas.',
      'nimbus-harbour 25 Named in the introduction of the area.',
      'nimbus-harbour 41 Named in OPC-02-C2.',
    ]);
  });

  it('leaves nothing out in silence', () => {
    expect(told(diagnostics)).toEqual([
      'page-name-unknown 41:1',
      'page-party-unclear 42:1',
      'page-row-skipped 43:1',
    ]);
    expect(report?.leftOut.map(({ line, reason }) => `${reason} ${line}`)).toEqual([
      'says-nothing 31',
      'says-nothing 40',
      'malformed 42',
      'no-resource 43',
      'no-responsibilities 50',
    ]);
    expect(diagnostics.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('is written as YAML that reads back the same', () => {
    const reading = readModel(fileOf(writeModelYaml(imported(page))));
    expect(reading.diagnostics).toEqual([]);
    expect(reading.value).toEqual(model);
  });
});

describe('how a page is written', () => {
  const table = (header: string, ...rows: string[]): string =>
    `---\nlastupdated: "2026-03-31"\n---\n# {{site.data.keyword.lantern_short}}\n## Lamp care\n{: #lamps}\n\n${header}\n|---|---|---|\n${rows.join('\n')}\n`;
  const HEADER = '| Task | Nimbus responsibilities | Your responsibilities |';
  const duties = (...rows: string[]) => texts(imported(table(HEADER, ...rows)));

  it.each([
    ['- a \\n - b', 'c', ['a', 'b', 'c']],
    ['* a \\n * b', '', ['a', 'b']],
    ['- a \\n- b\\n- c', '', ['a', 'b', 'c']],
    ['a \\n - b', '', ['a', 'b']],
    ['- a \\n *b', '', ['a', 'b']],
    ['**a** b', '', ['a b']],
    ['one \\n  \\n two', '', ['one two']],
    ['<ul><li>a</li><li>b</li></li></ul>', '', ['a', 'b']],
    ['a<br>b', '', ['a b']],
    ['a \\| b', '', ['a | b']],
    ['None.', '(None)', []],
    ['N/A', '- None.', []],
    ['Not applicable', '', []],
  ])('cells %s and %s', (provider, customer, expected) => {
    const found = texts(imported(table(HEADER, '| X | kept | kept |', `| Y | ${provider} | ${customer} |`)));
    expect(found.slice(2).map((one) => one.replace(/^\S+ /, ''))).toEqual(expected);
  });

  it('does without outer pipes, spaces and a last cell', () => {
    expect(duties('|X|a|b', 'Y | c | d', '| Z | e')).toEqual([
      'LC-01-P1 a',
      'LC-01-C1 b',
      'LC-02-P1 c',
      'LC-02-C1 d',
      'LC-03-P1 e',
    ]);
  });

  it.each([
    ['| Your role | Feature | Nimbus role |', 'C1 x', 'P1 z', 'y'],
    ['| Feature | What you can do | How Nimbus helps |', 'C1 y', 'P1 z', 'x'],
    ['| Provider | Customer | |', 'C1 y', 'P1 x', 'z'],
  ])('takes parties from the header %s', (header, customer, provider, title) => {
    const model = imported(table(header, '| x | y | z |'));
    expect(texts(model)).toEqual([`LC-01-${provider}`, `LC-01-${customer}`]);
    expect(model.areas[0]?.resources[0]?.title).toBe(title);
  });

  it.each([
    ['both parties in one header', '| Task | Nimbus and you | Your responsibilities |'],
    ['a header that is longer than delimiter and rows', '| Task | Nimbus | You | Others |'],
    ['a header of two texts and a party', '| Your task | Nimbus tasks | Your tasks |'],
  ])('refuses and names rows under %s', (_, header) => {
    const { value, diagnostics } = importPage(fileOf(table(header, '| x | y | z |')), options);
    expect(value).toBeNull();
    expect(told(diagnostics)).toEqual(['page-no-duties', 'page-party-unclear 10:1']);
    expect(diagnostics[1]?.sentence).toContain('`x | y | z`');
  });

  it('tells areas with the same initials apart', () => {
    const area = (title: string) => `## ${title}\n\n${HEADER}\n|---|---|---|\n| X | a | b |\n\n`;
    const text = `---\nlastupdated: "2026-03-31"\n---\n# T\n${['Identity and access', 'In aid', 'The ink of apes', 'Änderung', '2nd line', 'A b c d e f g h i'].map(area).join('')}`;
    expect(imported(text).areas.map(({ code }) => code)).toEqual(['IA', 'A', 'IA2', 'A2', 'L', 'BCDEFG']);
  });

  it.each([
    ['You and Nimbus share responsibilities for lamps.', 'shared'],
    ['Nimbus is responsible for lamps.', 'provider'],
    ['You are solely responsible for lamps.', 'shared'],
    ['Lamps are bright.', 'provider'],
  ])('joins introduction and rows: %s', (intro, allocation) => {
    const text = table(HEADER, '| X | a | |').replace('{: #lamps}', `{: #lamps}\n\n${intro}`);
    expect(imported(text).areas[0]?.allocation).toBe(allocation);
  });

  it('passes over comments and code', () => {
    const text = table(HEADER, '| X | a | b |').replace(
      '## Lamp care',
      '<!--\n| Task | Nimbus | You |\n|---|---|---|\n| Y | c | d |\n-->\n```\n| Task | Nimbus | You |\n|---|---|---|\n| Z | e | f |\n```\n## Lamp care',
    );
    expect(texts(imported(text))).toEqual(['LC-01-P1 a', 'LC-01-C1 b']);
    expect(imported(text).areas[0]?.resources[0]?.line).toBe(20);
  });

  it('reads CRLF and a byte-order mark to the same duties', () => {
    const plain = imported(page);
    expect(imported(`\ufeff${page.replaceAll('\n', '\r\n')}`).areas).toEqual(plain.areas);
  });

  it('needs a day', () => {
    const text = table(HEADER, '| X | a | b |').replace('lastupdated', 'edition');
    expect(told(importPage(fileOf(text), options).diagnostics)).toEqual(['key-missing']);
    expect(importPage(fileOf(text), { ...options, revision: '2026-01-01' }).value?.revision).toBe(
      '2026-01-01',
    );
  });

  it('keeps the day that the page gives, whatever else is said', () => {
    expect(importPage(fileOf(page), { ...options, revision: '2020-01-01' }).value?.revision).toBe(
      '2026-03-31',
    );
  });

  it('takes the id it is given', () => {
    expect(importPage(fileOf(page), { ...options, id: 'other' }).value?.id).toBe('other');
  });

  it('knows its own service by what the page calls it, whatever id it is given', () => {
    const row = `| Wick | Run the {{site.data.keyword.harbour_short}} service. | Trim {{site.data.keyword.lantern_short}}. |`;
    for (const id of [null, 'other', 'nimbus-lantern']) {
      const { value, report } = importPage(fileOf(table(HEADER, row)), { ...options, id });
      expect(value?.areas[0]?.resources[0]?.delegates.map(({ to }) => to)).toEqual(['nimbus-harbour']);
      expect(report?.findings.map(({ rule }) => rule)).toEqual(['wrong-service']);
    }
  });

  it.each([
    ['a pointer', '---\nlastupdated: "2026-03-31"\n---\n# T\nSee [there](/x).', ['page-no-duties']],
    [
      'an HTML page',
      '<!DOCTYPE html><html><body><h1>404</h1></body></html>',
      ['page-no-duties', 'key-missing'],
    ],
    [
      'other tables',
      `---\nlastupdated: "2026-03-31"\n---\n# T\n| A | B |\n|---|---|\n| c | d |\n`,
      ['page-no-duties'],
    ],
    ['a list', `---\nlastupdated: "2026-03-31"\n---\n# T\n- a\n- b\n`, ['page-no-duties']],
  ])('says of %s that it holds no duty', (_, text, expected) => {
    const { value, diagnostics } = importPage(fileOf(text), options);
    expect(value).toBeNull();
    expect(told(diagnostics)).toEqual(expected);
  });
});

describe('a page far beyond any other', () => {
  const head = '---\nlastupdated: "2026-01-01"\n---\n';
  const area = (title: string): string =>
    `# ${title}\n\n| Task | Nimbus | You |\n|---|---|---|\n| a | b | c |\n\n`;
  const diagnosticsOf = (text: string) => importPage(fileOf(text, 'page.md'), options).diagnostics;

  it('gives each of 99 areas of the same initials a code of its own, and refuses one more', () => {
    const pageOf = (count: number): string =>
      head + Array.from({ length: count }, (_, index) => area(`Alpha beta ${index}`)).join('');
    const { value } = importPage(fileOf(pageOf(99), 'page.md'), options);
    expect(new Set(value?.areas.map(({ code }) => code)).size).toBe(99);
    if (value === null) return expect.unreachable();
    const text = writeModelYaml(value);
    expect(readModel(fileOf(text)).diagnostics).toEqual([]);
    expect(told(diagnosticsOf(pageOf(100)))).toEqual([`value-invalid ${4 + 99 * 6}:1`]);
  });

  it('is read to its end, with a warning for each of 200,000 rows', () => {
    const text = `${head}# T\n\n| Task | Nimbus and you | You |\n|---|---|---|\n${'|a|b|c|\n'.repeat(200_000)}`;
    expect(diagnosticsOf(text).filter(({ code }) => code === 'page-party-unclear')).toHaveLength(200_000);
  });
});
