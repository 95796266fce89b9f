// The functions that a formula may call, as data: the check enforces this table and docs/templates.md prints it. None is
// volatile, so that a file opened twice says the same, and none reaches out of the workbook.

/**
 * How a function takes columns and ranges. `one`: not at all. `each`: only inside SUMPRODUCT, value by value. `range`: as a
 * value of its own. `sum`: likewise, and over a table on several sheets it is the sum of what it is over each.
 */
type Over = 'one' | 'each' | 'range' | 'sum';

export type FunctionRow = {
  readonly name: string;
  /** Fewest and most values; null for no limit but the format's. */
  readonly takes: readonly [number, number | null];
  readonly over: Over;
};

/** The most values that a call has in the format. */
export const MOST_VALUES = 255;

const rows = (over: Over, least: number, most: number | null, names: string): readonly FunctionRow[] =>
  names.split(' ').map((name) => ({ name, takes: [least, most], over }));

export const FUNCTIONS: readonly FunctionRow[] = [
  ...rows('range', 1, null, 'AND OR'),
  ...rows('each', 1, 1, 'NOT'),
  ...rows('one', 2, 3, 'IF'),
  ...rows('one', 2, 2, 'IFERROR'),
  ...rows('sum', 1, null, 'COUNT COUNTA'),
  ...rows('sum', 1, 1, 'COUNTBLANK'),
  ...rows('sum', 2, 2, 'COUNTIF'),
  ...rows('sum', 2, null, 'COUNTIFS'),
  ...rows('sum', 1, null, 'SUM'),
  ...rows('sum', 2, 3, 'SUMIF'),
  ...rows('sum', 3, null, 'SUMIFS'),
  ...rows('sum', 1, null, 'SUMPRODUCT'),
  ...rows('sum', 1, 1, 'ROWS'),
  ...rows('each', 2, 2, 'ROUND'),
  ...rows('range', 1, null, 'MIN MAX AVERAGE'),
  ...rows('each', 1, 1, 'ABS INT'),
  ...rows('each', 2, 2, 'MOD'),
  ...rows('each', 1, 1, 'LEN'),
  ...rows('each', 1, 2, 'LEFT RIGHT'),
  ...rows('each', 3, 3, 'MID'),
  ...rows('each', 1, 1, 'TRIM UPPER LOWER'),
  ...rows('each', 2, 3, 'FIND SEARCH'),
  ...rows('each', 3, 4, 'SUBSTITUTE'),
  ...rows('each', 2, 2, 'TEXT'),
  ...rows('each', 1, 1, 'VALUE'),
  ...rows('each', 2, 2, 'EXACT'),
  ...rows('each', 1, null, 'CONCATENATE'),
  ...rows('range', 2, 3, 'INDEX MATCH'),
  ...rows('range', 3, 4, 'VLOOKUP'),
  ...rows('each', 3, 3, 'DATE'),
  ...rows('each', 1, 1, 'YEAR MONTH DAY'),
  ...rows('one', 2, 2, 'EDATE EOMONTH'),
  ...rows('each', 1, 1, 'ISBLANK ISNUMBER ISTEXT'),
];

export const FUNCTIONS_BY_NAME: ReadonlyMap<string, FunctionRow> = new Map(
  FUNCTIONS.map((row) => [row.name, row]),
);
