// Tables with a column for each party, well formed and otherwise.
import { describe, expect, it } from 'vitest';
import { read, readTable } from './support.ts';

describe('whose a column is', () => {
  it.each([
    ['| Task | Nimbus responsibilities | Your responsibilities |'],
    ['| Task | Nimbus’s Responsibility | Your Responsibility |'],
    ['| Task | How Nimbus helps | What you can do |'],
    ['| Area | Nimbus Cloud role | Your role |'],
    ['| Task | {{site.data.keyword.nimbus_notm}} Responsibilities | User responsibilities |'],
    ['| | Nimbus | Customer |'],
    ['| Description | Provider responsibilities | Tenant responsibilities |'],
    ['| Task | Cloud service provider | Client |'],
    ['| Task | Our responsibilities | Your responsibilities |'],
    ['| Task | Managed by Nimbus | Managed by you |'],
    ['| Task | Service responsibilities | Customer responsibilities |'],
    ['| Task | Umbra Cloud Role | Client Role |'],
    ['| Task | {{site.data.keyword.some_db}} responsibilities | Your responsibilities |'],
  ])('%s', (header) => {
    expect(readTable([header, '| Glass | a | b |']).resources).toEqual(['Glass: a | b']);
    const turned = `| ${header.split('|').slice(1, 4).reverse().join(' | ')} |`;
    expect(readTable([turned, '| b | a | Glass |']).resources).toEqual(['Glass: a | b']);
  });

  it.each([
    ['| Entity | Endpoint | Description |'],
    ['| User | Permission | Description |'],
    ['| OAuth client | Identity provider | Scope |'],
    ['| Customer data | Nimbus region | Kept |'],
    ['| Parameter | User value | Default |'],
    ['| Role | Task description | Nimbus service |'],
  ])('%s is no table of duties', (header) => {
    const { dialects, leftOut } = readTable([header, '| a | b | c |']);
    expect(dialects).toEqual([]);
    expect(leftOut).toEqual(['no-responsibilities 6: a | b | c']);
  });

  it.each([
    ['| Task | Nimbus and you | Your responsibilities |'],
    ['| Task | Nimbus and customer responsibilities | Notes |'],
    ['| Your task | Nimbus tasks | Your tasks |'],
  ])('%s is unclear, and its rows are named', (header) => {
    const { resources, leftOut } = readTable([header, '| x | y | z |', '| u | v | w |']);
    expect(resources).toEqual([]);
    expect(leftOut).toEqual(['party-unclear 6: x | y | z', 'party-unclear 7: u | v | w']);
  });

  it('one party alone is enough where the header speaks of responsibilities', () => {
    expect(readTable(['| Task | Your responsibilities |', '| Glass | Polish it |']).resources).toEqual([
      'Glass:  | Polish it',
    ]);
  });

  it('two columns without any for the resource are duties of the whole area', () => {
    expect(readTable(['| Nimbus responsibilities | Your responsibilities |', '| a | b |']).resources).toEqual(
      ['-: a | b'],
    );
  });
});

describe('further columns', () => {
  it('a third party’s cells are nobody’s of the two', () => {
    const { resources, leftOut, allocations } = readTable([
      '| Task | Nimbus | You | Red Hat |',
      '| Glass | a | b | c |',
      '| Frame | | | d |',
    ]);
    expect(resources).toEqual(['Glass: a | b', 'Frame:  | ']);
    expect(allocations).toEqual([null, 'third-party']);
    expect(leftOut).toEqual(['third-party 6: c', 'third-party 7: d']);
  });

  it('notes are put aside, shared duties are both parties’, two titles are one', () => {
    const { resources, leftOut } = readTable([
      '| Category | Task | Nimbus | You | Shared responsibilities | Notes |',
      '| Lamps | Glass | a | b | c | d |',
    ]);
    expect(resources).toEqual(['Lamps: Glass: a; c | b; c']);
    expect(leftOut).toEqual(['no-responsibilities 6: d']);
  });

  it('several columns of one party are all its own', () => {
    const { resources } = readTable([
      '| Task | Nimbus support responsibilities | Nimbus keeper responsibilities | Your responsibilities |',
      '| Glass | a | b | c |',
    ]);
    expect(resources).toEqual(['Glass: a; b | c']);
  });
});

describe('header, delimiter and rows that differ', () => {
  const PAIR = '| Nimbus responsibilities | Your responsibilities |';

  it.each([[2], [3]])(
    'a header without its first cell is read as that of the last columns, delimiter %d',
    (columns) => {
      const { resources, remarks } = readTable([PAIR, '| Lamps | * Fill \\n * Trim | Use |'], columns);
      expect(resources).toEqual(['Lamps: Fill; Trim | Use']);
      expect(remarks).toEqual(['header-short 4']);
    },
  );

  it.each([
    ['the first cells list duties', ['| * Fill \\n * Trim | Use | see there |']],
    ['the first cells are the long ones', ['| Fill all the lamps with oil | Use | it |']],
    ['most rows are short, too', ['| Lamps | a | b |', '| a | b |', '| c | d |']],
  ])('but not where %s', (_, rows) => {
    const { resources, leftOut } = readTable([PAIR, ...rows], 3);
    expect(resources).toEqual([]);
    expect(leftOut.map((one) => one.split(' ', 1)[0])).toEqual(rows.map(() => 'party-unclear'));
  });

  it('where they agree, a short row lacks its last cell; where not, only whole rows are read', () => {
    const rows = ['| Task | Nimbus | You |', '| Glass | a', '| Frame | b | c |'];
    expect(readTable(rows).resources).toEqual(['Glass: a | ', 'Frame: b | c']);
    expect(readTable(rows, 4)).toMatchObject({
      resources: ['Frame: b | c'],
      leftOut: ['malformed 6: Glass | a'],
    });
  });

  it('too many cells are refused unless they are empty', () => {
    expect(readTable(['| Task | Nimbus | You |', '| x | a | b | c |', '| y | a | b | | |'])).toMatchObject({
      resources: ['y: a | b'],
      leftOut: ['malformed 6: x | a | b | c'],
    });
  });

  it('headers may be said again, or stand in the second row', () => {
    const { resources, leftOut } = readTable([
      '| Task | Nimbus | You |',
      '| Glass | a | b |',
      '| Task | **Nimbus** | You |',
      '| Frame | c | d |',
    ]);
    expect(resources).toEqual(['Glass: a | b', 'Frame: c | d']);
    expect(leftOut).toEqual(['no-responsibilities 7: Task | Nimbus | You']);
    expect(readTable(['| | Who does it | |', '| Task | You | Nimbus |', '| Glass | b | a |'])).toMatchObject({
      resources: ['Glass: a | b'],
      leftOut: ['no-responsibilities 4: Who does it'],
    });
  });
});

describe('rows', () => {
  const HEADER = '| Task | Nimbus | You |';

  it('a bold row with nothing beside it heads the rows below it', () => {
    expect(
      readTable([HEADER, '| x | a | b |', '| **Lenses** | | |', '| y | c | |', '| **Oil** |', '| z | | d |'])
        .resources,
    ).toEqual(['x: a | b', '[Lenses] y: c | ', '[Oil] z:  | d']);
  });

  it('where all titles are bold, none is a heading', () => {
    expect(readTable([HEADER, '| **x** | | |', '| **y** | a | b |'])).toMatchObject({
      resources: ['x:  | ', 'y: a | b'],
      leftOut: ['says-nothing 6: x'],
    });
  });

  it('what says nothing is told, and a row without a title refused', () => {
    const { resources, leftOut } = readTable([
      HEADER,
      '| Glass | None. | Polish |',
      '| Frame | {{site.data.keyword.nimbus}} N/A | (None) |',
      '| | Sweep | |',
      '| | | |',
    ]);
    expect(resources).toEqual(['Glass:  | Polish', 'Frame:  | ']);
    expect(leftOut).toEqual([
      'says-nothing 6: None.',
      'says-nothing 7: Frame | {{nimbus}} N/A | (None)',
      'no-resource 8: Sweep',
      'says-nothing 9: ',
    ]);
  });

  it('labels in a cell name third parties, and must not contradict the column', () => {
    const { resources, leftOut } = readTable([
      '| Resource | Service responsibilities | Customer responsibilities |',
      '| Glass | **Nimbus** \\n - a \\n - b \\n **AWS** \\n - c | d |',
      '| Frame | **Customer:** e | f |',
    ]);
    expect(resources).toEqual(['Glass: a; b | d', 'Frame:  | f']);
    expect(leftOut).toEqual(['third-party 6: c', 'party-unclear 7: e']);
  });

  it('a bold word that begins a sentence is no label', () => {
    expect(readTable([HEADER, '| Glass | **You** get new glass. | b |']).resources).toEqual([
      'Glass: You get new glass. | b',
    ]);
  });

  it('marks that nobody explains are refused', () => {
    expect(readTable([HEADER, '| Glass | ¤ | |', '| Frame | | X |'])).toMatchObject({
      resources: ['-:  | Frame'],
      leftOut: ['party-unclear 6: Glass | ¤'],
    });
    expect(readTable([HEADER, '| Glass | ✓ | |', '| Frame | | X |'])).toMatchObject({
      resources: ['-: Glass | '],
      leftOut: ['party-unclear 7: Frame | X'],
    });
  });
});

describe('whose page it is', () => {
  const page = (...tables: string[][]): string =>
    `# T\n${tables.map(([header = '', ...rows], index) => `\n## H${index}\n\n${[header, `|${'---|'.repeat(3)}`, ...rows].join('\n')}\n`).join('')}`;

  it('a company that stands beside the customer is the provider of its page', () => {
    expect(
      read(page(['| Task | Red Hat responsibilities | Customer responsibilities |', '| x | a | b |'])),
    ).toMatchObject({
      provider: 'Red Hat',
      resources: ['x: a | b'],
    });
  });

  it('on the page of another it is a third party', () => {
    const { provider, resources, leftOut } = read(
      page(
        ['| Task | Nimbus responsibilities | Your responsibilities |', '| x | a | b |'],
        ['| Task | Red Hat responsibilities | Your responsibilities |', '| y | c | d |'],
      ),
    );
    expect(provider).toBe('Nimbus');
    expect(resources).toEqual(['x: a | b', 'y:  | d']);
    expect(leftOut).toEqual(['third-party 13: c']);
  });

  it('two that are named equally often are neither', () => {
    const { provider, resources } = read(
      page(
        ['| Task | AWS responsibilities | Your responsibilities |', '| x | a | b |'],
        ['| Task | Red Hat responsibilities | Your responsibilities |', '| y | c | d |'],
      ),
    );
    expect(provider).toBe('Nimbus');
    expect(resources).toEqual(['x:  | b', 'y:  | d']);
  });
});
