// The letters of a RACI table: who is responsible (R) or accountable (A) for an activity, who is consulted (C) or informed (I).

const LETTERS = 'RACI';
const WORDS: Readonly<Record<string, string>> = {
  responsible: 'R',
  accountable: 'A',
  consulted: 'C',
  informed: 'I',
};

/** The letters in the order R, A, C, I, each once; empty for an empty cell, null for a cell that holds anything else. */
export const lettersIn = (text: string): string | null => {
  if (text.length > 80) return null;
  const words = text
    .replace(/\^[^^]{0,12}\^|\[\d{1,3}\]|\(\d{1,3}\)|[*†‡§¹²³⁴⁵⁶⁷⁸⁹_]+/g, ' ')
    .split(/[\s/,;&+|.()–—-]+/)
    .filter((word) => word !== '' && word !== 'and');
  const letters = words.map(
    (word) => WORDS[word.toLowerCase()] ?? (/^[RACI]{1,4}$/.test(word) ? word : null),
  );
  return letters.includes(null) ? null : inOrder(letters.join(''));
};

/** Who does it or answers for it has it as a duty; who is asked or told has none. */
export const isDuty = (letters: string): boolean => /[RA]/.test(letters);

export const joined = (all: readonly string[]): string => inOrder(all.join(''));

const inOrder = (letters: string): string =>
  [...LETTERS].filter((letter) => letters.includes(letter)).join('');

/** The letter that a header such as `R`, `Responsible` or `(R) Responsible` stands for; null for any other. */
export const letterNamed = (header: string): string | null => {
  const letters = lettersIn(header);
  return letters?.length === 1 ? letters : null;
};
