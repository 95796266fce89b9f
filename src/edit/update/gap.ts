// What stands between one key of a mapping and the one before it: empty lines and comments, those among them that the program keeps true.
import { oneLine } from '../comment.ts';
import { columnOf, lineEnd, lineStart, pastInnerComments } from '../yaml/lines.ts';
import { endOf, type Page, type Pair } from '../yaml/place.ts';

/** Lines from the `\n` before the first to the `\n` that ends the last; equal offsets where there is none. */
export type Lines = { readonly start: number; readonly end: number };

/** Comments and empty lines above a pair that stands in lines of its own. `end`: where what stands before it ends. */
export const gapAbove = (page: Page, pair: Pair, end: number): Lines => ({
  start: lineEnd(page.text, end),
  end: lineStart(page.text, pair.key.start) - 1,
});

/** The end of a pair's last line, comments that belong to its value included. */
export const endOfLines = (page: Page, pair: Pair): number =>
  pastInnerComments(page.text, lineEnd(page.text, endOf(page, pair)), columnOf(page.text, pair.key.start));

/** A comment that may go over several lines: the first begins with `begins`, and those behind it are indented by two more. */
export type NoteSought = {
  readonly begins: RegExp;
  /** How it was written: what goes on below it is somebody else's. */
  readonly text: string;
  /** Only that very text is meant. */
  readonly exact: boolean;
};

/** The last such comment in a gap; null where there is none. */
export const noteIn = ({ text }: Page, gap: Lines, sought: NoteSought): Lines | null => {
  const lines = commentLines(text, gap);
  const first = lines.findLastIndex(({ body }) => sought.begins.test(body));
  const head = lines[first];
  if (head === undefined) return null;
  let [said, end] = [head.body, head.end];
  for (const line of lines.slice(first + 1)) {
    if (said === oneLine(sought.text) || line.start !== end || !/^ {3}\S/.test(line.raw)) break;
    said = oneLine(`${said} ${line.body}`);
    end = line.end;
  }
  return sought.exact && said !== oneLine(sought.text) ? null : { start: head.start, end };
};

/** Where the comments that touch the key begin. */
export const touching = ({ text }: Page, gap: Lines): number => {
  let start = gap.end;
  for (const line of commentLines(text, gap).reverse()) if (line.end === start) start = line.start;
  return start;
};

/** `raw` is what stands behind the `#`, `body` the same without white space around and inside of it. */
type CommentLine = Lines & { readonly raw: string; readonly body: string };

const commentLines = (text: string, { start, end }: Lines): CommentLine[] => {
  const lines: CommentLine[] = [];
  for (let at = start; at < end; ) {
    const stop = lineEnd(text, at + 1);
    const raw = /^[ \t]*#(.*)$/.exec(text.slice(at + 1, stop))?.[1];
    if (raw !== undefined) lines.push({ start: at, end: stop, raw, body: oneLine(raw) });
    at = stop;
  }
  return lines;
};
