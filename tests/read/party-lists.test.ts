// Lists under the name of a party: every way in which pages write the label, and what is none.
import { describe, expect, it } from 'vitest';
import { importPage } from '../../src/read/index.ts';
import { fileOf, fixture, lanternPage, leftOutOf, namesFrom, outline } from './support.ts';

const options = { id: null, names: namesFrom(fixture('lantern.names.yaml')), previous: null };
const read = (body: string) => importPage(fileOf(lanternPage(body), 'lantern.md'), options);
const outlined = (body: string) => outline(read(body).value);
const left = (body: string) => leftOutOf(read(body).report);

const AREA = '## Care of lamps\n{: #care}\n\n';
const CARE = ['CL Care of lamps', '  Care of lamps: Fill them., Trim them. / Light them.'];
const [NIMBUS, YOURS] = ['- Fill them.\n- Trim them.\n', '- Light them.\n'];

describe('a label for each party below the heading of an area', () => {
  it.each([
    ['in bold', '**Nimbus responsibilities**', '**Your responsibilities**'],
    ['in bold with a colon', '**Nimbus responsibilities:**', '**Customer responsibilities**:'],
    ['plain with a colon', "Nimbus's responsibilities:", 'Your responsibilities:'],
    ['of a party alone', '**Nimbus**', '**You**'],
    ['as a sentence', 'Nimbus is responsible for:', '**You are responsible for the following tasks:**'],
    ['by key', '**{{site.data.keyword.nimbus}} responsibilities**', '**Client’s role**'],
    ['as headings', '### Nimbus responsibilities', '### What you can do'],
    ['in HTML', '<strong>Nimbus responsibilities</strong>', '<b>Your duties</b>'],
    [
      'for the service',
      '**Nimbus responsibilities for {{site.data.keyword.lantern_full}}**',
      '**Your responsibilities**',
    ],
  ])('%s', (_, nimbus, yours) => {
    expect(outlined(`${AREA}${nimbus}\n\n${NIMBUS}\n${yours}\n\n${YOURS}`)).toEqual(CARE);
    expect(outlined(`${AREA}${yours}\n${YOURS}\n${nimbus}\n${NIMBUS}`)).toEqual(CARE);
  });

  it('as the first item of a list, with the others below it or beside it', () => {
    const nested =
      '- **Nimbus responsibilities**\n  - Fill them.\n  - Trim them.\n- **Your responsibilities:**\n  - Light them.\n';
    expect(outlined(AREA + nested)).toEqual(CARE);
    const flat = '- **Nimbus responsibilities**\n- Fill them.\n- Trim them.\n\n- **You**\n- Light them.\n';
    expect(outlined(AREA + flat)).toEqual(CARE);
    expect(left(AREA + nested)).toEqual([
      '9 legend Nimbus responsibilities',
      '12 legend Your responsibilities:',
    ]);
  });

  it('in front of a duty, in an item or a paragraph', () => {
    expect(outlined(`${AREA}- **Nimbus:** Fill them.\n- Your responsibilities: Light them.\n`)).toEqual([
      'CL Care of lamps',
      '  Care of lamps: Fill them. / Light them.',
    ]);
    expect(outlined(`${AREA}**Nimbus:** Fill them.\n\n**You**: Light them.\n`)).toEqual([
      'CL Care of lamps',
      '  Care of lamps: Fill them. / Light them.',
    ]);
  });

  it('at the end of another paragraph', () => {
    const body = `${AREA}Lamps need oil.\n**Nimbus responsibilities**\n${NIMBUS}\n**Your responsibilities**\n${YOURS}`;
    expect(outlined(body)).toEqual(CARE);
  });

  it('a sentence that says more than whose it is begins each duty', () => {
    expect(outlined(`${AREA}Nimbus is responsible for the oil of:\n- Lamps.\n- Torches.\n`)).toEqual([
      'CL Care of lamps',
      '  Care of lamps: Nimbus is responsible for the oil of: Lamps., Nimbus is responsible for the oil of: Torches. / ',
    ]);
  });

  it('gives the lines, the heading and the id of the area', () => {
    const area = read(
      `${AREA}**Nimbus responsibilities**\n\n${NIMBUS}\n**Your responsibilities**\n\n${YOURS}`,
    ).value?.areas[0];
    expect(area).toMatchObject({ anchor: 'care', line: 6, allocation: 'shared' });
    expect(area?.scope).toBeUndefined();
    expect(area?.resources[0]).toMatchObject({
      line: 11,
      provider: [{ line: 11 }, { line: 12 }],
      customer: [{ line: 16 }],
    });
  });
});

describe('parties as headings of the page', () => {
  it('without areas, the page is the area', () => {
    const body = `## Nimbus’s responsibilities\n\n${NIMBUS}\n## Customer responsibilities\n\n${YOURS}`;
    expect(outlined(body)).toEqual([
      'WDWL Who does what in Lantern',
      '  Who does what in Lantern: Fill them., Trim them. / Light them.',
    ]);
  });

  it('headings below a pair of them are resources, whichever party they stand under', () => {
    const body = `## Nimbus responsibilities\n\n### Oil\n\n- Fill.\n\n### Glass\n\n- Cut it.\n\n## Your responsibilities\n\n### Oil\n\n- Burn.\n`;
    expect(outlined(body)).toEqual([
      'WDWL Who does what in Lantern',
      '  Oil: Fill. / Burn.',
      '  Glass: Cut it. / ',
    ]);
  });

  it('a heading above areas gives nothing to anybody', () => {
    const body = `## Your responsibilities\n\n${AREA.replace('##', '###')}- Light them.\n`;
    expect(outlined(body)).toEqual([]);
    expect(left(body)).toEqual(['11 no-responsibilities Light them.']);
  });

  it('nor does a title of the page', () => {
    const page = `---\nlastupdated: "2026-03-31"\n---\n# Your responsibilities\n\n- [Lamps](/lamps)\n`;
    expect(importPage(fileOf(page), options).value).toBeNull();
  });
});

describe('topics', () => {
  it('in bold above the labels, or below them', () => {
    const above = `${AREA}**Oil**\n\nNimbus responsibilities:\n- Fill.\n\nYour responsibilities:\n- Burn.\n\n**Glass**\n\nYour responsibilities:\n- Clean.\n`;
    expect(outlined(above)).toEqual(['CL Care of lamps', '  Oil: Fill. / Burn.', '  Glass:  / Clean.']);
    const below = `${AREA}**Nimbus responsibilities**\n\n**Oil**\n- Fill.\n\n**Glass**\n- Cut.\n\n**Your responsibilities**\n\n**Oil**\n- Burn.\n`;
    expect(outlined(below)).toEqual(['CL Care of lamps', '  Oil: Fill. / Burn.', '  Glass: Cut. / ']);
  });

  it('behind the list of a label something else begins', () => {
    const body = `${AREA}**Your responsibilities**\n- Light them.\n\n**Related**\n- [Oil](/oil)\n\nFor more, see these topics:\n- [Wicks](/wicks)\n`;
    expect(outlined(body)).toEqual(['CL Care of lamps', '  Care of lamps:  / Light them.']);
    expect(left(body)).toEqual(['13 no-responsibilities Oil', '16 no-responsibilities Wicks']);
  });
});

describe('items below items', () => {
  const LABEL = `${AREA}**Your responsibilities**\n`;
  it.each([
    [
      '- Ensure that:\n  - oil is there\n  - wicks are dry\n',
      '  Care of lamps:  / Ensure that: oil is there, Ensure that: wicks are dry',
    ],
    ['- Buy oil.\n  - Fish oil is best.\n', '  Care of lamps:  / Buy oil., Fish oil is best.'],
    ['- **Oil**\n  - Buy it.\n  - Burn it.\n', '  Oil:  / Buy it., Burn it.'],
    ['- a:\n  - b:\n    - c:\n      - d:\n        - e\n', '  Care of lamps:  / a: b: c: d:, a: b: c: e'],
    ['1. One.\n2. Two.\n', '  Care of lamps:  / One., Two.'],
  ])('%j', (list, expected) => {
    expect(outlined(LABEL + list)).toEqual(['CL Care of lamps', expected]);
  });
});

describe('paragraphs under a label', () => {
  it('are a duty each where no list is, and the label is clear', () => {
    const body = `${AREA}### Nimbus responsibilities\n\nFills the lamps.\n\nTrims them.\n\nSee [there](/x).\n\n### Your responsibilities\n\nSay when.\n{: note}\n\nLight them.\n`;
    expect(outlined(body)).toEqual([
      'CL Care of lamps',
      '  Care of lamps: Fills the lamps., Trims them. / Light them.',
    ]);
  });

  it('are text where a list is, and under a sentence', () => {
    expect(outlined(`${AREA}**Nimbus responsibilities**\n\nThere is much to do.\n\n${NIMBUS}`)).toEqual([
      'CL Care of lamps',
      '  Care of lamps: Fill them., Trim them. / ',
    ]);
    expect(outlined(`${AREA}Nimbus is responsible for the oil of:\n\nLamps.\n`)).toEqual([]);
  });
});

describe('what is no label', () => {
  it.each([
    'Misuse includes:',
    'Clients must not do any of these:',
    'You can find your responsibilities in these topics:',
    'Review the responsibilities of Nimbus:',
    '**Manage your users**',
    '**Related topics**',
  ])('%s', (text) => {
    expect(left(`## Abuse of lamps\n\n${text}\n- One.\n- Two.\n`)).toEqual([
      '9 no-responsibilities One.',
      '10 no-responsibilities Two.',
    ]);
  });

  it('a label of both parties is refused by name', () => {
    const { value, report, diagnostics } = read(`${AREA}You and Nimbus are responsible for:\n- Oil.\n`);
    expect(value).toBeNull();
    expect(leftOutOf(report)).toEqual(['10 party-unclear Oil.']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['page-no-duties', 'page-party-unclear']);
  });

  it('an item that only begins as one does is a duty', () => {
    expect(outlined(`${AREA}**You**\n- Customer responsibility to buy oil.\n- Manage your users.\n`)).toEqual(
      ['CL Care of lamps', '  Care of lamps:  / Customer responsibility to buy oil., Manage your users.'],
    );
  });
});

it('reads lists and labels beyond number, and loses none', () => {
  const deep = Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}- **a**:\n`).join('');
  expect(read(`${AREA}**You**\n${deep}`).report?.counts.customer).toBe(296);
  expect(read(AREA + '**Your responsibilities**\n- a\n\n'.repeat(20_000)).report?.counts.customer).toBe(
    20_000,
  );
  expect(
    read(AREA + '### Your responsibilities\n\nLight it.\n\n'.repeat(20_000)).report?.counts.customer,
  ).toBe(20_000);
});
