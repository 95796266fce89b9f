// Text of a page -> blocks. Comments are blanked out, fenced code is passed over, everything else becomes a block.
import { frontMatter } from './front-matter.ts';
import type { Block, Heading, Html, List, ListItem, Page, Paragraph, Table } from './page.ts';
import { cellsOf, isDelimiter } from './table-lines.ts';

/** Lines count from one, over the whole file. */
export const scanPage = (text: string): Page => {
  const lines = withoutComments(text).split('\n');
  const { values, bodyLine } = frontMatter(lines);
  const blocks: Block[] = [];
  let index = bodyLine;
  while (index < lines.length) index = readBlock(lines, index, blocks);
  return { front: values, blocks };
};

/** Keeps the line ends, so that lines stay where they are. A comment that is never closed is text. */
const withoutComments = (text: string): string => {
  const kept: string[] = [];
  let from = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', from)) {
    const close = text.indexOf('-->', open + 4);
    if (close < 0) break;
    kept.push(text.slice(from, open), text.slice(open, close).replace(/[^\n]/g, ''));
    from = close + 3;
  }
  return [...kept, text.slice(from)].join('');
};

const at = (lines: readonly string[], index: number): string => lines[index] ?? '';

/** Appends the block that begins at `index` and gives the index behind it. */
const readBlock = (lines: readonly string[], index: number, blocks: Block[]): number => {
  const line = at(lines, index);
  if (line.trim() === '') return index + 1;
  if (FENCE.test(line)) return behindFence(lines, index);
  if (ATTRIBUTE_LINE.test(line)) return attach(line, index, blocks);
  if (HEADING.test(line)) return push(blocks, heading(line, index), index + 1);
  if (startsTable(lines, index)) return readTable(lines, index, blocks);
  if (LIST_ITEM.test(line)) return readList(lines, index, blocks);
  return HTML.test(line) ? readHtml(lines, index, blocks) : readParagraph(lines, index, blocks);
};

const FENCE = /^\s*(```|~~~)/;
const ATTRIBUTE_LINE = /^\s*\{:.*\}\s*$/;
const HEADING = /^#{1,6}\s/;
const LIST_ITEM = /^\s*(?:[-*+]|\d{1,3}[.)])\s+\S/;
const HTML = /^\s*<(?:table|ul|ol|dl|div|details|section)\b/i;

const push = (blocks: Block[], block: Block, next: number): number => {
  blocks.push(block);
  return next;
};

const behindFence = (lines: readonly string[], index: number): number => {
  const fence = FENCE.exec(at(lines, index))?.[1] ?? '```';
  let end = index + 1;
  while (end < lines.length && !at(lines, end).trim().startsWith(fence)) end += 1;
  return end + 1;
};

const heading = (line: string, index: number): Heading => {
  const hashes = /^#+/.exec(line)?.[0].length ?? 1;
  const inline = /\{:?\s*#([^\s{}]+)(?:\s[^{}]*)?\}\s*$/.exec(line);
  const text = line
    .slice(hashes)
    .replace(/\{:?\s*#[^{}]*\}\s*$/, '')
    .replace(/\s#+\s*$/, '')
    .trim();
  return { kind: 'heading', line: index + 1, depth: hashes, text, anchor: inline?.[1] ?? null };
};

/** An attribute line belongs to the block before it: `{: #id}` to a heading, `{: note}` to a paragraph. */
const attach = (line: string, index: number, blocks: Block[]): number => {
  const last = blocks.at(-1);
  const id = /#([^\s{}"]+)/.exec(line.replace(/"[^"]*"/g, ''))?.[1];
  if (last?.kind === 'heading' && last.anchor === null && id !== undefined)
    blocks[blocks.length - 1] = { ...last, anchor: id };
  if (
    last?.kind === 'paragraph' &&
    /[:.\s](note|tip|important|attention|restriction|requirement|remember)\b/.test(line)
  )
    blocks[blocks.length - 1] = { ...last, note: true };
  return index + 1;
};

const startsTable = (lines: readonly string[], index: number): boolean =>
  at(lines, index).includes('|') && isDelimiter(at(lines, index + 1));

const endsTable = (line: string): boolean =>
  line.trim() === '' || ATTRIBUTE_LINE.test(line) || HEADING.test(line);

const readTable = (lines: readonly string[], index: number, blocks: Block[]): number => {
  let end = index + 2;
  while (end < lines.length && !endsTable(at(lines, end))) end += 1;
  const rows = lines
    .slice(index + 2, end)
    .map((line, offset) => ({ line: index + 3 + offset, cells: cellsOf(line) }));
  const table: Table = {
    kind: 'table',
    line: index + 1,
    header: cellsOf(at(lines, index)),
    columns: cellsOf(at(lines, index + 1)).length,
    rows,
  };
  return push(blocks, table, end);
};

const readList = (lines: readonly string[], index: number, blocks: Block[]): number => {
  const items: ListItem[] = [];
  let end = index;
  for (; end < lines.length && !endsTable(at(lines, end)); end += 1) {
    const line = at(lines, end);
    const last = items.at(-1);
    if (LIST_ITEM.test(line) || last === undefined) items.push(listItem(line, end));
    else items[items.length - 1] = { ...last, text: `${last.text} ${line.trim()}` };
  }
  const list: List = { kind: 'list', line: index + 1, items };
  return push(blocks, list, end);
};

const listItem = (line: string, index: number): ListItem => ({
  line: index + 1,
  indent: line.length - line.trimStart().length,
  text: line.trim().replace(/^(?:[-*+]|\d{1,3}[.)])\s+/, ''),
});

const readHtml = (lines: readonly string[], index: number, blocks: Block[]): number => {
  let end = index + 1;
  while (end < lines.length && at(lines, end).trim() !== '') end += 1;
  const html: Html = { kind: 'html', line: index + 1, text: lines.slice(index, end).join('\n') };
  return push(blocks, html, end);
};

const endsParagraph = (lines: readonly string[], index: number): boolean =>
  endsTable(at(lines, index)) ||
  FENCE.test(at(lines, index)) ||
  LIST_ITEM.test(at(lines, index)) ||
  startsTable(lines, index);

const readParagraph = (lines: readonly string[], index: number, blocks: Block[]): number => {
  let end = index + 1;
  while (end < lines.length && !endsParagraph(lines, end)) end += 1;
  const text = lines
    .slice(index, end)
    .map((line) => line.trim())
    .join(' ');
  const paragraph: Paragraph = { kind: 'paragraph', line: index + 1, text, note: false };
  return push(blocks, paragraph, end);
};
