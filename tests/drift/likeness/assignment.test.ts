// The best way to pair, held against all ways there are.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign, type Edge } from '../../../src/drift/likeness/assignment.ts';

const edges = (size: number): fc.Arbitrary<Edge[]> =>
  fc.uniqueArray(
    fc.record({
      row: fc.nat(size - 1),
      column: fc.nat(size - 1),
      likeness: fc.integer({ min: 3000, max: 10_000 }).map((one) => one / 10_000),
    }),
    { selector: ({ row, column }) => row * size + column, maxLength: size * size },
  );

/** The most that any way comes to, by trying all. */
const most = (all: readonly Edge[], row: number, rows: number, taken: ReadonlySet<number>): number => {
  if (row === rows) return 0;
  const own = all.filter((edge) => edge.row === row && !taken.has(edge.column));
  return Math.max(
    most(all, row + 1, rows, taken),
    ...own.map((edge) => edge.likeness + most(all, row + 1, rows, new Set([...taken, edge.column]))),
  );
};

const worth = (all: readonly Edge[], columns: readonly (number | null)[]): number =>
  columns.reduce<number>((sum, column, row) => {
    const edge = all.find((one) => one.row === row && one.column === column);
    if (column !== null && edge === undefined) throw new Error('a pair that is no edge');
    return sum + (edge?.likeness ?? 0);
  }, 0);

describe('assign', () => {
  it('comes to as much as the best of all ways, and takes nothing twice', () => {
    fc.assert(
      fc.property(edges(5), (all) => {
        const columns = assign(5, all);
        const taken = columns.filter((one) => one !== null);
        expect(new Set(taken).size).toBe(taken.length);
        expect(worth(all, columns)).toBeCloseTo(most(all, 0, 5, new Set()), 3);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order in which edges are given, nor on which side is which', () => {
    const shuffled = edges(6).chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, again]) => {
        const columns = assign(6, all);
        expect(assign(6, again)).toEqual(columns);
        const turned = assign(
          6,
          all.map(({ row, column, likeness }) => ({ row: column, column: row, likeness })),
        );
        expect(columns.map((column, row) => column === null || turned[column] === row)).not.toContain(false);
      }),
      { numRuns: 300 },
    );
  });

  it('is not greedy: the second best of one may be what makes both good', () => {
    const all = [
      { row: 0, column: 0, likeness: 0.9 },
      { row: 0, column: 1, likeness: 0.8 },
      { row: 1, column: 0, likeness: 0.85 },
    ];
    expect(assign(2, all)).toEqual([1, 0]);
  });

  it('keeps the order among equals, and prefers what comes first', () => {
    const equal = [0, 1, 2].flatMap((row) => [0, 1].map((column) => ({ row, column, likeness: 0.7 })));
    expect(assign(3, equal)).toEqual([0, 1, null]);
  });

  it('settles a group of thousands too, the best pairs first', () => {
    const all = Array.from({ length: 3000 }, (_, row) => [
      { row, column: row, likeness: 0.9 },
      { row, column: (row + 1) % 3000, likeness: 0.8 },
    ]).flat();
    expect(assign(3000, all)).toEqual(Array.from({ length: 3000 }, (_, row) => row));
  });
});
