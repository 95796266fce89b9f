// Rolling forward as edits of the file, so that all they do not speak of stays byte for byte.
import { carriedMark, isGiven } from '../../model/answer.ts';
import type { Answer, Attestation, OwnAnswer } from '../../model/attestation.ts';
import { spanOf } from '../../model/period.ts';
import { oneLine } from '../comment.ts';
import type { YamlEdit } from '../yaml/wish.ts';
import { leftBehind, type NextPeriod } from './carried.ts';

type Path = readonly string[];

/** All edits but those inside of the list of models. */
export const editsFor = (old: Attestation, next: NextPeriod): readonly YamlEdit[] => [
  set(['period'], next.period),
  set(['previous'], next.previous),
  ...(['policy', 'assurance'] as const).flatMap((key) => {
    const path = next.paths[key];
    return path === undefined ? [] : [set([key], path)];
  }),
  remove(['as-of']),
  remove(['assertion', 'subsequent-events']),
  // Emptied and not taken away, so that what the file says on how to approve stays with it.
  ...(old.approvals.length === 0 ? [] : [{ kind: 'set', path: ['approvals'], value: [] } as const]),
  ...answersIn(old).flatMap(({ path, answer }) => answerEdits(path, answer, spanOf(old.period).label)),
  ...Object.keys(old.evidence).flatMap((id) =>
    ['at', 'covers', 'records'].map((key) => remove(['evidence', id, key])),
  ),
  ...leftBehind(old, spanOf(next.period)).map(({ kind, id }) => remove([`${kind}s`, id])),
];

const set = (path: Path, value: string): YamlEdit => ({ kind: 'set', path, value });
const remove = (path: Path, note?: string): YamlEdit => ({
  kind: 'remove',
  path,
  ...(note === undefined ? {} : { note }),
});

const answersIn = ({ duties }: Attestation): readonly { readonly path: Path; readonly answer: Answer }[] =>
  Object.entries(duties).flatMap(([model, answers]) =>
    Object.entries(answers).map(([key, answer]) => ({ path: ['duties', model, key], answer })),
  );

const answerEdits = (path: Path, answer: Answer, label: string): readonly YamlEdit[] => {
  const ours = answer.inherited?.ours;
  return [
    ...partEdits(path, answer, label),
    ...(ours === undefined || ours === 'none' ? [] : partEdits([...path, 'inherited', 'ours'], ours, label)),
    ...(isGiven(answer) && carriedMark(answer) === null ? [set([...path, 'carried-from'], label)] : []),
  ];
};

const partEdits = (path: Path, part: OwnAnswer, label: string): readonly YamlEdit[] => {
  const last = part['last-performed'];
  const note = last === undefined ? undefined : `last performed, as told for ${oneLine(label)}: ${last}`;
  return [remove([...path, 'tests']), remove([...path, 'last-performed'], note)];
};
