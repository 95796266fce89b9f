// Lists of definitions: a line with a term, and below it lines that begin with a colon. The term is an item in bold with the others below it.
import { addBlock, spend } from '../growing.ts';
import type { ListItem } from '../page.ts';
import { isBlank, isItem, withoutMarker } from './line-kinds.ts';
import { endsText, indentOf, isOtherQuote, lineOf, type Reader } from './reader.ts';

const DEFINITION = /^ {0,3}:\s+(?=\S)/;
const isDefinition = (line: string): boolean => DEFINITION.test(line);

/** True for a term, and what it means below it, with an empty line between them at most; also for a meaning without a term. */
export const startsDefinitions = (reader: Reader, index: number): boolean => {
  const line = lineOf(reader, index);
  if (isBlank(line) || isItem(line)) return false;
  if (isDefinition(line)) return true;
  const next = isBlank(lineOf(reader, index + 1)) ? index + 2 : index + 1;
  return isDefinition(lineOf(reader, next)) && !isOtherQuote(reader, index, next);
};

/** Appends the list that begins at `index` and gives the index behind it. */
export const readDefinitions = (reader: Reader, index: number): number => {
  const items: ListItem[] = [];
  let end = index;
  for (let next = index; next < reader.lines.length; ) {
    if (next > index && !goesOn(reader, next, next > end)) break;
    if (!takeLine(reader, next, items)) break;
    end = next + 1;
    next = end;
    while (next < reader.lines.length && isBlank(lineOf(reader, next))) next += 1;
  }
  addBlock(reader.page, { kind: 'list', line: index + 1, items });
  return Math.max(end, index + 1);
};

const goesOn = (reader: Reader, index: number, isBehindBlank: boolean): boolean => {
  const line = lineOf(reader, index);
  if (endsText(reader, index)) return false;
  if (isDefinition(line) || startsDefinitions(reader, index)) return true;
  return indentOf(line) >= 2 || !(isBehindBlank || isItem(line));
};

/** False where the page holds no more. */
const takeLine = (reader: Reader, index: number, items: ListItem[]): boolean => {
  const line = lineOf(reader, index);
  const last = items.at(-1);
  const item = (indent: number, text: string): boolean => {
    if (!spend(reader.page, 1, index + 1)) return false;
    items.push({ line: index + 1, indent, text });
    return true;
  };
  if (isDefinition(line)) return item(2, withoutMarker(line.replace(DEFINITION, '')));
  if (last === undefined || startsDefinitions(reader, index)) return item(0, termOf(line));
  if (isItem(line)) return item(2 + indentOf(line), withoutMarker(line));
  items[items.length - 1] = { ...last, text: `${last.text} ${line.trim()}` };
  return true;
};

const termOf = (line: string): string => {
  const text = line.trim();
  return text.includes('*') || text.includes('__') ? text : `**${text}**`;
};
