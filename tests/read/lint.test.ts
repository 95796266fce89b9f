// What looks wrong on a provider's page or in its model: each rule on a page that has it, and on one that has not.
import { describe, expect, it } from 'vitest';
import type { LintFinding, LintRule } from '../../src/model/import-report.ts';
import type { Resource } from '../../src/model/model.ts';
import { importPage, lintModel } from '../../src/read/index.ts';
import { fileOf, fixture, namesFrom } from './support.ts';

const names = namesFrom(fixture('lantern.names.yaml'));
const TABLE = '| Task | Nimbus responsibilities | Your responsibilities |\n|---|---|---|\n';
const pageOf = (body: string): string =>
  `---\nlastupdated: "2026-03-31"\n---\n# Who does what in {{site.data.keyword.lantern_short}}\n\n${body}`;
const read = (body: string, known?: ReadonlySet<string>) =>
  importPage(fileOf(pageOf(body), 'lantern.md'), {
    ...{ id: null, names, previous: null },
    ...(known === undefined ? {} : { known }),
  });
const findings = (body: string, known?: ReadonlySet<string>): readonly LintFinding[] =>
  read(body, known).report?.findings ?? [];
const FINE = `## Care\n\n${TABLE}| Oil | Fill. | Burn. |\n`;

it('a page that is as it should be has no findings', () => {
  expect(findings(FINE, new Set())).toEqual([]);
  // One and the same of one party for two things is no copy.
  expect(findings(`${FINE}| Wick | Trim. | Burn. |\n`)).toEqual([]);
});

describe.each<[LintRule, string, number, readonly string[]]>([
  ['placeholder', `${FINE}| Wick | NEED CONTENT | Trim. |\n`, 11, []],
  ['placeholder', `${FINE}| Task 1 | Trim. | |\n`, 11, []],
  [
    'wrong-service',
    `${FINE}| Wick | Operate the {{site.data.keyword.harbour_short}} service by day. | |\n`,
    11,
    ['nimbus-harbour'],
  ],
  [
    'wrong-service',
    `${FINE}\n# Who does what in {{site.data.keyword.harbour_short}}\n\n## Quay\n\n${TABLE}| Rope | Tie. | Cut. |\n`,
    18,
    [],
  ],
  ['placeholder', `${FINE}| Wick | ?? | Trim. |\n`, 11, []],
  ['placeholder', `## TBD\n\n${TABLE}| Oil | Fill. | Burn. |\n`, 6, []],
  ['halves-missing', `${FINE}| Wick | None | |\n`, 11, ['C-02']],
  [
    'shared-half',
    `## Care\n\nYou and Nimbus share responsibilities for lamps.\n\n${TABLE}| Oil | Fill. | |\n`,
    6,
    ['C'],
  ],
  ['duplicate', `${FINE}| oil. | Pour. | Look. |\n`, 11, ['C-01', 'C-02']],
  ['duplicate', `${FINE}| Wick | Fill. | Burn. |\n`, 11, ['C-01', 'C-02']],
  ['duplicate', `${FINE}| Wick | Trim. | - Look. \\n - Look. |\n`, 11, ['C-02-C1', 'C-02-C2']],
  [
    'no-party',
    `${FINE}\n| Task | Nimbus and you | Your responsibilities |\n|---|---|---|\n| Wick | a | b |\n`,
    14,
    [],
  ],
])('%s', (rule, body, line, refs) => {
  it(`is found at line ${line}`, () => {
    expect(findings(body).map((one) => [one.rule, one.line, one.refs])).toEqual([[rule, line, refs]]);
  });
});

describe('of a model alone', () => {
  const { value } = read(`${FINE}| Wick | Trim. | Look. |\n`);
  type Change = (one: Resource) => Resource;
  const found = (change: Change): readonly string[] => {
    if (value === null) return [];
    const areas = value.areas.map((area) => ({
      ...area,
      resources: area.resources.map((one) => (one.code === 'C-02' ? change(one) : one)),
    }));
    return lintModel({ ...value, areas }, new Set()).map(({ rule, refs }) => [rule, ...refs].join(' '));
  };

  it.each<[string, Change, readonly string[]]>([
    ['nothing', (one) => one, []],
    ['half of what is shared', (one) => ({ ...one, customer: [] }), ['shared-half C-02']],
    ['one side', (one) => ({ ...one, customer: [], allocation: 'provider' }), []],
    ['shared, and no duties', (one) => ({ ...one, provider: [], customer: [] }), []],
    [
      'neither',
      (one) => ({ ...one, provider: [], customer: [], allocation: 'none' }),
      ['halves-missing C-02'],
    ],
    [
      'letters',
      (one) => ({
        ...{ ...one, provider: [], customer: [], allocation: 'none' as const },
        raci: { provider: 'C', customer: 'I' },
      }),
      [],
    ],
    ['a title', (one) => ({ ...one, title: 'Task 2' }), ['placeholder']],
    [
      'a duty',
      (one) => ({ ...one, provider: one.provider.map((two) => ({ ...two, text: 'TBD' })) }),
      ['placeholder'],
    ],
    ['a second of a title', (one) => ({ ...one, title: 'Oil' }), ['duplicate C-01 C-02']],
  ])('%s', (_, change, expected) => {
    expect(found(change)).toEqual(expected);
  });
});

describe('nothing is wrong with', () => {
  it.each([
    [
      'running the page’s own service',
      `${FINE}| Wick | Run the {{site.data.keyword.lantern_full}} service. | |\n`,
    ],
    ['an area of one party that nothing shares', `## Care\n\n${TABLE}| Oil | Fill. | |\n`],
    ['one and the same of one party', `${FINE}| Wick | Trim. | |\n| Rope | Trim. | |\n`],
    ['a service beside that a customer runs', `${FINE}| Wick | Trim. | Run the HBR. |\n`],
  ])('%s', (_, body) => {
    expect(findings(body)).toEqual([]);
  });

  it('another service, on a page whose own is not known', () => {
    const page = pageOf(`${FINE}| Wick | Run the {{site.data.keyword.harbour_short}} service. | |\n`);
    const options = { id: null, names, previous: null };
    const { report } = importPage(fileOf(page.replace('lantern_short', 'tower'), 'x.md'), options);
    expect(report?.findings).toEqual([]);
  });
});

it('a pasted row is called by what comes first on it', () => {
  const pasted = `${FINE}\n# {{site.data.keyword.harbour_short}}\n\n## Quay\n\n${TABLE}| Rope | Tie. | Cut. |\n`;
  expect(findings(pasted).map(({ sentence }) => sentence)).toEqual([
    '`Rope` was written for another service, and is no duty in the model.',
  ]);
});

it('findings of a model stand in the order of the page', () => {
  const { value } = read(`${FINE}| oil | Trim. | Look. |\n| Task 3 | Cut. | |\n`);
  if (value === null) return expect.unreachable();
  expect(lintModel(value, new Set()).map(({ rule, line }) => `${rule} ${line}`)).toEqual([
    'duplicate 11',
    'placeholder 12',
  ]);
});

it('a tick that nobody explains and an item of two parties say so', () => {
  const body = `${FINE}| Wick | ✓ | |\n\n## Watch\n\nYou and Nimbus are responsible for:\n\n- Look.\n`;
  expect(findings(body).map(({ rule, line }) => `${rule} ${line}`)).toEqual(['no-party 11', 'no-party 17']);
});

describe('delegation-absent', () => {
  const body = `${FINE}| Wick | Trim. | Ask {{site.data.keyword.harbour_short}}. |\n`;

  it('names a service without a model once, with all places that leave something to it', () => {
    const twice = `${body}| Rope | Tie. | Ask the HBR. |\n`;
    expect(findings(twice, new Set(['nimbus-lantern']))).toMatchObject([
      { rule: 'delegation-absent', line: 11, refs: ['nimbus-harbour', 'C-02', 'C-03'] },
    ]);
    expect(findings(twice, new Set(['nimbus-harbour']))).toEqual([]);
  });

  it('says nothing where nobody looked for models', () => {
    expect(findings(body)).toEqual([]);
  });

  it('is told of a model alone, too', () => {
    const { value } = read(body);
    if (value === null) return expect.unreachable();
    expect(lintModel(value, new Set()).map(({ rule, refs }) => [rule, ...refs])).toEqual([
      ['delegation-absent', 'nimbus-harbour', 'C-02'],
    ]);
  });
});
