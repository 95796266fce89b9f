// Tables that say whose a resource is, area by area.
import { describe, expect, it } from 'vitest';
import { read, readTable } from './support.ts';

const shape = (rows: readonly string[]) => {
  const { matrices, ...rest } = readTable(rows);
  return {
    ...rest,
    areas: matrices[0]?.areas.map(({ text }) => text),
    rows: matrices[0]?.rows.map(({ resource, allocations }) => [resource.text, ...allocations]),
  };
};

describe('the words of a cell', () => {
  it.each([
    ['Nimbus', 'provider'],
    ['{{site.data.keyword.nimbus_notm}}', 'provider'],
    ['You', 'customer'],
    ['**Customer** ^[1]^', 'customer'],
    ['[Shared](#lamp-care)', 'shared'],
    ['Nimbus and Customer', 'shared'],
    ['You / Nimbus', 'shared'],
    ['Nimbus-managed', 'provider'],
    ['Customer (2)', 'customer'],
    ['AWS', 'third-party'],
    ['Nimbus and AWS', 'provider'],
    ['Third-party provider', 'third-party'],
    ['Not applicable', 'none'],
    ['', null],
    ['It depends', null],
    ['✓', null],
  ])('%s', (cell, expected) => {
    const { rows } = shape([
      '| Resource | Lamp care | Colours | Paint |',
      '| a | You | Nimbus | Nimbus |',
      `| b | ${cell} | Shared | Shared |`,
    ]);
    expect(rows?.[1]?.[1]).toBe(expected);
  });
});

it('rows are told, and cells that do not say whose it is', () => {
  expect(
    shape([
      '| Resource | [Lamp care](#lamp-care) | Colours | Paint |',
      '| [Glass](#glass) | You | Shared | It depends |',
      '| Frame | Nimbus | Nimbus | Nimbus |',
    ]),
  ).toMatchObject({
    dialects: ['ownership-matrix'],
    resources: [],
    areas: ['Lamp care', 'Colours', 'Paint'],
    rows: [
      ['Glass', 'customer', 'shared', null],
      ['Frame', 'provider', 'provider', 'provider'],
    ],
    leftOut: ['party-unclear 6: It depends', 'matrix 6: Glass', 'matrix 7: Frame'],
  });
});

it.each([
  [['| Responsibility | On-prem | IaaS | SaaS |', '| Glass | Customer | Shared | Nimbus |']],
  [['| | Infrastructure as a service (IaaS) | PaaS | Software |', '| Glass | Customer | Shared | Nimbus |']],
])('kinds of service as columns are turned', (rows) => {
  const { areas, rows: turned } = shape(rows);
  expect(areas).toEqual(['Glass']);
  expect(turned?.map((row) => row[1])).toEqual(['customer', 'shared', 'provider']);
});

it('areas as rows are turned', () => {
  expect(shape(['| Area | Glass | Frame |', '| Change management | You | Nimbus |'])).toMatchObject({
    areas: ['Change management'],
    rows: [
      ['Glass', 'customer'],
      ['Frame', 'provider'],
    ],
  });
});

it.each([
  [
    'other words in most cells',
    ['| Resource | A | B |', '| Glass | You | red |', '| Frame | blue | green |'],
  ],
  ['no party at all', ['| Resource | A | B |', '| Glass | None | N/A |']],
  ['parties as columns', ['| Resource | Nimbus | You |', '| Glass | Shared | Shared |']],
])('%s make no matrix', (_, rows) => {
  expect(readTable(rows).matrices).toEqual([]);
});

it('the provider of a page may be known from nothing but its matrix', () => {
  const rows = ['| a | Red Hat | Red Hat and Customer | AWS |', '| b | Customer | Red Hat | AWS |'];
  const page = `# T\n\n| Resource | Lamp care | Colours | Paint |\n|-|-|-|-|\n${rows.join('\n')}\n`;
  const { provider, matrices } = read(page);
  expect(provider).toBe('Red Hat');
  expect(matrices[0]?.rows.map(({ allocations }) => allocations)).toEqual([
    ['provider', 'shared', 'third-party'],
    ['customer', 'provider', 'third-party'],
  ]);
});
