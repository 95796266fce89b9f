// What a build wrote, where, and why it is a draft if it is one.
import type { Built, PackSummary, UpToDate } from '../index.ts';
import { findingCounts, headline } from './findings-text.ts';
import { neutral } from './neutral.ts';
import type { Line } from './terminal.ts';
import { counted, wrap } from './wrap.ts';

export const packLines = ({ summary, members, pack, zip, packId }: Built): readonly Line[] => [
  {
    text: neutral(`${summary.team}, ${summary.system}, ${summary.period}, judged as of ${summary.asOf}`),
    tone: 'heading',
  },
  ...wrap(neutral(editionSentence(summary)), 2).map((text) => ({ text })),
  { text: neutral(`  ${pack}/`) },
  ...memberLines(members),
  ...(zip === null ? [] : [{ text: neutral(`  ${zip}`) }]),
  { text: `  ${headline(summary.totals.customer)}` },
  { text: `  ${findingCounts(summary.findings)}` },
  ...movementLines(summary.movement),
  { text: `  pack id ${packId}` },
  { text: neutral(`  Check it any time: countersign verify ${pack}`), tone: 'faint' },
];

const movementLines = (movement: PackSummary['movement']): readonly Line[] => {
  if (movement === null) return [];
  const { period, edition, before, now } = movement;
  const sentence = `since ${period}, ${edition}: ${before} open then, ${now} open now`;
  return wrap(neutral(sentence), 2).map((text) => ({ text }));
};

export const upToDateLines = ({ pack, state, version }: UpToDate): readonly Line[] => [
  {
    text: neutral(
      `${pack}: up to date. ${state === 'final' ? `Version ${version}` : 'This draft'} was made from these very inputs.`,
    ),
    tone: 'good',
  },
];

const editionSentence = ({ edition, missing }: PackSummary): string => {
  const supersedes =
    edition.supersedes === null
      ? ''
      : ` It supersedes version ${edition.supersedes.version}: ${edition.supersedes.reason}`;
  if (edition.state === 'final')
    return `Final, version ${edition.version}: every approval the policy asks for is in.${supersedes}`;
  if (missing.length > 0) return `Draft, because approvals are missing: ${missing.join(', ')}.${supersedes}`;
  return `Draft, because the approvals are not in order; the findings say why.${supersedes}`;
};

/** Files at the top one by one; what lies in folders is counted. */
const memberLines = (members: Built['members']): readonly Line[] => {
  const top = members
    .filter(({ path }) => !path.includes('/'))
    .toSorted((a, b) => rankOf(a.path) - rankOf(b.path));
  const width = Math.max(...top.map(({ path }) => path.length));
  const folders = [
    ...new Set(
      members.flatMap(({ path }) => (path.includes('/') ? [path.slice(0, path.indexOf('/') + 1)] : [])),
    ),
  ];
  return [
    ...top.map(({ path, size }) => ({
      text: `    ${neutral(path).padEnd(width)}  ${sizeOf(size)}`,
    })),
    ...folders.sort().map((folder) => {
      const inside = members.filter(({ path }) => path.startsWith(folder));
      const size = inside.reduce((sum, one) => sum + one.size, 0);
      return {
        text: `    ${`${folder} (${counted(inside.length, 'file', 'files')})`.padEnd(width)}  ${sizeOf(size)}`,
      };
    }),
  ];
};

/** What people open first stands first. */
const rankOf = (path: string): number => (path.endsWith('.pdf') ? 0 : path.endsWith('.xlsx') ? 1 : 2);

const sizeOf = (bytes: number): string => `${Math.ceil(bytes / 1000)} kB`.padStart(9);
