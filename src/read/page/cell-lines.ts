// The lines of a table cell, whatever they are written with: literal line marks, `<br>`, HTML lists and paragraphs, line ends.
import { LINE_MARK } from './markup.ts';

/** `text` has its markup still, but no bullet. `isParagraph` is set where more than a line break stands before it. */
export type CellLine = { readonly text: string; readonly isItem: boolean; readonly isParagraph: boolean };

const BULLET =
  /^(?:(?:[-•+◦▪]|&(?:bull|middot|#8226|#x2022);)\s*(?=\S)|\*(?!\*)\s*(?=\S)|\d{1,3}[.)]\s+(?=\S))/;

/** Those that are not empty, in order. */
export const cellLines = (cell: string): readonly CellLine[] => {
  const lines: CellLine[] = [];
  let isParagraph = false;
  for (const raw of broken(cell).split('\n')) {
    const line = raw.trim();
    if (line === '') isParagraph = true;
    else {
      const text = line.replace(BULLET, '');
      lines.push({ text, isItem: text !== line, isParagraph });
      isParagraph = false;
    }
  }
  return lines;
};

/** Elements of lists become lines with a bullet; breaks become line ends, paragraphs empty lines. */
const broken = (cell: string): string => {
  const marked = cell.replace(LINE_MARK, '\n');
  if (!marked.includes('<')) return marked;
  return marked
    .replace(/<(?:li|dt|dd)(?:\s[^<>]*)?>(?:\s*<(?:p|div)(?:\s[^<>]*)?>)?/gi, '\n- ')
    .replace(/<\/?(?:p|div)(?:\s[^<>]*)?\/?>/gi, '\n\n')
    .replace(/<\/?(?:ul|ol|dl|li|dt|dd|br|tr|table)(?:\s[^<>]*)?\/?>/gi, '\n');
};
