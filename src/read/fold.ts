// Titles as they are compared: a difference of case, punctuation or white space makes no other title.

/** Lower case words with single spaces between them. */
export const fold = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
