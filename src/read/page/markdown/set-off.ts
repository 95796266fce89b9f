// Notes, tabs and folded parts of a Markdown page: what follows such a line is part of it, until it ends.
import { addBlock, closeFold, openFold } from '../growing.ts';
import { indentOf, lineOf, type Reader } from './reader.ts';
import { type SetOff, setOffIn } from './set-off-lines.ts';

/** Whether text at `index` is set off from the rest. */
export const isSetOff = ({ quoted, fenced, noteIndent }: Reader, index: number): boolean =>
  quoted?.[index] === 1 || noteIndent !== null || fenced.includes(true);

/** What an indentation ends: a note, a tab. */
export const endIndented = (reader: Reader, index: number): void => {
  if (reader.noteIndent === null && reader.tabIndent === null) return;
  const indent = indentOf(lineOf(reader, index));
  if (reader.noteIndent !== null && indent < reader.noteIndent) reader.noteIndent = null;
  if (reader.tabIndent !== null && indent <= reader.tabIndent) {
    reader.tabIndent = null;
    closeFold(reader.page);
  }
};

/** Takes a line that sets something off, and gives the index behind it; null for any other line. */
export const readSetOff = (reader: Reader, index: number): number | null => {
  const found = setOffIn(lineOf(reader, index));
  if (found === null) return null;
  return found.kind === 'fold' ? readFold(reader, index) : take(reader, index, found);
};

/** Deeper than any page sets parts off in one another. */
const DEEPEST = 100;

const take = (reader: Reader, index: number, found: SetOff): number => {
  if (found.kind === 'close') reader.fenced.pop();
  if (found.kind === 'open' && reader.fenced.length < DEEPEST) reader.fenced.push(found.isNote);
  if (found.kind === 'indented' && found.isNote) reader.noteIndent = indentOf(lineOf(reader, index)) + 2;
  if (found.kind === 'tab') {
    reader.tabIndent = indentOf(lineOf(reader, index));
    openFold(reader.page, index + 1, found.title);
  } else if ('title' in found && found.title !== '')
    addBlock(reader.page, { kind: 'paragraph', line: index + 1, text: found.title, note: true });
  return index + 1;
};

/** How many lines a label may take. */
const LABEL = 6;

const readFold = (reader: Reader, index: number): number => {
  if (!/<summary[\s>]/i.test(lineOf(reader, index))) {
    closeFold(reader.page);
    return index + 1;
  }
  let end = index;
  while (end < index + LABEL && !/<\/summary\s*>/i.test(lineOf(reader, end))) end += 1;
  const last = end < index + LABEL ? end : index;
  const written = reader.lines.slice(index, last + 1).join(' ');
  const [before = '', label = ''] = written.split(/<summary(?:\s[^<>]*)?>/i);
  const [text = '', behind = ''] = label.split(/<\/summary\s*>/i);
  openFold(reader.page, index + 1, text.trim());
  for (const rest of [before, behind])
    if (rest.replace(/<[^<>]*>/g, '').trim() !== '')
      addBlock(reader.page, { kind: 'paragraph', line: last + 1, text: rest.trim(), note: false });
  if (/<\/details\s*>/i.test(behind)) closeFold(reader.page);
  return last + 1;
};
