// Tables of AsciiDoc pages whose values have commas, tabs or colons between them: a row on each line, and on several where a value in quotes
// has line ends.
import type { WrittenCell, WrittenRow } from '../grid.ts';
import { cellText } from './cell-text.ts';
import type { Layout, TableLine } from './table-layout.ts';

/**
 * Rows keep the cells that their lines have: a row with fewer or more than its table is not filled from the next. Where a mark that opens a
 * value is never closed, nobody knows which separators are text: such a line is one cell.
 */
export const delimitedRows = (lines: readonly TableLine[], layout: Layout): readonly WrittenRow[] => {
  const rows: WrittenRow[] = [];
  for (let from = 0; from < lines.length; ) {
    const { line, text } = lines[from] ?? { line: 1, text: '' };
    const row =
      text.trim() === '' ? null : (rowAt(lines, from, layout) ?? { values: [[text]], next: from + 1 });
    const cells = (row?.values ?? []).map((value) => cellOf(line, value));
    if (cells.length > 0) rows.push({ line, inHead: false, cells });
    from = row?.next ?? from + 1;
  }
  return rows;
};

const cellOf = (line: number, value: readonly string[]): WrittenCell => ({
  ...{ line, text: cellText(value) },
  ...{ isHeader: false, columns: 1, rows: 1 },
});

/** Values as their lines. */
type Row = { readonly values: readonly (readonly string[])[]; readonly next: number };

/** Null where a value in quotes never ends. */
const rowAt = (lines: readonly TableLine[], from: number, { kind, separator }: Layout): Row | null => {
  const values: (readonly string[])[] = [];
  for (let index = from, at = 0; ; ) {
    const text = lines[index]?.text ?? '';
    const opening = kind === 'dsv' ? undefined : OPENS.exec(text.slice(at, at + NEAR))?.[0].length;
    const value =
      opening === undefined
        ? plainValue(text, at, separator, kind === 'dsv')
        : quotedValue(lines, index, at + opening, separator);
    if (value === null) return null;
    values.push(value.lines);
    index += value.lines.length - 1;
    if (value.end === null) return { values, next: index + 1 };
    at = value.end + 1;
  }
};

const OPENS = /^ *"/;
/** Spaces before a quotation mark are few. */
const NEAR = 100;

/** `end` is where the separator stands on the last of the lines; null at the end of the row. */
type Value = { readonly lines: readonly string[]; readonly end: number | null };

const plainValue = (text: string, from: number, separator: string, escapes: boolean): Value => {
  let end = text.indexOf(separator, from);
  while (escapes && end > 0 && text[end - 1] === '\\') end = text.indexOf(separator, end + 1);
  const value = text.slice(from, end < 0 ? undefined : end);
  return {
    lines: [escapes ? value.replaceAll(`\\${separator}`, separator) : value],
    end: end < 0 ? null : end,
  };
};

/** No value has more lines. */
const MOST_LINES = 100;

/** From behind the opening mark; two marks are one that is text. Behind the closing one stands a separator, or the row ends. */
const quotedValue = (
  lines: readonly TableLine[],
  index: number,
  from: number,
  separator: string,
): Value | null => {
  const texts: string[] = [];
  const last = Math.min(lines.length, index + MOST_LINES);
  for (let next = index, start = from; next < last; next += 1, start = 0) {
    const text = lines[next]?.text ?? '';
    const close = closingMark(text, start);
    texts.push(text.slice(start, close < 0 ? undefined : close).replaceAll('""', '"'));
    if (close < 0) continue;
    const end = text.indexOf(separator, close + 1);
    const between = text.slice(close + 1, end < 0 ? undefined : end);
    return between.trim() === '' ? { lines: texts, end: end < 0 ? null : end } : null;
  }
  return null;
};

const closingMark = (text: string, from: number): number => {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
};
