// What reading a provider's page came to, for people: how it was read, what was left out and where, and what looks wrong on it.
import type { ImportReport, LintFinding } from '../index.ts';
import { neutral } from './neutral.ts';
import type { Line } from './terminal.ts';
import { counted, wrap } from './wrap.ts';

/** Everything but the counts of the model, which have a line of their own. */
export const importLines = (report: ImportReport): readonly Line[] => [
  { text: `Read as ${listed(dialectsOf(report))}.` },
  ...report.matrices.map(({ line, title, rows, columns }) => ({
    text: neutral(
      `Ownership matrix at line ${line}${title === '' ? '' : `, ${title}`}: ${counted(rows, 'resource', 'resources')} in ${counted(columns, 'area', 'areas')}`,
    ),
  })),
  ...leftOutLines(report),
  ...findingLines(report.findings.filter(({ rule }) => !WARNED.has(rule))),
];

/** Rules for rows that have had a warning of their own, with the text of the page. */
const WARNED: ReadonlySet<string> = new Set(['no-party', 'placeholder']);

const dialectsOf = ({ dialects }: ImportReport): readonly string[] => {
  const counts = new Map<string, number>();
  for (const { dialect } of dialects) counts.set(dialect, (counts.get(dialect) ?? 0) + 1);
  return [...counts].map(([dialect, count]) => (count === 1 ? dialect : `${dialect} (${count} times)`));
};

const listed = (parts: readonly string[]): string => (parts.length === 0 ? 'nothing' : parts.join(', '));

/** A line for each reason, with the lines of the page. `--json` has every text. */
const leftOutLines = ({ reasons, leftOut }: ImportReport): readonly Line[] => {
  const all = Object.entries(reasons);
  if (all.length === 0) return [{ text: 'Nothing was left out.' }];
  return [
    { text: 'Left out, by line of the page:' },
    ...all.flatMap(([reason, count]) => {
      const lines = leftOut.flatMap((one) => (one.reason === reason ? [one.line] : []));
      return wrap(`${reason} (${count}): ${ranges(lines)}`, 2).map((text) => ({ text }));
    }),
  ];
};

/** `5-7, 9`: of lines in order, each once. */
const ranges = (lines: readonly number[]): string => {
  const runs: { readonly from: number; to: number }[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last !== undefined && line <= last.to + 1) last.to = line;
    else runs.push({ from: line, to: line });
  }
  return runs.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
};

/** What looks wrong, with its line; shared by `model import` and `model show`. Services without a model are told in one sentence. */
export const findingLines = (findings: readonly LintFinding[]): readonly Line[] => {
  const absent = findings.filter(({ rule }) => rule === 'delegation-absent');
  const others = findings.filter(({ rule }) => rule !== 'delegation-absent');
  return [
    ...(others.length === 0 ? [] : [{ text: 'What looks wrong on the page:', tone: 'warning' as const }]),
    ...others.flatMap(({ rule, line, sentence, refs }) =>
      indented(`line ${line}, ${rule}: ${sentence}${refs.length === 0 ? '' : ` (${refs.join(', ')})`}`, 2),
    ),
    ...(absent.length === 0 ? [] : indented(absentSentence(absent), 0)),
  ];
};

const absentSentence = (absent: readonly LintFinding[]): string =>
  `The page leaves something to ${counted(absent.length, 'service', 'services')} of which no model is at hand: ${absent.map(({ refs }) => refs[0]).join(', ')}.`;

const indented = (text: string, indent: number): readonly Line[] =>
  wrap(neutral(text), indent).map((line) => ({ text: line }));
