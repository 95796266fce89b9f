// Ids that a file gives once and names elsewhere: each mention must have its definition in the same file.
import { didYouMean } from './did-you-mean.ts';
import { type Path, type Plain, printPath, quoted } from './plain.ts';
import type { Problem } from './typing.ts';

/** A mention of an id; `what` is the noun that sentences use, `defined` the key under which the ids stand. */
export type Mention = {
  readonly path: Path;
  readonly at: 'key' | 'value';
  readonly id: Plain;
  readonly what: string;
  readonly defined: string;
  readonly ids: ReadonlySet<string>;
};

/** Guesses are dear; a file with more unknown ids than this needs no guess for each. */
const MOST_GUESSES = 50;

/** A problem for each mention of an id that is not defined. What is not a text is left to the schema. */
export const unknownMentions = (mentions: readonly Mention[]): readonly Problem[] =>
  mentions
    .filter(({ id, ids }) => typeof id === 'string' && !ids.has(id))
    .map((mention, index) => unknown(mention, String(mention.id), index < MOST_GUESSES));

const unknown = ({ path, at, what, defined, ids }: Mention, id: string, guess: boolean): Problem => ({
  code: 'reference-unknown',
  path,
  at,
  sentence: `\`${printPath(path)}\` names ${what} ${quoted(id)}, and there is none of that id.`,
  hint: `${guess ? didYouMean(id, ids) : ''}${ids.size === 0 ? `Nothing stands under \`${defined}\` yet.` : `Under \`${defined}\` stand: ${listed(ids)}.`}`,
});

/** At most a dozen, so that a hint stays readable. */
const listed = (ids: ReadonlySet<string>): string => {
  const first = [...ids].slice(0, 12).join(', ');
  return ids.size > 12 ? `${first} and ${ids.size - 12} more` : first;
};
