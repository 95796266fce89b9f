// The word that was probably meant: the nearest by edit distance, when it is near enough to be worth saying.

const MOST = 500;

/** The candidate nearest to `word`, or null when none is within a third of its length. The first of equals wins. */
export const nearest = (word: string, candidates: Iterable<string>): string | null => {
  // A guess among thousands helps nobody and costs a hostile file's author nothing.
  const near = [...candidates].slice(0, MOST);
  const limit = Math.max(1, Math.round(Math.min(word.length, 64) / 3));
  const wanted = word.toLowerCase();
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const candidate of near) {
    const distance = editDistance(wanted, candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
};

/** Insertions, deletions, replacements and swaps of neighbours; `limit` when there are that many or more. */
const editDistance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) next.push(cell(a, b, i, j, before, row, next));
    if (Math.min(...next) >= limit) return limit;
    [before, row] = [row, next];
  }
  return row[b.length] ?? limit;
};

const cell = (
  a: string,
  b: string,
  i: number,
  j: number,
  before: readonly number[],
  above: readonly number[],
  left: readonly number[],
): number => {
  const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
  const swapped =
    i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : replaced;
  return Math.min(replaced, swapped, (above[j] ?? 0) + 1, (left[j - 1] ?? 0) + 1);
};
