// Which duty of a cell is which duty of the same cell before: by digest, else by its words, else by its place.
import { assign, type Edge } from '../likeness/assignment.ts';
import { worthMeasuring } from '../likeness/candidates.ts';
import type { Measure } from '../likeness/likeness.ts';
import { byKey, inTurn } from './in-turn.ts';
import type { DutyMatch, Said } from './parts.ts';
import { onlyOnesInPlace } from './place.ts';

/** Of 535 pairs of different duties in one cell of real pages, none is more alike than 0.51; of five real rewordings, four are from 0.61. */
const CLEARLY_ALIKE = 0.6;
/** The fifth is 0.40 alike and keeps 0.65 of what it said; of the 535 pairs, two are as alike, and none of these is alone in its place. */
const ALIKE_IN_PLACE = 0.3;
const KEPT_IN_PLACE = 0.6;

/**
 * `measure` is null where the two are not in the same words: then a duty whose digest is gone can only be told by its place, which counts
 * when the cell has as many duties as before and all others are there.
 */
export const matchDuties = (
  olds: readonly Said[],
  news: readonly Said[],
  measure: Measure | null,
): readonly (DutyMatch | null)[] => {
  const same = inTurn(olds, news, [byKey(digestOf, digestOf)]);
  const left = leftOver(olds, news, same);
  const found = measure === null ? byPlace(olds, news, same, left) : byWords(olds, news, same, left, measure);
  return same.map((old, index) =>
    old === null ? (found.get(index) ?? null) : { before: old, by: 'digest' },
  );
};

const digestOf = ({ digest }: Said): string => digest;

type Left = { readonly olds: readonly number[]; readonly news: readonly number[] };
type Found = ReadonlyMap<number, DutyMatch>;

const leftOver = (olds: readonly Said[], news: readonly Said[], pairs: readonly (number | null)[]): Left => {
  const taken = new Set(pairs);
  return {
    olds: olds.flatMap((_, index) => (taken.has(index) ? [] : [index])),
    news: news.flatMap((_, index) => (pairs[index] === null ? [index] : [])),
  };
};

const byPlace = (
  olds: readonly Said[],
  news: readonly Said[],
  same: readonly (number | null)[],
  left: Left,
): Found => {
  const alone = olds.length === news.length && left.news.length === 1;
  const placed = alone ? onlyOnesInPlace(olds.length, same) : new Map<number, number>();
  return new Map([...placed].map(([now, old]) => [now, { before: old, by: 'place' }]));
};

const byWords = (
  olds: readonly Said[],
  news: readonly Said[],
  same: readonly (number | null)[],
  left: Left,
  measure: Measure,
): Found => {
  if (left.olds.length === 0 || left.news.length === 0) return new Map();
  const alone = onlyOnesInPlace(olds.length, same);
  const edges: Edge[] = [];
  const consider = (now: number, old: number, row: number, column: number): void => {
    const { dice, kept } = measure(olds[old]?.text ?? '', news[now]?.text ?? '');
    const enough =
      dice >= CLEARLY_ALIKE || (alone.get(now) === old && dice >= ALIKE_IN_PLACE && kept >= KEPT_IN_PLACE);
    if (enough) edges.push({ row, column, likeness: dice });
  };
  const columns = new Map(left.olds.map((old, column) => [old, column]));
  const pairs = worthMeasuring(textsAt(news, left.news), textsAt(olds, left.olds));
  const measured = new Set(pairs.map(({ row, column }) => `${row} ${column}`));
  for (const { row, column } of pairs) consider(left.news[row] ?? 0, left.olds[column] ?? 0, row, column);
  left.news.forEach((now, row) => {
    const column = columns.get(alone.get(now) ?? -1);
    if (column !== undefined && !measured.has(`${row} ${column}`))
      consider(now, left.olds[column] ?? 0, row, column);
  });
  return new Map(
    assign(left.news.length, edges).flatMap((column, row): [number, DutyMatch][] =>
      column === null ? [] : [[left.news[row] ?? 0, { before: left.olds[column] ?? 0, by: 'words' }]],
    ),
  );
};

const textsAt = (duties: readonly Said[], where: readonly number[]): readonly string[] =>
  where.map((index) => duties[index]?.text ?? '');
