// How spreadsheets call a place: columns by letters, sheets in quotes.

/** The letters of a column, counted from 1: 1 is A, 26 is Z, 27 is AA. */
export const columnLetters = (column: number): string =>
  column <= 26
    ? String.fromCharCode(64 + column)
    : columnLetters(Math.floor((column - 1) / 26)) + columnLetters(((column - 1) % 26) + 1);

/** A sheet's name as references write it: always in quotes, because without them some names mean something else. */
export const quoteSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;
