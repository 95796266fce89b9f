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

  it('keeps the id of a duty that is reworded, and gives one that moved to another row a new id', () => {
    const first = read({
      'Lamp care': [
        ['Oil', ['Fill the lamps with oil each day', 'Clean the tank each spring'], []],
        ['Glass', ['Polish the glass until it shines'], []],
      ],
    });
    const second = read(
      {
        'Lamp care': [
          ['Oil', ['Order oil in time', 'Fill all of the lamps with oil each day'], []],
          ['Glass', ['Clean the tank each spring', 'Polish the glass until it really shines'], []],
        ],
      },
      first,
    );
    expect(ids(second)).toEqual([
      'LC-01-P3 Order oil in time',
      'LC-01-P1 Fill all of the lamps with oil each day',
      'LC-02-P2 Clean the tank each spring',
      'LC-02-P1 Polish the glass until it really shines',
    ]);
    expect(second.retired.map(({ id }) => id)).toEqual(['LC-01-P2']);
  });

  it('knows an area and a resource that are called otherwise by what they say, though the words changed too', () => {
    const first = read({
      'Lamp care': [
        ['Oil', ['Fill the lamps with oil each day'], ['Order oil before storms']],
        ['Glass', ['Polish the glass until it shines'], []],
      ],
    });
    const second = read(
      {
        Beacons: [
          ['Windows', ['Polish the glass until it shines brightly'], []],
          ['Fuel', ['Fill all lamps with oil each day'], ['Order oil before storms']],
        ],
      },
      first,
    );
    expect(ids(second).map((one) => one.slice(0, 8))).toEqual(['LC-02-P1', 'LC-01-P1', 'LC-01-C1']);
    expect(second.retired).toEqual([]);
  });

  it('takes no row for another because they have one duty in common', () => {
    const shared = 'Encrypt what is sent with TLS';
    const first = read({
      'Lamp care': [['Oil', [shared, 'Fill the lamps', 'Clean the tank', 'Order more'], []]],
    });
    const second = read(
      { 'Lamp care': [['Harbour', [shared, 'Guide ships', 'Sound the horn', 'Keep the log'], []]] },
      first,
    );
    expect(second.areas[0]?.resources[0]?.code).toBe('LC-02');
  });

  it.each<readonly [string, Rows, Rows]>([
    [
      'what they hold',
      [
        ['Oil', ['fill', 'clean'], []],
        ['Oil', ['fill', 'polish'], []],
      ],
      [
        ['Oil', ['fill', 'polish'], []],
        ['Oil', ['fill', 'clean'], []],
      ],
    ],
    [
      'their first duty',
      [
        ['Oil', ['fill', 'clean'], []],
        ['Oil', ['polish', 'shine'], []],
      ],
      [
        ['Oil', ['polish'], []],
        ['Oil', ['fill'], []],
      ],
    ],
  ])('tells rows of one title apart by %s', (_, before, after) => {
    const now = read({ 'Lamp care': after }, read({ 'Lamp care': before }));
    expect(now.areas[0]?.resources.map(({ code }) => code)).toEqual(['LC-02', 'LC-01']);
  });

  it('carries every id over where thousands of duties are reworded at once', () => {
    const rows = (word: string): Rows =>
      ['Oil', 'Glass'].map((name, r) => [
        name,
        Array.from(
          { length: 900 },
          (_, d) => `${word} the lamp number ${r * 900 + d} of the tower and its wick`,
        ),
        [],
      ]);
    const first = read({ 'Lamp care': rows('Fill') });
    const second = read({ 'Lamp care': rows('Refill') }, first);
    const idsOf = (model: Model) => ids(model).map((one) => one.split(' ')[0]);
    expect(idsOf(second)).toEqual(idsOf(first));
  });
});
