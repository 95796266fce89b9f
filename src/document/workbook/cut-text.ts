// A text too long for a cell, cut into pieces that fit: at a word where one ends near enough, and never inside a letter and its marks.

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The pieces of a text, the first of at most `first` UTF-16 units and each other one of at most `room`. Joined they are the text. */
export const cutText = (text: string, first: number, room: number): readonly string[] => {
  const pieces: string[] = [];
  let start = 0;
  while (start < text.length) {
    const most = Math.max(1, pieces.length === 0 ? first : room);
    const end = endOf(text, start, most);
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
};

const endOf = (text: string, start: number, most: number): number => {
  if (text.length - start <= most) return text.length;
  // Two pieces' worth of text is enough to see where letters end, and all of it would be read anew for each piece.
  const near = text.slice(start, start + 2 * most);
  const segments = letters.segment(near);
  const isBoundary = (at: number): boolean => segments.containing(at)?.index === at;
  const word = lastSpace(near, most) + 1;
  if (word > most / 2 && isBoundary(word)) return start + word;
  const letter = segments.containing(most)?.index ?? most;
  return start + (letter > 0 ? letter : withinLetter(near, most));
};

/** The last white space of which the end is at most `most`. */
const lastSpace = (text: string, most: number): number =>
  Math.max(text.lastIndexOf(' ', most - 1), text.lastIndexOf('\n', most - 1));

/** A letter with more marks than a cell has room for is cut between two of them. */
const withinLetter = (text: string, most: number): number =>
  most > 1 && /[\udc00-\udfff]/.test(text.charAt(most)) && /[\ud800-\udbff]/.test(text.charAt(most - 1))
    ? most - 1
    : most;
