// Ownership matrices of a page: areas where nothing else is, else rows left out, counted and held against the duties.
import { describe, expect, it } from 'vitest';
import type { Allocation } from '../../src/model/model.ts';
import type { Claimed } from '../../src/read/claims.ts';
import { importErrors } from '../../src/read/import-errors.ts';
import { importPage } from '../../src/read/index.ts';
import { matrixAreas, matrixCounts, matrixLeftOut } from '../../src/read/matrices.ts';
import { matrixFindings } from '../../src/read/matrix-check.ts';
import { scanPage } from '../../src/read/page/scan.ts';
import { headingOf, sectionsOf } from '../../src/read/page/section.ts';
import { modelOf } from '../../src/read/page-model.ts';
import { isSourceText, sourceText } from '../../src/read/source-text.ts';
import { fileOf, fixture, lanternPage, namesFrom } from './support.ts';

const names = namesFrom(fixture('lantern.names.yaml'));
const options = { id: null, names, previous: null };
type Cells = Readonly<Record<string, readonly (Allocation | null)[]>>;

/** A claim of a matrix that stands in the first table of the section with that heading. */
const claimOf = (page: string, heading: string, areas: readonly string[], rows: Cells, nth = 0): Claimed => {
  const section = sectionsOf(scanPage(page)).find((one) => headingOf(one)?.text === heading);
  const block = section?.blocks.filter(({ kind }) => kind === 'table')[nth];
  if (section === undefined || block === undefined) throw new Error(`no table under ${heading}`);
  const matrix = {
    line: block.line,
    areas: areas.map((text) => ({ line: block.line, text })),
    rows: Object.entries(rows).map(([text, allocations], index) => ({
      resource: { line: block.line + 2 + index, text },
      allocations,
    })),
  };
  return {
    blocks: [block],
    home: headingOf(section),
    resources: [],
    matrix,
    leftOut: [],
    dialect: 'ownership-matrix',
    section,
  };
};

const matrix = (title: string, columns: readonly string[]): string =>
  `## ${title}\n\n| Resource | ${columns.join(' | ')} |\n|${'---|'.repeat(columns.length + 1)}\n| Oil | ${columns.map(() => 'Shared').join(' | ')} |\n\n`;
const FIVE = ['Incident management', 'Change management', 'Access', 'Security', 'Disaster recovery'];

describe('a page with matrices alone', () => {
  const about = {
    id: 'nimbus-lantern',
    own: new Set(['nimbus-lantern']),
    links: new Map(),
    title: 'T',
    revision: '2026-03-31',
    source: { title: 'T', sha256: `sha256:${'0'.repeat(64)}` },
  } as const;
  const modelFrom = (claimed: readonly Claimed[]) => modelOf(matrixAreas(claimed, []), about, options);

  it('has its columns for areas and its rows for resources', () => {
    const page = lanternPage(matrix('Overview', ['Care', 'Loss']));
    const claim = claimOf(page, 'Overview', ['Care', 'Loss', 'Nothing'], {
      '{{lantern_short}} oil': ['shared', 'provider', null],
      Glass: ['customer', 'provider', null],
      Sea: [null, 'third-party', null],
    });
    expect(
      modelFrom([claim]).areas.map(({ code, title, allocation, resources }) => [
        `${code} ${title} ${allocation}`,
        ...resources.map((one) => `${one.code} ${one.title} ${one.allocation} ${one.line}`),
      ]),
    ).toEqual([
      ['C Care shared', 'C-01 Lantern oil shared 10', 'C-02 Glass customer 11'],
      [
        'L Loss provider',
        'L-01 Lantern oil provider 10',
        'L-02 Glass provider 11',
        'L-03 Sea third-party 12',
      ],
    ]);
  });

  it('five matrices of five areas are variants, whose codes are short and stay', () => {
    const titles = ['Bare lamps', 'Hung lamps', 'Ship lamps', 'Kept lamps', 'Lent lamps'];
    const page = lanternPage(titles.map((title) => matrix(title, FIVE)).join(''));
    const claims = titles.map((title) => claimOf(page, title, FIVE, { Oil: FIVE.map(() => 'shared') }));
    const model = modelFrom(claims);
    const codes = model.areas.map(({ code }) => code);
    expect(codes.slice(0, 7)).toEqual(['IM', 'CM', 'A', 'S', 'DR', 'IM2', 'CM2']);
    expect(new Set(codes).size).toBe(25);
    expect(model.areas[5]?.title).toBe('Hung lamps: Incident management');
    const again = modelOf(matrixAreas([...claims].reverse(), []), about, { ...options, previous: model });
    expect(Object.fromEntries(again.areas.map(({ title, code }) => [title, code]))).toEqual(
      Object.fromEntries(model.areas.map(({ title, code }) => [title, code])),
    );
    const source = sourceText(fileOf(page), 1);
    if (!isSourceText(source)) return expect.unreachable();
    expect(importErrors(source, scanPage(page), matrixAreas(claims, []), '2026-03-31', null)).toEqual([]);
  });

  it('matrices under one heading are told apart by a number', () => {
    const page = lanternPage(matrix('Lamps', FIVE) + matrix('x', FIVE).replace('## x\n\n', ''));
    const claims = [0, 1].map((nth) => claimOf(page, 'Lamps', ['Care'], { Oil: ['shared'] }, nth));
    expect(modelFrom(claims).areas.map(({ title }) => title)).toEqual(['Lamps: Care', 'Lamps 2: Care']);
  });

  it('leaves out a row that gives nothing to anybody', () => {
    const page = lanternPage(matrix('Overview', ['Care']));
    const claim = claimOf(page, 'Overview', ['Care'], { Oil: ['shared'], Sea: [null] });
    expect(matrixLeftOut([claim], true)).toEqual([{ line: 11, reason: 'party-unclear', text: 'Sea' }]);
  });
});

describe('a page with duties', () => {
  const TABLE = '| Task | Nimbus responsibilities | Your responsibilities |\n|---|---|---|\n';
  const BODY = `## Overview\n\n| Resource | [Care](#care) | Loss and fire | Nights |\n|---|---|---|---|\n| Oil | Shared | You | Shared |\n\n## The care of lamps\n{: #care}\n\n${TABLE}| Oil | a | b |\n| Glass | a | |\n| Wick | a | b |\n| Door | | |\n\n## Loss & fire\n\n## Loss, and fire\n\n${TABLE}| Oil | a | |\n| Sand | a | |\n`;
  const page = lanternPage(BODY);
  const { value: model } = importPage(fileOf(page, 'lantern.md'), options);
  const found = (rows: Cells) => {
    if (model === null) throw new Error('no model');
    const claim = claimOf(page, 'Overview', ['Care', 'Loss and fire', 'Nights'], rows);
    return matrixFindings([claim], model, names).map(
      ({ line, sentence, refs }) => `${line} ${sentence} ${refs.join()}`,
    );
  };

  it.each([
    [{ Oil: ['shared', 'provider', null] }, []],
    [{ Glass: ['provider', null, null] }, []],
    [{ Oil: ['customer', null, null] }, []],
    [{ Anything: ['provider', 'provider', 'provider'] }, []],
    [
      { Wick: ['provider', null, null] },
      [
        '10 The matrix gives Wick in Care to the provider alone, yet the page lists a duty of the customer for it. CL-03',
      ],
    ],
    [
      { Glass: ['customer', null, null] },
      [
        '10 The matrix gives Glass in Care to the customer, yet the page lists no duty of the customer for it. CL-02',
      ],
    ],
    [
      { glass: ['shared', null, null] },
      ['10 The matrix shares glass in Care, yet the page lists no duty of the customer for it. CL-02'],
    ],
    [
      { Oil: [null, 'shared', null] },
      ['10 The matrix shares Oil in Loss and fire, yet the page lists no duty of the customer for it. LF-01'],
    ],
    [
      { Sand: ['shared', null, null] },
      ['10 The matrix shares Sand in Care, and the duties of that area have no such resource. CL'],
    ],
    [
      { Wick: ['none', null, null] },
      ['10 The matrix gives Wick in Care to nobody, yet the page lists 2 duties for it. CL-03'],
    ],
    [
      { Oil: [null, null, 'shared'] },
      ['8 The matrix shares one resource of Nights, and the page lists no duties of that area. '],
    ],
    [
      { Ship: ['customer', null, null] },
      ['10 The matrix gives Ship to the customer, and no table or list has duties for it. '],
    ],
  ] as const)('%j', (rows, expected) => {
    expect(found(rows)).toEqual(expected);
  });

  it('leaves all rows out, and counts cells', () => {
    const claim = claimOf(page, 'Overview', ['Care', 'Loss and fire'], {
      Oil: ['shared', 'customer'],
      Sea: [null, 'shared'],
    });
    expect(
      matrixLeftOut([claim], false).map(({ line, reason, text }) => `${line} ${reason} ${text}`),
    ).toEqual(['10 matrix Oil', '11 matrix Sea']);
    expect(matrixCounts([claim], names)).toEqual([
      {
        line: 8,
        title: 'Overview',
        rows: 2,
        columns: 2,
        cells: { provider: 0, customer: 1, shared: 2, 'third-party': 0, none: 0 },
      },
    ]);
  });
});

describe('a page from end to end', () => {
  const OWNERS =
    '## {{site.data.keyword.sea_full}}\n\n| Resource | Care | Loss | {{site.data.keyword.night}} |\n|---|---|---|---|\n| {{site.data.keyword.oil}} | Shared | You | You |\n| Glass | You | Nimbus | You |\n\n';
  const CARE =
    '## Care\n\n| Task | Nimbus responsibilities | Your responsibilities |\n|---|---|---|\n| Glass | a | |\n';
  const reportOf = (body: string) => importPage(fileOf(lanternPage(body), 'lantern.md'), options).report;

  it('tells what heads rows that give nothing', () => {
    const empty =
      '## Care\n\n| Task | Nimbus responsibilities | Your responsibilities |\n|---|---|---|\n| **Wicks** |\n| Trim | | None |\n\n- **Oil**\n  - None\n';
    expect(reportOf(`${OWNERS}${empty}`)?.leftOut.map(({ text }) => text)).toContain('Wicks');
  });

  it('holds a matrix against duties, and not against what was made of itself', () => {
    const alone = reportOf(OWNERS);
    expect(alone?.counts.resources).toBe(6);
    expect(alone?.findings).toEqual([]);
    expect(reportOf(OWNERS + CARE)?.findings.map(({ rule, line }) => `${rule} ${line}`)).toEqual([
      'matrix-disagrees 10',
      'matrix-disagrees 10',
      'matrix-disagrees 11',
    ]);
  });

  it('names each key without a name that the report shows, at its first line', () => {
    for (const body of [OWNERS, OWNERS + CARE])
      expect(
        reportOf(body)
          ?.unknownNames.map(({ key, line }) => `${line} ${key}`)
          .sort(),
      ).toEqual(['10 oil', '6 sea_full', '8 night']);
  });
});

describe('an area without a table', () => {
  const AREA = '| Task | Nimbus | You |\n|---|---|---|\n| a | b | c |\n\n';
  const body = (title: string, text: string) =>
    `## Care\n\n${AREA}## ${title}\n{: #told}\n\n${text}\n\n## Loss\n\n${AREA}`;
  const titles = (title: string, text: string) =>
    importPage(fileOf(lanternPage(body(title, text)), 'l.md'), options).value?.areas.map(
      (area) => `${area.title} ${area.allocation}`,
    );

  it('is one when its heading and its first sentence leave no doubt', () => {
    expect(titles('Disaster recovery', 'Nimbus is responsible for all recovery.')).toEqual([
      'Care shared',
      'Disaster recovery provider',
      'Loss shared',
    ]);
  });

  it.each([
    ['Overview', 'Nimbus is responsible for all recovery.'],
    ['Disaster recovery', 'Lantern does not identify responsibilities in this area.'],
    ['Disaster recovery', 'Nimbus is responsible for all recovery.\n\n- Or not.'],
  ])('is none under %s with %s', (title, text) => {
    expect(titles(title, text)).toEqual(['Care shared', 'Loss shared']);
  });
});
