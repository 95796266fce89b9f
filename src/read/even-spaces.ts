// Running text with one space wherever it has white space.

/** What is not even yet. */
const UNEVEN = /\s{2}|[^\S ]/;

/** Every run of white space becomes one space. Most texts are so already; for others pieces are joined, because what a replacement leaves is kept in memory as all its pieces. */
export const evenSpaces = (text: string): string => (UNEVEN.test(text) ? text.split(/\s+/).join(' ') : text);
