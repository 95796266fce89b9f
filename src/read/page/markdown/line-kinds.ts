// What a line of a Markdown page begins. Patterns that could take long on a long line only see how it begins.

/** No line is told by what stands behind this. */
const FAR = 400;

const begins = (line: string, pattern: RegExp): boolean =>
  pattern.test(line.length > FAR ? line.slice(0, FAR) : line);

export const isBlank = (line: string): boolean => line.trim() === '';

const HEADING = /^ {0,3}#{1,6}(?:\s|$)/;
export const isHeading = (line: string): boolean => begins(line, HEADING);

const ATTRIBUTE_LINE = /^\s*\{(?::|[#.][\w-]).*\}\s*$/;
/** `{: …}`, or a list of attributes alone. */
export const isAttributeLine = (line: string): boolean => ATTRIBUTE_LINE.test(line);

const MARKER = /^\s*(?:[-*+•◦▪]|\d{1,9}[.)])\s+(?=\S)/;
export const isItem = (line: string): boolean => begins(line, MARKER) && !isRule(line);
/** The text of an item without its mark. */
export const withoutMarker = (line: string): string => line.replace(MARKER, '').trim();

const RULE = /^\s*(?:-(?:\s*-){2,}|\*(?:\s*\*){2,}|_(?:\s*_){2,})\s*$/;
/** A line across the page. */
export const isRule = (line: string): boolean => line.length <= FAR && RULE.test(line);

const UNDERLINE = /^ {0,3}(?:(={2,})|-{2,})\s*$/;
/** 1 or 2 for the line under a heading; 0 for any other. */
export const underlineDepth = (line: string): number => {
  const match = line.length > FAR ? null : UNDERLINE.exec(line);
  if (match === null) return 0;
  return match[1] === undefined ? 2 : 1;
};

const OTHER_UNDERLINE = /^ {0,3}([~^"+])\1{3,}\s*$/;
/** A deeper heading is underlined with other marks, and as far as its text goes; 0 for any other line. */
export const deeperDepth = (line: string, text: string): number => {
  const mark = line.length > FAR ? undefined : OTHER_UNDERLINE.exec(line)?.[1];
  const beyond = line.trim().length - text.length;
  return mark === undefined || beyond < 0 || beyond > 3 ? 0 : mark === '~' ? 3 : 4;
};

const FENCE = /^\s*(`{3,}|~{3,})/;
/** The mark that opens a block of code; null for any other line. */
export const fenceOf = (line: string): string | null => FENCE.exec(line.slice(0, FAR))?.[1] ?? null;

const TAGS = '(?:<\\/?[a-z][^<>]*>\\s*){0,8}';
const HTML_BLOCK = new RegExp(`^\\s*${TAGS}<(?:table|ul|ol|dl|h[1-6])(?:[\\s>]|$)`, 'i');
const TABLE_TAG = /<table(?:[\s>]|$)/i;
/** True where HTML begins that is blocks of its own, and not text. */
export const startsHtml = (line: string): boolean =>
  line.includes('<') &&
  (begins(line, HTML_BLOCK) ||
    (TABLE_TAG.test(line) && !line.includes('`') && !line.trimStart().startsWith('|')));

const ONLY_TAGS = /^\s*(?:<\/?(?!https?:|mailto:)[a-z][^<>]*>\s*)+$/i;
/** Wrappers, anchors and breaks on a line of their own; an address in angle brackets is text. */
export const isOnlyTags = (line: string): boolean =>
  line.includes('<') && line.length <= FAR && ONLY_TAGS.test(line);

const INCLUDE =
  /^\s*(?:\{\{#include\s+([^\s{}]+)[^{}]*\}\}|\{%-?\s*include(?:_relative)?\s+([^\s{}%]+)[^{}]*%\}|\[!INCLUDE\s*\[[^\]]*\]\s*\(([^()]*)\)\]|-{1,2}8<-{1,2}\s+["']([^"']+)["'])\s*$/i;
/** What stands in another file in place of this line. */
export const includeOf = (line: string): string | null => {
  const match = line.length > FAR ? null : INCLUDE.exec(line);
  return match === null ? null : (match[1] ?? match[2] ?? match[3] ?? match[4] ?? null);
};

const VARIABLES = /^\s*(?:\{\{[^{}]*\}\}\s*|\{%[^{}]*%\}\s*)+$/;
const MODULE = /^(?:import\s[^'"]*['"][^'"]*['"];?|export\s+(?:const|default|let|function)\s.*)\s*$/;
/** Lines that speak to the program which makes the page: nobody who reads it sees them. */
export const isForMachines = (line: string): boolean =>
  line.length <= FAR &&
  (VARIABLES.test(line) || MODULE.test(line) || /^\s*\[\[?_?TOC_?\]?\]\s*$/i.test(line));
