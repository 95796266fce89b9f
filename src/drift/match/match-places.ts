// Which area or resource is which one before, where neither anchor nor title says it: the one whose duties say the same.
import { assign, type Edge } from '../likeness/assignment.ts';
import { worthMeasuring } from '../likeness/candidates.ts';
import type { Measure } from '../likeness/likeness.ts';
import type { Step } from './in-turn.ts';
import { dutiesOf, type ResourcePart } from './parts.ts';

/** Half of all duties have the same digest, or the words of all together are as alike as those of one duty would have to be. */
const SHARED = 0.5;
const ALIKE = 0.6;
/** A digest that more places have tells nothing of where it comes from. */
const COMMON = 8;

/** By what resources say; `resourcesOf` a place is its own. */
export const byDuties =
  <T>(resourcesOf: (place: T) => readonly ResourcePart[], measure: Measure | null): Step<T, T> =>
  (olds, news) => {
    const before = olds.map((one) => contentOf(resourcesOf(one)));
    const now = news.map((one) => contentOf(resourcesOf(one)));
    const alike = new Map<string, Edge>();
    for (const edge of [
      ...sharing(now, before),
      ...(measure === null ? [] : wordedAlike(now, before, measure)),
    ]) {
      const key = `${edge.row} ${edge.column}`;
      const known = alike.get(key);
      if (known === undefined || known.likeness < edge.likeness) alike.set(key, edge);
    }
    return assign(now.length, [...alike.values()]);
  };

type Content = { readonly digests: readonly string[]; readonly text: string };

const contentOf = (resources: readonly ResourcePart[]): Content => {
  const duties = dutiesOf(resources);
  return { digests: duties.map(({ digest }) => digest), text: duties.map(({ text }) => text).join(' ') };
};

const sharing = (rows: readonly Content[], columns: readonly Content[]): readonly Edge[] => {
  const having = placesByDigest(columns);
  const rowsHaving = placesByDigest(rows);
  const shared = new Map<string, Edge>();
  for (const [digest, those] of rowsHaving) {
    const others = having.get(digest) ?? [];
    if (those.length > COMMON || others.length > COMMON) continue;
    for (const row of those)
      for (const column of others) {
        const key = `${row} ${column}`;
        const all = (rows[row]?.digests.length ?? 0) + (columns[column]?.digests.length ?? 0);
        shared.set(key, { row, column, likeness: (shared.get(key)?.likeness ?? 0) + 2 / all });
      }
  }
  return [...shared.values()].filter(({ likeness }) => likeness >= SHARED);
};

/** Each place once for each digest. */
const placesByDigest = (contents: readonly Content[]): ReadonlyMap<string, readonly number[]> => {
  const having = new Map<string, number[]>();
  contents.forEach(({ digests }, index) => {
    for (const digest of new Set(digests)) {
      const known = having.get(digest);
      if (known === undefined) having.set(digest, [index]);
      else known.push(index);
    }
  });
  return having;
};

const wordedAlike = (
  rows: readonly Content[],
  columns: readonly Content[],
  measure: Measure,
): readonly Edge[] =>
  worthMeasuring(textsOf(rows), textsOf(columns)).flatMap(({ row, column }) => {
    const { dice } = measure(rows[row]?.text ?? '', columns[column]?.text ?? '');
    return dice >= ALIKE ? [{ row, column, likeness: Math.min(1, dice) }] : [];
  });

const textsOf = (contents: readonly Content[]): readonly string[] => contents.map(({ text }) => text);
