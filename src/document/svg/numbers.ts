// Numbers as SVG writes them in attributes, bounded so that none of them can leave what a PDF can hold.

const NUMBER = '[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?';
const WHOLE = new RegExp(`^${NUMBER}$`);

/** Beyond it no drawing has a coordinate, and a PDF's numbers end. */
const LARGEST = 1_000_000;
const isBounded = (value: number): boolean => Math.abs(value) <= LARGEST;

/** What a value of an attribute must pass, as the tables of attributes ask. */
export type Test = { readonly test: (text: string) => boolean };

export const DRAWN_NUMBER: Test = { test: (text) => WHOLE.test(text) && isBounded(Number(text)) };
export const DRAWN_SIZE: Test = { test: (text) => DRAWN_NUMBER.test(text) && Number(text) >= 0 };

/** Takes numbers, flags and the separators between them off the front of a text. */
export type Scanner = {
  /** The next number; null where none stands. */
  readonly number: () => number | null;
  /** An arc's flag, which is one digit whatever follows it. */
  readonly flag: () => number | null;
  /** The next character if it is a letter. */
  readonly letter: () => string | null;
  readonly atLetter: () => boolean;
  readonly atEnd: () => boolean;
};

export const scan = (text: string): Scanner => {
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return null;
    at = pattern.lastIndex;
    return found[0];
  };
  const [number, gap] = [new RegExp(NUMBER, 'y'), /[\s,]*/y];
  const [flag, letter] = [/[01]/y, /[A-Za-z]/y];
  const next = (pattern: RegExp): number | null => {
    const found = take(pattern);
    take(gap);
    const value = found === null ? Number.NaN : Number(found);
    return isBounded(value) ? value : null;
  };
  take(gap);
  return {
    number: () => next(number),
    flag: () => next(flag),
    letter: () => {
      const found = take(letter);
      take(gap);
      return found;
    },
    atLetter: () => /[A-Za-z]/.test(text.charAt(at)),
    atEnd: () => at === text.length,
  };
};

/** All numbers of a list with white space or commas between them; null when it is none. */
export const numberList = (text: string): readonly number[] | null => {
  const scanner = scan(text);
  const numbers: number[] = [];
  while (!scanner.atEnd()) {
    const value = scanner.number();
    if (value === null) return null;
    numbers.push(value);
  }
  return numbers;
};

/** More decimals than a drawing shows would only make files larger. */
export const written = (value: number): string => String(Math.round(value * 10_000) / 10_000);
