// From an offset in a text to the line and column that a person looks for.
import type { Place } from '../problem.ts';

/** The longest excerpt of a line that is shown; a hostile file may be one line of megabytes. */
const LONGEST_EXCERPT = 200;

/** Line ends are LF, CRLF or CR. The excerpt is null where the line is too long to show. */
export const placeIn = (
  text: string,
  at: number,
  length: number,
): { readonly place: Place; readonly excerpt: string | null } => {
  const lines = text.slice(0, at).split(/\r\n|\n|\r/);
  const start = at - (lines.at(-1) ?? '').length;
  const rest = /^[^\r\n]*/.exec(text.slice(start, start + LONGEST_EXCERPT + 1))?.[0] ?? '';
  return {
    place: { line: lines.length, column: at - start + 1, length },
    excerpt: rest.length > LONGEST_EXCERPT ? null : rest,
  };
};
