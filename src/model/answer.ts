// What the answers of an attestation come to: which one holds for a duty, which of its words are the team's own, and whether it
// answers at all. Lock and evaluation both ask, and must be told the same.
import type { Answer, OwnAnswer } from './attestation.ts';
import { lookup, sortedEntries } from './lookup.ts';

/** An answer with the key that it stands under. */
export type FoundAnswer = { readonly answer: Answer; readonly by: 'duty' | 'resource' };

/** The duty's own key beats its resource's; a key with nothing under it says nothing. */
export const answerTo = (
  answers: Readonly<Record<string, Answer>>,
  duty: string,
  resource: string,
): FoundAnswer | null => {
  const narrow = lookup(answers, duty);
  if (narrow !== null && !isBlank(narrow)) return { answer: narrow, by: 'duty' };
  const wide = lookup(answers, resource);
  return wide === null || isBlank(wide) ? null : { answer: wide, by: 'resource' };
};

/** True for a key with nothing under it, as `init` writes one for every duty. */
export const isBlank = (answer: Answer): boolean => Object.values(answer).every(isNothing);

/** The keys that have something under them, sorted. */
export const keysSaid = (answer: Readonly<Record<string, unknown>>): readonly string[] =>
  sortedEntries(answer)
    .filter(([, value]) => !isNothing(value))
    .map(([key]) => key);

const isNothing = (value: unknown): boolean =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** What the team itself says. Of an inherited answer, what `ours` leaves out is taken from around it; with `none` that is all there is. */
export const ownPart = (answer: Answer): OwnAnswer => {
  const { inherited, ...around } = answer;
  return inherited === undefined || inherited.ours === 'none'
    ? around
    : { ...around, ...said(inherited.ours) };
};

const said = (part: OwnAnswer): Partial<OwnAnswer> =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => !isNothing(value)));

/** True when a status is given, or nothing is left to give one for; and what was taken over from an earlier period is confirmed. */
export const isAnswered = (answer: Answer): boolean => isGiven(answer) && carriedMark(answer) === null;

/** The period whose answer this is, while nobody has confirmed it; null as well where there is no answer to confirm. */
export const carriedFrom = (answer: Answer): string | null => (isGiven(answer) ? carriedMark(answer) : null);

/** What stands under `carried-from`, be it around what is inherited or inside. */
export const carriedMark = (answer: Answer): string | null => ownPart(answer)['carried-from'] ?? null;

/** True for what would answer, were it confirmed. */
export const isGiven = (answer: Answer): boolean =>
  answer.inherited?.ours === 'none' || ownPart(answer).status !== undefined;
