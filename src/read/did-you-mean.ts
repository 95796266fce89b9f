// The word that was probably meant, as the beginning of a hint.
import { nearest } from '../nearest.ts';

/** "Did you mean …?" with a space behind it, or nothing. */
export const didYouMean = (word: string, candidates: Iterable<string>): string => {
  const guess = nearest(word, candidates);
  return guess === null ? '' : `Did you mean \`${guess}\`? `;
};
