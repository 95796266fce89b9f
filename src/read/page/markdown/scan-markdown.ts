// Lines of a Markdown page -> blocks. Fenced code is passed over, and so is what only the program sees that makes the page of it; everything
// else becomes a block.
import { addBlock, addElsewhere, addHeading, type Growing } from '../growing.ts';
import { anchorIn } from '../html/html-text.ts';
import type { Block } from '../page.ts';
import { attributesIn, namedText } from './attributes.ts';
import { readDefinitions, startsDefinitions } from './definition-list.ts';
import { readHtml } from './html-region.ts';
import * as kinds from './line-kinds.ts';
import { readList } from './list.ts';
import { readBareTable, readTable, startsBareTable } from './pipe-table.ts';
import { quotedLines } from './quote.ts';
import { endsText, lineOf, type Reader, startsTable } from './reader.ts';
import { withoutDefinitions } from './references.ts';
import { endIndented, isSetOff, readSetOff } from './set-off.ts';

/** Reads from the line at index `from` on. */
export const scanMarkdown = (lines: readonly string[], from: number, page: Growing): void => {
  const { lines: bare, quoted } = quotedLines(lines, from);
  const reader: Reader = {
    lines: withoutDefinitions(bare, from, page.targets),
    quoted,
    page,
    caption: null,
    fenced: [],
    noteIndent: null,
    tabIndent: null,
    unclosed: new Set(),
  };
  let index = from;
  while (index < lines.length && page.cut === null) {
    const before = page.blocks.length;
    const next = readBlock(reader, index);
    if (page.blocks.length > before) reader.caption = null;
    index = next;
  }
};

/** Appends the block that begins at `index` and gives the index behind it. */
const readBlock = (reader: Reader, index: number): number => {
  const line = lineOf(reader, index);
  if (kinds.isBlank(line)) return index + 1;
  endIndented(reader, index);
  const fence = kinds.fenceOf(line);
  if (fence !== null) return behindFence(reader, index, fence);
  if (kinds.isAttributeLine(line)) return attach(reader, index);
  if (kinds.isHeading(line)) return readHeading(reader, index);
  return readSetOff(reader, index) ?? readMachineLine(reader, index) ?? readText(reader, index);
};

const readText = (reader: Reader, index: number): number => {
  const line = lineOf(reader, index);
  if (startsTable(reader, index)) return readTable(reader, index);
  if (kinds.startsHtml(line)) return readHtml(reader, index);
  if (kinds.isRule(line)) return index + 1;
  if (kinds.isItem(line)) return readList(reader, index);
  if (startsBareTable(reader, index)) return readBareTable(reader, index);
  if (startsDefinitions(reader, index)) return readDefinitions(reader, index);
  return readParagraph(reader, index);
};

/** A fence that is never closed is passed over alone, so that it hides nothing. */
const behindFence = (reader: Reader, index: number, fence: string): number => {
  if (reader.unclosed.has(fence)) return index + 1;
  for (let end = index + 1; end < reader.lines.length; end += 1) {
    const line = lineOf(reader, end).trim();
    if (line.startsWith(fence) && line.replaceAll(fence[0] ?? '`', '') === '') return end + 1;
  }
  reader.unclosed.add(fence);
  return index + 1;
};

/** An attribute line belongs to the block before it: `{: #id}` to a heading, a caption to a table, `{: note}` to a paragraph. */
const attach = (reader: Reader, index: number): number => {
  const { blocks } = reader.page;
  const last = blocks.at(-1);
  const { id, caption, isNote } = attributesIn(lineOf(reader, index));
  const replace = (block: Block): void => {
    blocks[blocks.length - 1] = block;
  };
  if (last?.kind === 'heading' && last.anchor === null && id !== null) replace({ ...last, anchor: id });
  if (last?.kind === 'paragraph' && isNote) replace({ ...last, note: true });
  if (last?.kind === 'table' && last.caption === null && caption !== null) replace({ ...last, caption });
  else if (caption !== null) reader.caption = caption;
  return index + 1;
};

const readHeading = (reader: Reader, index: number): number => {
  const written = lineOf(reader, index).trim();
  const depth = /^#+/.exec(written)?.[0].length ?? 1;
  addNamed(reader, index, depth, written.slice(depth));
  return index + 1;
};

const addNamed = (reader: Reader, index: number, depth: number, written: string): void => {
  const { text: named, anchor } = namedText(written.trim());
  const text = named.replace(/(?:^|\s)#+\s*$/, '').trim();
  if (text !== '') addHeading(reader.page, { kind: 'heading', line: index + 1, depth, text, anchor });
};

/** Lines that nobody sees who reads the page; null for any other. */
const readMachineLine = (reader: Reader, index: number): number | null => {
  const line = lineOf(reader, index);
  const target = kinds.includeOf(line);
  if (target !== null) addElsewhere(reader.page, index + 1, target);
  else if (kinds.isOnlyTags(line) && !kinds.startsHtml(line))
    reader.page.anchor = anchorIn(line) ?? reader.page.anchor;
  else if (!kinds.isForMachines(line) || !isAlone(reader, index)) return null;
  return index + 1;
};

/** A name by its key may stand alone on a line of a paragraph. */
const isAlone = (reader: Reader, index: number): boolean =>
  index + 1 >= reader.lines.length ||
  endsText(reader, index + 1) ||
  kinds.isForMachines(lineOf(reader, index + 1));

const endsParagraph = (reader: Reader, index: number): boolean =>
  endsText(reader, index) ||
  kinds.underlineDepth(lineOf(reader, index)) > 0 ||
  kinds.deeperDepth(lineOf(reader, index), lineOf(reader, index - 1).trim()) > 0 ||
  kinds.isItem(lineOf(reader, index)) ||
  kinds.isOnlyTags(lineOf(reader, index)) ||
  startsTable(reader, index) ||
  startsBareTable(reader, index);

/** Longer text is no heading, whatever stands under it. */
const LONGEST_HEADING = 200;

const readParagraph = (reader: Reader, index: number): number => {
  let end = index + 1;
  while (end < reader.lines.length && !endsParagraph(reader, end)) end += 1;
  const text = reader.lines
    .slice(index, end)
    .map((line) => line.trim())
    .join(' ')
    .replace(/^\[!\w+\]\s*/, '');
  const below = lineOf(reader, end);
  const depth = kinds.underlineDepth(below) || kinds.deeperDepth(below, text);
  if (depth > 0 && text.length <= LONGEST_HEADING) {
    addNamed(reader, index, depth, text);
    return end + 1;
  }
  if (text !== '')
    addBlock(reader.page, { kind: 'paragraph', line: index + 1, text, note: isSetOff(reader, index) });
  return end;
};
