// Hints for a word that is none of those it should be one of.
import { didYouMean } from '../../read/did-you-mean.ts';

/** As many words as a hint lists. */
const LISTED = 12;

/** "Did you mean …? Under `people` stand: a, b." with `lead` for the words before the colon. */
export const nearestHint = (word: string, known: readonly string[], lead: string): string => {
  if (known.length === 0) return `${lead}: none.`;
  const more = known.length > LISTED ? ` and ${known.length - LISTED} more` : '';
  return `${didYouMean(word, known)}${lead}: ${known.slice(0, LISTED).join(', ')}${more}.`;
};
