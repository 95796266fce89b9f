// Columns of ticks and crosses: a tick gives the row to whose column it stands in, and no sign is ever a duty itself.
import { expect, it } from 'vitest';
import { importPage } from '../../../src/read/index.ts';
import { fileOf, fixture, lanternPage, leftOutOf, namesFrom, outline } from '../support.ts';
import { read, readTable } from './support.ts';

const HEADER = '| Task | Nimbus | You |';
const both = (yes: string, no: string): string[] => [
  HEADER,
  `| Fill | ${yes} | ${no} |`,
  `| Polish | ${no} | ${yes} |`,
  `| Trim | ${yes} | ${yes} |`,
  `| Rest | ${no} | ${no} |`,
];

it.each([
  [':heavy_check_mark:', ':x:'],
  [':white_check_mark:', ''],
  ['✅', '❌'],
  ['✔️', '✘'],
  ['☑', '–'],
  ['●', '○'],
  ['&#10003;', '&#10007;'],
  ['✓', 'x'],
  ['X', ''],
  ['x', '-'],
  ['Yes', 'No'],
  ['Y', 'N'],
  ['[x]', '[ ]'],
  ['![Checkmark icon](tick.svg)', ''],
])('%s and %s give the rows to those who are ticked', (yes, no) => {
  expect(readTable(both(yes, no))).toMatchObject({
    dialects: ['owner-column'],
    resources: ['-: Fill | ', '-:  | Polish', '-: Trim | Trim'],
    leftOut: [expect.stringMatching(/^says-nothing 9: Rest/)],
  });
});

it.each(['❌', ':x:', '○', '¤', ':lamp:'])('%s alone may mean either', (mark) => {
  expect(readTable([HEADER, `| Fill | ${mark} | |`, `| Polish | | ${mark} |`])).toMatchObject({
    resources: [],
    leftOut: [`party-unclear 6: Fill | ${mark}`, `party-unclear 7: Polish | ${mark}`],
  });
});

it('the letter x where other ticks stand is a cross only beside one of them', () => {
  expect(readTable([HEADER, '| Fill | ✓ | x |', '| Polish | x | |'])).toMatchObject({
    resources: [],
    leftOut: ['party-unclear 6: Fill | ✓ | x', 'party-unclear 7: Polish | x'],
  });
});

it('a table of HTML has ticks in paragraphs, with notes behind them', () => {
  const row = (...cells: string[]): string =>
    `<tr>\n${cells.map((text) => `<td>${text === '' ? '' : `<p>${text}</p>`}</td>`).join('\n')}\n</tr>`;
  const head = '<tr>\n<th><p>Task</p></th>\n<th><p>Nimbus</p></th>\n<th><p>Customer</p></th>\n</tr>';
  const rows = [row('Fill', '✔', ''), row('Trim', '✔ (the wick)', '✔')].join('\n');
  expect(read(`# T\n## Lamps{#lamps}\n\n<table>\n${head}\n${rows}\n</table>\n`)).toMatchObject({
    resources: ['-: Fill | ', '-: Trim | Trim'],
    leftOut: ['no-responsibilities 17: (the wick)'],
  });
});

it('a column with a name, ticked where the customer’s is not, is the provider’s', () => {
  const rows = ['| Fill | :x: | :heavy_check_mark: |', '| Polish | :heavy_check_mark: | :x: |'];
  expect(readTable(['| Task | Your responsibility | Umbra Lights |', ...rows])).toMatchObject({
    provider: 'Umbra Lights',
    resources: ['-: Fill | ', '-:  | Polish'],
  });
  const more = ['| Fill | ✓ | ✓ |', '| Polish | ✓ | |'];
  expect(readTable(['| Task | Mandatory | Your responsibility |', ...more])).toMatchObject({
    resources: [],
    leftOut: ['party-unclear 6: Fill | ✓ | ✓', 'party-unclear 7: Polish | ✓'],
  });
});

it('a further column of ticks beside both parties stands aside', () => {
  const rows = ['| Task | Weekly | Nimbus | You |', '| Fill | ✓ | ✓ | |', '| Polish | | | ✓ |'];
  expect(readTable(rows)).toMatchObject({
    resources: ['-: Fill | ', '-:  | Polish'],
    leftOut: ['no-responsibilities 6: ✓'],
  });
});

it('no sign is the text of a duty, whoever reads it', () => {
  const page = lanternPage(
    '## Care\n\n| Task | Nimbus role | Your role |\n|---|---|---|\n| Oil | Fill. | :x: |\n| Wick | ✓ :lamp: | Trim. |\n',
  );
  const options = { id: null, names: namesFrom(fixture('lantern.names.yaml')), previous: null };
  const { value, report } = importPage(fileOf(page, 'lantern.md'), options);
  expect(outline(value)).toEqual(['C Care', '  Oil: Fill. / ', '  Wick:  / Trim.']);
  expect(leftOutOf(report)).toEqual(['10 party-unclear :x:', '11 party-unclear ✓ :lamp:']);
});
