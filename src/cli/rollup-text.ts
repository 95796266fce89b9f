// What a roll-up came to: where it lies, how many packs of how many, what is missing, and why it is a draft if it is one.
import type { Portfolio, Rollup } from '../index.ts';
import { headline } from './findings-text.ts';
import { neutral } from './neutral.ts';
import type { Line } from './terminal.ts';
import { counted, wrap } from './wrap.ts';

export const rollupLines = ({ portfolio, members }: Rollup, folder: string): readonly Line[] => {
  const width = Math.max(...members.map(({ path }) => path.length));
  return [
    {
      text: neutral(`Portfolio of ${portfolio.period.label}, judged as of ${portfolio['as-of']}`),
      tone: 'heading',
    },
    ...said(editionSentence(portfolio)),
    { text: neutral(`  ${folder}/`) },
    ...members.map(({ path, bytes }) => ({
      text: `    ${path.padEnd(width)}  ${`${Math.ceil(bytes.length / 1000)} kB`.padStart(9)}`,
    })),
    ...figures(portfolio).flatMap(said),
    ...listed('Missing', portfolio.missing),
    ...listed('Draft', draftsOf(portfolio)),
    ...refusedLines(portfolio),
    { text: `  roll-up id ${portfolio['rollup-id']}` },
    { text: neutral(`  Check it any time: countersign verify ${folder}`), tone: 'faint' },
  ];
};

export const upToDateRollup = (folder: string, version: number): readonly Line[] => [
  {
    text: neutral(`${folder}: up to date. Version ${version} was made from these very packs.`),
    tone: 'good',
  },
];

const said = (sentence: string): readonly Line[] => wrap(neutral(sentence), 2).map((text) => ({ text }));

const draftsOf = ({ teams }: Portfolio): Portfolio['teams'] =>
  teams.filter(({ edition }) => edition.state === 'draft');

const editionSentence = ({ edition, packs }: Portfolio): string => {
  const supersedes =
    edition.supersedes === null
      ? ''
      : ` It supersedes version ${edition.supersedes.version}: ${edition.supersedes.reason}`;
  if (edition.state === 'final')
    return `Final, version ${edition.version}: every pack is final, and none is missing.${supersedes}`;
  const open = [
    [packs.missing, 'missing'],
    [packs.draft, packs.draft === 1 ? 'still a draft' : 'still drafts'],
    [packs.refused, 'refused'],
  ] as const;
  const why = open.flatMap(([number, word]) => (number === 0 ? [] : [`${number} ${word}`])).join(', ');
  return `Draft, because of ${counted(packs.expected, 'pack', 'packs')} expected: ${why}.${supersedes}`;
};

const figures = ({ packs, totals, movement, before }: Portfolio): readonly string[] => [
  `${packs.here} of ${counted(packs.expected, 'pack', 'packs')} expected are here: ${packs.final} final, ${packs.draft} draft; ${packs.sealed} of ${packs.here} sealed, ${packs.complete} of ${packs.here} with every sign-off.`,
  headline(totals.customer),
  `${totals.provider.covered} of ${counted(totals.provider.of, 'provider duty', 'provider duties')} covered by assurance.`,
  `${counted(totals.findings.of, 'finding', 'findings')}: ${totals.findings.critical} critical, ${totals.findings.high} high, ${totals.findings.moderate} moderate, ${totals.findings.low} low.`,
  `${totals.remediations.overdue} of ${counted(totals.remediations.of, 'open remediation', 'open remediations')} overdue; of ${counted(totals.waivers.of, 'waiver', 'waivers')} ${totals.waivers.expired} expired and ${totals.waivers.expiring} ending within 92 days.`,
  ...(movement === null
    ? []
    : [
        `Movement of ${movement.teams} of ${packs.here} teams: ${movement.opening.open} open before, ${movement.counts.opened + movement.counts['re-opened'] + movement.counts['added-open']} more, ${movement.counts.closed + movement.counts['removed-open']} fewer, ${movement.closing.open} open now.`,
      ]),
  ...(before === null
    ? []
    : [
        `Compared with ${before.period.label}: ${before.both.teams} of ${packs.here} teams have a pack in both.`,
      ]),
];

/** More names than these are in the documents. */
const MOST = 20;

const listed = (title: string, items: readonly { readonly name: string }[]): readonly Line[] => {
  if (items.length === 0) return [];
  const more = items.length > MOST ? [`and ${items.length - MOST} more`] : [];
  return said(`${title}: ${[...items.slice(0, MOST).map(({ name }) => name), ...more].join(', ')}.`);
};

const REFUSAL_SAYS: Readonly<Record<Portfolio['refused'][number]['why'], string>> = {
  'no-pack': 'holds no pack',
  'manifest-unreadable': 'its manifest.json cannot be read',
  'manifest-not-canonical': 'its manifest.json is not in its one spelling',
  'member-missing': 'a member is missing',
  'member-changed': 'a member is not what the manifest says',
  'report-unreadable': 'its report.json is of no form this program knows',
  'report-differs': 'its report.json and its manifest.json speak of different packs',
  'name-taken': 'another folder holds a pack of the same team and system',
  'other-period': 'it is of another period',
};

const refusedLines = ({ refused }: Portfolio): readonly Line[] => [
  ...refused
    .slice(0, MOST)
    .flatMap(({ name, why, what }) =>
      said(`Refused: ${name}: ${REFUSAL_SAYS[why]}${what === null ? '' : ` (${what})`}.`),
    ),
  ...(refused.length > MOST ? said(`Refused: ${refused.length - MOST} more.`) : []),
];
