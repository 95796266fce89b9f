// HTML elements in a Markdown page that are blocks of their own: from the line that opens one to the line that closes it. One that is never
// closed ends where Markdown goes on that cannot be part of it.
import { scanHtml } from '../html/scan-html.ts';
import { isBlank, isHeading } from './line-kinds.ts';
import { isOtherQuote, lineOf, type Reader, startsTable } from './reader.ts';

const TABLES = /<(\/?)table(?=[\s>]|$)/gi;
const LISTS = /<(\/?)(?:ul|ol|dl)(?=[\s>]|$)/gi;
const HEADINGS = /<(\/?)h[1-6](?=[\s>]|$)/gi;

export const readHtml = (reader: Reader, index: number): number => {
  const end = endOf(reader, index);
  scanHtml(reader.lines.slice(index, end).join('\n'), index + 1, reader.page);
  return end;
};

const endOf = (reader: Reader, index: number): number => {
  const first = lineOf(reader, index);
  const tags = [TABLES, LISTS].find((pattern) => first.search(pattern) >= 0) ?? HEADINGS;
  let open = 0;
  for (let at = index; at < reader.lines.length; at += 1) {
    const line = lineOf(reader, at);
    if (at > index && ends(reader, at, tags)) return at;
    for (const tag of line.matchAll(tags)) open += tag[1] === '' ? 1 : -1;
    if (open <= 0) return at + 1;
  }
  return reader.lines.length;
};

const ends = (reader: Reader, index: number, tags: RegExp): boolean =>
  isHeading(lineOf(reader, index)) ||
  isOtherQuote(reader, index - 1, index) ||
  startsTable(reader, index) ||
  (tags === HEADINGS && isBlank(lineOf(reader, index)));
