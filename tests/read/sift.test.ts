// What stands where a duty would and is none leaves with its text and its reason, and nothing else does.
import { describe, expect, it } from 'vitest';
import { importPage } from '../../src/read/index.ts';
import { fileOf, fixture, lanternPage, leftOutOf, namesFrom, outline } from './support.ts';

const options = { id: null, names: namesFrom(fixture('lantern.names.yaml')), previous: null };
const TABLE = '| Task | Nimbus responsibilities | Your responsibilities |\n|---|---|---|\n';
const read = (body: string) => importPage(fileOf(lanternPage(body), 'lantern.md'), options);
/** The first row is there so that the page has a duty. */
const rows = (...lines: string[]) => read(`## Care\n\n${TABLE}| Oil | Fill. | Burn. |\n${lines.join('\n')}`);
const FIRST = ['C Care', '  Oil: Fill. / Burn.'];

describe('a cell', () => {
  it.each([
    [
      'says-nothing',
      ['None', 'N/A', '(None)', 'none.', '-', '—', '--', 'Not applicable', 'Nimbus N/A', 'n.a.', 'Nothing'],
    ],
    [
      'placeholder',
      [
        'NEED CONTENT',
        'TBD',
        'TODO: ask',
        'To be determined.',
        'Customer responsibility description',
        '{{site.data.keyword.nimbus}} responsibility description',
        'Lorem ipsum dolor',
        '&lt;text&gt;',
        '[add it here]',
        '?',
        '??',
        '...',
        '…',
        '[?]',
        'TODO',
        'tbc',
        'TBC: ask',
        'FIXME',
        'WIP',
        'To be provided',
      ],
    ],
    [
      'negative',
      [
        'Nimbus never touches your lamp.',
        'The Client is not responsible for, nor has access to, the wicks.',
        'You do not have access to wicks. Nimbus does not manage them.',
        "{{site.data.keyword.nimbus}} doesn't have access.",
        'No action required.',
        'Not responsible for oil.',
        'N/A. You are not responsible for oil.',
        'There is no backup method for wicks with two ends.',
        'There are currently no lamps that are kept warm.',
        "There's no need to trim.",
        'Nimbus does not commit to any time of recovery or loss of oil.',
        'Nimbus will not back up your oil.',
        'Nimbus takes no copies of wicks.',
        'Nimbus makes no promises. There is no store of oil.',
        'Umbra is not responsible for oil that others pour.',
        'The maker of a lamp isn’t responsible for its oil.',
        'The {{site.data.keyword.lantern_short}} service is not accountable for your wicks.',
        'You bear no responsibility for the tower.',
        'Nimbus does not accept any liability for oil.',
        'Nimbus will not be liable for wicks.',
        'No responsibility for wicks.',
        'You need not act.',
      ],
    ],
  ])('%s', (reason, texts) => {
    for (const text of texts) {
      const { value, report } = rows(`| Wicks | ${text} | Dry. |`);
      expect(outline(value)).toEqual([...FIRST, '  Wicks:  / Dry.']);
      expect(report?.leftOut.map((one) => [one.line, one.reason])).toEqual([[11, reason]]);
      expect(report?.leftOut[0]?.text).not.toBe('');
    }
  });

  it.each([
    'Do not include secrets in lamps.',
    'Never leave a lamp alone.',
    'You must not touch the wick.',
    'You do not share your lamp with anybody.',
    'Nimbus does not have access to lamps but provides you with a door.',
    'Nimbus does not have access to lamps. Nimbus provides a door.',
    'Nimbus does not share your oil with others.',
    'The customer must not share the key.',
    'You are not allowed to share the key.',
    'You cannot share the key.',
    'You are not permitted to pour oil on lamps that are not yours.',
    'Customers do not share doors.',
    'You will not give the key to others.',
    'There is no backup, so make your own.',
    'There is no backup method and you make your own.',
    'There is no backup; make your own.',
    'There must be no fire near the oil.',
    'Check that there is no fire near the oil.',
    'Nimbus does not commit changes at night.',
    'Nimbus does not sell your oil.',
    'Name the parts that Nimbus is not responsible for.',
    'Nimbus keeps the lamps, and Umbra is not responsible for them.',
    'Nimbus keeps the lamps and is not responsible for oil.',
    'You take no oil from the tower.',
    'Nothing that burns is left outside.',
    'None of the lamps is left outside.',
    'Describe the lamps.',
    'To do this, ask.',
  ])('a duty: %s', (text) => {
    const { value, report } = rows(`| Wicks | ${text} | Dry. |`);
    expect(outline(value)).toEqual([...FIRST, `  Wicks: ${text} / Dry.`]);
    expect(report?.leftOut).toEqual([]);
  });

  it('that denies a duty and says who has it is left out, in whichever column the other has its own', () => {
    const spared = 'None. {{site.data.keyword.nimbus}} and its shops are fully responsible for wicks.';
    const { value, report } = rows(`| Wicks | Trim. | ${spared} |`);
    expect(outline(value)).toEqual([...FIRST, '  Wicks: Trim. / ']);
    expect(report?.leftOut.map(({ reason, line }) => `${line} ${reason}`)).toEqual(['11 negative']);
    const harbour = rows('| Wicks | Trim. | None. The harbour is responsible for wicks. |').report;
    expect(leftOutOf(harbour)).toEqual(['11 negative None. The harbour is responsible for wicks.']);
    expect(outline(rows('| Wicks | | N/A. Look at them daily. |').value)[2]).toBe(
      '  Wicks:  / N/A. Look at them daily.',
    );
  });
});

describe('a row', () => {
  it('that says nothing stays a resource without duties, and is accounted for', () => {
    const { value, report } = rows('| Wicks | | |', '| Glass | None | N/A |');
    expect(outline(value)).toEqual([...FIRST, '  Wicks:  / ', '  Glass:  / ']);
    expect(leftOutOf(report)).toEqual(['11 says-nothing Wicks', '12 says-nothing Glass | None | N/A']);
  });

  it('of which every text is left out goes with its title', () => {
    const { value, report } = rows(
      '| Task 1 | NEED CONTENT | |',
      '| Task 2 | | None |',
      '| Door | Nimbus never touches it. | |',
    );
    expect(outline(value)).toEqual(FIRST);
    expect(leftOutOf(report)).toEqual([
      '11 placeholder NEED CONTENT',
      '11 placeholder Task 1',
      '12 says-nothing Task 2 | None',
      '13 negative Nimbus never touches it.',
      '13 negative Door',
    ]);
  });

  it('of question marks is a row that was never written, and one of nothing heads no rows', () => {
    const asks = rows('| ?? | ?? | ?? |', '| Wicks | Trim. | ?? |', '| ... | ✓ | |');
    expect(outline(asks.value)).toEqual([...FIRST, '  Wicks: Trim. / ']);
    expect(leftOutOf(asks.report)).toEqual([
      '11 placeholder ??',
      '11 placeholder ??',
      '11 placeholder ??',
      '12 placeholder ??',
      '13 party-unclear ... | ✓',
    ]);
    const nothing = rows('| N/A | N/A | N/A |', '| Wicks | - | — |', '| Glass | Cut. | |');
    expect(outline(nothing.value)).toEqual([...FIRST, '  N/A:  / ', '  Wicks:  / ', '  Glass: Cut. / ']);
    expect(leftOutOf(nothing.report)).toEqual([
      '11 says-nothing N/A | N/A | N/A',
      '12 says-nothing Wicks | - | —',
    ]);
  });

  it('with a duty keeps its title, whatever it is', () => {
    expect(outline(rows('| Task 1 | Trim. | |').value)).toEqual([...FIRST, '  Task 1: Trim. / ']);
  });
});

describe('another service', () => {
  const harbour =
    '| Quay | Keep {{site.data.keyword.harbour_short}} clean. | |\n| Crane | Oil the HBR crane. | |\n';
  const SHIPS = `## Ships\n\n${TABLE}${harbour}| Rope | {{site.data.keyword.harbour_full}} has rope. | Tie. |\n`;

  it('a table that names it throughout, and this service nowhere', () => {
    const { value, report } = read(`## Care\n\n${TABLE}| Oil | Fill. | Burn. |\n\n${SHIPS}`);
    expect(outline(value)).toEqual(FIRST);
    expect(report?.reasons).toEqual({ 'other-service': 7 });
  });

  it.each([
    ['with a row of this service', SHIPS.replace('Tie.', 'Tie to {{site.data.keyword.lantern_short}}.')],
    [
      'under a text of this service',
      SHIPS.replace('| Task', 'For {{site.data.keyword.lantern_full}}.\n\n| Task'),
    ],
    ['in an area about that service', SHIPS.replace('Ships', 'The harbour')],
    ['with two rows', SHIPS.replace(/\| Rope.*\n/, '')],
    ['naming it in half of its rows', `${SHIPS}| A | b | c |\n| D | e | f |\n| G | h | i |\n`],
  ])('but not a table %s', (_, body) => {
    expect(read(body).report?.reasons).toEqual({});
  });

  it('a second title', () => {
    const pasted = '# Who does what in {{site.data.keyword.harbour_short}}\n\n## Ropes\n\n';
    const { value, report } = read(
      `## Care\n\n${TABLE}| Oil | Fill. | Burn. |\n\n${pasted}${TABLE}| Rope | Tie. | Cut. |\n`,
    );
    expect(outline(value)).toEqual(FIRST);
    expect(leftOutOf(report)).toEqual([
      '18 other-service Rope',
      '18 other-service Tie.',
      '18 other-service Cut.',
    ]);
  });

  it('goes with the row that heads its rows', () => {
    const pasted = '# Who does what in {{site.data.keyword.harbour_short}}\n\n';
    const { report } = read(
      `## Care\n\n${TABLE}| Oil | Fill. | Burn. |\n\n${pasted}${TABLE}| **Ropes** |\n| Rope | Tie. | Cut. |\n`,
    );
    expect(leftOutOf(report)).toContain('16 other-service Ropes');
  });

  it('is not told on a page whose own service is unknown', () => {
    const page = `---\nlastupdated: "2026-03-31"\n---\n# Who does what\n\n${SHIPS}`;
    expect(importPage(fileOf(page, 'x.md'), options).report?.counts.resources).toBe(3);
  });
});

describe('a page that gives nothing to anybody says what it holds', () => {
  it.each([
    ['', 'it has headings and nothing below them.'],
    [
      'See [responsibilities of all](/docs/all?topic=all-responsibilities).',
      'it only points to `responsibilities of all`, `/docs/all?topic=all-responsibilities`.',
    ],
    ['See <a href="/x">there</a>.', 'it only points to `there`, `/x`.'],
    ['See [the page][all].\n\n[All]: /all "All"\n', 'it only points to `the page`, `/all`.'],
    [
      'See [all responsibilities].\n\n[all responsibilities]: </all#x>\n',
      'it only points to `all responsibilities`, `/all#x`.',
    ],
    ['<https://nimbus.example/all>', 'it only points to `https://nimbus.example/all`.'],
    ['See https://nimbus.example/all.', 'it only points to `https://nimbus.example/all`.'],
    ['[![Lamps](/lamps.png)](/all)', 'it only points to `Lamps`, `/all`.'],
    ["See <a class='x' href='/all'><img src='/lamps.png'>all</a>.", 'it only points to `all`, `/all`.'],
    ['![Who does what](/lamps.png)', 'it has no table and no list, and says `Who does what`.'],
    [
      'Both do their part.\n\n![Who does what][lamps]\n\n[lamps]: /lamps.png\n',
      'it has no table and no list, and says `Both do their part.`.',
    ],
    ['[lamps]: /lamps.png\n', 'it has headings and nothing below them.'],
    ['- [One][1]\n- [Two][]\n\n[1]: /one\n[two]: /two\n', 'it is only a table of contents.'],
    ['- [One](/one)\n- [Two](/two)\n', 'it is only a table of contents.'],
    ['There are none.', 'it has no table and no list, and says `There are none.`.'],
    [
      `## Care\n\n${TABLE}| Task 1 | TBD | None |\n`,
      'its 3 rows, cells and items are all left out (2 never written, 1 empty or `None`).',
    ],
    [`## Care\n\n${TABLE}`, 'its tables and lists have no rows.'],
  ])('%j', (body, sentence) => {
    const { value, diagnostics } = read(body);
    expect(value).toBeNull();
    expect(diagnostics[0]).toMatchObject({
      code: 'page-no-duties',
      sentence: `The page gives no duty to anybody: ${sentence}`,
    });
  });
});
