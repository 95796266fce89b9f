// The shortest way from one list of words to another (Myers 1986, "An O(ND) difference algorithm and its variations"), within limits.

/** Words that stand together; never none. */
export type Run = { readonly kind: 'same' | 'out' | 'in'; readonly words: readonly string[] };

/** Words that go and come, beyond which no way is looked for: then all that differs goes, and all that is new comes. */
const MOST_EDITS = 400;

export const runsOf = (before: readonly string[], after: readonly string[]): readonly Run[] => {
  const head = sharedHead(before, after);
  const tail = sharedHead(before.slice(head).reverse(), after.slice(head).reverse());
  const one = before.slice(head, before.length - tail);
  const other = after.slice(head, after.length - tail);
  return [
    { kind: 'same' as const, words: before.slice(0, head) },
    ...(between(one, other) ?? [
      { kind: 'out' as const, words: one },
      { kind: 'in' as const, words: other },
    ]),
    { kind: 'same' as const, words: before.slice(before.length - tail) },
  ].filter(({ words }) => words.length > 0);
};

const sharedHead = (one: readonly string[], other: readonly string[]): number => {
  const differs = one.findIndex((word, index) => word !== other[index]);
  return differs < 0 ? one.length : differs;
};

/** How far each diagonal has come after so many edits: `reach[k + edits]` words of the first list. */
type Reach = Int32Array;

/** Null when it takes too many edits. */
const between = (one: readonly string[], other: readonly string[]): readonly Run[] | null => {
  const reached: Reach[] = [];
  const most = Math.min(one.length + other.length, MOST_EDITS);
  for (let edits = 0; edits <= most; edits += 1) {
    const reach = furthest(one, other, edits, reached[edits - 1]);
    reached.push(reach);
    const k = one.length - other.length;
    if (Math.abs(k) <= edits && (reach[k + edits] ?? -1) >= one.length) return wayBack(one, other, reached);
  }
  return null;
};

const furthest = (
  one: readonly string[],
  other: readonly string[],
  edits: number,
  last: Reach | undefined,
): Reach => {
  const reach = new Int32Array(2 * edits + 1).fill(-1);
  for (let k = -edits; k <= edits; k += 2) {
    let x = last === undefined ? 0 : startOf(last, edits, k).x;
    while (x < one.length && x - k < other.length && one[x] === other[x - k]) x += 1;
    reach[k + edits] = x;
  }
  return reach;
};

/** Where diagonal `k` is entered with the last edit: by a word that goes (from `k - 1`) or one that comes (from `k + 1`). */
const startOf = (last: Reach, edits: number, k: number): { readonly x: number; readonly goes: boolean } => {
  const at = (diagonal: number): number => last[diagonal + edits - 1] ?? -1;
  const goes = k !== -edits && (k === edits || at(k - 1) >= at(k + 1));
  return goes ? { x: at(k - 1) + 1, goes } : { x: at(k + 1), goes };
};

const wayBack = (
  one: readonly string[],
  other: readonly string[],
  reached: readonly Reach[],
): readonly Run[] => {
  const runs: Run[] = [];
  let x = one.length;
  let y = other.length;
  for (let edits = reached.length - 1; edits > 0; edits -= 1) {
    const { x: start, goes } = startOf(reached[edits - 1] ?? new Int32Array(), edits, x - y);
    const from = start - (x - y);
    if (x > start) runs.push({ kind: 'same', words: one.slice(start, x) });
    if (goes) runs.push({ kind: 'out', words: one.slice(start - 1, start) });
    else runs.push({ kind: 'in', words: other.slice(from - 1, from) });
    x = goes ? start - 1 : start;
    y = goes ? from : from - 1;
  }
  if (x > 0) runs.push({ kind: 'same', words: one.slice(0, x) });
  return runs.reverse();
};
