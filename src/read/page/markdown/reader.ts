// A Markdown page while it is read, line by line: what the parts of the scanner share.
import type { Growing } from '../growing.ts';
import { isDelimiter } from '../table-lines.ts';
import { fenceOf, isAttributeLine, isBlank, isHeading, isRule, startsHtml } from './line-kinds.ts';
import { setsOff } from './set-off-lines.ts';

export type Reader = {
  readonly lines: readonly string[];
  /** Which lines stand in a block quote, whose marks are taken off; null when none does. */
  readonly quoted: Uint8Array | null;
  readonly page: Growing;
  /** A caption that stands before its table. */
  caption: string | null;
  /** Fenced parts that are open: whether each is set off from the text. */
  readonly fenced: boolean[];
  /** How far lines are indented that belong to a note; null outside of one. */
  noteIndent: number | null;
  /** The indentation of the label of an open tab; null outside of one. */
  tabIndent: number | null;
  /** Marks of code fences that no line closes any more. */
  readonly unclosed: Set<string>;
};

export const lineOf = ({ lines }: Reader, index: number): string => lines[index] ?? '';

/** True where one of the two lines stands in a quote and the other does not. */
export const isOtherQuote = ({ quoted }: Reader, index: number, other: number): boolean =>
  quoted !== null && quoted[index] !== quoted[other];

export const indentOf = (line: string): number => {
  let columns = 0;
  for (const character of line) {
    if (character === ' ') columns += 1;
    else if (character === '\t') columns += 4;
    else break;
  }
  return columns;
};

export const startsTable = (reader: Reader, index: number): boolean =>
  lineOf(reader, index).includes('|') &&
  isDelimiter(lineOf(reader, index + 1)) &&
  !isOtherQuote(reader, index, index + 1);

/** True where text cannot go on: at an empty line, and where something else begins that needs no empty line before it. */
export const endsText = (reader: Reader, index: number): boolean => {
  const line = lineOf(reader, index);
  return (
    isBlank(line) ||
    isHeading(line) ||
    isAttributeLine(line) ||
    fenceOf(line) !== null ||
    isRule(line) ||
    setsOff(line) ||
    startsHtml(line) ||
    isOtherQuote(reader, index - 1, index)
  );
};
