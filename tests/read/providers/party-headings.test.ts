// Headings of parties with more words around whom they name, and leads below them.
import { expect, it } from 'vitest';
import { read } from './support.ts';

const halves = (own: string, other: string, lead = '') =>
  read(`# T\n\n## Parts\n\n### ${own}\n\n${lead}- Fill.\n\n### ${other}\n\n${lead}- Trim.\n`);

it.each([
  ['Nimbus Responsibilities (Storm OF the Lamps)', 'Customer Responsibilities (Storm IN the Lamps)'],
  ['Nimbus Responsibilities ("Storm OF the Lamps")', 'Customer Responsibilities ("Storm IN the Lamps")'],
  ['Nimbus Manages: "Storm OF the Lamps"', 'Customer Manages: "Storm IN the Lamps"'],
  ['**OUR RESPONSIBILITY** - That of the Lamps', '**YOUR RESPONSIBILITY** - That of Your Rooms'],
  ['Our responsibility', 'Your responsibility'],
  ['Lamp layer (Nimbus’s Scope of Responsibility)', 'Room layer (Scope of Customer’s Responsibility)'],
  ['Lamp responsibilities (provider)', 'Team responsibilities (we own)'],
])('%s | %s', (own, other) => {
  expect(halves(own, other)).toMatchObject({ resources: ['-: Fill. | ', '-:  | Trim.'], leftOut: [] });
});

it('what stands around a party is no label without one for the other party beside it', () => {
  expect(halves('Nimbus Responsibilities (Storm)', 'Rooms').resources).toEqual([]);
  expect(halves('Your storms (Nimbus is responsible)', 'Rooms').resources).toEqual([]);
});

it('an aside that contradicts what it stands behind makes the heading unclear', () => {
  expect(halves('Your responsibilities (Nimbus)', 'Nimbus responsibilities').resources).toEqual(
    ['-:  | ', '-: Trim. | '].slice(1),
  );
});

it('the company in such headings is the page’s provider', () => {
  expect(
    halves('Lamp layer (Brightco’s Scope of Responsibility)', 'Room layer (Customer’s Responsibility)'),
  ).toMatchObject({ provider: 'Brightco', resources: ['-: Fill. | ', '-:  | Trim.'] });
});

it('a lead that names a party in passing leaves the list to the heading', () => {
  const lead = 'A short list of our responsibility is as follows:\n\n';
  expect(halves('Our responsibility', 'Your responsibility', lead)).toMatchObject({
    resources: ['-: Fill. | ', '-:  | Trim.'],
  });
});

it('sentences that begin with the customer go on with it below its heading', () => {
  const half = (name: string, text: string): string =>
    `## ${name} Responsibilities (Storm)\n\n### Glass\n\nFor tall lamps, ${text} must:\n\n- Fill.\n- Dust.\n\n${text} control:\n\n- Oil.\n\nSuch lamps are:\n\n- Tall.\n\n`;
  const told = read(`# T\n\n${half('Nimbus', 'Nimbus')}${half('Customer', 'customers')}`);
  expect(told.resources).toEqual(['Glass: Fill.; Dust.; Oil. | ', 'Glass:  | Fill.; Dust.; Oil.']);
  expect(told.leftOut).toEqual(['no-responsibilities 18: Tall.', 'no-responsibilities 35: Tall.']);
});
