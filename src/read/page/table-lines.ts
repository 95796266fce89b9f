// Pipe tables, line by line.

/** More columns than any table of duties has; what such a row holds beyond them is nobody's duty. */
const MOST = 64;

/** The cells of a row, without the outer pipes; `\|` is text. */
export const cellsOf = (line: string): readonly string[] => {
  const row = line.trim().replace(/^\|/, '');
  const closed = /(?:^|[^\\])\|$/.test(row) ? row.slice(0, -1) : row;
  return closed.split(/(?<!\\)\|/, MOST).map((cell) => cell.trim());
};

/** True for the row of dashes under a table's header. */
export const isDelimiter = (line: string): boolean =>
  line.includes('-') && line.includes('|') && cellsOf(line).every((cell) => /^:?-+:?$/.test(cell));
