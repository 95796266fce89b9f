// Lines of an AsciiDoc page -> blocks, as Red Hat writes them: sections, tables, lists, notes. Listings are passed over.
import { addBlock, addHeading, addTable, type Growing, spend } from '../growing.ts';
import type { ListItem } from '../page.ts';
import { type Attributes, noAttributes } from './attributes.ts';
import { itemIn, termIn, textOfLine } from './lines.ts';
import { tableOf } from './table.ts';
import { layoutOf, PLAIN, type TableAttributes, type TableLine, tableAttributes } from './table-layout.ts';

type Reader = {
  readonly lines: readonly string[];
  readonly page: Growing;
  readonly attributes: Attributes;
  /** `.Title` and `[…]` before the block that they belong to. */
  title: { readonly line: number; readonly text: string } | null;
  table: TableAttributes;
  isNote: boolean;
  /** The delimiter of the note that is open. */
  note: string | null;
};

/** Reads from the line at index `from` on. Gives the attributes that the page defines. */
export const scanAsciiDoc = (
  lines: readonly string[],
  from: number,
  page: Growing,
): ReadonlyMap<string, string> => {
  const reader: Reader = {
    lines,
    page,
    attributes: noAttributes(),
    title: null,
    table: PLAIN,
    isNote: false,
    note: null,
  };
  let index = from;
  while (index < lines.length && page.cut === null) index = readBlock(reader, index);
  endTitle(reader);
  return reader.attributes.values;
};

const HEADING = /^(={1,6})\s+(\S.*)$/;
const TABLE = /^([|,:])={3,}\s*$/;
const PASSED = /^(?:-{4,}|\.{4,}|`{3,}\S*|\/{4,}|\+{4,}|~{4,})\s*$/;
const WRAPPED = /^(?:={4,}|\*{4,}|_{4,}|--)\s*$/;
const ADMONITION = /^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):\s+/;
/** No line that is more than text is longer. */
const FAR = 1000;

const isShort = (line: string, pattern: RegExp): boolean => line.length <= FAR && pattern.test(line);

const lineAt = (reader: Reader, index: number): string | null =>
  textOfLine(reader.lines[index] ?? '', index, reader.attributes, reader.page);

const readBlock = (reader: Reader, index: number): number => {
  const written = reader.lines[index] ?? '';
  if (isShort(written, PASSED)) return behindPassed(reader, index);
  if (isShort(written, TABLE)) return readTable(reader, index);
  const line = lineAt(reader, index);
  if (line === null || line.trim() === '') return index + 1;
  if (isShort(line, WRAPPED)) return takeWrapper(reader, line.trim(), index);
  if (takeAttributes(reader, line) || takeTitle(reader, line, index) || takeHeading(reader, line, index))
    return index + 1;
  return itemIn(line) !== null || termIn(line) !== null
    ? readList(reader, line, index)
    : readParagraph(reader, line, index);
};

/** A listing that is never closed hides nothing. */
const behindPassed = (reader: Reader, index: number): number => {
  const mark = (reader.lines[index] ?? '').trim().replace(/^(`{3,})\S*$/, '$1');
  for (let end = index + 1; end < reader.lines.length; end += 1) {
    const line = reader.lines[end] ?? '';
    if (line.trimEnd() === mark) return end + 1;
    if (isShort(line, HEADING)) break;
  }
  return index + 1;
};

const takeWrapper = (reader: Reader, mark: string, index: number): number => {
  if (reader.note === mark) reader.note = null;
  else if (reader.isNote) reader.note = mark;
  reader.isNote = false;
  return index + 1;
};

const ATTRIBUTES = /^\[(?!\[)(.*)\]\s*$/;
const ANCHOR = /^\[\[([^\s[\],]+)[^[\]]*\]\]\s*$/;

const takeAttributes = (reader: Reader, line: string): boolean => {
  if (line.length > FAR || !line.startsWith('[')) return false;
  const anchor = ANCHOR.exec(line)?.[1];
  const list = ATTRIBUTES.exec(line)?.[1];
  if (anchor === undefined && list === undefined) return false;
  const id =
    anchor ?? /\bid=["']?([^"',\]]+)/.exec(list ?? '')?.[1] ?? /^[\w%]*#([^.%,\]]+)/.exec(list ?? '')?.[1];
  if (id !== undefined) reader.page.anchor = nameOf(id);
  if (list === undefined) return true;
  const { columns, hasHeader, format, separator } = tableAttributes(list);
  reader.table = {
    columns: columns ?? reader.table.columns,
    hasHeader: hasHeader ?? reader.table.hasHeader,
    format: format ?? reader.table.format,
    separator: separator ?? reader.table.separator,
  };
  reader.isNote = reader.isNote || /^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\b/.test(list);
  return true;
};

/** `name_{context}` is the id of a part that several pages take in; its name is the same in all. */
const nameOf = (id: string): string | null => id.replace(/[_-]?\{+[^{}]*\}+/g, '').trim() || null;

const takeTitle = (reader: Reader, line: string, index: number): boolean => {
  if (line.length > FAR || !/^\.[^\s.]/.test(line)) return false;
  endTitle(reader);
  reader.title = { line: index + 1, text: line.slice(1).trim() };
  return true;
};

/** The title of what is no table is text before it. */
const endTitle = (reader: Reader): void => {
  const { title, page } = reader;
  reader.title = null;
  if (title !== null) addBlock(page, { kind: 'paragraph', ...title, note: false });
};

const takeHeading = (reader: Reader, line: string, index: number): boolean => {
  const match = line.length > FAR ? null : HEADING.exec(line);
  if (match === null) return false;
  const { anchor } = reader.page;
  endTitle(reader);
  const text = (match[2] ?? '').replace(/\s=+\s*$/, '').trim();
  addHeading(reader.page, {
    kind: 'heading',
    line: index + 1,
    depth: (match[1] ?? '=').length,
    text,
    anchor,
  });
  reader.table = PLAIN;
  reader.note = null;
  return true;
};

/** A table that is never closed ends before the next section. */
const readTable = (reader: Reader, index: number): number => {
  const lines: TableLine[] = [];
  const mark = TABLE.exec(reader.lines[index] ?? '')?.[1] ?? '|';
  const isEnd = (line: string): boolean => line.startsWith(mark) && isShort(line, TABLE);
  const layout = layoutOf(mark, reader.table);
  let end = index + 1;
  for (; end < reader.lines.length; end += 1) {
    const written = reader.lines[end] ?? '';
    if (isEnd(written) || isShort(written, HEADING)) break;
    const text = lineAt(reader, end);
    if (text !== null && !spend(reader.page, 1 + text.split(layout.separator).length, end + 1)) break;
    if (text !== null) lines.push({ line: end + 1, text });
  }
  const first = lines.findIndex(
    ({ text }) => text.trim() !== '' && (layout.kind !== 'psv' || text.includes(layout.separator)),
  );
  for (const { line, text } of first < 0 ? lines : lines.slice(0, first))
    if (text.trim() !== '') addBlock(reader.page, { kind: 'paragraph', line, text, note: false });
  const table = tableOf(index + 1, reader.title?.text ?? null, reader.table, layout, first < 0 ? [] : lines);
  reader.title = null;
  reader.table = PLAIN;
  if (table.header.length + table.rows.length > 0) addTable(reader.page, table);
  return isEnd(reader.lines[end] ?? '') ? end + 1 : end;
};

/** True where text cannot go on. */
const endsText = (reader: Reader, index: number): boolean => {
  const line = reader.lines[index] ?? '';
  if (line.trim() === '') return true;
  return (
    line.length <= FAR &&
    [TABLE, PASSED, WRAPPED, HEADING, ATTRIBUTES, ANCHOR, /^\.[^\s.]/].some((one) => one.test(line))
  );
};

const readList = (reader: Reader, first: string, index: number): number => {
  endTitle(reader);
  const items: ListItem[] = [];
  const add = (line: string, at: number): void => {
    const item = itemIn(line) ?? termIn(line);
    const last = items.at(-1);
    if (item !== null && spend(reader.page, 1, at + 1))
      items.push({ line: at + 1, indent: item.depth * 2, text: item.text });
    else if (last !== undefined && line.trim() !== '+')
      items[items.length - 1] = { ...last, text: `${last.text} ${line.trim()}` };
  };
  add(first, index);
  let end = index + 1;
  for (let next = end; next < reader.lines.length && reader.page.cut === null; next += 1) {
    const written = reader.lines[next] ?? '';
    if (written.trim() === '') continue;
    const isApart = next > end;
    if (endsText(reader, next) || (isApart && itemIn(written) === null && termIn(written) === null)) break;
    const line = lineAt(reader, next);
    if (line !== null && line.trim() !== '') add(line, next);
    end = next + 1;
  }
  addBlock(reader.page, { kind: 'list', line: index + 1, items });
  return end;
};

const readParagraph = (reader: Reader, first: string, index: number): number => {
  endTitle(reader);
  const texts = [first.trim().replace(ADMONITION, '')];
  let end = index + 1;
  for (
    ;
    end < reader.lines.length && !endsText(reader, end) && itemIn(reader.lines[end] ?? '') === null;
    end += 1
  )
    texts.push((lineAt(reader, end) ?? '').trim().replace(/(?:^| )\+$/, ''));
  const note = reader.note !== null || reader.isNote || ADMONITION.test(first.trim());
  reader.isNote = false;
  addBlock(reader.page, { kind: 'paragraph', line: index + 1, text: texts.join(' ').trim(), note });
  return end;
};
