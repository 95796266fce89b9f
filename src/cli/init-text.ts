// What a campaign has begun with, for people: a line for each file, and how many of each there are.

import { CONFIRM, confirmWords, leftWords } from './init-roll.ts';
import type { InitRow } from './init-row.ts';
import { neutral } from './neutral.ts';
import type { Line } from './terminal.ts';
import { counted } from './wrap.ts';

const WORDS = {
  started: 'started',
  'rolled-forward': 'rolled forward',
  kept: 'kept',
  failed: 'failed',
} as const satisfies Record<InitRow['outcome'], string>;
const WIDEST = 'rolled forward'.length;

export const campaignLines = (
  folder: string,
  rows: readonly InitRow[],
  unreadable: number,
): readonly Line[] => {
  const counts = Object.entries(WORDS).map(
    ([outcome, word]) => `${rows.filter((row) => row.outcome === outcome).length} ${word}`,
  );
  const failed = rows.some(({ outcome }) => outcome === 'failed') || unreadable > 0;
  const broken = unreadable === 0 ? '' : ` ${counted(unreadable, 'file', 'files')} could not be read.`;
  return [
    ...rows.flatMap(rowLines),
    { text: '' },
    { text: neutral(`${folder}: ${counts.join(', ')}.${broken}`), tone: failed ? 'warning' : 'good' },
    ...(rows.some(({ carried }) => (carried ?? 0) > 0) ? [{ text: CONFIRM }] : []),
    ...(rows.length === 0
      ? []
      : [{ text: neutral(`See who owes what: countersign status ${folder} --by team`) }]),
  ];
};

const rowLines = (row: InitRow): readonly Line[] => [
  {
    text: neutral(`${WORDS[row.outcome].padEnd(WIDEST)}  ${row.attestation}  ${saidOf(row)}`).trimEnd(),
    ...(row.outcome === 'failed' ? { tone: 'warning' as const } : {}),
  },
  ...row['left-behind'].map((one) => ({
    text: neutral(`${' '.repeat(WIDEST + 2)}left behind: ${leftWords(one)}`),
  })),
];

const saidOf = ({ outcome, duties, carried, previous, team, system }: InitRow): string => {
  if (outcome === 'started') return `(${counted(duties ?? 0, 'duty', 'duties')} to answer)`;
  if (outcome === 'rolled-forward') return `(${confirmWords(carried ?? 0)}, from ${previous ?? ''})`;
  return outcome === 'kept' ? '(it was there already)' : `(${team}.${system}; see above)`;
};
