// "Did you mean": the candidate that is fewest edits away, if it is near enough to be a slip of the hand.

/** Edits (insert, delete, replace) from `a` to `b`, row by row. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const replace = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(replace, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

const LONGEST = 64;

/** How many edits still pass for a slip: two letters swapped are two. */
const slack = (name: string): number => (name.length <= 3 ? 1 : Math.max(2, Math.floor(name.length / 3)));

/** The nearest of `candidates`, or null; long names are not compared, because they are no slips. */
export const nearest = (name: string, candidates: Iterable<string>): string | null => {
  if (name.length > LONGEST) return null;
  let best: { readonly candidate: string; readonly edits: number } | null = null;
  for (const candidate of candidates) {
    if (candidate.length > LONGEST) continue;
    const edits = distance(name, candidate);
    if (edits <= slack(name) && edits < (best?.edits ?? Number.POSITIVE_INFINITY))
      best = { candidate, edits };
  }
  return best?.candidate ?? null;
};

/** A hint that names the nearest candidate, or else lists what there is. */
export const didYouMean = (
  name: string,
  candidates: readonly string[],
  otherwise = 'There is nothing by another name.',
): string => {
  const near = nearest(name, candidates);
  if (near !== null) return `Did you mean \`${near}\`?`;
  return candidates.length === 0 ? otherwise : `There is: ${list(candidates)}.`;
};

const SHOWN = 24;

const list = (names: readonly string[]): string =>
  [...names.slice(0, SHOWN).map((name) => `\`${name}\``), ...(names.length > SHOWN ? ['…'] : [])].join(', ');
