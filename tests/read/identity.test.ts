// Ids are given once: carried over where the duty is the same, never given to another.
import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/model/model.ts';
import { importPage } from '../../src/read/index.ts';
import { fileOf, fixture, namesFrom } from './support.ts';

const names = namesFrom(fixture('lantern.names.yaml'));
type Rows = readonly (readonly [
  resource: string,
  provider: readonly string[],
  customer: readonly string[],
])[];

const page = (areas: Readonly<Record<string, Rows>>, day = '2026-03-31'): string =>
  `---\nlastupdated: "${day}"\n---\n# T\n${Object.entries(areas)
    .map(([title, rows]) => section(title, rows))
    .join('\n')}`;
const section = (title: string, rows: Rows): string =>
  `## ${title}\n\n| Task | Nimbus | You |\n|---|---|---|\n${rows.map(([name, ...sides]) => `| ${name} | ${sides.map((side) => side.map((one) => `- ${one}`).join(' \\n ')).join(' | ')} |`).join('\n')}\n`;

const read = (
  areas: Readonly<Record<string, Rows>>,
  previous: Model | null = null,
  day = '2026-03-31',
): Model => {
  const { value } = importPage(fileOf(page(areas, day)), { id: 'lantern', names, previous });
  if (value === null) throw new Error('the page must import');
  return value;
};
const ids = (model: Model): readonly string[] =>
  model.areas.flatMap(({ resources }) =>
    resources.flatMap((one) => [...one.provider, ...one.customer].map(({ id, text }) => `${id} ${text}`)),
  );

const before = {
  'Lamp care': [
    ['Oil', ['fill', 'clean'], ['light', 'shade']],
    ['Glass', ['polish'], []],
  ],
} satisfies Record<string, Rows>;

describe('a second import', () => {
  it('of the same page changes nothing', () => {
    const first = read(before);
    expect(read(before, first)).toEqual(first);
  });

  it('keeps ids whatever the order and the markup', () => {
    const moved = read(
      {
        'Lamp care': [
          ['Glass', ['**polish**.'], []],
          ['Oil', ['clean', 'fill.'], ['shade', '[light](/x)']],
        ],
      },
      read(before),
    );
    expect(ids(moved)).toEqual([
      'LC-02-P1 polish.',
      'LC-01-P2 clean',
      'LC-01-P1 fill.',
      'LC-01-C2 shade',
      'LC-01-C1 light',
    ]);
    expect(moved.retired).toEqual([]);
  });

  it('gives new duties the next free number and retires what is gone, for good', () => {
    const second = read(
      {
        'Lamp care': [
          ['Oil', ['fill', 'trim'], ['light']],
          ['Wick', ['cut'], []],
        ],
      },
      read(before),
      '2026-06-30',
    );
    expect(ids(second)).toEqual(['LC-01-P1 fill', 'LC-01-P3 trim', 'LC-01-C1 light', 'LC-03-P1 cut']);
    const gone = [
      { id: 'LC-01-P2', revision: '2026-06-30' },
      { id: 'LC-01-C2', revision: '2026-06-30' },
      { id: 'LC-02-P1', revision: '2026-06-30' },
    ];
    expect(second.retired).toEqual(gone);
    const third = read(
      {
        'Lamp care': [
          ['Oil', ['fill'], ['light', 'shade']],
          ['Glass', ['polish'], []],
        ],
      },
      second,
      '2026-09-30',
    );
    expect(ids(third)).toEqual(['LC-01-P1 fill', 'LC-01-C1 light', 'LC-01-C3 shade', 'LC-04-P1 polish']);
    expect(third.retired).toEqual([
      ...gone,
      { id: 'LC-01-P3', revision: '2026-09-30' },
      { id: 'LC-03-P1', revision: '2026-09-30' },
    ]);
  });

  it('keeps the number of a resource that is renamed, and the code of an area that is gone', () => {
    const renamed = read(
      {
        'Lamp care': [
          ['Fuel', ['fill', 'clean'], ['light', 'shade']],
          ['Glass', ['polish'], []],
        ],
      },
      read(before),
    );
    expect(ids(renamed)).toEqual(ids(read(before)));
    const other = read({ 'Light colours': [['Oil', ['fill'], []]] }, read(before));
    expect(ids(other)).toEqual(['LC2-01-P1 fill']);
  });

  it('lets the same wording twice be two duties', () => {
    const twice = { 'Lamp care': [['Oil', ['fill', 'fill'], []]] } satisfies Record<string, Rows>;
    expect(ids(read(twice, read(twice)))).toEqual(['LC-01-P1 fill', 'LC-01-P2 fill']);
  });
});
