// Columns of numbers, notes, ratings, kinds and proofs stand beside duties: they are neither duties nor part of a title.
import { expect, it } from 'vitest';
import { readTable } from './support.ts';

it.each([
  'Risk Level',
  'Severity',
  'Priority',
  'Business impact',
  'Frequency',
  'Status',
  'Evidence requirements',
  'Compliance Requirement',
  'Framework',
  'Phase',
  'Control ID',
  'Reference',
])('%s beside an owner is no duty', (head) => {
  const rows = ['| Polish the glass | Customer | high one |', '| Fill the lamps | Nimbus | another |'];
  expect(readTable([`| Lamp domain | Responsibility | ${head} |`, ...rows])).toMatchObject({
    dialects: ['owner-column'],
    resources: ['-:  | Polish the glass', '-: Fill the lamps | '],
    leftOut: ['no-responsibilities 6: high one', 'no-responsibilities 7: another'],
  });
});

it.each([
  ['grades', ['High', 'Low', 'Medium', 'High']],
  ['intervals', ['Daily', 'Weekly', 'Weekly', 'As needed']],
  ['kinds that come again', ['Indoor', 'Outdoor', 'Indoor', 'Outdoor']],
])('a column of %s is no duty, whatever it is called', (_, values) => {
  const rows = values.map((value, index) => `| Task ${index} | ${value} | You |`);
  expect(readTable(['| Task | Glow | Owner |', ...rows]).resources).toEqual(
    values.map((_, index) => `-:  | Task ${index}`),
  );
});

it('what a row belongs to is its title where it stands before the duty', () => {
  const rows = ['Fill', 'Trim', 'Polish', 'Paint'].map((task) => `| Lamps | ${task} | You | |`);
  expect(readTable(['| Category | Task | Owner | Risk |', ...rows]).resources).toEqual([
    'Lamps:  | Fill',
    'Lamps:  | Trim',
    'Lamps:  | Polish',
    'Lamps:  | Paint',
  ]);
});

it('a duty and then its resource: the resource is the title', () => {
  expect(readTable(['| Task | Component | Owner |', '| Fill | Lamps | You |']).resources).toEqual([
    'Lamps:  | Fill',
  ]);
});

it('behind the parties no column is part of the title', () => {
  const { resources, leftOut } = readTable([
    '| Glow | Nimbus responsibilities | Your responsibilities | Keepers’ handbook |',
    '| Glass | Make it. | Polish it. | Chapter 3 |',
  ]);
  expect(resources).toEqual(['Glass: Make it. | Polish it.']);
  expect(leftOut).toEqual(['no-responsibilities 6: Chapter 3']);
});

it('the only title stands wherever it stands, and a number is none', () => {
  const rows = ['| Make it. | Polish it. | Glass | Lamps |'];
  expect(
    readTable(['| Nimbus responsibilities | Your responsibilities | Task | Part |', ...rows]).resources,
  ).toEqual(['Glass: Lamps: Make it. | Polish it.']);
  expect(
    readTable(['| # | Description | Nimbus | You |', '| 1 | Glass | Make it. | Polish it. |']).resources,
  ).toEqual(['Glass: Make it. | Polish it.']);
});

it('what somebody else has to do is no part of the title', () => {
  const { resources, leftOut } = readTable([
    '| Task | Nimbus responsibilities | Your responsibilities | Brightco responsibilities |',
    '| Glass | Make it. | Polish it. | Ship it. |',
  ]);
  expect(resources).toEqual(['Glass: Make it. | Polish it.']);
  expect(leftOut).toEqual(['third-party 6: Ship it.']);
});

it('a matrix has no area for its proofs and notes', () => {
  const { matrices, leftOut } = readTable([
    '| # | Resource | Incidents | Change | Compliance requirements |',
    '| 1 | Glass | You | Nimbus | LX 27: A.1 |',
    '| 2 | Oil | Shared | Nimbus | LX 27: A.2 |',
  ]);
  expect(matrices[0]?.areas.map(({ text }) => text)).toEqual(['Incidents', 'Change']);
  expect(matrices[0]?.rows.map(({ resource }) => resource.text)).toEqual(['Glass', 'Oil']);
  expect(leftOut).toContain('no-responsibilities 6: LX 27: A.1');
  expect(
    readTable(['| Resource | Change | Compliance |', '| Glass | You | Nimbus |']).matrices[0]?.areas,
  ).toHaveLength(2);
});

it('letters: neither a phase nor a proof is what is done', () => {
  const { resources, leftOut } = readTable([
    '| Task | Phase | Nimbus | Customer | Proof |',
    '| Fill the lamps | Build | RA | I | log 1 |',
    '| Trim the wicks | Run | C | R | log 2 |',
  ]);
  expect(resources).toEqual(['Fill the lamps: Fill the lamps | ', 'Trim the wicks:  | Trim the wicks']);
  expect(leftOut).toEqual([
    'no-responsibilities 6: Build',
    'no-responsibilities 6: log 1',
    'no-responsibilities 7: Run',
    'no-responsibilities 7: log 2',
  ]);
});
