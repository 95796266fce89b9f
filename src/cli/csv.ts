// Tables as CSV (RFC 4180) that a spreadsheet can open without running anything that people wrote into it.
import { neutral } from './neutral.ts';

/** One line for each row, without its line end but for the carriage return that belongs to it. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r`;

const csvCell = (text: string): string => {
  const tidy = guarded(text);
  return /[",\r\n]/.test(tidy) ? `"${tidy.replaceAll('"', '""')}"` : tidy;
};

/** Spreadsheets take what begins so for a formula, quoted or not; an apostrophe before it makes it text. */
const TRIGGER = /^[=+\-@\t\r]/;

/** White space that would break a line is a space, so that each row is one line. */
const guarded = (text: string): string => {
  const line = neutral(text.replace(/\s+/g, ' '));
  return TRIGGER.test(text) || TRIGGER.test(line.trimStart()) ? `'${line}` : line;
};
