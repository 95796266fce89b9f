// Which of the duties that were not found again by their digest stand alone between the same neighbours, before and now.

/** Old positions by new ones. `same` has for each new duty the old one with its digest. */
export const onlyOnesInPlace = (
  olds: number,
  same: readonly (number | null)[],
): ReadonlyMap<number, number> => {
  const kept = new Set(same);
  const before = gaps(Array.from({ length: olds }, (_, index) => (kept.has(index) ? index : null)));
  const now = gaps(same);
  return new Map(
    [...now].flatMap(([gap, [first, ...more]]) => {
      const [old, ...others] = before.get(gap) ?? [];
      const alone = more.length === 0 && others.length === 0;
      return alone && first !== undefined && old !== undefined ? [[first, old] as const] : [];
    }),
  );
};

/** Positions of the nulls, by what stands before and behind their run. */
const gaps = (list: readonly (number | null)[]): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>();
  let run: number[] = [];
  let last = 'first';
  const close = (next: string): void => {
    if (run.length > 0) found.set(`${last} ${next}`, run);
    run = [];
    last = next;
  };
  list.forEach((one, index) => {
    if (one === null) run.push(index);
    else close(String(one));
  });
  close('last');
  return found;
};
