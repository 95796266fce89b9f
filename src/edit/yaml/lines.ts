// Where lines begin and end in a text with `\n` line ends, and what stands on them around a value.
import type { Span } from '../../read/source-text.ts';

export const lineStart = (text: string, offset: number): number =>
  offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;

/** The offset of the `\n` that ends the line. */
export const lineEnd = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
};

export const columnOf = (text: string, offset: number): number => offset - lineStart(text, offset);

export const onOneLine = (text: string, from: number, to: number): boolean => lineEnd(text, from) >= to;

/** The comment on the same line, with nothing but spaces before it; null where there is none. */
export const commentBehind = (text: string, offset: number): string | null => {
  const start = skipSpaces(text, offset);
  return text[start] === '#' ? text.slice(start, lineEnd(text, start)) : null;
};

export const skipSpaces = (text: string, offset: number): number => {
  let at = offset;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at;
};

export const skipSpacesBack = (text: string, offset: number): number => {
  let at = offset;
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at -= 1;
  return at;
};

/** The offset of the colon behind a key; null for a key of a flow mapping that stands alone. */
export const colonAfter = (text: string, key: Span): number | null => {
  const at = skipSpaces(text, key.end);
  return text[at] === ':' ? at : null;
};

/**
 * The end of the last line of the comments that follow the line ending at `end` and are indented deeper than `indent`: they are part
 * of what stands above them. Empty lines between them count with them, those behind them do not.
 */
export const pastInnerComments = (text: string, end: number, indent: number): number => {
  let last = end;
  for (const line of linesBelow(text, end)) {
    if (line.column < 0) continue;
    if (line.sign !== '#' || line.column <= indent) break;
    last = line.end;
  }
  return last;
};

/**
 * The column of a comment that follows the line ending at `end`, empty lines apart; -1 where something else follows. A block scalar
 * that is indented no deeper would take the comment for its text.
 */
export const commentBelow = (text: string, end: number): number => {
  for (const line of linesBelow(text, end)) if (line.column >= 0) return line.sign === '#' ? line.column : -1;
  return -1;
};

/** The end of the last of the empty lines that follow. */
export const pastEmptyLines = (text: string, end: number): number => {
  let last = end;
  for (const line of linesBelow(text, end)) {
    if (line.column >= 0) break;
    last = line.end;
  }
  return last;
};

/** `column` is that of the first character that is no space, -1 on an empty line; `sign` is that character. */
type Line = { readonly column: number; readonly sign: string; readonly end: number };

function* linesBelow(text: string, end: number): Generator<Line> {
  for (let start = end + 1; start < text.length; ) {
    const stop = lineEnd(text, start);
    const first = skipSpaces(text, start);
    yield { column: first >= stop ? -1 : first - start, sign: text[first] ?? '', end: stop };
    start = stop + 1;
  }
}
