// Whose a column is where only what stands beside it says so: a name, a word for what is provided, a cloud provider beside a company.
import { describe, expect, it } from 'vitest';
import { read } from './support.ts';

const page = (header: readonly string[], row: readonly string[], before = ''): string =>
  `# Lamps\n\n${before}## Glass\n\n| ${header.join(' | ')} |\n|${'---|'.repeat(header.length)}\n| ${row.join(' | ')} |\n`;
const two = (own: string, other: string, before?: string) =>
  read(page(['Task', own, other], ['Oil', 'Fill it every evening.', 'Buy it.'], before));

describe('beside the customer', () => {
  it.each([
    ['Brightco', 'You', 'Brightco'],
    ['Brightco AI', 'Your organization', 'Brightco AI'],
    ['Brightco', 'Customer', 'Brightco'],
    ['Azure', 'Your responsibility', 'Microsoft'],
    ['How Microsoft and Red Hat helps', 'Customer responsibilities', 'Microsoft and Red Hat'],
    ['brightco provides', 'Operator owns', 'brightco'],
    ['Brightco provides', 'What the caller owns', 'Brightco'],
    ['What the module does', 'What the caller owns', 'Nimbus'],
    ['What the service does', 'What you do', 'Nimbus'],
    ['Platform', 'Tenant', 'Nimbus'],
    ['Vendor', 'Customer', 'Nimbus'],
    ['Cloud service provider', 'Your team', 'Nimbus'],
    ['Provider provides', 'Customer owns', 'Nimbus'],
    ['We provide', 'You operate', 'Nimbus'],
  ])('%s | %s', (own, other, provider) => {
    expect(two(own, other)).toMatchObject({ provider, resources: ['Oil: Fill it every evening. | Buy it.'] });
  });

  it('a bare name beside more words has to be spoken of elsewhere', () => {
    expect(two('Brightco', 'Your responsibility').resources).toEqual([
      'Oil: Fill it every evening.:  | Buy it.',
    ]);
    expect(two('Brightco', 'Your responsibility', 'Brightco keeps lamps.\n\n')).toMatchObject({
      provider: 'Brightco',
      resources: ['Oil: Fill it every evening. | Buy it.'],
    });
  });

  it.each([
    ['Requirement', 'Customer'],
    ['Priority', 'You'],
    ['Platform Team', 'Application Team'],
    ['Description', 'Operator'],
    ['Brightco', 'Lumenco'],
    ['Module', 'Notes'],
  ])('nobody is named by %s | %s', (own, other) => {
    const { provider, resources } = two(own, other);
    expect(provider).toBe('Nimbus');
    expect(resources.filter((one) => one.includes(': Fill'))).toEqual([]);
  });
});

describe('a cloud provider', () => {
  const row = ['Oil', 'Buy it.', 'Fill it.', 'Carry it.'];
  it.each(['MongoDB responsibility', 'Brightco responsibility'])('is a third party beside %s', (own) => {
    const told = read(page(['Area', 'Customer responsibility', own, 'Cloud provider responsibility'], row));
    expect(told).toMatchObject({
      provider: own.split(' ')[0],
      resources: ['Oil: Fill it. | Buy it.'],
      leftOut: ['third-party 7: Carry it.'],
    });
  });

  it('has no duties of the provider under a heading of its own', () => {
    const list = (text: string): string => `\n\n- ${text}\n\n`;
    const told = read(
      `# T\n\n## Brightco’s responsibilities${list('Fill.')}## Customer responsibilities${list('Buy.')}## Cloud provider responsibilities${list('Carry.')}`,
    );
    expect(told).toMatchObject({
      provider: 'Brightco',
      resources: ['-: Fill. | ', '-:  | Buy.'],
      leftOut: ['no-responsibilities 13: Carry.'],
    });
  });

  it('is the provider where no company is', () => {
    expect(two('Cloud provider', 'Customer').resources).toEqual(['Oil: Fill it every evening. | Buy it.']);
  });
});

it('two companies are one party only where neither stands alone', () => {
  const cells = (text: string): string =>
    `# T\n\n| Part | Red Hat and AWS responsibilities | Customer responsibilities |\n|---|---|---|\n| Oil | ${text} | Buy it. |\n`;
  expect(read(cells('Fill it.')).provider).toBe('Red Hat and AWS');
  expect(read(cells('**Red Hat**<br>Fill it.')).provider).toBe('Red Hat');
});

it('a company that headings name is the provider where other labels say `our`', () => {
  const told = read(
    '# T\n\n## Google’s responsibilities\n\n- Fill.\n\n## Your responsibilities\n\n- Buy.\n\n## Sum\n\n| Part | Our responsibility | Your responsibility |\n|---|---|---|\n| Oil | Fill it. | Buy it. |\n',
  );
  expect(told).toMatchObject({
    provider: 'Google',
    resources: ['-: Fill. | ', '-:  | Buy.', 'Oil: Fill it. | Buy it.'],
  });
});

it('headings of parties without one above them are areas themselves', () => {
  const half = (name: string, text: string): string =>
    `## ${name} responsibilities\n\n### Glass\n\n- ${text}\n\n`;
  expect(read(`${half('Nimbus', 'Polish it.')}${half('Your', 'Buy it.')}`)).toMatchObject({
    resources: ['-: Polish it. | ', '-:  | Buy it.'],
    homes: ['Glass', 'Glass'],
  });
});

it('headings that say what is parted are nobody’s', () => {
  for (const heading of [
    'Roles and responsibilities',
    'Layer-by-Layer Responsibility (mark CSP / CSC / Both)',
    'Split of responsibilities',
    'Shared responsibilities',
  ])
    expect(read(`# ${heading}\n\n## ${heading}\n\n- Fill.\n\n## Your part\n\n- Trim.`).provider).toBe(
      'Nimbus',
    );
});

it('a list that only counts up the parties gives nothing to them', () => {
  const told = read(
    '# T\n\nThree parties share the responsibilities:\n\n1. **Customer**\n2. **Nimbus (Lamps)**\n3. **Cloud Provider** (Storm)\n',
  );
  expect(told.resources).toEqual([]);
  expect(told.leftOut).toHaveLength(3);
});

it('a column that asks whether something is shared has no duties', () => {
  const told = read(
    page(
      ['Area', 'Nimbus responsibility', 'Your responsibility', 'Shared?'],
      ['Oil', 'Fill it.', 'Buy it.', 'Yes'],
    ),
  );
  expect(told.resources).toEqual(['Oil: Fill it. | Buy it.']);
  expect(told.leftOut).toEqual(['no-responsibilities 7: Yes']);
});
