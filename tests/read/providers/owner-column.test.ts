// Duties with a column that says whose each is.
import { expect, it } from 'vitest';
import { read, readTable } from './support.ts';

it('two columns: a duty and its owner, without a resource', () => {
  const { dialects, resources, leftOut } = readTable([
    '| Responsibilities | Ownership |',
    '| Fill the lamps. | Nimbus |',
    '| Polish the glass. | Customer',
    '| Trim the wicks. | Shared |',
    '| Keep the sea calm. | AWS |',
    '| Count the stars. | |',
    '| Sing. | N/A |',
    '| Paint. | You |',
    '| Wave. | You |',
  ]);
  expect(dialects).toEqual(['owner-column']);
  expect(resources).toEqual([
    '-: Fill the lamps. | ',
    '-:  | Polish the glass.',
    '-: Trim the wicks. | Trim the wicks.',
    '-:  | Paint.',
    '-:  | Wave.',
  ]);
  expect(leftOut).toEqual([
    'third-party 9: Keep the sea calm. | AWS',
    'party-unclear 10: Count the stars.',
    'says-nothing 11: Sing. | N/A',
  ]);
});

it('three columns: a title, its duty, its owner; in whatever order', () => {
  const rows = ['| Glass | - Polish it. \\n - Dust it. | You | old |', '| Oil | | Nimbus | |'];
  expect(readTable(['| Task | Description | Owner | Notes |', ...rows])).toMatchObject({
    resources: ['Glass:  | Polish it.; Dust it.', 'Oil: Oil | '],
    leftOut: ['no-responsibilities 6: old'],
  });
  expect(readTable(['| Owner | Task | Description |', '| You | Glass | Polish it. |']).resources).toEqual([
    'Glass:  | Polish it.',
  ]);
});

it('a resource with an owner and no duty says only whose it is', () => {
  const { resources, allocations } = readTable([
    '| Resource | Owner |',
    '| Glass | You |',
    '| Oil | Shared |',
  ]);
  expect(resources).toEqual(['Glass:  | ', 'Oil:  | ']);
  expect(allocations).toEqual(['customer', 'shared']);
});

it.each([
  [['| Field | Default |', '| a | user |']],
  [['| Task | Colour |', '| Paint | red |']],
  [['| Setting | Set by | Scope |', '| a | user | tenant |']],
])('%j is something else', (rows) => {
  expect(readTable(rows).dialects).not.toContain('owner-column');
});

it('ticks in the columns of parties count where words or the page explain them', () => {
  const rows =
    '| Task | Nimbus | You |\n|---|---|---|\n| Fill | ✓ | |\n| Polish | | ✓ |\n| Trim | ✓ | ✓ |\n| Rest | | |\n';
  const explained = read(`# T\n## Lamps\n\n✓ = responsible\n\n${rows}`);
  expect(explained.dialects).toEqual(['owner-column']);
  expect(explained.resources).toEqual(['-: Fill | ', '-:  | Polish', '-: Trim | Trim']);
  expect(explained.leftOut).toEqual(['says-nothing 11: Rest']);
  expect(read(`# T\n## Lamps\n\n${rows.replaceAll('✓', '¤')}`)).toMatchObject({
    resources: [],
    provider: 'Nimbus',
  });
  expect(readTable(['| Task | You | Nimbus |', '| Fill | No | Yes |', '| Trim | Shared | |'])).toMatchObject({
    resources: ['-: Fill | ', '-: Trim | Trim'],
  });
});
