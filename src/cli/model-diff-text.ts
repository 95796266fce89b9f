// A model diff for people: what is material first, each text once, with what goes as [-out-] and what comes as {+in+}.
import type { DutyChange, ModelDiff, PlaceChange, ScopeChange, WordPiece } from '../index.ts';
import { neutral } from './neutral.ts';
import type { Line } from './terminal.ts';
import { counted, wrap } from './wrap.ts';

export const modelDiffLines = (diff: ModelDiff): readonly Line[] => [
  { text: neutral(titleOf(diff)), tone: 'heading' },
  ...(diff.matched === 'ids' ? [] : paragraph(APART, 0)),
  ...section('Added duties', dutiesOf(diff, 'added').flatMap(dutyLines)),
  ...section('Removed duties', dutiesOf(diff, 'removed').flatMap(dutyLines)),
  ...section('Reworded duties', dutiesOf(diff, 'reworded').flatMap(dutyLines)),
  ...section('Moved duties', dutiesOf(diff, 'moved').flatMap(dutyLines)),
  ...section('Areas that give something else to somebody', scopesOf(diff, true).flatMap(scopeLines)),
  ...section('Areas and resources', diff.places.flatMap(placeLines)),
  ...section('Editorial: they say the same', [
    ...dutiesOf(diff, 'editorial').flatMap(dutyLines),
    ...scopesOf(diff, false).flatMap(scopeLines),
  ]),
  { text: '' },
  ...paragraph(totals(diff), 0, diff.material > 0 ? 'warning' : 'good'),
];

const APART =
  'The two were imported apart, so that ids differ: duties are matched by what they say. Ids are those of the later model; those of removed duties are of the earlier one.';

const titleOf = ({ before, after }: ModelDiff): string =>
  before.id === after.id
    ? `${after.title} (${after.id}): page of ${before.revision} → page of ${after.revision}`
    : `${before.title} (${before.id}), page of ${before.revision} → ${after.title} (${after.id}), page of ${after.revision}`;

const dutiesOf = <K extends DutyChange['kind']>({ duties }: ModelDiff, kind: K): readonly DutyChange[] =>
  duties.filter((change) => change.kind === kind);

const scopesOf = ({ scopes }: ModelDiff, material: boolean): readonly ScopeChange[] =>
  scopes.filter((change) => change.material === material);

const section = (heading: string, lines: readonly Line[]): readonly Line[] =>
  lines.length === 0 ? [] : [{ text: '' }, { text: heading, tone: 'heading' }, ...lines];

/** The first line stands out by two. */
export const paragraph = (text: string, indent: number, tone?: 'warning' | 'good'): readonly Line[] =>
  wrap(neutral(text), indent).map((line, index) => ({
    text: index === 0 || indent === 0 ? line : `  ${line}`,
    ...(tone === undefined ? {} : { tone }),
  }));

const dutyLines = (change: DutyChange): readonly Line[] => {
  const place = `${change.id} ${change.party}, line ${change.kind === 'removed' ? change.before.line : change.after.line}`;
  switch (change.kind) {
    case 'added':
      return paragraph(`${place}: ${change.after.text}`, 2);
    case 'removed':
      return paragraph(`${place} before: ${change.before.text}`, 2);
    case 'moved':
      return wordingLines(
        `${place}, ${change.from} before`,
        change.before.text,
        change.after.text,
        change.words,
      );
    default:
      return wordingLines(place, change.before.text, change.after.text, change.words);
  }
};

/** Without words to compare, both texts. */
export const wordingLines = (
  place: string,
  before: string | null,
  after: string | null,
  words: readonly WordPiece[] | null,
): readonly Line[] =>
  words === null
    ? [
        ...paragraph(`${place}:`, 2),
        ...(before === null ? [] : paragraph(`before: ${before}`, 4)),
        ...(after === null ? [] : paragraph(`after: ${after}`, 4)),
      ]
    : paragraph(`${place}: ${words.map(pieceText).join(' ')}`, 2);

const pieceText = ({ kind, text }: WordPiece): string => {
  switch (kind) {
    case 'same':
      return text;
    case 'out':
      return `[-${text}-]`;
    case 'in':
      return `{+${text}+}`;
  }
};

const PARTS = {
  shared: 'shared',
  provider: 'provider',
  customer: 'customer',
  other: 'nobody by name',
} as const;

export const scopeLines = ({ area, part, before, after, words }: ScopeChange): readonly Line[] =>
  wordingLines(`${area}, ${PARTS[part]}`, before, after, words);

export const placeLines = (change: PlaceChange): readonly Line[] => {
  switch (change.kind) {
    case 'added':
      return paragraph(`${change.code}, line ${change.after.line}: {+${change.after.title}+}`, 2);
    case 'removed':
      return paragraph(`${change.code}, line ${change.before.line} before: [-${change.before.title}-]`, 2);
    case 'renamed':
      return paragraph(
        `${change.code}, line ${change.after.line}: [-${change.before.title}-] {+${change.after.title}+}`,
        2,
      );
    case 'reallocated':
      return paragraph(
        `${change.code}, line ${change.after.line}: ${change.title} [-${heldBy(change.before)}-] {+${heldBy(change.after)}+}`,
        2,
      );
  }
};

const heldBy = ({ allocation, raci }: Extract<PlaceChange, { kind: 'reallocated' }>['before']): string =>
  raci === undefined
    ? allocation
    : `${allocation}, provider ${raci.provider || 'none'}, customer ${raci.customer || 'none'}`;

const totals = (diff: ModelDiff): string => {
  const counts = (['added', 'removed', 'reworded', 'moved'] as const).flatMap((kind) => {
    const number = dutiesOf(diff, kind).length;
    return number === 0 ? [] : [`${counted(number, 'duty', 'duties')} ${kind}`];
  });
  const scoped = new Set(scopesOf(diff, true).map(({ area }) => area)).size;
  const rest = diff.material - diff.duties.filter(({ kind }) => kind !== 'editorial').length - scoped;
  const material = [
    ...counts,
    ...(scoped === 0 ? [] : [`${counted(scoped, 'area scope', 'area scopes')} changed`]),
    ...(rest === 0 ? [] : [`${counted(rest, 'resource', 'resources')} without duties changed`]),
  ];
  const editorial = dutiesOf(diff, 'editorial').length;
  return `${counted(diff.material, 'material change', 'material changes')}${material.length === 0 ? '' : `: ${material.join(', ')}`}. ${counted(diff.unchanged, 'duty', 'duties')} unchanged, ${editorial} editorial.`;
};
