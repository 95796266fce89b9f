// What moving an attestation came to, for people: how many answers hold, and every duty that somebody has to look at.
import type { DutyOutcome, FileUpdate, Model } from '../index.ts';
import { paragraph, placeLines, scopeLines, wordingLines } from './model-diff-text.ts';
import { neutral } from './neutral.ts';
import type { Line } from './terminal.ts';
import { counted } from './wrap.ts';

type Moved = Extract<FileUpdate, { kind: 'moved' }>;

const KINDS = ['editorial', 're-opened', 'reworded', 'opened', 'dropped'] as const;

/** Customer duties by what became of them; `scopes` are areas whose introduction gives something else to somebody. */
export const updateCounts = ({
  updated,
  diff,
}: Moved): Readonly<Record<(typeof KINDS)[number] | 'unchanged' | 'scopes', number>> => {
  const of = (kind: DutyOutcome['kind']): number =>
    updated.outcomes.filter((one) => one.kind === kind).length;
  return {
    unchanged: updated.unchanged,
    editorial: of('editorial'),
    're-opened': of('re-opened'),
    reworded: of('reworded'),
    opened: of('opened'),
    dropped: of('dropped'),
    scopes: new Set(diff.scopes.filter(({ material }) => material).map(({ area }) => area)).size,
  };
};

export const upToDateLines = (path: string, { id, revision }: Model): readonly Line[] => [
  { text: neutral(`${path}: up to date. It speaks of ${id} at revision ${revision} already.`), tone: 'good' },
];

export const updateLines = (path: string, { id }: Model, update: Moved, dry: boolean): readonly Line[] => {
  const { from, to, diff, updated } = update;
  const of = (kind: DutyOutcome['kind']): readonly DutyOutcome[] =>
    updated.outcomes.filter((one) => one.kind === kind);
  const provider = diff.duties.filter(({ party, kind }) => party === 'provider' && kind !== 'editorial');
  return [
    {
      text: neutral(`${path}: ${id} ${dry ? 'would move' : 'moved'} from revision ${from} to ${to}.`),
      tone: 'heading',
    },
    ...section('Re-opened: look at the answer again', of('re-opened').flatMap(outcomeLines)),
    ...section('Opened: to be answered', of('opened').flatMap(outcomeLines)),
    ...section('Reworded, and not answered before', of('reworded').flatMap(outcomeLines)),
    ...section('Dropped: what is answered there counts for nothing', of('dropped').flatMap(outcomeLines)),
    ...section('Areas whose scope changed', diff.scopes.flatMap(scopeLines)),
    ...section('Areas and resources', diff.places.flatMap(placeLines)),
    { text: '' },
    ...paragraph(totals(update), 0, openNumber(update) > 0 ? 'warning' : 'good'),
    ...(provider.length === 0
      ? []
      : paragraph(
          `${counted(provider.length, 'duty', 'duties')} of the provider changed too: see countersign model diff.`,
          0,
        )),
    ...endLines(path, update, dry),
  ];
};

const section = (heading: string, lines: readonly Line[]): readonly Line[] =>
  lines.length === 0 ? [] : [{ text: '' }, { text: heading, tone: 'heading' }, ...lines];

const outcomeLines = (outcome: DutyOutcome): readonly Line[] => {
  const { id } = outcome;
  switch (outcome.kind) {
    case 'opened': {
      const was = outcome.from === null ? '' : `, ${outcome.from} before`;
      const under = outcome.under === null ? '' : `, under the answer to ${outcome.under}`;
      return paragraph(`${id}${was}${under}: ${outcome.after.text}`, 2);
    }
    case 'dropped':
      return paragraph(
        `${id}${outcome.to === null ? '' : `, ${outcome.to} now`}${outcome.answered ? '' : ', not answered'}: ${outcome.before.text}`,
        2,
      );
    case 'editorial':
      return wordingLines(id, outcome.before.text, outcome.after.text, null);
    default:
      return wordingLines(id, outcome.before.text, outcome.after.text, outcome.words);
  }
};

const openNumber = (update: Moved): number => {
  const counts = updateCounts(update);
  return counts['re-opened'] + counts.opened + counts.reworded;
};

const totals = (update: Moved): string => {
  const counts = updateCounts(update);
  const told = [
    `${counted(counts.unchanged, 'duty', 'duties')} unchanged`,
    `${counts.editorial} editorial`,
    `${counts['re-opened']} re-opened`,
    `${counts.opened} opened`,
    ...(counts.reworded === 0 ? [] : [`${counts.reworded} reworded and not answered before`]),
    `${counts.dropped} dropped`,
    `the scope of ${counted(counts.scopes, 'area', 'areas')} changed`,
  ];
  return `${told.join(', ')}.`;
};

const endLines = (path: string, update: Moved, dry: boolean): readonly Line[] => {
  if (dry) return [{ text: neutral(`Nothing was written.`) }];
  const replace = update.updated.outcomes.some(
    (one) => one.kind === 're-opened' || (one.kind === 'opened' && one.under !== null),
  );
  return [
    ...(update.earlierAtHand
      ? []
      : paragraph(
          `Put the model of revision ${update.from} into models/ beside ${path}: a build does not find it, and would say nothing of what changed.`,
          0,
          'warning',
        )),
    ...(openNumber(update) === 0
      ? []
      : [
          {
            text: neutral(
              `Look at them in the file, then run: countersign lock ${path}${replace ? ' --replace' : ''}`,
            ),
          },
        ]),
  ];
};
