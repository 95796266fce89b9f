// Both parties in one cell, sentences about ownership, a table for each party.
import { describe, expect, it } from 'vitest';
import { read, readTable } from './support.ts';

describe('both parties in one cell', () => {
  it.each([
    ['**Nimbus responsibilities:** \\n * a \\n * b \\n **User responsibility:** \\n * c'],
    [
      '<p><strong>Nimbus responsibilities</strong>:</p><ul><li>a</li><li>b</li></ul><b>You:</b><ul><li>c</li></ul>',
    ],
    ['Nimbus responsibilities:<br>- a<br>- b<br>Your responsibilities:<br>- c'],
    ['**Your responsibilities** \\n - c \\n **Nimbus** \\n - a \\n - b'],
  ])('%s', (cell) => {
    const { dialects, resources } = readTable(['| Category | Responsibilities |', `| Glass | ${cell} |`]);
    expect(dialects).toEqual(['shared-cell']);
    expect(resources).toEqual(['Glass: a; b | c']);
  });

  it('what stands under no label is refused', () => {
    const { resources, leftOut } = readTable([
      '| Category | Responsibilities | Notes |',
      '| Glass | before \\n **Nimbus:** a \\n **You:** None \\n **AWS:** d | n |',
      '| Frame | nobody | |',
    ]);
    expect(resources).toEqual(['Glass: a | ']);
    expect(leftOut).toEqual([
      'party-unclear 6: before',
      'says-nothing 6: None',
      'third-party 6: d',
      'no-responsibilities 6: n',
      'party-unclear 7: Frame | nobody',
    ]);
  });
});

describe('described ownership', () => {
  it('each sentence that begins with its owner is a duty, in the part of its column', () => {
    const { dialects, resources, leftOut } = readTable([
      '| Resource | Description | Lantern | Lantern at home |',
      '| Glass | What shines. | {{site.data.keyword.nimbus}} owns the glass. | Client owns and manages it. Nimbus owns the frame. |',
      '| Oil | What burns. | Nimbus-owned barrels </br> Barrels of yours | Customer-owned oil |',
      '| Wick | Cord. | None | Ordinary cord |',
    ]);
    expect(dialects).toEqual(['described-ownership', 'described-ownership']);
    expect(resources).toEqual([
      '[Lantern] Glass: {{nimbus}} owns the glass. | ',
      '[Lantern] Oil: Nimbus-owned barrels | ',
      '[Lantern at home] Glass: Nimbus owns the frame. | Client owns and manages it.',
      '[Lantern at home] Oil:  | Customer-owned oil',
    ]);
    expect(leftOut).toEqual([
      'party-unclear 8: Wick | Cord. | None | Ordinary cord',
      'no-responsibilities 6: What shines.',
      'no-responsibilities 7: What burns.',
      'party-unclear 7: Barrels of yours',
    ]);
  });

  it('a table that once says so is something else', () => {
    const rows = ['| Parameter | Meaning |', '| a | You manage it. |', '| b | x |', '| c | y |', '| d | z |'];
    expect(readTable(rows).dialects).toEqual([]);
  });
});

describe('a table for each party', () => {
  const rows = '| Area | Examples |\n|-|-|\n| Glass | - a \\n - b |\n| Frame | None |\n| Oil | |\n';

  it('under headings that name the party; the heading above is the home', () => {
    const page = `# T\n## Lamps\n### Nimbus’s responsibilities\n\n${rows}\n### Customer's responsibilities\n\n${rows}`;
    const { dialects, resources, homes, leftOut } = read(page);
    expect(dialects).toEqual(['party-table', 'party-table']);
    expect(homes).toEqual(['Lamps', 'Lamps']);
    expect(resources).toEqual(['Glass: a; b | ', 'Oil: Oil | ', 'Glass:  | a; b', 'Oil:  | Oil']);
    expect(leftOut).toEqual(['says-nothing 8: Frame | None', 'says-nothing 16: Frame | None']);
  });

  it.each(['Your responsibilities for lamps', 'Lamps', 'You', 'Nimbus and customer responsibilities'])(
    'not under %s',
    (heading) => {
      expect(read(`# T\n## ${heading}\n\n${rows}`).dialects).toEqual([]);
    },
  );

  it('not under the title of the page', () => {
    expect(read(`# Your responsibilities\n\n${rows}`).dialects).toEqual([]);
  });
});
