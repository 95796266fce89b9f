// What became of each duty. A duty whose digest stands says the same; whose words differ in their marks alone, too; anything else is for
// somebody to look at.
import type { Duty } from '../model/model.ts';
import type { DutyChange } from '../model/model-diff.ts';
import { saysTheSame } from './likeness/words.ts';
import { movedDuties } from './moved.ts';
import type { DutyPair, Pairs } from './pairs.ts';
import { wordPieces } from './word-pieces.ts';

/** In whose words the duties of both models are; `mixed` when they cannot be compared. */
export type Words = 'verbatim' | 'paraphrase' | 'mixed';

/** `unchanged` is how many are not listed. */
export type DutyChanges = { readonly unchanged: number; readonly changes: readonly DutyChange[] };

export const dutyChanges = (duties: Pairs['duties'], words: Words): DutyChanges => {
  const moved = movedDuties(duties, words !== 'mixed');
  const left = new Set(moved.values());
  const listed = duties
    .filter((pair) => !left.has(pair))
    .map((pair) => changeOf(pair, moved.get(pair) ?? null, words));
  const changes = listed.flatMap((change) => change ?? []);
  return { unchanged: listed.length - changes.length, changes };
};

const changeOf = (pair: DutyPair, from: DutyPair | null, words: Words): DutyChange | null => {
  const { before, after, party } = pair;
  if (after === null)
    return before === null ? null : { kind: 'removed', id: before.id, party, before: said(before) };
  if (before !== null) return wordingChange(before, after, pair, words);
  if (from?.before == null) return { kind: 'added', id: after.id, party, after: said(after) };
  return { kind: 'moved', id: after.id, party, from: from.before.id, ...wording(from.before, after, words) };
};

const wordingChange = (before: Duty, after: Duty, { party }: DutyPair, words: Words): DutyChange | null => {
  const theSame = before.digest === after.digest;
  if (theSame && (words !== 'verbatim' || before.text === after.text)) return null;
  const editorial = theSame || (words === 'verbatim' && saysTheSame(before.text, after.text));
  return {
    kind: editorial ? 'editorial' : 'reworded',
    id: after.id,
    party,
    ...wording(before, after, words),
  };
};

const wording = (
  before: Duty,
  after: Duty,
  words: Words,
): Pick<Extract<DutyChange, { kind: 'reworded' }>, 'before' | 'after' | 'words'> => ({
  before: said(before),
  after: said(after),
  words: words === 'mixed' ? null : wordPieces(before.text, after.text),
});

const said = ({ line, text, digest }: Duty): Pick<Duty, 'line' | 'text' | 'digest'> => ({
  line,
  text,
  digest,
});
