// Old and new things paired by one sign after the other: the surest is tried on all of them before the next.

/** For each of `news` the position of the one of `olds` that it continues, or null; no old one twice. */
export type Step<O, N> = (olds: readonly O[], news: readonly N[]) => readonly (number | null)[];

/** Each step is given what the ones before it have left. */
export const inTurn = <O, N>(
  olds: readonly O[],
  news: readonly N[],
  steps: readonly Step<O, N>[],
): readonly (number | null)[] => {
  const pairs: (number | null)[] = news.map(() => null);
  if (olds.length === 0) return pairs;
  for (const step of steps) {
    const taken = new Set(pairs);
    const oldsLeft = positions(olds).filter((index) => !taken.has(index));
    const newsLeft = positions(news).filter((index) => pairs[index] === null);
    const found = step(at(olds, oldsLeft), at(news, newsLeft));
    found.forEach((old, index) => {
      const own = newsLeft[index];
      if (old !== null && own !== undefined) pairs[own] = oldsLeft[old] ?? null;
    });
  }
  return pairs;
};

const positions = (list: readonly unknown[]): readonly number[] => list.map((_, index) => index);
const at = <T>(list: readonly T[], where: readonly number[]): readonly T[] =>
  where.flatMap((index) => list.slice(index, index + 1));

/** Those with the same key, the first with the first, the second with the second; a null key fits none. */
export const byKey =
  <O, N>(keyOfOld: (one: O) => string | null, keyOfNew: (one: N) => string | null): Step<O, N> =>
  (olds, news) => {
    const waiting = new Map<string, { readonly all: number[]; next: number }>();
    olds.forEach((old, index) => {
      const key = keyOfOld(old);
      if (key === null) return;
      const queue = waiting.get(key);
      if (queue === undefined) waiting.set(key, { all: [index], next: 0 });
      else queue.all.push(index);
    });
    return news.map((one) => {
      const key = keyOfNew(one);
      const queue = key === null ? undefined : waiting.get(key);
      if (queue === undefined) return null;
      queue.next += 1;
      return queue.all[queue.next - 1] ?? null;
    });
  };
