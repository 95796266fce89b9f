// Rows in pieces, rows that continue others, rows with a cell too many; columns that only look like duties; words of owners.
import { describe, expect, it } from 'vitest';
import { read, readTable } from './support.ts';

const HEADER = '| Task | Nimbus responsibilities | Your responsibilities |';

describe('rows', () => {
  it('one that is closed too early goes on in a line that holds just what it lacks', () => {
    const table = [
      '| Nimbus | You |',
      '|---|---|---|',
      '|Oil| Fill the lamps.|',
      'Store the oil. | Burn it. |',
    ];
    expect(read(`# T\n## Lamps\n\n${[...table, '|Wick| Cut. | Trim. |'].join('\n')}\n`)).toMatchObject({
      resources: ['Oil: Fill the lamps.; Store the oil. | Burn it.', 'Wick: Cut. | Trim.'],
      leftOut: [],
    });
  });

  it('a whole one takes nothing from a line below', () => {
    const table = ['| Task | Owner |', '|---|---|', '| Fill | Nimbus |', '{: caption="Lamps"|'];
    expect(read(`# T\n## Lamps\n\n${table.join('\n')}\n`).resources).toEqual(['-: Fill | ']);
  });

  it('one that begins with nothing continues the one right above', () => {
    const rows = [
      '| | | First. |',
      '| Oil | Fill. | Burn. |',
      '| | | Watch. |',
      '| | Store. | |',
      '| Wick | | Trim. |',
    ];
    expect(readTable([HEADER, ...rows])).toMatchObject({
      resources: ['Oil: Fill.; Store. | Burn.; Watch.', 'Wick:  | Trim.'],
      leftOut: ['no-resource 6: First.'],
    });
  });

  it('no row continues what heads others, or says nothing', () => {
    const rows = [
      '| Oil | None | N/A |',
      '| | Fill. | |',
      '| **Night** | | |',
      '| | | Watch. |',
      '| Wick | | Trim. |',
    ];
    expect(readTable([HEADER, ...rows]).leftOut).toEqual([
      'says-nothing 6: Oil | None | N/A',
      'no-resource 7: Fill.',
      'no-resource 9: Watch.',
    ]);
  });

  it('one cell too many is told where it says what all others say, and else the row is malformed', () => {
    const rows = [
      '| Resource | Care | Colours |',
      '| Glass | You | You | You |',
      '| Oil | You | Nimbus | You |',
    ];
    const { matrices, leftOut } = readTable([...rows, '| Wick | Shared | Nimbus |']);
    expect(matrices[0]?.rows.map(({ resource }) => resource.text)).toEqual(['Glass', 'Wick']);
    expect(leftOut).toContain('malformed 6: You');
    expect(leftOut).toContain('malformed 7: Oil | You | Nimbus | You');
  });

  it('bullets are bullets by their names, too, and no part of a title', () => {
    const rows = ['| • Oil<br/>• Wick | &bull; Fill.<br>&bull; Cut. | &#8226; Burn. |'];
    expect(readTable([HEADER, ...rows]).resources).toEqual(['Oil; Wick: Fill.; Cut. | Burn.']);
  });
});

describe('columns', () => {
  it('answers whether something is shared give nothing to anybody', () => {
    const rows = ['| Oil | Fill. | None (lamps) | No |', '| Wick | Cut. | Trim. | Yes |'];
    expect(readTable([`${HEADER} Shared? |`, ...rows])).toMatchObject({
      resources: ['Oil: Fill. | ', 'Wick: Cut. | Trim.'],
      leftOut: ['says-nothing 6: None (lamps)', 'no-responsibilities 6: No', 'no-responsibilities 7: Yes'],
    });
  });

  it('what they share stays theirs', () => {
    const rows = ['| Oil | Fill. | Burn. | Watch. |'];
    expect(readTable([`${HEADER} Shared |`, ...rows]).resources).toEqual([
      'Oil: Fill.; Watch. | Burn.; Watch.',
    ]);
  });
});

describe('words of owners', () => {
  const matrix = (...rows: string[]) =>
    readTable(['| Layer | Activity | IaaS | SaaS | Notes |', ...rows]).matrices[0];

  it('CSP and CSC are the parties, and two columns before them one title', () => {
    expect(
      matrix('| Host | Patching | CSC | CSP-led | |', '| Data | Keys | Both | CSC | Ask. |'),
    ).toMatchObject({
      areas: [{ text: 'Host: Patching' }, { text: 'Data: Keys' }],
      rows: [{ allocations: ['customer', 'shared'] }, { allocations: ['provider', 'customer'] }],
    });
  });

  it('the cloud is the provider beside the customer, and nobody without one', () => {
    const cloud = (word: string) =>
      readTable(['| Layer | IaaS | SaaS |', `| Host | ${word} | cloud |`, '| Site | cloud | cloud |'])
        .matrices;
    expect(cloud('customer')[0]?.rows[0]?.allocations).toEqual(['customer', 'provider']);
    expect(cloud('shared')).toEqual([]);
  });

  it('a provider that is called by its address is meant by the name before the dot', () => {
    const lists = 'System.sh is responsible for:\n\n- Light.\n\nCustomers are responsible for:\n\n- Oil.\n';
    const table =
      '| Task | Responsible |\n|---|---|\n| Fill | System |\n| Trim | Shared |\n| Burn | Customer |\n';
    expect(read(`# T\n## Lamps\n\n${lists}\n## More\n\n${table}`)).toMatchObject({
      provider: 'System.sh',
      resources: expect.arrayContaining(['-: Fill | ', '-: Trim | Trim', '-:  | Burn']),
    });
  });
});
