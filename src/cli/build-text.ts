// What a build wrote, where, and why it is a draft if it is one.
import type { Pack, Report } from '../index.ts';
import { findingCount, headline } from './findings-text.ts';
import { neutral } from './neutral.ts';
import type { Line } from './terminal.ts';
import { counted, wrap } from './wrap.ts';

export const packLines = (
  { report, members }: Pack,
  where: { readonly folder: string; readonly zip: string | null },
): readonly Line[] => [
  {
    text: neutral(
      `${report.team.name}, ${report.system.name}, ${report.period.label}, judged as of ${report['as-of']}`,
    ),
    tone: 'heading',
  },
  ...wrap(neutral(editionSentence(report)), 2).map((text) => ({ text })),
  { text: neutral(`  ${where.folder}/`) },
  ...memberLines(members),
  ...(where.zip === null ? [] : [{ text: neutral(`  ${where.zip}`) }]),
  { text: `  ${headline(report.totals.customer)}` },
  { text: `  ${findingCount(report.findings)}` },
  { text: `  pack id ${report['pack-id']}` },
  { text: neutral(`  Check it any time: countersign verify ${where.folder}`), tone: 'faint' },
];

export const upToDateLines = (folder: string, version: number): readonly Line[] => [
  {
    text: neutral(`${folder}: up to date. Version ${version} was made from these very inputs.`),
    tone: 'good',
  },
];

const editionSentence = ({ edition, approvals }: Report): string => {
  const supersedes =
    edition.supersedes === null
      ? ''
      : ` It supersedes version ${edition.supersedes.version}: ${edition.supersedes.reason}`;
  if (edition.state === 'final')
    return `Final, version ${edition.version}: every approval the policy asks for is in.${supersedes}`;
  if (approvals.missing.length > 0)
    return `Draft, because approvals are missing: ${approvals.missing.join(', ')}.${supersedes}`;
  return `Draft, because the approvals are not in order; the findings say why.${supersedes}`;
};

/** Files at the top one by one; what lies in folders is counted. */
const memberLines = (members: Pack['members']): readonly Line[] => {
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
    ...top.map(({ path, bytes }) => ({
      text: `    ${neutral(path).padEnd(width)}  ${sizeOf(bytes.length)}`,
    })),
    ...folders.sort().map((folder) => {
      const inside = members.filter(({ path }) => path.startsWith(folder));
      const size = inside.reduce((sum, { bytes }) => sum + bytes.length, 0);
      return {
        text: `    ${`${folder} (${counted(inside.length, 'file', 'files')})`.padEnd(width)}  ${sizeOf(size)}`,
      };
    }),
  ];
};

/** What people open first stands first. */
const rankOf = (path: string): number => (path.endsWith('.pdf') ? 0 : path.endsWith('.xlsx') ? 1 : 2);

const sizeOf = (bytes: number): string => `${Math.ceil(bytes / 1000)} kB`.padStart(9);
