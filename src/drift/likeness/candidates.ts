// Which pairs of texts are worth measuring: all of a few, and of many those that share a word or two neighbouring words that are rare
// among them, so that time grows with the number of texts and not with its square.
import { stemOf, wordsOf } from './words.ts';

/** Row and column: positions in the two lists of texts. */
export type Pair = { readonly row: number; readonly column: number };

/** Up to this many pairs, each is measured. */
const FEW = 4096;
/** A feature that more texts of one side have is no longer rare. */
const RARE = 8;

/** Each pair once, by row and column. The same pairs, turned round, when the lists are exchanged. */
export const worthMeasuring = (rows: readonly string[], columns: readonly string[]): readonly Pair[] => {
  if (rows.length * columns.length <= FEW)
    return rows.flatMap((_, row) => columns.map((_, column) => ({ row, column })));
  const having = havingFeature(columns);
  const found = rows.map(() => new Set<number>());
  for (const [feature, those] of havingFeature(rows)) addPairs(found, those, having.get(feature) ?? []);
  return found.flatMap((those, row) => [...those].sort((a, b) => a - b).map((column) => ({ row, column })));
};

const addPairs = (
  found: readonly Set<number>[],
  rows: readonly number[],
  columns: readonly number[],
): void => {
  if (rows.length <= RARE && columns.length <= RARE)
    for (const row of rows) for (const column of columns) found[row]?.add(column);
};

const havingFeature = (texts: readonly string[]): ReadonlyMap<string, readonly number[]> => {
  const having = new Map<string, number[]>();
  texts.forEach((text, index) => {
    for (const feature of featuresOf(text)) {
      const known = having.get(feature);
      if (known === undefined) having.set(feature, [index]);
      // One more than are rare is enough to know that it is not.
      else if (known.length <= RARE) known.push(index);
    }
  });
  return having;
};

const featuresOf = (text: string): ReadonlySet<string> => {
  const words = wordsOf(text).map(stemOf);
  return new Set(
    words.flatMap((word, index) => (index === 0 ? [word] : [word, `${words[index - 1]} ${word}`])),
  );
};
