// Two texts word by word: what both say, what only the first says, what only the second says.
import type { WordPiece } from '../model/model-diff.ts';
import { type Run, runsOf } from './shortest-edit.ts';

/**
 * `same` and `out` joined with spaces are the text before, `same` and `in` the text after, white space apart. Words are compared as they
 * stand, marks and all. A short word alone between two changes goes with them: so it reads better.
 */
export const wordPieces = (before: string, after: string): readonly WordPiece[] => {
  const [one, other] = [before, after].map((text) => text.split(/\s+/).filter((word) => word !== ''));
  return joined(
    runsOf(one ?? [], other ?? []).flatMap((run, index, all) =>
      isIsland(run, index, all) ? bothWays(run) : [run],
    ),
  ).map(({ kind, words }) => ({ kind, text: words.join(' ') }));
};

const ISLAND = 3;

const isIsland = ({ kind, words }: Run, index: number, all: readonly Run[]): boolean =>
  kind === 'same' &&
  words.length === 1 &&
  (words[0]?.length ?? 0) <= ISLAND &&
  index > 0 &&
  index < all.length - 1;

const bothWays = ({ words }: Run): readonly Run[] => [
  { kind: 'out', words },
  { kind: 'in', words },
];

/** Between two runs that are the same, all that goes is one piece, before all that comes. */
const joined = (runs: readonly Run[]): readonly Run[] => {
  const pieces: Run[] = [];
  let out: string[] = [];
  let come: string[] = [];
  const close = (): void => {
    if (out.length > 0) pieces.push({ kind: 'out', words: out });
    if (come.length > 0) pieces.push({ kind: 'in', words: come });
    [out, come] = [[], []];
  };
  for (const run of runs) {
    if (run.kind === 'out') out = out.concat(run.words);
    else if (run.kind === 'in') come = come.concat(run.words);
    else {
      close();
      pieces.push(run);
    }
  }
  close();
  return pieces;
};
