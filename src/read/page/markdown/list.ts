// Lists of Markdown pages, with nested ones as items that stand further in.
import { addBlock, spend } from '../growing.ts';
import type { ListItem } from '../page.ts';
import { isBlank, isItem, withoutMarker } from './line-kinds.ts';
import { endsText, indentOf, isOtherQuote, lineOf, type Reader, startsTable } from './reader.ts';

/** Appends the list that begins at `index` and gives the index behind it. */
export const readList = (reader: Reader, index: number): number => {
  const items: ListItem[] = [];
  let end = index;
  while (end < reader.lines.length) {
    const next = isBlank(lineOf(reader, end)) ? behindBlank(reader, end, items.at(-1)) : end;
    if (next < 0 || (next > index && endsList(reader, next))) break;
    const line = lineOf(reader, next);
    const last = items.at(-1);
    if (last === undefined || isItem(line)) {
      if (!spend(reader.page, 1, next + 1)) break;
      items.push({ line: next + 1, indent: indentOf(line), text: withoutMarker(line) });
    } else items[items.length - 1] = { ...last, text: `${last.text} ${line.trim()}` };
    end = next + 1;
  }
  addBlock(reader.page, { kind: 'list', line: index + 1, items });
  return Math.max(end, index + 1);
};

/** A label in bold names what comes next, also without an empty line before it. */
const LABEL = /^\s*(?:\*\*[^*]+\*\*|__[^_]+__)\s*:?\s*$/;

const endsList = (reader: Reader, index: number): boolean =>
  (endsText(reader, index) && !isItem(lineOf(reader, index))) ||
  isOtherQuote(reader, index - 1, index) ||
  startsTable(reader, index) ||
  LABEL.test(lineOf(reader, index));

/** Where the list goes on behind empty lines: at another item, or at more text of the last one; -1 where it does not. */
const behindBlank = (reader: Reader, index: number, last: ListItem | undefined): number => {
  let next = index;
  while (next < reader.lines.length && isBlank(lineOf(reader, next))) next += 1;
  const line = lineOf(reader, next);
  if (last === undefined || next >= reader.lines.length || isOtherQuote(reader, index, next)) return -1;
  if (isItem(line)) return startsTable(reader, next) ? -1 : next;
  const goesOn =
    indentOf(line) >= last.indent + 2 && !endsText(reader, next) && !line.trimStart().startsWith('|');
  return goesOn && !startsTable(reader, next) ? next : -1;
};
