// Who owes what, for people: counts of each group first, then what each owes, the most urgent first.
import type { OwedDuty } from '../index.ts';
import { neutral } from './neutral.ts';
import type { OwedFile, UnreadFile } from './owed-file.ts';
import { type Group, groupsOf, type OwedGroup, type Placed } from './status-groups.ts';
import { whatWords } from './status-words.ts';
import type { Line } from './terminal.ts';
import { counted } from './wrap.ts';

export { GROUPS, type Group } from './status-groups.ts';

/** How many things of one group are listed before the rest are counted. */
const SHOWN = 5;

export const statusLines = (
  files: readonly OwedFile[],
  unread: readonly UnreadFile[],
  by: Group,
  all: boolean,
): readonly Line[] => {
  const groups = groupsOf(files, by);
  const owing = groups.filter(({ items }) => items.length > 0);
  const cut = !all && owing.some(({ items }) => items.length > SHOWN);
  return [
    { text: headingOf(files), tone: 'heading' },
    ...(files.length === 0 ? [] : [{ text: '' }, ...tableLines(groups, by)]),
    ...owing.flatMap((group) => groupLines(group, by, all)),
    ...unreadLines(unread),
    ...(cut
      ? [{ text: '' }, { text: '--all lists everything; --csv makes it a table for a spreadsheet.' }]
      : []),
    ...(owing.length === 0 && unread.length === 0
      ? [{ text: '' }, { text: 'Nothing is owed.', tone: 'good' as const }]
      : []),
  ];
};

const headingOf = (files: readonly OwedFile[]): string => {
  const days = [...new Set(files.map((file) => file['as-of']))];
  const [day] = days;
  const judged =
    day === undefined ? '' : days.length === 1 ? `, judged as of ${day}` : ', each judged as of its own day';
  return `${counted(files.length, 'attestation', 'attestations')}${judged}`;
};

const counts = (duties: readonly OwedDuty[]) => {
  const number = (result: OwedDuty['result']): number =>
    duties.filter((duty) => duty.result === result).length;
  return {
    of: duties.length,
    answered: duties.length - number('not-answered'),
    supported: number('supported'),
    partly: number('partly-supported'),
  };
};

/** `12 of 17 answered`; owners and areas without a duty of their own owe records or sign-offs. */
const answeredWords = ({ of, answered }: ReturnType<typeof counts>): string =>
  of === 0 ? 'no duties' : `${answered} of ${of}`;

const tableLines = (groups: readonly OwedGroup[], by: Group): readonly Line[] => {
  const rows = [...groups, ...(groups.length > 1 ? [everything(groups)] : [])].map(
    ({ name, duties, items }) => {
      const count = counts(duties);
      return [
        name,
        answeredWords(count),
        String(count.supported),
        String(count.partly),
        String(items.length),
      ];
    },
  );
  const table = [[by, 'answered', 'supported', 'partly', 'owed'], ...rows].map((row) => row.map(neutral));
  const widths = table.reduce<readonly number[]>(
    (soFar, row) => row.map((cell, index) => Math.max(soFar[index] ?? 0, cell.length)),
    [],
  );
  return table.map((row, index) => ({
    text: row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('   '),
    ...(index === 0 ? { tone: 'faint' as const } : {}),
  }));
};

const everything = (groups: readonly OwedGroup[]): OwedGroup => ({
  name: 'in all',
  duties: groups.flatMap(({ duties }) => duties),
  items: groups.flatMap(({ items }) => items),
});

const groupLines = ({ name, duties, items }: OwedGroup, by: Group, all: boolean): readonly Line[] => {
  const { of, answered, supported } = counts(duties);
  const said = of === 0 ? '' : `: ${answered} of ${of} answered, ${supported} supported`;
  const shown = all ? items : items.slice(0, SHOWN);
  const rest = items.length - shown.length;
  return [
    { text: '' },
    { text: neutral(`${name}${said}`), tone: 'heading' },
    ...shown.map((one) => ({ text: neutral(itemLine(one, by)) })),
    ...(rest === 0 ? [] : [{ text: `  … and ${rest} more`, tone: 'faint' as const }]),
  ];
};

const itemLine = ({ item, file }: Placed, by: Group): string => {
  const where = by === 'team' ? '' : `${file.team.id}.${file.system.id}, ${file.period}: `;
  const who = by === 'owner' || item.owner === null ? '' : ` (${item.owner.name})`;
  const since =
    item.since === null ? '' : item.what === 'to-confirm' ? ` from ${item.since}` : ` since ${item.since}`;
  return `  ${whatWords(item)}${since}  ${where}${item.name}  ${cutText(item.text)}${who}`;
};

/** A reminder; in full it stands in the attestation. */
const REMINDER = 60;

const cutText = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= REMINDER ? line : `${letters.slice(0, REMINDER).join('').trimEnd()} …`;
};

const unreadLines = (unread: readonly UnreadFile[]): readonly Line[] =>
  unread.length === 0
    ? []
    : [
        { text: '' },
        { text: `${counted(unread.length, 'file', 'files')} could not be read`, tone: 'warning' },
        ...unread.map(({ attestation, reason }) => ({
          text: neutral(reason.includes(attestation) ? `  ${reason}` : `  ${attestation}  ${reason}`),
        })),
      ];
