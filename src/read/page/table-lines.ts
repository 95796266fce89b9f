// Pipe tables, line by line.

/** More columns than any table of duties has: the last cell of such a row holds what is left of it. */
const MOST = 64;

/** Longer than any row of dashes. */
const LONGEST_DELIMITER = 5000;

/** The cells of a row, without the outer pipes; `\|` is text. */
export const cellsOf = (line: string): readonly string[] => split(line, pipes(line, false));

/** The same, with pipes between backticks as text. */
export const cellsOutsideCode = (line: string): readonly string[] => split(line, pipes(line, true));

/** True where the row ends with a pipe, so that its last cell is closed. */
export const isClosed = (line: string): boolean => /(?:^|[^\\])\|$/.test(line.trimEnd().slice(-2));

/** True for the row of dashes under a table's header. */
export const isDelimiter = (line: string): boolean =>
  line.includes('-') &&
  line.includes('|') &&
  line.length <= LONGEST_DELIMITER &&
  /^[\s|:-]+$/.test(line) &&
  cellsOf(line).every((cell) => /^:?\s*-[\s-]*:?$/.test(cell));

const split = (line: string, places: readonly number[]): readonly string[] => {
  const cells: string[] = [];
  let from = 0;
  for (const at of places) {
    cells.push(line.slice(from, at).trim());
    from = at + 1;
  }
  cells.push(line.slice(from).trim());
  if (cells.length > 1 && cells[0] === '') cells.shift();
  if (cells.length > 1 && places.length > 0 && cells.at(-1) === '') cells.pop();
  return cells;
};

/** Where cells meet. */
const pipes = (line: string, code: boolean): readonly number[] => {
  const places: number[] = [];
  const spans = code ? codeSpans(line) : [];
  let span = 0;
  for (let at = line.indexOf('|'); at >= 0 && places.length <= MOST; at = line.indexOf('|', at + 1)) {
    while ((spans[span]?.end ?? at) < at) span += 1;
    const inCode = (spans[span]?.start ?? at) < at;
    if (line[at - 1] !== '\\' && !inCode) places.push(at);
  }
  return places;
};

type CodeSpan = { readonly start: number; readonly end: number };

/** Between backticks; those that come in pairs or more are read as one. */
const codeSpans = (line: string): readonly CodeSpan[] => {
  const marks = [...line.matchAll(/`+/g)];
  const spans: CodeSpan[] = [];
  for (let index = 0; index + 1 < marks.length; index += 2)
    spans.push({ start: marks[index]?.index ?? 0, end: marks[index + 1]?.index ?? 0 });
  return spans;
};
