// Areas whose introduction gives something else to somebody.
import type { Area, Scope } from '../model/model.ts';
import type { ScopeChange } from '../model/model-diff.ts';
import type { Words } from './duty-changes.ts';
import { saysTheSame } from './likeness/words.ts';
import type { Pair } from './pairs.ts';
import { wordPieces } from './word-pieces.ts';

const PARTS = ['shared', 'provider', 'customer', 'other'] as const satisfies readonly (keyof Scope)[];

/** Of areas that are in both. */
export const scopeChanges = (areas: readonly Pair<Area>[], words: Words): readonly ScopeChange[] =>
  areas.flatMap(({ before, after }) =>
    before === null || after === null || before.scope?.digest === after.scope?.digest
      ? []
      : changesOf(after.code, before.scope ?? null, after.scope ?? null, words),
  );

/** Where it cannot be seen which part has changed, any of them may have. */
const changesOf = (
  area: string,
  before: Scope | null,
  after: Scope | null,
  words: Words,
): readonly ScopeChange[] => {
  const parts = PARTS.map((part) => ({ part, before: before?.[part] ?? null, after: after?.[part] ?? null }));
  const there = parts.filter((one) => one.before !== null || one.after !== null);
  const differing = there.filter((one) => one.before !== one.after);
  const unseen = words === 'mixed' || (words === 'paraphrase' && differing.length === 0);
  return (unseen ? there : differing).map((one) => ({
    area,
    ...one,
    words: unseen || one.before === null || one.after === null ? null : wordPieces(one.before, one.after),
    material: words !== 'verbatim' || !saysTheSame(one.before ?? '', one.after ?? ''),
  }));
};
