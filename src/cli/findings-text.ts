// Findings for people: the gravest first, and under each severity the duties they speak of.
import {
  type CustomerTotals,
  type Finding,
  SEVERITIES,
  type Severity,
  type SeverityCounts,
} from '../index.ts';
import { neutral } from './neutral.ts';
import type { Line } from './terminal.ts';
import { counted, wrap } from './wrap.ts';

/** How many duties of one finding are named before the rest are counted. */
const NAMED = 4;

/** What duties say, by full id: nobody knows them by their ids alone. */
export type DutyTexts = Readonly<Record<string, string>>;

/** Duty ids stand without their model where all findings speak of one. */
export const findingLines = (findings: readonly Finding[], texts: DutyTexts): readonly Line[] => {
  const models = new Set(findings.flatMap(({ duties }) => duties.map((duty) => duty.split('/')[0])));
  return SEVERITIES.toReversed().flatMap((severity) => {
    const here = findings.filter((finding) => finding.severity === severity);
    if (here.length === 0) return [];
    const groups = grouped(here, texts, models.size === 1);
    return [{ text: severity, tone: 'heading' as const }, ...groups.flatMap(groupLines), { text: '' }];
  });
};

type Group = { readonly about: string; readonly findings: readonly Finding[] };

const grouped = (findings: readonly Finding[], texts: DutyTexts, short: boolean): readonly Group[] => {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const about = aboutOf(finding, texts, short);
    groups.set(about, [...(groups.get(about) ?? []), finding]);
  }
  return [...groups]
    .map(([about, members]) => ({ about, findings: members }))
    .sort((a, b) => (a.about < b.about ? -1 : 1));
};

const aboutOf = ({ duties }: Finding, texts: DutyTexts, short: boolean): string => {
  const [first, second] = duties;
  if (first === undefined) return 'the attestation as a whole';
  const names = duties.map((duty) => (short ? duty.slice(duty.indexOf('/') + 1) : duty));
  if (second === undefined) return cut(`${names[0]}  ${texts[first] ?? ''}`);
  if (names.length <= NAMED) return names.join(', ');
  return `${names.slice(0, NAMED - 1).join(', ')} and ${names.length - NAMED + 1} more`;
};

/** A duty's text is a reminder here; in full it stands in the attestation. */
const cut = (text: string): string => {
  const line = neutral(text).trimEnd();
  return line.length <= REMINDER ? line : `${line.slice(0, line.lastIndexOf(' ', REMINDER))} …`;
};
const REMINDER = 95;

const groupLines = ({ about, findings }: Group): readonly Line[] => [
  { text: `  ${neutral(about)}` },
  ...findings.flatMap(({ id, rule, sentence, fix }) => [
    ...wrap(neutral(`${id} ${rule}: ${sentence}`), 4).map((text) => ({ text })),
    ...wrap(neutral(`→ ${fix}`), 6).map((text) => ({ text, tone: 'faint' as const })),
  ]),
];

/** `5 findings: 1 high, 4 moderate.` */
export const findingCount = (findings: readonly Finding[]): string => {
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
  return findingCounts({
    ...{ low: count('low'), moderate: count('moderate') },
    ...{ high: count('high'), critical: count('critical') },
  });
};

/** The same of findings that were counted. */
export const findingCounts = (counts: SeverityCounts): string => {
  const all = SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
  if (all === 0) return 'No findings.';
  const parts = SEVERITIES.toReversed().flatMap((severity) =>
    counts[severity] === 0 ? [] : [`${counts[severity]} ${severity}`],
  );
  return `${counted(all, 'finding', 'findings')}: ${parts.join(', ')}.`;
};

/** The headline: the customer's half alone, with every other count beside it. */
export const headline = (totals: CustomerTotals): string => {
  const others = UNMET.flatMap(([result, words]) =>
    totals[result] === 0 ? [] : [`${totals[result]} ${words}`],
  );
  const rest = others.length === 0 ? '' : ` (${others.join(', ')})`;
  const outside = totals['not-applicable'] === 0 ? '' : ` ${totals['not-applicable']} more not applicable.`;
  return `${totals.supported} of ${counted(totals['in-scope'], 'customer duty', 'customer duties')} in scope supported${rest}.${outside}`;
};

const UNMET = [
  ['partly-supported', 'partly supported'],
  ['unsupported', 'unsupported'],
  ['not-answered', 'not answered'],
  ['re-opened', 're-opened'],
] as const;
