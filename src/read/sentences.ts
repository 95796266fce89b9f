// A text as its sentences.

/** A sentence ends with a stop that a space and a capital follow, or a name that is still a key. */
export const sentencesOf = (text: string): readonly string[] =>
  text.split(/(?<=[.!?])\s+(?=["'(]?(?:\p{Lu}|\{\{))/u).filter((one) => one !== '');
