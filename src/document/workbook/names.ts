// Names of cells, columns and tables, which share one room in a spreadsheet: none may look like something else there.

/** True for what spreadsheet programs read as a cell, `ab12` or `r1c1`, or as a truth value, and not as a name. */
export const looksLikeCell = (word: string): boolean =>
  /^(?:[a-z]{1,3}\d+|r\d*(?:c\d*)?|c\d*|true|false)$/i.test(word);
