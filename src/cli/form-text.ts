// What became of a filled form, as lines for people: counts, then every conflict and rejection with its cell.
import type { CellVerdict, FormOutcome } from '../index.ts';
import { neutral } from './neutral.ts';
import type { Line } from './terminal.ts';
import { counted } from './wrap.ts';

const KINDS = ['applied', 'unchanged', 'conflict', 'rejected'] as const;

/** Cells by what became of them. */
export const formCounts = ({ verdicts }: FormOutcome): Readonly<Record<(typeof KINDS)[number], number>> => {
  const of = (kind: CellVerdict['kind']): number => verdicts.filter((one) => one.kind === kind).length;
  return {
    applied: of('applied'),
    unchanged: of('unchanged'),
    conflict: of('conflict'),
    rejected: of('rejected'),
  };
};

export const outcomeLines = (
  path: string,
  form: string,
  outcome: FormOutcome,
  dry: boolean,
): readonly Line[] => {
  const counts = formCounts(outcome);
  const told = [
    `${counts.applied} applied`,
    `${counts.unchanged} unchanged`,
    counted(counts.conflict, 'conflict', 'conflicts'),
    `${counts.rejected} rejected`,
  ];
  const open = counts.conflict + counts.rejected > 0;
  return [
    ...outcome.notes.map(({ sentence }): Line => ({ text: neutral(`note: ${sentence}`), tone: 'faint' })),
    ...outcome.verdicts.flatMap(verdictLines),
    { text: neutral(`${form}: ${told.join(', ')}.`), tone: open ? 'warning' : 'good' },
    ...endLines(path, outcome, dry),
  ];
};

/** What was applied is only counted; whoever wants to see it takes `--json` or compares the file. */
const verdictLines = (verdict: CellVerdict): readonly Line[] => {
  const { at, id, field } = verdict;
  const where = `${at}: ${id === '' ? 'a row without id' : id}${field === null ? '' : `, ${field}`}`;
  if (verdict.kind === 'conflict')
    return [
      { text: neutral(`conflict: ${where}`), tone: 'warning' },
      { text: neutral(`    in the form:        ${shown(verdict.form)}`) },
      { text: neutral(`    in the attestation: ${shown(verdict.file)}`) },
      { text: neutral(`    when it was made:   ${shown(verdict.base)}`) },
    ];
  if (verdict.kind !== 'rejected') return [];
  return [
    { text: neutral(`rejected: ${where}`), tone: 'warning' },
    { text: neutral(`    ${verdict.why.sentence} ${verdict.why.hint}`) },
    { text: neutral(`    in the form:        ${shown(verdict.form)}`) },
    ...(verdict.field === null ? [] : [{ text: neutral(`    in the attestation: ${shown(verdict.file)}`) }]),
  ];
};

/** Values are shown whole, so that none is lost; line ends inside become visible. */
const shown = (value: string | null): string => (value === null ? '(empty)' : value);

const endLines = (path: string, { text, verdicts }: FormOutcome, dry: boolean): readonly Line[] => {
  if (text === null) return [{ text: neutral(`${path} stays as it is.`) }];
  if (dry) return [{ text: neutral(`${path} would change; nothing was written.`) }];
  const answers = verdicts.some(
    ({ kind, sheet }) => kind === 'applied' && (sheet === 'answers' || sheet === 'exceptions'),
  );
  const evidence = verdicts.some(({ kind, sheet }) => kind === 'applied' && sheet === 'evidence');
  const next = `countersign lock ${path}, and then: countersign check ${path}`;
  return [
    { text: neutral(`${path} was changed.`), tone: 'good' },
    ...(answers || evidence ? [{ text: neutral(`Look at what changed, then run: ${next}`) }] : []),
  ];
};
